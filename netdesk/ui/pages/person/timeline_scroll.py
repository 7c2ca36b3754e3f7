"""What the timeline scrolls in: it stays at its end, where the newest stands, until somebody scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from netdesk.ui.widgets.scroll_area import VerticalScroll


class TimelineScroll(VerticalScroll):
    """Wants to be as high as its content; where there is less room it shows the end until somebody scrolls."""

    def __init__(self, content: QWidget) -> None:
        super().__init__(content)
        self._at_end = True
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._stay)
        bar.actionTriggered.connect(self._scrolled)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), min(least.height(), self.sizeHint().height()))

    def to_the_end(self, wanted: bool = True) -> None:
        """Show the end, now and when more comes; or the beginning."""
        self._at_end = wanted
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum() if wanted else 0)

    def _stay(self, _least: int, most: int) -> None:
        if self._at_end:
            self.verticalScrollBar().setValue(most)

    def _scrolled(self, _action: int) -> None:
        bar = self.verticalScrollBar()
        self._at_end = bar.sliderPosition() >= bar.maximum()

    def sizeHint(self) -> QSize:
        content = self.widget()
        width = self.viewport().width()
        layout = content.layout() if content is not None else None
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        return QSize(width, max(height, 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
