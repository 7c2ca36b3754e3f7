"""What the page of wins asks, on a reader's thread: which wins, and what the head says of them."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from datetime import date

from netdesk.method.money import total_words
from netdesk.method.periods import last_12_months
from netdesk.services.win_list import WinQuery, WinTotals, win_ids, win_totals
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.wins.cell_words import win_money


@dataclass(frozen=True, slots=True)
class Answer:
    """``shown`` tells of the wins asked for, ``year`` of the last 12 months; ``has_any``: there are wins at all."""

    query: WinQuery
    ids: array[int]
    shown: WinTotals
    year: WinTotals
    unsaid: int
    has_any: bool

    @property
    def is_filtered(self) -> bool:
        """Whether something narrows the table."""
        return self.query != WinQuery()

    @property
    def apart(self) -> bool:
        """Whether the head names amounts for which there is no rate."""
        return bool(self._told.total.apart)

    @property
    def head(self) -> str:
        """What the head says: "24 in the last 12 months · £43,800", or of what is shown "3 wins · £900"."""
        told = self._told
        if not self.has_any:
            return ""
        wins = "1 win" if told.count == 1 else f"{told.count:,} wins"
        words = f"{wins} shown" if self.is_filtered else f"{told.count:,} in the last 12 months"
        return " · ".join(filter(None, (words, total_words(told.total, win_money))))

    @property
    def _told(self) -> WinTotals:
        return self.shown if self.is_filtered else self.year


def read(ws: Workspace, query: WinQuery, today: date, own: str) -> Answer:
    """Ask for the wins of ``query`` and the sums, in the own currency."""
    ids = win_ids(ws, query)
    everything = win_ids(ws, WinQuery()) if query != WinQuery() and not ids else ids
    return Answer(
        query,
        ids,
        win_totals(ws, query, own),
        win_totals(ws, WinQuery(last_12_months(today)), own),
        len(win_ids(ws, WinQuery(unsaid=True))),
        bool(everything),
    )
