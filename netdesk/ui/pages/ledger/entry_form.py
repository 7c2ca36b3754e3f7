"""Writing down help given or got, a promise or an ask, and correcting it: who, in which way, what, when.

``open_entry_form(shell, kind, person_id=None, *, entry_id=None, interaction_id=None, words="", way=HelpWay.OTHER)``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from netdesk.method.errors import InvalidInput
from netdesk.method.ledger import GIVEN, EntryState, HelpWay, LedgerKind
from netdesk.services import ledger
from netdesk.services.ledger import EntryDraft, LedgerEntryLine
from netdesk.services.people import people_named, person_name, read_draft
from netdesk.ui.pages.ledger.entry_days import WAITING, EntryDays
from netdesk.ui.pages.ledger.way_chips import WayChips
from netdesk.ui.pages.person.fields import Choice, ChoiceField, labelled, line
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import Type
from netdesk.ui.widgets.buttons import link_button, quiet_button
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.paint import one_line
from netdesk.ui.widgets.segments import Segments

_KINDS = (LedgerKind.GIVE, LedgerKind.PROMISE, LedgerKind.ASK, LedgerKind.RECEIVE)
_KIND_WORDS = ("I helped", "I promise", "I ask", "I was helped")
_TITLES = {
    LedgerKind.GIVE: "Help I gave",
    LedgerKind.RECEIVE: "Help I got",
    LedgerKind.PROMISE: "A promise",
    LedgerKind.ASK: "An ask",
}
_EXAMPLES = {
    LedgerKind.GIVE: "For example: introduction to Rahman Consulting",
    LedgerKind.PROMISE: "For example: review for her website",
    LedgerKind.ASK: "For example: a name at the council",
    LedgerKind.RECEIVE: "For example: testimonial for my site",
}


class EntryForm(Sheet):
    """``entry_id`` None writes a new entry, else corrects that one."""

    def __init__(self, shell: Shell, typed: dict[str, Any], parent: QWidget | None = None) -> None:
        kind: LedgerKind = typed["kind"]
        entry_id: int | None = typed.get("entry_id")
        title = _TITLES[kind] if entry_id else "Give & ask"
        super().__init__(shell, title, "Save" if entry_id else "Write it down", "", parent)
        self._typed, self._entry_id = typed, entry_id
        self.kind_choice = Segments(_KIND_WORDS, _KINDS.index(kind), name=self.tr("What it is"))
        self.kind_choice.picked.connect(self._kind_picked)
        self.body.addWidget(self.kind_choice)
        self.who = ChoiceField(self._search, self.tr("Whose name? Type a part of it"))
        self.who.chosen.connect(self._person_chosen)
        self.body.addWidget(labelled(self.tr("Who"), self.who))
        self.looks_for = WrapLabel("", Type.SECONDARY, "text-2")
        self.looks_for.set_max_lines(3)
        self.body.addWidget(self.looks_for)
        self.way = WayChips(kind, typed["way"])
        self.body.addWidget(labelled(self.tr("In which way"), self.way))
        self.way.changed.connect(self._way_changed)
        self.introduce = link_button(self.tr("Introduce two people, with a message to both…"))
        self.introduce.clicked.connect(self._introduce)
        self.body.addWidget(self.introduce, 0, Qt.AlignmentFlag.AlignLeft)
        self.words = line(str(typed.get("words", "")))
        self.words.setMaxLength(500)
        self.body.addWidget(labelled(self.tr("What"), self.words))
        self.days = EntryDays(shell, typed.get("on", shell.today()), typed.get("due"))
        self.on, self.due, self.quick = self.days.on, self.days.due, self.days.quick
        self.body.addWidget(self.days)
        self.outcome = line(
            str(typed.get("outcome", "")), self.tr("For example: became a £1,200 job for her")
        )
        self.outcome.setMaxLength(500)
        self._outcome_box = labelled(self.tr("What came of it, if you know"), self.outcome)
        self.body.addWidget(self._outcome_box)
        self.delete_button = quiet_button(self.tr("Delete"))
        self.delete_button.clicked.connect(self._delete)
        self.foot.insertWidget(0, self.delete_button)
        # The give of an introduction goes with the introduction.
        self.delete_button.setVisible(bool(entry_id) and typed.get("introduction_id") is None)
        self._show_person(typed.get("person_id"))
        self._show_kind()

    # What stands in the fields -----------------------------------------------------------------------

    def kind(self) -> LedgerKind:
        """What it is."""
        return _KINDS[max(0, self.kind_choice.chosen())]

    def draft(self) -> EntryDraft:
        """What stands in the fields. Raises ``InvalidInput`` when a name or a day is not understood."""
        person = self.who.choice()
        if person is None:
            raise InvalidInput("Who is it about?", "Type a name and choose from the list.", field="person")
        on, due = self.days.days()
        return EntryDraft(
            person,
            self.kind(),
            self.way.way(),
            self.words.text(),
            on=on,
            due=due,
            outcome=self.outcome.text(),
            interaction_id=self._typed.get("interaction_id"),
            event_id=self._typed.get("event_id"),
            group_id=self._typed.get("group_id"),
        )

    def begin(self) -> None:
        field = self.words if self.who.choice() else self.who
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        now = self._typed | {
            "kind": self.kind(),
            "person_id": self.who.choice(),
            "way": self.way.way(),
            "words": self.words.text(),
            "on": self.on.date() or self.shell.today(),
            "due": self.due.date(),
            "outcome": self.outcome.text(),
        }
        if self._entry_id:
            same = all(now[name] == self._typed.get(name) for name in ("kind", "way", "words", "on", "due"))
            return {} if same and now["outcome"] == self._typed.get("outcome") else now
        changed = self.words.text().strip() and self.words.text() != self._typed.get("words", "")
        return now if changed or self.outcome.text().strip() else {}

    # Keeping -----------------------------------------------------------------------------------------

    def keep(self) -> None:
        """Write it down, or save what was corrected."""
        try:
            draft = self.draft()
        except InvalidInput as error:
            self.refuse(error)
            return
        today = self.shell.today()
        if self._entry_id is None:
            self.write(partial(ledger.add_entry, draft=draft, today=today), self._kept)
        else:
            edit = partial(ledger.edit_entry, entry_id=self._entry_id, draft=draft, today=today)
            self.write(edit, self._saved)

    def named_fields(self) -> Mapping[str, QWidget]:
        return {"person": self.who, "on": self.on, "due": self.due, "words": self.words}

    def _kept(self, _entry: int) -> None:
        self.finish()
        words = one_line(self.words.text())[:80] or self.way.way().said_of(self.kind())
        self.shell.toast(f"{self.kind().past}: {words}", undo=True)

    def _saved(self, _changes: object) -> None:
        self.finish()
        self.shell.toast(self.tr("Saved."), undo=True)

    def _delete(self) -> None:
        if self._entry_id is not None:
            self.write(partial(ledger.delete_entry, entry_id=self._entry_id), self._deleted)

    def _deleted(self, _changes: object) -> None:
        self.finish()
        self.shell.toast(self.tr("Deleted the entry."), undo=True)

    # Showing -----------------------------------------------------------------------------------------

    def _search(self, text: str) -> Sequence[Choice]:
        found = self.shell.desk.read(partial(people_named, typed=text))
        return [
            (one.id, f"{one.name}, {one.organisation}" if one.organisation else one.name) for one in found
        ]

    def _person_chosen(self, person_id: int) -> None:
        self._show_looks_for(person_id)
        self.grow()

    def _show_person(self, person_id: int | None) -> None:
        if person_id is not None:
            person = self.shell.desk.read(partial(person_name, person_id=person_id))
            words = f"{person.name}, {person.organisation}" if person.organisation else person.name
            self.who.set_choice(person.id, one_line(words)[:200])
        self._show_looks_for(person_id)

    def _show_looks_for(self, person_id: int | None) -> None:
        """What somebody looks for helps to find a way to help."""
        lines = []
        if person_id is not None:
            draft = self.shell.desk.read(partial(read_draft, person_id=person_id))
            for label, words in (
                ("Ideal client", draft.ideal_client),
                ("Good introduction", draft.good_introduction),
                ("Wants", draft.where_to),
            ):
                if words.strip():
                    lines.append(f"{label}: {one_line(words)[:160]}")
        self.looks_for.setText("\n".join(lines))
        self.looks_for.setVisible(bool(lines))

    def _kind_picked(self, _place: int) -> None:
        self._show_kind()
        self.grow()

    def _show_kind(self) -> None:
        kind = self.kind()
        waiting = kind in WAITING
        self.way.set_kind(kind)
        self.days.show_kind(kind, both=bool(self._entry_id))
        self.words.setPlaceholderText(_EXAMPLES[kind])
        self._show_introduce()
        self._outcome_box.setVisible(not waiting or self._typed.get("state") is EntryState.DONE)

    def _show_introduce(self) -> None:
        wanted = self.way.way() is HelpWay.INTRODUCTION and self.kind() in GIVEN and not self._entry_id
        self.introduce.setVisible(wanted)

    def _way_changed(self) -> None:
        self._show_introduce()
        self.grow()

    def _introduce(self) -> None:
        """Two people are introduced on a card of their own, which writes the help down by itself."""
        person, why = self.who.choice(), self.words.text()
        self.finish()
        open_form = import_module("netdesk.ui.introductions.introduction_form").open_introduction_form
        # After this card is gone: only one may be open.
        QTimer.singleShot(0, self.shell, partial(open_form, self.shell, person, None, why))


def open_entry_form(
    shell: Shell,
    kind: LedgerKind,
    person_id: int | None = None,
    *,
    entry_id: int | None = None,
    interaction_id: int | None = None,
    words: str = "",
    way: HelpWay = HelpWay.OTHER,
) -> Sheet:
    """Open the card for a new entry, or with ``entry_id`` for one that is there. Raises ``NotFound``."""
    if entry_id is not None:
        return _again(shell, _typed(shell.desk.read(partial(ledger.entry, entry_id=entry_id))))
    typed = {
        "kind": kind,
        "person_id": person_id,
        "interaction_id": interaction_id,
        "words": words,
        "way": way,
    }
    return _again(shell, typed)


def _typed(entry: LedgerEntryLine) -> dict[str, Any]:
    names = (
        "kind", "way", "words", "outcome", "on", "due", "person_id", "interaction_id", "event_id", "group_id",
        "introduction_id", "state",
    )  # fmt: skip
    return {name: getattr(entry, name) for name in names} | {"entry_id": entry.id}


def _again(shell: Shell, typed: dict[str, Any]) -> Sheet:
    return show_sheet(shell, EntryForm(shell, typed), "It is not written down yet.", partial(_again, shell))
