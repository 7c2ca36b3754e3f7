"""Moving a follow-up to a day of one's choice, and to a time of that day where it matters."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.method.today import moving_days
from netdesk.method.typed_times import parse_typed_time
from netdesk.services.follow_ups import move_follow_up
from netdesk.services.today import FollowUpLine
from netdesk.ui.pages.person.day_choice import DayChoice
from netdesk.ui.pages.person.fields import labelled, line, mark_wrong
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.paint import one_line

_ACTION = 80


class MoveForm(Sheet):
    """The day by a press or typed, the time typed or left empty."""

    def __init__(
        self, shell: Shell, follow_up: FollowUpLine, typed: dict[str, Any], parent: QWidget | None = None
    ) -> None:
        title = f"Move “{one_line(follow_up.action)[:_ACTION]}”"
        super().__init__(shell, title, "Move it", "Enter moves it", parent)
        self._follow_up = follow_up
        clock = f"{follow_up.at:%H:%M}" if follow_up.at else ""
        self.at = line(str(typed.get("at", clock)), self.tr("time"), self.tr("Time of day, if it matters"))
        self.at.setFixedWidth(metrics().px(84))
        days = moving_days(shell.today())
        self._proposed = days[0][1]
        when = DayChoice(shell, self.tr("When"), days, typed.get("day", self._proposed), beside=self.at)
        self.quick, self.day = when.quick, when.day
        self.body.addWidget(labelled(self.tr("When"), when))

    def begin(self) -> None:
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.selectAll()

    def state(self) -> dict[str, Any]:
        if self.day.date() == self._proposed:
            return {}
        return {"day": self.day.date(), "at": self.at.text()}

    def keep(self) -> None:
        """Move it."""
        day = None if self.day.is_wrong() else self.day.date()
        typed = self.at.text().strip()
        at = parse_typed_time(typed) if typed else None
        if day is None:
            self.refuse(InvalidInput("Choose a day; tomorrow is a good one.", field="due"))
        elif typed and at is None:
            self.refuse(InvalidInput("That is no time of day.", "Type it like 10:00 or 3 pm.", field="at"))
        else:
            today = self.shell.today()
            move = partial(move_follow_up, follow_up_id=self._follow_up.id, to=day, today=today, at=at)
            self.write(move, self._moved)

    def _moved(self, changes: Changes) -> None:
        self.finish()
        self.shell.toast(changes.title or "It stays on that day", undo=not changes.is_empty)

    def refuse(self, error: NetDeskError) -> None:
        field = error.field if isinstance(error, InvalidInput) else ""
        mark_wrong(self.day, field == "due")
        mark_wrong(self.at, field == "at")
        self.say(error)


def open_move_form(shell: Shell, follow_up: FollowUpLine, typed: dict[str, Any] | None = None) -> Sheet:
    """Open the card that moves a follow-up."""
    form = MoveForm(shell, follow_up, typed or {})
    return show_sheet(shell, form, "It is not moved yet.", partial(open_move_form, shell, follow_up))
