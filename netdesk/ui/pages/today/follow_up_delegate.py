"""Paints a follow-up in the list of all that are due: what, with whom, when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from netdesk.ui.delegates.row_painting import chip_at_right, paint_ground, paint_ring
from netdesk.ui.models.paged_ids import RowRole
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import L, M, Type, metrics
from netdesk.ui.widgets.chip import Tone, paint_chip
from netdesk.ui.widgets.paint import text_line

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
        theme, sizes = current_theme(), metrics()
        rect: QRect = option.rect
        paint_ground(painter, option, theme, last=False)
        chip = chip_at_right(rect, row.chip)
        paint_chip(painter, chip, row.chip, theme, Tone[row.tone.name])
        words = rect.adjusted(sizes.px(L), 0, chip.left() - sizes.px(M) - rect.right(), 0)
        strong, small = sizes.font(Type.BODY_STRONG), sizes.font(Type.SECONDARY)
        upper, lower = QFontMetrics(strong).height(), QFontMetrics(small).height()
        top = rect.center().y() - (upper + lower) // 2
        first = QRect(words.left(), top, words.width(), upper)
        text_line(painter, first, row.action, strong, theme.color("text"))
        detail = " · ".join(part for part in (row.detail, row.hint) if part)
        second = QRect(words.left(), top + upper, words.width(), lower)
        text_line(painter, second, detail, small, theme.color("text-2"))
        paint_ring(painter, option, theme)
