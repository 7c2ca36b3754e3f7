"""Planning a follow-up: what, and by when."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.method.follow_ups import ACTION_CHOICES
from netdesk.method.typed_dates import quick_dates
from netdesk.method.typed_times import parse_typed_time
from netdesk.services.follow_ups import add_follow_up, proposed_action
from netdesk.services.people import PersonName, person_name
from netdesk.ui.pages.person.day_choice import DayChoice
from netdesk.ui.pages.person.fields import labelled, line, mark_wrong
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import metrics

_TOMORROW = 1


class PlanFollowUp(Sheet):
    """What I will do for or with somebody, and on which day."""

    def __init__(
        self,
        shell: Shell,
        person: PersonName,
        proposed: str,
        state: dict[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(shell, f"Follow up with {person.name[:80]}", "Plan it", "Enter plans it", parent)
        self._person = person
        self._proposed = proposed
        self.action = line(str(state.get("action", proposed)), self.tr("What will you do?"))
        self.action.setMaxLength(500)
        completer = QCompleter(list(ACTION_CHOICES), self.action)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.action.setCompleter(completer)
        self.body.addWidget(labelled(self.tr("What"), self.action))
        self.at = line(str(state.get("at", "")), self.tr("time"), self.tr("Time of day, if it matters"))
        self.at.setFixedWidth(metrics().px(76))
        days = quick_dates(shell.today())
        day = state.get("day", days[_TOMORROW][1])
        when = DayChoice(shell, self.tr("When"), days, day, beside=self.at)
        self.quick, self.day = when.quick, when.day
        self.body.addWidget(labelled(self.tr("When"), when))

    def begin(self) -> None:
        self.action.setFocus(Qt.FocusReason.OtherFocusReason)
        self.action.selectAll()

    def state(self) -> dict[str, Any]:
        if self.action.text() == self._proposed and self.quick.chosen() == _TOMORROW:
            return {}
        return {
            "person": self._person.id,
            "action": self.action.text(),
            "day": self.day.date(),
            "at": self.at.text(),
        }

    def keep(self) -> None:
        """Plan it."""
        day = None if self.day.is_wrong() else self.day.date()
        typed = self.at.text().strip()
        at = parse_typed_time(typed) if typed else None
        if typed and at is None:
            self.refuse(InvalidInput("That is no time of day.", "Type it like 10:00 or 3 pm.", field="at"))
            return
        plan = partial(add_follow_up, person_id=self._person.id, action=self.action.text(), due=day, at=at)
        self.write(plan, self._planned)

    def _planned(self, _follow_up: int) -> None:
        self.finish()
        words = self.tr("Planned: {0}").format(" ".join(self.action.text()[:80].split()))
        self.shell.toast(words, undo=True)

    def refuse(self, error: NetDeskError) -> None:
        field = error.field if isinstance(error, InvalidInput) else ""
        mark_wrong(self.action, field == "action")
        mark_wrong(self.day, field == "due")
        mark_wrong(self.at, field == "at")
        self.say(error)


def plan_follow_up(shell: Shell, person_id: int) -> Sheet:
    """Open the card that plans a follow-up with somebody. Raises ``NotFound``."""
    return _again(shell, {"person": person_id})


def _again(shell: Shell, state: dict[str, Any]) -> Sheet:
    number = int(state["person"])
    person = shell.desk.read(partial(person_name, person_id=number))
    proposed = shell.desk.read(partial(proposed_action, person_id=number))
    sheet = PlanFollowUp(shell, person, proposed, state)
    return show_sheet(shell, sheet, "The follow-up is not planned yet.", partial(_again, shell))
