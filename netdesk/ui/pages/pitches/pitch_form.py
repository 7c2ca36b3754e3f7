"""Writing a pitch: title, audience, kind, the words with their length as one types, and the preparation questions."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from netdesk.method.pitches import PitchKind, preparation_questions
from netdesk.services.pitches import Answers, PitchDraft, PitchVersion, edit_pitch, write_pitch
from netdesk.services.preferences import method_settings
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.events.form_parts import field_label
from netdesk.ui.pages.pitches.pitch_fields import LengthLine, WordsField, line_field
from netdesk.ui.pages.pitches.writing_form import WritingForm
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XL, M, S, Type, metrics
from netdesk.ui.widgets.labels import PageTitle, WrapLabel
from netdesk.ui.widgets.overlay import Overlay
from netdesk.ui.widgets.scroll_area import VerticalScroll


def open_pitch_form(
    shell: Shell,
    event_id: int | None,
    now: datetime,
    *,
    version: PitchVersion | None = None,
    answers: Answers | None = None,
    as_new: bool = False,
    kept: dict[str, str] | None = None,
) -> PitchForm:
    """Show the form over the window; what is written is chosen for the event, if there is one."""
    form = PitchForm(shell, event_id, now, version, answers or Answers(), as_new)
    if kept is not None:
        form.restore(kept)
    form.shown_in(shell.show_overlay(form, width=680))
    return form


class PitchForm(WritingForm):
    """The form of one pitch. ``saved(int)`` with the version's id."""

    def __init__(
        self,
        shell: Shell,
        event_id: int | None,
        now: datetime,
        version: PitchVersion | None,
        answers: Answers,
        as_new: bool,
    ) -> None:
        super().__init__(shell, "Save pitch")
        self._event, self._now = event_id, now
        self._settings = shell.desk.read(method_settings)
        self._version, self._answers, self._as_new = version, answers, as_new
        self.title = line_field("Title", "e.g. Inbox to zero")
        self.audience = line_field("For whom", "e.g. owners of small shops")
        self.kind = QComboBox()
        self.kind.setAccessibleName("Kind")
        for kind in PitchKind:
            self.kind.addItem(kind.label, kind.value)
        self.kind.setCurrentIndex(1)
        self.text = WordsField("What I say", "You know how …", 6)
        self.what = line_field("What changed", "What is new in this version")
        self._judged = LengthLine(self._settings)
        self.length, self.advice = self._judged.chip, self._judged.advice
        self.answers: dict[str, WordsField] = {}
        self._labels: dict[str, QWidget] = {}
        self._lay_out()
        self._fill(version, answers)
        self.text.textChanged.connect(self._judge)
        self.text.refused.connect(self.error.say)
        self.kind.currentIndexChanged.connect(self._judge)
        self._judge()
        self._first = self.state()

    def state(self) -> dict[str, str]:
        """Give what stands in the fields."""
        lines = {"title": self.title.text(), "audience": self.audience.text(), "what": self.what.text()}
        texts = {key: field.toPlainText() for key, field in {**self.answers, "text": self.text}.items()}
        return {**lines, **texts, "kind": str(self.kind.currentData())}

    def restore(self, state: dict[str, str]) -> None:
        """Put back what stood in the fields of a form that was closed."""
        for key, line in (("title", self.title), ("audience", self.audience), ("what", self.what)):
            line.setText(state.get(key, ""))
        for key, field in {**self.answers, "text": self.text}.items():
            field.setPlainText(state.get(key, ""))
        self.kind.setCurrentIndex(max(0, self.kind.findData(state.get("kind", ""))))

    def shown_in(self, overlay: Overlay) -> None:
        """Remember the overlay, to close it when all is saved."""
        super().shown_in(overlay)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._version is not None:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Keep the pitch; what cannot be kept is said at its field."""
        draft = PitchDraft(
            self.title.text(),
            PitchKind(self.kind.currentData()),
            self.text.toPlainText(),
            self.audience.text(),
            Answers(**{key: field.toPlainText() for key, field in self.answers.items()}),
        )
        version, event, now = self._version, self._event, self._now
        as_new, what = self._as_new, self.what.text()

        def keep(workspace: Workspace) -> int:
            if version is None:
                return write_pitch(workspace, draft, event)
            return edit_pitch(
                workspace, version.id, draft, now, event_id=event, as_new_version=as_new, what_changed=what
            )

        self._shell.desk.do(keep, self._kept, self.refused, owner=self)

    def fields(self) -> dict[str, QWidget]:
        """Give the fields something can be wrong with."""
        return {"title": self.title, "audience": self.audience, "text": self.text, **self.answers}

    def _kept(self, version: int) -> None:
        self.was_kept(version)
        words = "Pitch saved" if self._event is None else "Pitch saved for this event"
        self._shell.toast(words, undo=True)

    def _judge(self) -> None:
        kind = PitchKind(self.kind.currentData())
        self._judged.judge(self.text.toPlainText(), kind)
        asked = {question.key for question in preparation_questions(kind)}
        for key, field in self.answers.items():
            field.setVisible(key in asked)
            self._labels[key].setVisible(key in asked)

    def _fill(self, version: PitchVersion | None, answers: Answers) -> None:
        frozen = version is not None and version.frozen
        self.what.setVisible(self._as_new or frozen)
        if version is None:
            return
        self.title.setText(version.title)
        self.audience.setText(version.audience)
        self.kind.setCurrentIndex(self.kind.findData(version.kind.value))
        self.text.setPlainText(version.text)
        for key, field in self.answers.items():
            field.setPlainText(getattr(answers, key))

    def _lay_out(self) -> None:
        sizes = metrics()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(sizes.px(XL),) * 4)
        outer.setSpacing(sizes.px(M))
        version = self._version
        if version is None:
            outer.addWidget(PageTitle("Write a pitch"))
        else:
            outer.addWidget(PageTitle("New version" if self._as_new or version.frozen else "Edit the pitch"))
            if version.frozen:
                said = (
                    f"Version {version.number} was said already and stays as it is; a change makes a new one."
                )
                outer.addWidget(WrapLabel(said, Type.SECONDARY, "text-2"))
        inner = self._fields()
        scroll = VerticalScroll(inner)
        scroll.setMinimumHeight(min(inner.sizeHint().height(), sizes.px(520)))
        outer.addWidget(scroll, 1)
        outer.addLayout(self.foot())

    def _fields(self) -> QWidget:
        sizes = metrics()
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, sizes.px(S), 0)
        grid.setHorizontalSpacing(sizes.px(M))
        grid.setVerticalSpacing(sizes.px(S))
        grid.setColumnStretch(1, 1)
        rows: list[tuple[str, QWidget]] = [
            ("Title", self.title),
            ("For whom", self.audience),
            ("Kind", self.kind),
            ("What I say", self.text),
        ]
        for row, (words, field) in enumerate(rows):
            label = field_label(words, field)
            label.setContentsMargins(0, sizes.px(S), 0, 0)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row, 1)
        grid.addWidget(self._judged, len(rows), 1)
        grid.addWidget(self.what, len(rows) + 1, 1)
        for place, question in enumerate(preparation_questions(PitchKind.PRESENTATION), start=len(rows) + 2):
            answer = WordsField(question.words, "", 2)
            answer.refused.connect(self.error.say)
            words_of = WrapLabel(question.words, Type.SECONDARY, "text-2")
            words_of.setMaximumWidth(sizes.px(130))
            grid.addWidget(words_of, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(answer, place, 1)
            self.answers[question.key], self._labels[question.key] = answer, words_of
        return inner

    def left(self) -> None:
        """Offer again what was written."""
        state = self.state()
        if state == self._first:
            return
        shell, event, now = self._shell, self._event, self._now
        version, answers, as_new = self._version, self._answers, self._as_new

        def again() -> None:
            open_pitch_form(shell, event, now, version=version, answers=answers, as_new=as_new, kept=state)

        shell.toast("The pitch was not saved", actions=[("Open it again", again)])
