"""Notes in the log when the window was first painted: the end of the start, for whoever measures it from outside."""

from __future__ import annotations

import logging

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

PAINTED = "The window is painted"
_log = logging.getLogger(__name__)


class FirstPaint(QObject):
    """Watches a window until its first painting is done, writes one line, and watches no more."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Wait for the painting; what is in the window is painted in the same pass, before anything else happens."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._tell)
        return False

    def _tell(self) -> None:
        _log.info(PAINTED)
        self.deleteLater()
