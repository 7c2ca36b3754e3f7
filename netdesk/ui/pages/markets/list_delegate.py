"""Paints a market of the list: its glyph, the name, and how many people are in it and close to it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter

from netdesk.services.market_page import MarketPage
from netdesk.ui.delegates.headed_rows import HeadedDelegate
from netdesk.ui.models.headed_ids import ROW, Index
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.paint import text_line
from netdesk.ui.widgets.tile import paint_icon_tile

_TILE = 32


class MarketDelegate(HeadedDelegate):
    """The market chosen has a ground of the accent."""

    def row_height(self) -> int:
        """Give the height of two lines, or of the tile."""
        sizes = metrics()
        name = QFontMetrics(sizes.font(Type.BODY_STRONG)).height()
        line = QFontMetrics(sizes.font(Type.SECONDARY)).height()
        return max(name + line, sizes.px(_TILE)) + 2 * sizes.px(S + 1) + 2

    def paint_row(self, painter: QPainter, box: QRect, index: Index, chosen: bool, theme: Theme) -> None:
        """Paint the tile and both lines."""
        row = index.data(ROW)
        if not isinstance(row, MarketPage):
            return
        sizes = metrics()
        side = sizes.px(_TILE)
        tile = QRect(box.left() + sizes.px(S + 1), box.top() + (box.height() - side) // 2, side, side)
        paint_icon_tile(painter, tile, Icon.MARKET, theme)
        left = tile.right() + 1 + sizes.px(M - 2)
        name, line = sizes.font(Type.BODY_STRONG), sizes.font(Type.SECONDARY)
        heights = QFontMetrics(name).height(), QFontMetrics(line).height()
        top = box.top() + (box.height() - sum(heights)) // 2
        width = box.right() + 1 - sizes.px(S) - left
        text_line(painter, QRect(left, top, width, heights[0]), row.title, name, theme.color("text"))
        under = QRect(left, top + heights[0], width, heights[1])
        text_line(painter, under, row.line, line, theme.color("text" if chosen else "text-2"))
