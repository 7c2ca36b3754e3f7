"""Thanking for a win: whom, with what, and by when. It becomes a follow-up, and shows on Today like any other.

``open_thank_form(shell, win_id, person_id=None)``; without a person it is whoever was not thanked yet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from netdesk.method.errors import InvalidInput, NetDeskError, NotFound
from netdesk.method.follow_ups import FollowUpState
from netdesk.method.typed_dates import quick_dates
from netdesk.services.win_list import win_rows
from netdesk.services.wins import proposed_thanks, thank
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.person.day_choice import DayChoice
from netdesk.ui.pages.person.fields import labelled, line, mark_wrong
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import Type
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.paint import one_line, shortened

_TOMORROW = 1
_LONGEST = 500
_WAYS = (
    "Write {0} a card of thanks",
    "Ring {0} to say thank you",
    "Send {0} something small",
    "Invite {0} to lunch",
)


@dataclass(frozen=True, slots=True)
class ToThank:
    """Somebody in the thanks of a win: ``action`` is what is proposed, ``state`` whether it is planned or done."""

    person_id: int
    name: str
    action: str
    state: FollowUpState | None


@dataclass(frozen=True, slots=True)
class _Win:
    id: int
    name: str
    people: tuple[ToThank, ...]


def _win(ws: Workspace, win_id: int) -> _Win:
    """A win and those I know in its thanks, each once. Raises NotFound."""
    rows = win_rows(ws, [win_id])
    if not rows:
        raise NotFound("That win is not in the workspace any more.", "Choose another one from the list.")
    known = {one.person_id: one for one in reversed(rows[0].people) if one.person_id is not None}
    people = [
        ToThank(person, one.name, proposed_thanks(ws, win_id, person), one.thanked)
        for person, one in reversed(known.items())
    ]
    client = rows[0].client if rows[0].title else ""
    return _Win(win_id, f"{rows[0].name} for {client}" if client else rows[0].name, tuple(people))


class ThankForm(Sheet):
    """What I will do to thank somebody, and on which day."""

    def __init__(self, shell: Shell, win: _Win, state: dict[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(shell, "Thank them", "Plan it", "Enter plans it", parent)
        self._win = win
        self.about = WrapLabel(shortened(win.name, 160), Type.SECONDARY, "text-2")
        self.body.addWidget(self.about)
        self.whom = QComboBox()
        self.whom.setAccessibleName("Whom to thank")
        for one in win.people:
            self.whom.addItem(f"{shortened(one.name, 80)}{_STATES.get(one.state, '')}", one.person_id)
        whom_box = labelled("Whom", self.whom)
        whom_box.setVisible(len(win.people) > 1)
        self.body.addWidget(whom_box)
        self.action = line("", "What will you do?")
        self.action.setMaxLength(_LONGEST)
        self.body.addWidget(labelled("What", self.action))
        days = quick_dates(shell.today())
        when = DayChoice(shell, "When", days, state.get("day", days[_TOMORROW][1]))
        self.quick, self.day = when.quick, when.day
        self.body.addWidget(labelled("When", when))
        self.whom.setCurrentIndex(max(self.whom.findData(state.get("person")), 0))
        self._propose()
        self.action.setText(str(state.get("action", self.action.text())))
        self.whom.currentIndexChanged.connect(self._propose)

    def begin(self) -> None:
        self.action.setFocus(Qt.FocusReason.OtherFocusReason)
        self.action.selectAll()

    def state(self) -> dict[str, Any]:
        person = self._person()
        if self.action.text() == person.action and self.quick.chosen() == _TOMORROW:
            return {}
        return {
            "win": self._win.id,
            "person": person.person_id,
            "action": self.action.text(),
            "day": self.day.date(),
        }

    def keep(self) -> None:
        """Plan it."""
        day = None if self.day.is_wrong() else self.day.date()
        if day is None:
            self.refuse(InvalidInput("Choose a day.", "Type it like tomorrow or 4 Dec.", field="due"))
            return
        plan = partial(
            thank, win_id=self._win.id, person_id=self._person().person_id, due=day, action=self.action.text()
        )
        self.write(plan, self._planned)

    def refuse(self, error: NetDeskError) -> None:
        field = error.field if isinstance(error, InvalidInput) else ""
        mark_wrong(self.action, field == "action")
        mark_wrong(self.day, field == "due")
        mark_wrong(self.whom, field == "thanks")
        self.say(error)

    def _planned(self, _follow_up: int) -> None:
        self.finish()
        done = self._person()
        others = [one for one in self._win.people if one.person_id != done.person_id and one.state is None]
        offers = (
            [(f"Thank {shortened(others[0].name, 40)} too…", self._next(others[0].person_id))]
            if others
            else []
        )
        self.shell.toast(f"Planned: {one_line(self.action.text())[:80]}", undo=True, actions=offers)

    def _next(self, person_id: int) -> Callable[[], None]:
        shell, win_id = self.shell, self._win.id

        def thank_another() -> None:
            open_thank_form(shell, win_id, person_id)

        return thank_another

    def _person(self) -> ToThank:
        return self._win.people[max(self.whom.currentIndex(), 0)]

    def _propose(self) -> None:
        person = self._person()
        self.action.setText(person.action)
        short = one_line(person.name).split(" ")[0][:40]
        completer = QCompleter([person.action, *(way.format(short) for way in _WAYS)], self.action)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.action.setCompleter(completer)
        self.title.setText(f"Thank {shortened(person.name, 80)}")


_STATES: dict[FollowUpState | None, str] = {
    FollowUpState.OPEN: " · planned already",
    FollowUpState.DONE: " · thanked",
}


def open_thank_form(shell: Shell, win_id: int, person_id: int | None = None) -> Sheet | None:
    """Open the card that plans a thank-you; None, with a word why, where there is nobody to thank."""
    try:
        win = shell.desk.read(partial(_win, win_id=win_id))
    except NotFound as error:
        shell.trouble(error)
        return None
    waiting = [one for one in win.people if one.state is None]
    if not win.people or (person_id is not None and person_id not in {one.person_id for one in win.people}):
        shell.toast("Say first, in the win, who it came through.")
        return None
    if person_id is None and not waiting:
        shell.toast("Everybody is thanked for this win, or it is planned.")
        return None
    chosen = person_id if person_id is not None else waiting[0].person_id
    return _show(shell, win, {"win": win_id, "person": chosen})


def _again(shell: Shell, state: dict[str, Any]) -> Sheet:
    return _show(shell, shell.desk.read(partial(_win, win_id=int(state["win"]))), state)


def _show(shell: Shell, win: _Win, state: dict[str, Any]) -> Sheet:
    sheet = ThankForm(shell, win, state)
    return show_sheet(shell, sheet, "The thank-you is not planned yet.", partial(_again, shell))
