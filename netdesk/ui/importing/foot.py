"""The foot of the import's card: how far it is, how long it takes, Cancel and the one primary button."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from netdesk.background.jobs import Progress
from netdesk.ui.theme.metrics import XL, M, S, Type, metrics
from netdesk.ui.widgets.buttons import plain_button, primary_button
from netdesk.ui.widgets.labels import ElidedLabel, Faint

_FIRST_GUESS_MS = 1_500
"""Before that nobody knows how long it will take."""


class Foot(QWidget):
    """``say``, ``start``, ``advance``, ``stop``; signals ``refused()`` (Cancel) and ``accepted()``."""

    refused = Signal()
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._text = ElidedLabel("", Type.SECONDARY, "text")
        self._left = Faint("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Progress")
        self.cancel = plain_button("Cancel")
        self.primary = primary_button("Bring")
        self.cancel.clicked.connect(self._refuse)
        self.primary.clicked.connect(self._accept)
        self._clock = QElapsedTimer()
        words = QHBoxLayout()
        words.addWidget(self._text, 1)
        words.addWidget(self._left)
        told = QVBoxLayout()
        told.setSpacing(sizes.px(S))
        told.addStretch(1)
        told.addLayout(words)
        told.addWidget(self._bar)
        told.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.px(XL), sizes.px(M), sizes.px(XL), sizes.px(M))
        row.setSpacing(sizes.px(M))
        row.addLayout(told, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.primary)
        self._bar.hide()

    def say(self, text: str) -> None:
        """Say something while nothing is under way."""
        self._text.setText(text)

    def start(self, text: str) -> None:
        """Something begins; how long it takes is not known."""
        self._clock.start()
        self._text.setText(text)
        self._left.setText("")
        self._bar.setRange(0, 0)
        self._bar.show()
        self.cancel.setEnabled(True)

    def advance(self, state: Progress) -> None:
        """Show how far it is and, from the time it took so far, how long it takes yet."""
        self._text.setText(state.text)
        self._bar.setRange(0, max(state.total, 0))
        self._bar.setValue(min(state.done, state.total))
        self._left.setText(time_left(self._clock.elapsed(), state))

    def stop(self, text: str = "") -> None:
        """Nothing is under way any more."""
        self._text.setText(text)
        self._left.setText("")
        self._bar.hide()

    def text(self) -> str:
        """What is said now."""
        return self._text.text()

    def _refuse(self) -> None:
        self.refused.emit()

    def _accept(self) -> None:
        self.accepted.emit()


def time_left(elapsed_ms: int, state: Progress) -> str:
    """The rest of the time in words: "2 s left", "3 min left"; "" while nobody can know."""
    if elapsed_ms < _FIRST_GUESS_MS or state.done <= 0 or state.total <= state.done:
        return ""
    seconds = round(elapsed_ms / 1000 * (state.total - state.done) / state.done)
    return f"{max(seconds, 1)} s left" if seconds < 90 else f"{round(seconds / 60)} min left"
