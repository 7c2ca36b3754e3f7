"""Introducing two people: who to whom, why, and a message to both to copy or to send; made today, or kept for later.

``open_introduction_form(shell, person_id, other_id=None, why="", *, introduction_id=None)``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from netdesk.method.calendar_words import short_day
from netdesk.method.errors import InvalidInput
from netdesk.services import introductions
from netdesk.services.fits import Fit
from netdesk.services.introductions import IntroductionDraft
from netdesk.services.people import people_named, person_name
from netdesk.ui.introductions.message_box import MessageBox
from netdesk.ui.introductions.offers import Offers
from netdesk.ui.introductions.outcome_form import open_outcome_form
from netdesk.ui.pages.person.fields import Choice, ChoiceField, labelled, line, mark_wrong, past_day
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import M, metrics
from netdesk.ui.widgets.buttons import plain_button, quiet_button
from netdesk.ui.widgets.labels import Faint
from netdesk.ui.widgets.paint import one_line

_TITLE = 60


class IntroductionForm(Sheet):
    """``introduction_id`` None proposes or makes a new one, else goes on with one that is to be made."""

    def __init__(self, shell: Shell, typed: dict[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(shell, "Introduce two people", "Made today", "Ctrl+Enter: made", parent)
        self._typed = typed
        self._introduction_id: int | None = typed.get("introduction_id")
        self.person = ChoiceField(self._search, self.tr("Whom it is for"))
        self.other = ChoiceField(self._search, self.tr("Whom they should meet"))
        two = QHBoxLayout()
        two.setSpacing(metrics().px(M))
        two.addWidget(labelled(self.tr("Introduce"), self.person), 1)
        two.addWidget(labelled(self.tr("to"), self.other), 1)
        self.body.addLayout(two)
        self.offers = Offers(shell)
        self.offers.taken.connect(self._take)
        self.offers.grew.connect(self.grow)
        self.body.addWidget(self.offers)
        self.why = line(str(typed.get("why", "")), self.tr("What they could do for each other"))
        self.why.setMaxLength(500)
        self.body.addWidget(labelled(self.tr("Why (for me)"), self.why))
        self.message = MessageBox(shell)
        self.message.kept.connect(self.keep_once)
        self.body.addWidget(self.message, 1)
        self.body.addLayout(self._make_when())
        self._make_foot()
        self._day_changed(self.on.date())
        self.person.chosen.connect(self._one_chosen)
        self.other.chosen.connect(self._one_chosen)
        self._show_names()
        self.message.show_two(self.person.choice(), self.other.choice(), str(typed.get("message", "")))
        self._offer()

    def _make_when(self) -> QHBoxLayout:
        self.both = QCheckBox(self.tr("It helps both of them"))
        self.both.setToolTip(self.tr("Counts as help for each of the two"))
        self.both.setChecked(bool(self._typed.get("both")))
        self.on = past_day(self.shell, self.tr("today, yesterday, 14 Nov …"))
        self.on.set_date(self._typed.get("on", self.shell.today()))
        self.on.setAccessibleName(self.tr("Made on"))
        self.on.setFixedWidth(metrics().px(150))
        self.on.date_changed.connect(self._day_changed)
        row = QHBoxLayout()
        row.setSpacing(metrics().px(M))
        row.addWidget(self.both)
        row.addStretch(1)
        row.addWidget(Faint(self.tr("Made on")))
        row.addWidget(self.on)
        return row

    def _make_foot(self) -> None:
        self.later = plain_button(self.tr("Keep for later"))
        self.later.clicked.connect(self.keep_for_later)
        self.foot.insertWidget(self.foot.count() - 1, self.later)
        self.keep_button.setMinimumWidth(metrics().px(112))
        if self._introduction_id is not None:
            delete = quiet_button(self.tr("Delete"), Icon.BIN)
            delete.clicked.connect(self._delete)
            self.foot.insertWidget(0, delete)

    # What stands in the fields -----------------------------------------------------------------------

    def draft(self) -> IntroductionDraft:
        """What stands in the fields. Raises ``InvalidInput`` when one of the two is not known."""
        person, other = self.person.choice(), self.other.choice()
        if person is None:
            raise InvalidInput(
                "Whom do you introduce?", "Type a name and choose from the list.", field="person"
            )
        if other is None:
            raise InvalidInput("To whom?", "Type a name and choose from the list.", field="other")
        return IntroductionDraft(person, other, self.why.text(), self.message.text())

    def begin(self) -> None:
        empty = next((one for one in (self.person, self.other) if one.choice() is None), None)
        field = empty or self.message.words
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        now = self._typed | {
            "person_id": self.person.choice(),
            "other_id": self.other.choice(),
            "why": self.why.text(),
            "message": self.message.own_text(),
            "on": self.on.date() or self.shell.today(),
            "both": self.both.isChecked(),
        }
        names = ("person_id", "other_id", "why", "message")
        return {} if all(now[name] == self._typed.get(name, "") for name in names) else now

    # Keeping -----------------------------------------------------------------------------------------

    def keep(self) -> None:
        """The two were brought together."""
        try:
            draft, on = self.draft(), self.on.date()
            if on is None or self.on.is_wrong():
                raise InvalidInput("When was it?", "Type a day, such as yesterday or 14 Nov.", field="on")
        except InvalidInput as error:
            self.refuse(error)
            return
        make = partial(
            _make, draft=draft, number=self._introduction_id, on=on, both=self.both.isChecked(),
            today=self.shell.today(),
        )  # fmt: skip
        self.write(make, self._made)

    def keep_for_later(self) -> None:
        """Put it on the list of introductions to be made."""
        if self.is_kept or self._is_under_way:
            return
        try:
            draft = self.draft()
        except InvalidInput as error:
            self.refuse(error)
            return
        if self._introduction_id is None:
            self.write(partial(introductions.propose, draft=draft), self._kept_for_later)
        else:
            edit = partial(
                introductions.edit_introduction, introduction_id=self._introduction_id, draft=draft
            )
            self.write(edit, self._kept_for_later)

    def named_fields(self) -> Mapping[str, QWidget]:
        return {"person": self.person, "other": self.other, "on": self.on, "why": self.why}

    def _made(self, _number: int) -> None:
        self.finish()
        self.shell.toast(f"Introduced {self._two()}.", undo=True)

    def _kept_for_later(self, _number: object) -> None:
        self.finish()
        self.shell.toast(f"To be introduced: {self._two()}.", undo=True)

    def _delete(self) -> None:
        if self._introduction_id is not None:
            delete = partial(introductions.delete_introduction, introduction_id=self._introduction_id)
            self.write(delete, self._deleted)

    def _deleted(self, _changes: object) -> None:
        self.finish()
        self.shell.toast(self.tr("Taken off the list of introductions."), undo=True)

    # Showing -----------------------------------------------------------------------------------------

    def _two(self) -> str:
        return f"{_name(self.person)} to {_name(self.other)}"

    def _search(self, text: str) -> Sequence[Choice]:
        found = self.shell.desk.read(partial(people_named, typed=text))
        return [(one.id, _choice(one.name, one.organisation)) for one in found]

    def _show_names(self) -> None:
        for field, name in ((self.person, "person_id"), (self.other, "other_id")):
            number = self._typed.get(name)
            if number is not None:
                person = self.shell.desk.read(partial(person_name, person_id=number))
                field.set_choice(person.id, _choice(person.name, person.organisation))
        self._say_title()

    def _say_title(self) -> None:
        known = self.person.choice() is not None and self.other.choice() is not None
        self.title.setText(f"Introduce {self._two()}" if known else self.tr("Introduce two people"))

    def _one_chosen(self, _number: int) -> None:
        # The completer writes the choice into the line after this; then the next empty line has the keyboard.
        QTimer.singleShot(0, self, self.begin)
        self._two_changed()

    def _two_changed(self) -> None:
        mark_wrong(self.person, False)
        mark_wrong(self.other, False)
        self._say_title()
        self._offer()
        self.message.show_two(self.person.choice(), self.other.choice())
        self.grow()

    def _offer(self) -> None:
        """Offer those who fit, as long as nobody is chosen."""
        self.offers.show_for(self.person.choice() if self.other.choice() is None else None)

    def _take(self, fit: Fit) -> None:
        self.other.set_choice(fit.other_id, _choice(fit.other, fit.other_organisation))
        if not self.why.text().strip():
            self.why.setText(fit.why)
        self._two_changed()
        self.message.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _day_changed(self, day: date | None) -> None:
        today = self.shell.today()
        said = "today" if day is None or day == today else short_day(day, today)
        self.keep_button.setText(f"Made {said}")
        self.keep_button.setAccessibleName(f"Made {said}")


def _make(ws: Any, *, draft: IntroductionDraft, number: int | None, on: date, both: bool, today: date) -> int:
    """One step of the history: what was typed, and that it was made."""
    if number is None:
        return introductions.make_introduction(ws, draft, on, helps_both=both, today=today)
    return introductions.make_edited(ws, number, draft, on, helps_both=both, today=today)


def _choice(name: str, organisation: str) -> str:
    return one_line(f"{name}, {organisation}" if organisation else name)[:200]


def _name(field: ChoiceField) -> str:
    return field.text().split(",")[0][:_TITLE]


def open_introduction_form(
    shell: Shell,
    person_id: int | None = None,
    other_id: int | None = None,
    why: str = "",
    *,
    introduction_id: int | None = None,
) -> Sheet:
    """Open the card for a new introduction, or for one on the list. Raises ``NotFound``."""
    if introduction_id is None:
        return _again(shell, {"person_id": person_id, "other_id": other_id, "why": why})
    line_ = shell.desk.read(partial(introductions.introduction, introduction_id=introduction_id))
    if line_.state.is_made:
        return open_outcome_form(shell, introduction_id)
    names = ("person_id", "other_id", "why", "message")
    return _again(
        shell, {name: getattr(line_, name) for name in names} | {"introduction_id": introduction_id}
    )


def _again(shell: Shell, typed: dict[str, Any]) -> Sheet:
    sheet = IntroductionForm(shell, typed)
    return show_sheet(shell, sheet, "The introduction is not kept yet.", partial(_again, shell))
