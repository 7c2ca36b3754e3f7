"""The menu of a row of Today: it lies over the end of the words while the pointer or the keyboard is on the row."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import RADIUS_BUTTON, XS, metrics
from netdesk.ui.widgets.paint import rounded
from netdesk.ui.widgets.row_menu import RowMenu


class RowPatch(RowMenu):
    """Three dots; ``show_before`` puts them left of what stands at the row's end."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_before(self, end: QWidget, shown: bool) -> None:
        """Show it left of ``end``, or hide it."""
        row = self.parentWidget()
        if shown and row is not None:
            room = self.sizeHint()
            left = end.geometry().left() - room.width() - metrics().px(XS)
            self.setGeometry(QRect(QPoint(left, (row.height() - room.height()) // 2), room))
            self.raise_()
        self.setVisible(shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, self.rect(), current_theme().color("panel"), None, metrics().px(RADIUS_BUTTON))
        painter.end()
        super().paintEvent(event)
