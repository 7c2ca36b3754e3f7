"""Paints a follow-up in the list of all that are due: what, with whom, when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from netdesk.ui.models.paged_ids import RowRole
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import RADIUS_BUTTON, L, M, Type, metrics
from netdesk.ui.widgets.chip import Tone, chip_size, paint_chip
from netdesk.ui.widgets.paint import focus_ring, text_line

if TYPE_CHECKING:
    from netdesk.services.today import FollowUpLine

ROW_HEIGHT = 52
_Index = QModelIndex | QPersistentModelIndex


class FollowUpDelegate(QStyledItemDelegate):
    """Two lines at the left, the chip at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(metrics().px(200), metrics().px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: FollowUpLine | None = index.data(RowRole)
        if row is None:
            return
        theme, sizes, state = current_theme(), metrics(), option.state
        rect: QRect = option.rect
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("accent-soft" if selected else "hover"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        room = chip_size(row.chip)
        side = sizes.px(L)
        chip = QRect(rect.right() - side - room.width(), 0, room.width(), room.height())
        chip.moveTop(rect.center().y() - room.height() // 2)
        paint_chip(painter, chip, row.chip, theme, Tone[row.tone.name])
        words = rect.adjusted(side, 0, chip.left() - sizes.px(M) - rect.right(), 0)
        strong, small = sizes.font(Type.BODY_STRONG), sizes.font(Type.SECONDARY)
        upper, lower = QFontMetrics(strong).height(), QFontMetrics(small).height()
        top = rect.center().y() - (upper + lower) // 2
        first = QRect(words.left(), top, words.width(), upper)
        text_line(painter, first, row.action, strong, theme.color("text"))
        detail = " · ".join(part for part in (row.detail, row.hint) if part)
        second = QRect(words.left(), top + upper, words.width(), lower)
        text_line(painter, second, detail, small, theme.color("text-2"))
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            focus_ring(painter, rect.adjusted(2, 2, -2, -3), theme, sizes.px(RADIUS_BUTTON))
