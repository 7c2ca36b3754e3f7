"""A card's fields that scroll only when the window is too low for all of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtWidgets import QWidget

from netdesk.ui.widgets.scroll_area import VerticalScroll


class GrowingScroll(VerticalScroll):
    """As high as its content where there is room; ``grew`` when the content became higher or lower."""

    grew = Signal()

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(content, parent)
        self._told = 0

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        content = self.widget()
        layout = content.layout() if content is not None else None
        if layout is None:
            return super().heightForWidth(width)
        return layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def sizeHint(self) -> QSize:
        content = self.widget()
        least = super().sizeHint() if content is None else content.sizeHint()
        return QSize(least.width(), self.heightForWidth(max(self.width(), least.width())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        handled = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            height = self.heightForWidth(self.viewport().width())
            if height != self._told:
                self._told = height
                self.grew.emit()
        return handled
