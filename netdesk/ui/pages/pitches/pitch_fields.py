"""What the forms of pitches are made of: lines, fields for words, and the length of the words as one types."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from netdesk.method.attention import Tone as Meaning
from netdesk.method.pitches import PitchKind, PitchVerdict, verdict
from netdesk.method.settings import MethodSettings
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import S, Type, metrics
from netdesk.ui.widgets.chip import Chip, Tone
from netdesk.ui.widgets.labels import WrapLabel

CHIP_TONES = {
    Meaning.PLAIN: Tone.PLAIN,
    Meaning.GOOD: Tone.GOOD,
    Meaning.WARN: Tone.WARN,
    Meaning.BAD: Tone.BAD,
    Meaning.ACCENT: Tone.ACCENT,
}
KIND_ICONS = {
    PitchKind.SENTENCE: Icon.CONVERSATION,
    PitchKind.ONE_MINUTE: Icon.TIMER,
    PitchKind.PRESENTATION: Icon.PEOPLE,
}
LONGEST_LINE = 200
MOST_PASTED = 30_000
"""A field takes a little more than can be kept, so that it can be shortened there; not so much that it stands still."""


def line_field(name: str, hint: str) -> QLineEdit:
    """Make a field for one line."""
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setMaxLength(LONGEST_LINE)
    return field


def verdict_chip(judged: PitchVerdict, text: str = "") -> tuple[str, Tone, str]:
    """Give the words, the tone and the icon of the chip that tells a length."""
    return text or judged.long_text, CHIP_TONES[judged.tone], Icon.TIMER


class WordsField(QPlainTextEdit):
    """A field for several lines. ``refused(str)`` with a sentence when far too much was pasted; nothing is taken."""

    refused = Signal(str)

    def __init__(self, name: str, hint: str, lines: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + metrics().px(24))

    def insertFromMimeData(self, source: QMimeData) -> None:
        length = len(source.text())
        if length > MOST_PASTED:
            self.refused.emit(
                f"That has {length:,} letters; a pitch has up to 20,000. Nothing was pasted: shorten it first."
            )
        else:
            self.insertPlainText(source.text())


class LengthLine(QWidget):
    """The words and seconds of what is being written, and what to do where they are too many."""

    def __init__(self, settings: MethodSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.chip = Chip("", Tone.PLAIN, Icon.TIMER)
        self.advice = WrapLabel("", Type.SECONDARY, "text-2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().px(S))
        row.addWidget(self.chip)
        row.addWidget(self.advice, 1)

    def judge(self, text: str, kind: PitchKind) -> None:
        """Measure these words as a pitch of this kind."""
        judged = verdict(text, kind, self._settings)
        self.chip.set_chip(*verdict_chip(judged))
        self.advice.setText(judged.advice)
