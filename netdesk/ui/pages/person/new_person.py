"""Somebody new in under ten seconds: one line typed or pasted, the fields below fill themselves."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from netdesk.method.contact_kinds import PointKind
from netdesk.method.errors import InvalidInput
from netdesk.services.capture import AlreadyHere, already_here, draft_from_text
from netdesk.services.contact_points import Point
from netdesk.services.people import PersonDraft, clean_draft, new_person
from netdesk.ui.customs import customs_at
from netdesk.ui.pages.person.fields import CompletingLine, labelled, line, mark_wrong
from netdesk.ui.pages.person.form import known_organisations
from netdesk.ui.pages.person.sheet import Sheet, Words, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import S, Type, metrics
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.labels import ElidedLabel, WrapLabel

_FIELDS = (
    ("given", "First name"),
    ("family", "Last name"),
    ("organisation", "Organisation"),
    ("role", "Role"),
    ("email", "E-mail"),
    ("phone", "Phone"),
)
_LONGEST = 20_000


class NewPerson(Sheet):
    """Type or paste above, correct below. A field changed by hand is left alone from then on."""

    def __init__(self, shell: Shell, state: dict[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(shell, "New person", "Add", "Enter adds, Shift+Enter makes a new line", parent)
        self._read = PersonDraft()
        self._region = customs_at(shell.desk).region
        self._by_hand: set[str] = set()
        self._same: AlreadyHere | None = None
        self.paste = Words(
            str(state.get("paste", "")),
            self.tr("Type or paste: name, firm, e-mail, phone – in any order, or an e-mail signature"),
            enter_keeps=True,
            lines=4,
        )
        large = metrics().font(Type.BODY)
        large.setPixelSize(metrics().px(15))
        self.paste.setFont(large)
        self.paste.kept.connect(self.keep_once)
        self.paste.textChanged.connect(self._typed)
        self.body.addWidget(self.paste, 1)
        grid = QGridLayout()
        grid.setSpacing(metrics().px(S))
        self.fields: dict[str, QLineEdit] = {}
        for place, (name, label) in enumerate(_FIELDS):
            known = CompletingLine(partial(known_organisations, shell)) if name == "organisation" else None
            field = known or line()
            field.setMaxLength(300)
            field.textEdited.connect(self._corrected)
            self.fields[name] = field
            grid.addWidget(labelled(self.tr(label), field), place // 2, place % 2)
        self.body.addLayout(grid)
        self.more = WrapLabel("", Type.SECONDARY, "text-2")
        self.more.set_max_lines(3)
        self.body.addWidget(self.more)
        self.body.addWidget(self._make_warning())
        for name, text in dict(state.get("fields", {})).items():
            self.fields[name].setText(text)
            self._by_hand.add(name)
        self._typed()

    def begin(self) -> None:
        self.paste.setFocus(Qt.FocusReason.OtherFocusReason)
        self.paste.moveCursor(self.paste.textCursor().MoveOperation.End)

    def state(self) -> dict[str, Any]:
        by_hand = {name: field.text() for name, field in self.fields.items() if name in self._by_hand}
        typed = self.paste.toPlainText()
        return {"paste": typed, "fields": by_hand} if typed.strip() or any(by_hand.values()) else {}

    def draft(self) -> PersonDraft:
        """What would be added: what was read, and what was corrected by hand."""
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        points = [
            point
            for kind, text in ((PointKind.EMAIL, typed["email"]), (PointKind.PHONE, typed["phone"]))
            if text
            for point in [self._point(kind, text)]
        ]
        points += self._others()
        return replace(
            self._read,
            given=typed["given"],
            family=typed["family"],
            organisation=typed["organisation"],
            role=typed["role"],
            points=tuple(points),
        )

    def keep(self) -> None:
        """Add the person and show them."""
        try:
            draft = clean_draft(self.draft())
        except InvalidInput as error:
            self.say(error)
            return
        self.write(
            partial(new_person, draft=draft, region=self._region),
            partial(self._added, draft.name),
        )

    def warning(self) -> str:
        """What is said about somebody who is here already; empty when nothing is."""
        return "" if self._warning.isHidden() else self._words.text()

    def open_same(self) -> None:
        """Show the person who is here already instead."""
        if self._same is not None:
            person = self._same.person.id
            self.finish()
            self.shell.open_person(person)

    def _added(self, name: str, person_id: int) -> None:
        self.finish()
        self.shell.open_person(person_id)
        self.shell.toast(self.tr("Added {0}").format(name), undo=True)

    def _typed(self) -> None:
        text = self.paste.toPlainText()[:_LONGEST]
        self._read = draft_from_text(text, self._region)
        firsts = {
            kind: next((point.value for point in self._read.points if point.kind is kind), "")
            for kind in (PointKind.EMAIL, PointKind.PHONE)
        }
        known = {
            "given": self._read.given,
            "family": self._read.family,
            "organisation": self._read.organisation,
            "role": self._read.role,
            "email": firsts[PointKind.EMAIL],
            "phone": firsts[PointKind.PHONE],
        }
        for name, words in known.items():
            if name not in self._by_hand:
                self.fields[name].setText(words[:300])
        others = [point.value.replace("\n", ", ") for point in self._others()]
        also = self.tr("Also: {0}").format(", ".join(others)) if others else ""
        note = (
            self.tr("Into the note: {0}").format(self._read.note.replace("\n", "; "))
            if self._read.note
            else ""
        )
        self.more.setText("\n".join(part for part in (also, note) if part))
        self.more.setVisible(bool(also or note))
        self._look()

    def _corrected(self) -> None:
        for name, field in self.fields.items():
            if field is self.sender():
                self._by_hand.add(name)
        self._look()

    def _look(self) -> None:
        """Ask who is here already, once the keys rest."""
        self.trouble.hide()
        mark_wrong(self.fields["email"], False)
        ask = partial(already_here, draft=self.draft(), region=self._region)
        self.shell.desk.ask(self, "same", ask, self._warn)

    def _warn(self, found: AlreadyHere | None) -> None:
        self._same = found
        if found is not None:
            self._words.setText(
                self.tr("Already here: {0} ({1})").format(found.person.name, found.same.words)
            )
        changed = self._warning.isHidden() == (found is not None)
        self._warning.setVisible(found is not None)
        if changed:
            self.grow()

    def _make_warning(self) -> QWidget:
        self._warning = QWidget()
        row = QHBoxLayout(self._warning)
        row.setContentsMargins(0, 0, 0, 0)
        self._words = ElidedLabel("", Type.SECONDARY_MEDIUM, "warn-text")
        row.addWidget(self._words)
        open_link = link_button(self.tr("Open"))
        open_link.clicked.connect(self.open_same)
        row.addWidget(open_link)
        row.addStretch(1)
        self._warning.hide()
        return self._warning

    def _others(self) -> list[Point]:
        """Points that have no line of their own: second numbers, web addresses, a postal address."""
        seen: set[PointKind] = set()
        others = []
        for point in self._read.points:
            if point.kind in (PointKind.EMAIL, PointKind.PHONE) and point.kind not in seen:
                seen.add(point.kind)
                continue
            others.append(point)
        return others

    def _point(self, kind: PointKind, value: str) -> Point:
        known = next((point for point in self._read.points if point.kind is kind), None)
        return Point(kind, value, known.label if known else kind.use_labels[0])


def add_person(shell: Shell, state: dict[str, Any] | None = None) -> Sheet:
    """Open the card for somebody new."""
    sheet = NewPerson(shell, state or {})
    return show_sheet(shell, sheet, "The new person is not added yet.", partial(add_person, shell))
