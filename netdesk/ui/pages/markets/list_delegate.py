"""Paints a market of the list: its glyph, the name, and how many people are in it and close to it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QPainter

from netdesk.services.market_page import MarketPage
from netdesk.ui.delegates.tile_rows import TileDelegate
from netdesk.ui.models.headed_ids import ROW, Index
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.tokens import Theme


class MarketDelegate(TileDelegate):
    """The market chosen has a ground of the accent."""

    def line_of(self, row: object, font: QFont, width: int) -> str:
        """Say how many people are in the market and close to it."""
        return row.line if isinstance(row, MarketPage) else ""

    def paint_row(self, painter: QPainter, box: QRect, index: Index, chosen: bool, theme: Theme) -> None:
        """Paint the tile and both lines."""
        row = index.data(ROW)
        if isinstance(row, MarketPage):
            self.paint_tile_row(painter, box, row, Icon.MARKET, row.title, chosen, theme)
