"""Choosing the day from which one is told again that somebody is going cold."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.method.rhythm import snooze_choices
from netdesk.services.people import person_name
from netdesk.services.selection import Selection
from netdesk.services.snooze import snooze
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.person.day_choice import DayChoice
from netdesk.ui.pages.person.fields import labelled, mark_wrong
from netdesk.ui.pages.person.rhythm_deeds import ids_of
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import Type
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.paint import one_line

if TYPE_CHECKING:
    from netdesk.ui.pages.person.rhythm_deeds import People

_NAME = 80
_TWO_WEEKS = 1


class SnoozeForm(Sheet):
    """The day by a press, or typed."""

    def __init__(
        self,
        shell: Shell,
        people: People,
        who: str,
        typed: dict[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(shell, f"Leave {who} in peace", "Not before then", "Enter keeps it", parent)
        self._people = people
        why = self.tr("Until that day you are not told that they are going cold. A talk ends it.")
        self.body.addWidget(WrapLabel(why, Type.SECONDARY, "text-2"))
        days = snooze_choices(shell.today())
        self._proposed = days[_TWO_WEEKS][1]
        until = DayChoice(shell, self.tr("How long"), days, typed.get("day", self._proposed))
        self.quick, self.day = until.quick, until.day
        self.body.addWidget(labelled(self.tr("Until"), until))

    def begin(self) -> None:
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.selectAll()

    def state(self) -> dict[str, Any]:
        if self.day.date() == self._proposed:
            return {}
        return {"day": self.day.date()}

    def keep(self) -> None:
        """Keep the day."""
        day = None if self.day.is_wrong() else self.day.date()
        if day is None:
            self.refuse(InvalidInput("Choose a day; in two weeks is a good one.", field="until"))
            return
        self.write(partial(_operation, people=self._people, until=day, today=self.shell.today()), self._kept)

    def refuse(self, error: NetDeskError) -> None:
        mark_wrong(self.day, isinstance(error, InvalidInput))
        self.say(error)

    def _kept(self, changes: Changes) -> None:
        self.finish()
        self.shell.toast(changes.title or "That is how it is already", undo=not changes.is_empty)


def open_snooze_form(
    shell: Shell, people: People, who: str = "", typed: dict[str, Any] | None = None
) -> Sheet:
    """Open the card that asks until when; ``who`` names several people. Raises ``NotFound`` when the one is gone."""
    if not who:
        if isinstance(people, Selection) or len(people) != 1:
            who = "these people"
        else:
            who = one_line(shell.desk.read(partial(person_name, person_id=people[0])).name)[:_NAME]
    form = SnoozeForm(shell, people, who, typed or {})
    return show_sheet(shell, form, "The day is not kept yet.", partial(open_snooze_form, shell, people, who))


def _operation(ws: Workspace, people: People, until: date, today: date) -> Changes:
    return snooze(ws, ids_of(ws, people, today), until, today)
