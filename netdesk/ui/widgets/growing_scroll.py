"""A card's fields that scroll only when the window is too low for all of them.

``GrowingScroll(content, parent=None)``: as high as its content where there is room. Signal ``grew()`` when the content
became higher or lower: the card is measured again then.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from netdesk.ui.theme.metrics import S, metrics
from netdesk.ui.widgets.scroll_area import VerticalScroll


class GrowingScroll(VerticalScroll):
    """Wants the height of its content; between the fields and the bar there is a gap."""

    grew = Signal()

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(content, parent)
        self._told = 0
        self.verticalScrollBar().rangeChanged.connect(self._keep_a_gap)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        content = self.widget()
        layout = content.layout() if content is not None else None
        if layout is None:
            return super().heightForWidth(width)
        wanted = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        # A scroll area never makes its content lower than this.
        return max(wanted, layout.minimumSize().height())

    def sizeHint(self) -> QSize:
        content = self.widget()
        least = super().sizeHint() if content is None else content.sizeHint()
        return QSize(least.width(), self.heightForWidth(max(self.width(), least.width())))

    def _keep_a_gap(self, _least: int, most: int) -> None:
        self.setViewportMargins(0, 0, metrics().px(S) if most else 0, 0)
        self._show_focus()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            # A card that is just opening is laid out a moment later.
            QTimer.singleShot(0, self, self._show_focus)

    def _show_focus(self) -> None:
        held = QApplication.focusWidget()
        content = self.widget()
        if held is not None and content is not None and content.isAncestorOf(held):
            # The whole of it; Qt itself would show no more than the cursor.
            top = held.mapTo(content, QPoint(0, 0)).y()
            for edge in (top + held.height(), top):
                self.ensureVisible(0, edge, 0, metrics().px(S))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # What was measured before anything was shown may have been too little.
        QTimer.singleShot(0, self, self.grew.emit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        handled = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            height = self.heightForWidth(self.viewport().width())
            if height != self._told:
                self._told = height
                self.grew.emit()
        return handled
