"""The target markets of the list."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from netdesk.services.market_page import MarketPage
from netdesk.ui.models.headed_ids import HeadedIds


class MarketListModel(HeadedIds):
    """Its rows are :class:`MarketPage`; there are no headings."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[int, MarketPage] = {}

    def show_rows(self, rows: Sequence[MarketPage]) -> None:
        """Show these markets in this order."""
        self._rows = {row.id: row for row in rows}
        self.show_entries(array("q", self._rows))

    def sentence(self, row: MarketPage) -> str:
        """Say a row for a screen reader: the name, and how many people stand how."""
        return f"{row.title}, {row.line}"

    def row(self, place: int) -> MarketPage | None:
        """Give the market at a place."""
        return self._rows.get(self._entries[place])
