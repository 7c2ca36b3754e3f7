"""A double click acts once: its second press does nothing to what only came under the pointer by the first.

"Let go" takes a row away and the next row moves up; the second press of a hasty double click would let that go, too.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class SecondClick(QObject):
    """Watches the presses that reach ``window``, before its widgets do."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._first: QWidget | None = None
        self._place = QPointF()
        self._at = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _PRESSES or not isinstance(event, QMouseEvent):
            return False
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        under = self._window.childAt(event.position().toPoint())
        # A window is told of the second press twice: as a press, and as a double click.
        if self._is_second(event):
            return under is not self._first
        self._first, self._place, self._at = under, event.position(), event.timestamp()
        return False

    def _is_second(self, event: QMouseEvent) -> bool:
        hints = QApplication.styleHints()
        far = (event.position() - self._place).manhattanLength() > hints.mouseDoubleClickDistance()
        return (
            not far and 0 <= event.timestamp() - self._at < hints.mouseDoubleClickInterval() and self._at > 0
        )
