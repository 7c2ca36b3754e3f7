"""A page that scrolls up and down only; its content is always as wide as the view.

``VerticalScroll(content=None, parent=None)`` is a ``QScrollArea`` without a frame or a ground of its own.
``reveal(widget)`` scrolls until a widget is seen.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class VerticalScroll(QScrollArea):
    """Scrolls vertically; never shows a horizontal bar."""

    def __init__(self, content: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        if content is not None:
            self.setWidget(content)

    def setWidget(self, widget: QWidget) -> None:
        super().setWidget(widget)
        # Qt fills the content's ground when it is handed over; the page behind shall show.
        widget.setAutoFillBackground(False)
        widget.installEventFilter(self)

    def reveal(self, widget: QWidget) -> None:
        """Scroll until ``widget`` is seen."""
        self.ensureWidgetVisible(widget, 0, 24)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        content = self.widget()
        least = (
            content.minimumSizeHint().expandedTo(content.minimumSize())
            if content is not None
            else QSize(0, 0)
        )
        return QSize(least.width() + self.verticalScrollBar().sizeHint().width(), 80)
