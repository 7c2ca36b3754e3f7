"""Paints a pitch of the list: the icon of its kind, the title, and how its newest version does."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from netdesk.services.pitch_list import PitchRow
from netdesk.ui.pages.pitches.list_model import IS_HEADING, ROW
from netdesk.ui.pages.pitches.pitch_fields import KIND_ICONS
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import RADIUS_CARD, XS, M, S, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.paint import elided, focus_ring, rounded, text_line
from netdesk.ui.widgets.tile import paint_icon_tile

_HEADING = 34
_TILE = 32
Index = QModelIndex | QPersistentModelIndex


class PitchDelegate(QStyledItemDelegate):
    """Headings are low, pitches all of the same height."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._measured: tuple[QFont, QSize, QSize] | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        font = QApplication.font()
        if self._measured is None or self._measured[0] != font:
            self._measured = font, QSize(100, metrics().px(_HEADING)), QSize(100, _height())
        return self._measured[1] if index.data(IS_HEADING) else self._measured[2]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        theme, sizes = current_theme(), metrics()
        painter.save()
        if index.data(IS_HEADING):
            box = rect.adjusted(sizes.px(M - 2), 0, 0, -sizes.px(XS + 2))
            font = sizes.font(Type.LABEL)
            font.setCapitalization(font.Capitalization.AllUppercase)
            bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            text_line(painter, box, str(index.data()), font, theme.color("faint"), bottom)
        else:
            row = index.data(ROW)
            if isinstance(row, PitchRow):
                _paint_pitch(painter, rect, row, option.state, theme)
        painter.restore()


def _height() -> int:
    sizes = metrics()
    title = QFontMetrics(sizes.font(Type.BODY_STRONG)).height()
    line = QFontMetrics(sizes.font(Type.SECONDARY)).height()
    return max(title + line, sizes.px(_TILE)) + 2 * sizes.px(S + 1) + 2


def _line(row: PitchRow, font: QFont, width: int) -> str:
    """The second line; where it does not fit, the audience is cut, never how the version does."""
    ruler = QFontMetrics(font)
    if ruler.horizontalAdvance(row.line) <= width:
        return row.line
    tail = f" · {row.tail}"
    head = row.line.removesuffix(tail)
    return elided(head, font, max(0, width - ruler.horizontalAdvance(tail))) + tail


def _paint_pitch(
    painter: QPainter, rect: QRect, row: PitchRow, state: QStyle.StateFlag, theme: Theme
) -> None:
    sizes = metrics()
    box = rect.adjusted(0, 1, 0, -1)
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected:
        rounded(painter, box, theme.color("accent-soft"), None, sizes.px(RADIUS_CARD))
    elif state & QStyle.StateFlag.State_MouseOver:
        rounded(painter, box, theme.color("hover"), None, sizes.px(RADIUS_CARD))
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
    text_line(painter, under, _line(row, line, width), line, theme.color("text" if selected else "text-2"))
    if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
        focus_ring(painter, box, theme, sizes.px(RADIUS_CARD))
