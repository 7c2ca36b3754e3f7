"""Spoke today, and not now: what is done about somebody who is going cold, wherever they are shown.

Each is done at once, with a toast that takes it back. What the deeds need is imported when one is done: the first
window need not wait for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from netdesk.method.calendar_words import short_day, weekday_and_day
from netdesk.method.changes import Changes
from netdesk.method.rhythm import InteractionKind, snooze_choices
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.row_menu import Entry

if TYPE_CHECKING:
    from netdesk.services.spoke import Spoke

SPOKE_KEY = "Ctrl+Shift+L"
_SAID = {
    InteractionKind.MET: "Met {0} today",
    InteractionKind.CALL: "Spoke with {0} today",
    InteractionKind.ONE_TO_ONE: "One-to-one with {0} today",
    InteractionKind.MESSAGE: "Wrote to {0} today",
    InteractionKind.EMAIL: "E-mailed {0} today",
}


class RhythmDeeds:
    """Each method does one thing with some people; it owns no widget."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def spoke(self, people: Sequence[int], kind: InteractionKind = InteractionKind.CALL) -> None:
        """Note that there was real contact today; the toast offers to write down what was said."""
        from netdesk.services.spoke import spoke_today

        if people:
            note = partial(spoke_today, person_ids=tuple(people), kind=kind, today=self._shell.today())
            self._shell.desk.do(note, partial(self._say_spoke, kind))

    def snooze(self, people: Sequence[int], until: date) -> None:
        """Tell nobody before a day that they are going cold."""
        from netdesk.services.snooze import snooze

        rest = partial(snooze, person_ids=tuple(people), until=until, today=self._shell.today())
        self._shell.desk.do(rest, partial(self._say_snoozed, until))

    def snooze_elsewhen(self, people: Sequence[int]) -> None:
        """Ask for the day."""
        from netdesk.ui.pages.person.snooze_form import open_snooze_form

        open_snooze_form(self._shell, people)

    def unsnooze(self, people: Sequence[int]) -> None:
        """Tell of them again from now on."""
        from netdesk.services.snooze import unsnooze

        self._shell.desk.do(partial(unsnooze, person_ids=tuple(people)), self._say_title)

    def snooze_entries(self, people: Sequence[int], *, snoozed: bool = False) -> list[Entry | None]:
        """The lines of a menu: the days offered, another day, and for who is ``snoozed`` the way back."""
        today = self._shell.today()
        lines: list[Entry | None] = [
            Entry(f"{label}, until {weekday_and_day(day)}", partial(self.snooze, people, day))
            for label, day in snooze_choices(today)
        ]
        lines.append(Entry("Until another day…", partial(self.snooze_elsewhen, people), Icon.DATE))
        if snoozed:
            lines.append(Entry("Tell me again now", partial(self.unsnooze, people), Icon.UNDO))
        return lines

    def _say_spoke(self, kind: InteractionKind, done: Spoke) -> None:
        if not done.talks:
            self._shell.toast(f"That is noted already for {done.who}", undo=not done.changes.is_empty)
            return
        words = [("Add what was said…", partial(self._edit, done.talks[0]))] if len(done.talks) == 1 else []
        self._shell.toast(_SAID[kind].format(done.who), undo=True, actions=words)

    def _edit(self, talk: int) -> None:
        from netdesk.ui.pages.person.log_talk import edit_talk

        edit_talk(self._shell, talk)

    def _say_snoozed(self, until: date, changes: Changes) -> None:
        if changes.is_empty:
            self._shell.toast(f"That is how it is: not before {short_day(until, self._shell.today())}")
        else:
            self._say_title(changes)

    def _say_title(self, changes: Changes) -> None:
        self._shell.toast(changes.title or "Nothing to change", undo=not changes.is_empty)
