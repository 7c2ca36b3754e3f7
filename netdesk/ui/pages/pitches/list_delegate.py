"""Paints a pitch of the list: the icon of its kind, the title, and how its newest version does."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from netdesk.services.pitch_list import PitchRow
from netdesk.ui.delegates.headed_rows import HeadedDelegate
from netdesk.ui.models.headed_ids import ROW, Index
from netdesk.ui.pages.pitches.pitch_fields import KIND_ICONS
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.paint import elided, text_line
from netdesk.ui.widgets.tile import paint_icon_tile

_TILE = 32


class PitchDelegate(HeadedDelegate):
    """The pitch chosen has a ground of the accent."""

    def row_height(self) -> int:
        """Give the height of two lines, or of the tile."""
        sizes = metrics()
        title = QFontMetrics(sizes.font(Type.BODY_STRONG)).height()
        line = QFontMetrics(sizes.font(Type.SECONDARY)).height()
        return max(title + line, sizes.px(_TILE)) + 2 * sizes.px(S + 1) + 2

    def paint_row(self, painter: QPainter, box: QRect, index: Index, chosen: bool, theme: Theme) -> None:
        """Paint the tile and both lines."""
        row = index.data(ROW)
        if isinstance(row, PitchRow):
            _paint_pitch(painter, box, row, chosen, theme)


def _line(row: PitchRow, font: QFont, width: int) -> str:
    """The second line; where it does not fit, the audience is cut, never how the version does."""
    ruler = QFontMetrics(font)
    if ruler.horizontalAdvance(row.line) <= width:
        return row.line
    tail = f" · {row.tail}"
    head = row.line.removesuffix(tail)
    return elided(head, font, max(0, width - ruler.horizontalAdvance(tail))) + tail


def _paint_pitch(painter: QPainter, box: QRect, row: PitchRow, chosen: bool, theme: Theme) -> None:
    sizes = metrics()
    side = sizes.px(_TILE)
    tile = QRect(box.left() + sizes.px(S + 1), box.top() + (box.height() - side) // 2, side, side)
    paint_icon_tile(painter, tile, KIND_ICONS[row.kind], theme)
    left = tile.right() + 1 + sizes.px(M - 2)
    title, line = sizes.font(Type.BODY_STRONG), sizes.font(Type.SECONDARY)
    heights = QFontMetrics(title).height(), QFontMetrics(line).height()
    top = box.top() + (box.height() - sum(heights)) // 2
    width = box.right() + 1 - sizes.px(S) - left
    text_line(painter, QRect(left, top, width, heights[0]), row.title, title, theme.color("text"))
    under = QRect(left, top + heights[0], width, heights[1])
    text_line(painter, under, _line(row, line, width), line, theme.color("text" if chosen else "text-2"))
