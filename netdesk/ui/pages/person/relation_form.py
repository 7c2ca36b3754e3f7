"""Saying how a person and somebody else know each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.method.relations import RelationKind
from netdesk.services.people import PersonName, people_named, person_name
from netdesk.services.relations import (
    Relation,
    RelationDraft,
    add_relation,
    edit_relation,
    relation,
)
from netdesk.ui.pages.person.fields import Choice, ChoiceField, labelled, line, mark_wrong
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell

_WAYS: tuple[tuple[RelationKind, bool], ...] = (
    (RelationKind.KNOWS, True),
    (RelationKind.WORKS_WITH, True),
    (RelationKind.PARTNER, True),
    (RelationKind.CLIENT_OF, True),
    (RelationKind.CLIENT_OF, False),
    (RelationKind.INTRODUCED_BY, True),
    (RelationKind.INTRODUCED_BY, False),
    (RelationKind.OWN, True),
)
"""Each kind as it is read from the person shown; False: from the other side."""


class RelationForm(Sheet):
    """``Grace [is a client of] [Nadia]``; own words may have another reading from the other side."""

    def __init__(
        self, shell: Shell, person: PersonName, noted: Relation | None, state: dict[str, Any]
    ) -> None:
        super().__init__(shell, f"How {person.name[:60]} knows somebody", "Keep it", "Enter keeps it")
        self._person = person
        self._noted = noted
        self.how = QComboBox()
        for kind, first in _WAYS:
            self.how.addItem(kind.label if first else kind.inverse_label)
        self.how.setAccessibleName(self.tr("How they know each other"))
        self.other = ChoiceField(self._search, self.tr("Find a person"))
        given = person.name.split(" ")[0][:40]
        self.words = line("", self.tr("sister of, plays chess with, old school friends …"))
        self.inverse = line("", self.tr("left empty, it reads the same from both sides"))
        self.body.addWidget(labelled(self.tr("{0} …").format(person.name[:60]), self.how))
        self._words = labelled(self.tr("In your words, of {0}").format(given), self.words)
        self._inverse = labelled(self.tr("And of the other, the other way round"), self.inverse)
        self.body.addWidget(self._words)
        self.body.addWidget(labelled(self.tr("Whom"), self.other))
        self.body.addWidget(self._inverse)
        self._fill(state)
        self.how.currentIndexChanged.connect(self._way_chosen)
        self._show_words()

    def begin(self) -> None:
        if self.other.choice() is None:
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.how.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        if self._noted is not None or not (self.other.text().strip() or self.words.text().strip()):
            return {}
        return {
            "person": self._person.id,
            "way": self.how.currentIndex(),
            "other": self.other.choice(),
            "named": self.other.text(),
            "words": self.words.text(),
            "inverse": self.inverse.text(),
        }

    def keep(self) -> None:
        """Note it."""
        other = self.other.choice()
        if other is None:
            self.refuse(
                InvalidInput("Whom do they know? Choose somebody who is in your contacts.", field="other")
            )
            return
        kind, first = _WAYS[self.how.currentIndex()]
        ends = (self._person.id, other) if first else (other, self._person.id)
        draft = RelationDraft(ends[0], ends[1], kind, self.words.text(), self.inverse.text())
        if self._noted is None:
            self.write(partial(add_relation, draft=draft), self._kept)
        else:
            self.write(partial(edit_relation, relation_id=self._noted.id, draft=draft), self._kept)

    def refuse(self, error: NetDeskError) -> None:
        field = error.field if isinstance(error, InvalidInput) else ""
        mark_wrong(self.other, field == "other")
        mark_wrong(self.words, field == "words")
        mark_wrong(self.inverse, field == "inverse")
        self.say(error)

    def _kept(self, _result: object) -> None:
        self.finish()
        name = " ".join(self.other.text()[:60].split())
        self.shell.toast(self.tr("Noted: {0} and {1}").format(self._person.name[:60], name), undo=True)

    def _search(self, text: str) -> Sequence[Choice]:
        found = self.shell.desk.read(partial(people_named, typed=text))
        return [
            (one.id, f"{one.name}, {one.organisation}" if one.organisation else one.name)
            for one in found
            if one.id != self._person.id
        ]

    def _fill(self, state: dict[str, Any]) -> None:
        noted = self._noted
        if noted is None:
            self.how.setCurrentIndex(int(state.get("way", 0)))
            self.other.set_choice(state.get("other"), str(state.get("named", "")))
            self.words.setText(str(state.get("words", "")))
            self.inverse.setText(str(state.get("inverse", "")))
            return
        first = noted.person.id == self._person.id
        other = noted.other if first else noted.person
        ways = [number for number, (kind, _) in enumerate(_WAYS) if kind is noted.kind]
        both = noted.kind is RelationKind.OWN or noted.kind.is_mutual
        self.how.setCurrentIndex(ways[0] if first or both else ways[-1])
        self.other.set_choice(other.id, other.name)
        words = (noted.words, noted.inverse)
        if not first and noted.inverse:
            words = (noted.inverse, noted.words)
        self.words.setText(words[0])
        self.inverse.setText(words[1])

    def _way_chosen(self, _place: int) -> None:
        self._show_words()
        self.grow()

    def _show_words(self) -> None:
        own = _WAYS[self.how.currentIndex()][0] is RelationKind.OWN
        self._words.setVisible(own)
        self._inverse.setVisible(own)


def add_relation_form(shell: Shell, person_id: int, other_id: int | None = None) -> Sheet:
    """Open the card that notes whom somebody knows. Raises ``NotFound``."""
    state: dict[str, Any] = {"person": person_id}
    if other_id is not None:
        other = shell.desk.read(partial(person_name, person_id=other_id))
        state |= {"other": other.id, "named": other.name}
    return _again(shell, state)


def edit_relation_form(shell: Shell, person_id: int, relation_id: int) -> Sheet:
    """Open the card with a relation of somebody in it. Raises ``NotFound``."""
    noted = shell.desk.read(partial(relation, relation_id=relation_id))
    person = noted.person if noted.person.id == person_id else noted.other
    return show_sheet(shell, RelationForm(shell, person, noted, {}), "", lambda _state: None)


def _again(shell: Shell, state: dict[str, Any]) -> Sheet:
    person = shell.desk.read(partial(person_name, person_id=int(state["person"])))
    form = RelationForm(shell, person, None, state)
    return show_sheet(shell, form, form.tr("Whom they know was not kept."), partial(_again, shell))
