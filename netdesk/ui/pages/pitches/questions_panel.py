"""Before I stand up: the preparation questions and my answers, changed in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.method.pitches import PitchKind, preparation_questions
from netdesk.services.pitch_page import PitchPage
from netdesk.ui.pages.events.in_place import PAD, InPlaceText
from netdesk.ui.theme.metrics import XS, Type, metrics
from netdesk.ui.widgets.buttons import shortcut_tooltip
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.panel import Panel

_LONGEST = 2_000
_LABEL = 190


class QuestionsPanel(Panel):
    """Every question with its answer. ``saved(str, str)``: a question's key and the new answer."""

    saved = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Before I stand up", parent=parent)
        self.setToolTip(shortcut_tooltip("Answer the questions", "E"))
        self.body.setSpacing(metrics().px(XS - 2))
        self._pitch = 0
        self.rows: dict[str, AnswerRow] = {}
        for question in preparation_questions(PitchKind.PRESENTATION):
            row = AnswerRow(question.key, question.words)
            row.saved.connect(self.saved)
            self.rows[question.key] = row
            self.body.addWidget(row)

    def show_pitch(self, page: PitchPage) -> None:
        """Show the answers of a pitch."""
        if page.id != self._pitch:
            self.finish()
        self._pitch = page.id
        asked = {question.key for question in preparation_questions(page.kind)}
        for key, row in self.rows.items():
            row.setVisible(key in asked)
            row.answer.set_text(getattr(page.answers, key))

    def start(self) -> None:
        """Open the first question that has no answer yet, else the first."""
        shown = [row for row in self.rows.values() if not row.isHidden()]
        empty = [row for row in shown if not row.answer.text()]
        for row in (empty or shown)[:1]:
            row.answer.edit()

    def finish(self) -> None:
        """Save whatever is open."""
        for row in self.rows.values():
            row.answer.finish()


class AnswerRow(QWidget):
    """A question and its answer on one line, or more."""

    saved = Signal(str, str)

    def __init__(self, key: str, question: str, hint: str = "Answer it", *, longest: int = _LONGEST) -> None:
        super().__init__()
        self._key = key
        sizes = metrics()
        self.answer = InPlaceText(question, hint, many_lines=longest == _LONGEST, longest=longest)
        self.answer.saved.connect(self._saved)
        label = WrapLabel(question, Type.SECONDARY, "faint")
        ruler = QFontMetrics(sizes.font(Type.SECONDARY))
        # A label that wraps would give its width away before the answer does.
        label.setFixedWidth(min(ruler.horizontalAdvance(question) + 4, sizes.px(_LABEL)))
        holder = QWidget()
        held = QHBoxLayout(holder)
        held.setContentsMargins(0, sizes.px(PAD) // 2, 0, sizes.px(PAD) // 2)
        held.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.px(XS))
        row.addWidget(holder, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.answer, 1, Qt.AlignmentFlag.AlignTop)

    def _saved(self, text: str) -> None:
        self.saved.emit(self._key, text)
