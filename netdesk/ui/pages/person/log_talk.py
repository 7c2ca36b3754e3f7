"""Logging a conversation, and correcting one: when, how, with whom, what was said."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.errors import InvalidInput
from netdesk.method.one_to_ones import Outcome
from netdesk.method.rhythm import InteractionKind
from netdesk.services.conversations import (
    LOGGED_KINDS,
    Conversation,
    delete_conversation,
    edit_conversation,
    log_conversation,
    people_of,
    read_conversation,
)
from netdesk.services.people import PersonName, person_name
from netdesk.ui.pages.person.fields import labelled, line, mark_wrong, past_day
from netdesk.ui.pages.person.sheet import Sheet, Words, show_sheet
from netdesk.ui.pages.person.with_people import WithPeople
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import M, S, metrics
from netdesk.ui.widgets.buttons import quiet_button
from netdesk.ui.widgets.growing_scroll import GrowingScroll
from netdesk.ui.widgets.segments import Segments

_OUTCOMES = tuple(Outcome)
_TOP = Qt.AlignmentFlag.AlignTop


class LogTalk(Sheet):
    """``talk_id`` None logs a new conversation, else corrects that one."""

    def __init__(
        self,
        shell: Shell,
        said: Conversation,
        people: tuple[PersonName, ...],
        talk_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        who = people[0].name if len(people) == 1 else f"{len(people)} people"
        title = f"Log a conversation with {who}" if talk_id is None else f"The conversation with {who}"
        if not people:
            title = "Log a conversation"
        super().__init__(
            shell, title[:120], "Log" if talk_id is None else "Save", "Ctrl+Enter keeps it", parent
        )
        self._talk_id = talk_id
        self._before = said
        self._fields = self._make_room()
        self.how = Segments([kind.label for kind in LOGGED_KINDS], name=self.tr("How"))
        self.how.set_chosen(LOGGED_KINDS.index(said.kind) if said.kind in LOGGED_KINDS else 0)
        self.how.picked.connect(self._how_picked)
        self.when = past_day(shell, self.tr("today, yesterday, last Friday, 14 Oct …"))
        self.when.set_date(said.on)
        first = QHBoxLayout()
        first.setSpacing(metrics().px(S))
        first.addWidget(labelled(self.tr("How"), self.how), 0, _TOP)
        first.addWidget(labelled(self.tr("When"), self.when), 1, _TOP)
        self._fields.addLayout(first)
        self._fields.addWidget(self._make_people(people))
        self._fields.addWidget(self._make_one_to_one(said))
        self.words = Words(said.words, self.tr("What was said? What did you learn?"), lines=5)
        self.words.kept.connect(self.keep_once)
        self._fields.addWidget(labelled(self.tr("What was said"), self.words), 1)
        self.made = line(
            said.made_together, self.tr("A leaflet, a talk, an offer: leave it empty if nothing was")
        )
        self.made.setMaxLength(500)
        self.made_field = labelled(self.tr("Made together"), self.made)
        self.made.setAccessibleName(self.tr("Made together"))
        self._fields.addWidget(self.made_field)
        if talk_id is not None:
            delete = quiet_button(self.tr("Delete"))
            delete.clicked.connect(self._delete)
            self.foot.insertWidget(0, delete)
        self._show_one_to_one()

    def _make_room(self) -> QVBoxLayout:
        inside = QWidget()
        fields = QVBoxLayout(inside)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(metrics().px(M))
        area = GrowingScroll(inside)
        area.grew.connect(self.grow)
        self.body.addWidget(area, 1)
        return fields

    def _make_people(self, people: tuple[PersonName, ...]) -> QWidget:
        self.people = WithPeople(self.shell, people)
        self.people.changed.connect(self.grow)
        return labelled(self.tr("With"), self.people)

    def _make_one_to_one(self, said: Conversation) -> QWidget:
        self.together = QWidget()
        box = QVBoxLayout(self.together)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(metrics().px(S))
        self.objective = line(said.objective, self.tr("For example: understand the ideal client"))
        self.place = line(said.place, self.tr("Where"))
        chosen = _OUTCOMES.index(said.outcome) if said.outcome else -1
        self.outcome = Segments([one.label for one in _OUTCOMES], chosen, name=self.tr("Outcome"))
        box.addWidget(labelled(self.tr("Objective"), self.objective))
        row = QHBoxLayout()
        row.setSpacing(metrics().px(S))
        row.addWidget(labelled(self.tr("Reached?"), self.outcome), 0, _TOP)
        row.addWidget(labelled(self.tr("Place"), self.place), 1, _TOP)
        box.addLayout(row)
        return self.together

    def begin(self) -> None:
        field = self.words if self.people.people() else self.people.more
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def kind(self) -> InteractionKind:
        """How it was."""
        return LOGGED_KINDS[max(self.how.chosen(), 0)]

    def conversation(self) -> Conversation:
        """What stands in the fields. Raises ``InvalidInput`` when the day or a person is not understood."""
        on = self.when.date()
        if on is None or self.when.is_wrong():
            raise InvalidInput("When was it?", "Type a day, such as yesterday or 14 Oct.", field="on")
        if self.people.is_wrong():
            raise InvalidInput("There is nobody of that name here.", "Choose from the list.", field="people")
        chosen = self.outcome.chosen()
        return Conversation(
            self.kind(),
            on,
            self.people.people(),
            self.words.toPlainText(),
            self._before.title,
            self.place.text(),
            self.objective.text(),
            _OUTCOMES[chosen] if chosen >= 0 else None,
            self.made.text(),
        )

    def state(self) -> dict[str, Any]:
        try:
            said = self.conversation()
        except InvalidInput:
            said = None
        if said is not None and said == self._before:
            return {}
        if said is None and not (self.words.toPlainText().strip() or self.objective.text().strip()):
            return {}
        kept = said or Conversation(
            self.kind(),
            self._before.on,
            self._before.people,
            self.words.toPlainText(),
            objective=self.objective.text(),
            made_together=self.made.text(),
        )
        return {"said": kept, "talk": self._talk_id}

    def keep(self) -> None:
        """Log it, or save what was corrected."""
        try:
            said = self.conversation()
        except InvalidInput as error:
            mark_wrong(self.when, error.field == "on")
            mark_wrong(self.people.more, error.field == "people")
            self.say(error)
            return
        today = self.shell.today()
        if self._talk_id is None:
            self.write(partial(log_conversation, said=said, today=today), self._logged)
        else:
            edit = partial(edit_conversation, conversation_id=self._talk_id, said=said, today=today)
            self.write(edit, self._saved)

    def _logged(self, _talk: int) -> None:
        self.finish()
        self.shell.toast(self.tr("Logged: {0}").format(self.kind().label), undo=True)

    def _saved(self, _changes: object) -> None:
        self.finish()
        self.shell.toast(self.tr("Saved the conversation."), undo=True)

    def _delete(self) -> None:
        if self._talk_id is not None:
            self.write(partial(delete_conversation, conversation_id=self._talk_id), self._deleted)

    def _deleted(self, _changes: object) -> None:
        self.finish()
        self.shell.toast(self.tr("Deleted the conversation."), undo=True)

    def _how_picked(self, _place: int) -> None:
        self._show_one_to_one()
        self.grow()

    def _show_one_to_one(self) -> None:
        self.together.setVisible(self.kind() is InteractionKind.ONE_TO_ONE)
        self.made_field.setVisible(self.kind().is_real_contact)


def log_talk(shell: Shell, person_id: int | None, kind: InteractionKind = InteractionKind.MET) -> Sheet:
    """Open the card that logs a conversation with somebody; None: the card asks with whom."""
    people = () if person_id is None else (person_id,)
    return _again(shell, {"said": Conversation(kind, shell.today(), people), "talk": None})


def edit_talk(shell: Shell, talk_id: int) -> Sheet:
    """Open the card that corrects a conversation. Raises ``NotFound``."""
    said = shell.desk.read(partial(read_conversation, conversation_id=talk_id))
    people = shell.desk.read(partial(people_of, conversation_id=talk_id))
    return _show(shell, LogTalk(shell, said, people, talk_id))


def _again(shell: Shell, state: dict[str, Any]) -> Sheet:
    said: Conversation = state["said"]
    people = tuple(shell.desk.read(partial(person_name, person_id=one)) for one in said.people)
    return _show(shell, LogTalk(shell, said, people, state["talk"]))


def _show(shell: Shell, sheet: LogTalk) -> Sheet:
    return show_sheet(shell, sheet, "The conversation is not logged yet.", partial(_again, shell))
