"""A count that filters when it is pressed: "1,512 new" in the colour of what it counts."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from netdesk.services.importing import Verdict
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.chip import Tone, chip_size, paint_chip
from netdesk.ui.widgets.paint import focus_ring, rounded

_TONES = {
    Verdict.NEW: Tone.GOOD,
    Verdict.HERE: Tone.ACCENT,
    Verdict.TO_DECIDE: Tone.WARN,
    Verdict.UNREADABLE: Tone.BAD,
}


class ToneChip(QAbstractButton):
    """Pressed, only the rows it counts are shown; a ring says so."""

    def __init__(self, words: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription("Shows only these")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return chip_size(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        paint_chip(painter, self.rect(), self.text(), theme, self._tone)
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, self.height() / 2)
        elif self.isChecked():
            ink = theme.color(self._tone.value[0])
            rounded(painter, self.rect(), None, ink, self.height() / 2, metrics().px(2))


class CountChip(ToneChip):
    """How many rows of an import there are of one kind."""

    def __init__(self, verdict: Verdict, count: int, parent: QWidget | None = None) -> None:
        super().__init__(f"{count:,} {verdict.value}", _TONES[verdict], parent)
        self.verdict = verdict
