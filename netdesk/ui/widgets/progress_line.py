"""The status line's progress: what is going on, how far, and Cancel. Short work never shows it.

``ProgressLine(parent=None)``: ``start(text)``, ``advance(done, total, text="")`` (total 0: how much is not known),
``finish()``. It appears 500 ms after ``start``. Signal ``cancelled()``.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from netdesk.ui.theme.metrics import M, Type, metrics
from netdesk.ui.widgets.buttons import quiet_button
from netdesk.ui.widgets.labels import ElidedLabel

DELAY_MS = 500


class ProgressLine(QWidget):
    """Text, bar and Cancel in one line."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None, *, delay_ms: int = DELAY_MS) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics().px(M))
        self._text = ElidedLabel("", Type.SECONDARY, "text-2")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(metrics().px(220))
        self._cancel = quiet_button(self.tr("Cancel"), small=True)
        self._cancel.clicked.connect(self._pressed)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._cancel)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(delay_ms)
        self._wait.timeout.connect(self.show)
        self.hide()

    def start(self, text: str) -> None:
        """Begin; the line shows itself if the work is not finished soon."""
        self.advance(0, 0, text)
        self._cancel.setEnabled(True)
        self._wait.start()

    def advance(self, done: int, total: int, text: str = "") -> None:
        """Tell how far the work is."""
        if text:
            self._text.setText(text)
            self._bar.setAccessibleName(text)
        self._bar.setRange(0, max(total, 0))
        self._bar.setValue(min(done, total))

    def finish(self) -> None:
        """The work is over: go away, or never appear."""
        self._wait.stop()
        self.hide()

    def _pressed(self) -> None:
        self._cancel.setEnabled(False)
        self.cancelled.emit()
