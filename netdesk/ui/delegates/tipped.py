"""Painted rows whose words may be cut: resting the pointer on one tells the whole of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from netdesk.ui.widgets.labels import plain_tooltip


class TippedDelegate(QStyledItemDelegate):
    """Subclasses say by ``tip`` what is told."""

    def tip(self, index: QModelIndex | QPersistentModelIndex, box: QRect, spot: QPoint) -> str:
        """The words for a row drawn in ``box``, with the pointer at ``spot``; "" for no tip."""
        return ""

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        words = self.tip(index, option.rect, event.pos()) if event.type() == QEvent.Type.ToolTip else ""
        if not words:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), plain_tooltip(words), view)
        return True
