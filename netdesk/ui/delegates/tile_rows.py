"""Paints rows with a tile of an icon, a title and a line below it, in the list at the side of a page."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from netdesk.ui.delegates.headed_rows import HeadedDelegate
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.paint import text_line
from netdesk.ui.widgets.tile import paint_icon_tile

_TILE = 32


class TileDelegate(HeadedDelegate):
    """Rows of two lines beside a tile; a subclass calls ``paint_tile_row`` from its ``paint_row``."""

    def row_height(self) -> int:
        """Give the height of two lines, or of the tile."""
        sizes = metrics()
        title = QFontMetrics(sizes.font(Type.BODY_STRONG)).height()
        line = QFontMetrics(sizes.font(Type.SECONDARY)).height()
        return max(title + line, sizes.px(_TILE)) + 2 * sizes.px(S + 1) + 2

    def line_of(self, row: object, font: QFont, width: int) -> str:
        """Give the second line of a row, cut to ``width`` pixels where it may not simply end. Subclasses override."""
        return ""

    def paint_tile_row(
        self, painter: QPainter, box: QRect, row: object, glyph: Icon, title: str, chosen: bool, theme: Theme
    ) -> None:
        """Paint the tile and both lines."""
        sizes = metrics()
        side = sizes.px(_TILE)
        tile = QRect(box.left() + sizes.px(S + 1), box.top() + (box.height() - side) // 2, side, side)
        paint_icon_tile(painter, tile, glyph, theme)
        left = tile.right() + 1 + sizes.px(M - 2)
        name, line = sizes.font(Type.BODY_STRONG), sizes.font(Type.SECONDARY)
        heights = QFontMetrics(name).height(), QFontMetrics(line).height()
        top = box.top() + (box.height() - sum(heights)) // 2
        width = box.right() + 1 - sizes.px(S) - left
        text_line(painter, QRect(left, top, width, heights[0]), title, name, theme.color("text"))
        under = QRect(left, top + heights[0], width, heights[1])
        words = self.line_of(row, line, width)
        text_line(painter, under, words, line, theme.color("text" if chosen else "text-2"))
