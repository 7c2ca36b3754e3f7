"""Spoke today, and not now: what is done about somebody who is going cold, wherever they are shown.

Each is done at once, with a toast that takes it back. What the deeds need is imported when one is done: the first
window need not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QMenu

from netdesk.method.calendar_words import short_day, weekday_and_day
from netdesk.method.changes import Changes
from netdesk.method.rhythm import InteractionKind, snooze_choices
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import icon
from netdesk.ui.widgets.row_menu import Entry

if TYPE_CHECKING:
    from netdesk.services.selection import Selection
    from netdesk.services.spoke import Spoke
    from netdesk.services.workspaces import Workspace

    People = Sequence[int] | Selection

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

    def spoke(self, people: People, kind: InteractionKind = InteractionKind.CALL) -> None:
        """Note that there was real contact today; the toast offers to write down what was said."""
        from netdesk.services.spoke import spoke_today

        today = self._shell.today()

        def note(ws: Workspace) -> Spoke:
            return spoke_today(ws, ids_of(ws, people, today), kind, today)

        self._shell.desk.do(note, partial(self._say_spoke, kind))

    def snooze(self, people: People, until: date) -> None:
        """Tell nobody before a day that they are going cold."""
        from netdesk.services.snooze import snooze

        today = self._shell.today()

        def rest(ws: Workspace) -> Changes:
            return snooze(ws, ids_of(ws, people, today), until, today)

        self._shell.desk.do(rest, partial(self._say_snoozed, until))

    def snooze_elsewhen(self, people: People, who: str = "") -> None:
        """Ask for the day; ``who`` names several people in words."""
        from netdesk.ui.pages.person.snooze_form import open_snooze_form

        open_snooze_form(self._shell, people, who)

    def unsnooze(self, people: People) -> None:
        """Tell of them again from now on."""
        from netdesk.services.snooze import unsnooze

        today = self._shell.today()

        def tell(ws: Workspace) -> Changes:
            return unsnooze(ws, ids_of(ws, people, today))

        self._shell.desk.do(tell, self._say_title)

    def snooze_entries(self, people: People, who: str = "", *, snoozed: bool = False) -> list[Entry | None]:
        """The lines of a menu: the days offered, another day, and for who may be ``snoozed`` the way back."""
        today = self._shell.today()
        lines: list[Entry | None] = [
            Entry(f"{label}, until {weekday_and_day(day)}", partial(self.snooze, people, day))
            for label, day in snooze_choices(today)
        ]
        lines.append(Entry("Until another day…", partial(self.snooze_elsewhen, people, who), Icon.DATE))
        if snoozed:
            lines.append(Entry("Tell me again now", partial(self.unsnooze, people), Icon.UNDO))
        return lines

    def add_to_menu(self, menu: QMenu, people: People, who: str = "") -> None:
        """Put "Spoke today" and the days of "Not now" into a menu on people."""
        spoke = menu.addAction(icon(Icon.TICK), "Spoke today")
        spoke.setShortcut(QKeySequence(SPOKE_KEY))
        spoke.setShortcutVisibleInContextMenu(True)
        spoke.triggered.connect(partial(_run, partial(self.spoke, people)))
        days = menu.addMenu(icon(Icon.SNOOZE), "Not now")
        for entry in self.snooze_entries(people, who, snoozed=self._may_be_snoozed(people)):
            if entry is not None:
                glyph = icon(entry.icon) if entry.icon else QIcon()
                days.addAction(glyph, entry.text).triggered.connect(partial(_run, entry.run))

    def _may_be_snoozed(self, people: People) -> bool:
        """Whether one of them is; of all people of a question it is not asked, as that may take a while."""
        from netdesk.services.selection import Selection
        from netdesk.services.snooze import snoozed_until

        ids = people.ids if isinstance(people, Selection) else people
        if isinstance(people, Selection) and people.is_all:
            return True
        asked = partial(snoozed_until, person_ids=tuple(ids), today=self._shell.today())
        return self._shell.desk.read(asked) is not None

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


def ids_of(ws: Workspace, people: People, today: date) -> Sequence[int]:
    """Resolve people who are meant by a question; ids are given back as they are."""
    from netdesk.services.selection import Selection, chosen_ids

    return chosen_ids(ws, people, today) if isinstance(people, Selection) else tuple(people)


def _run(deed: Callable[[], None], _checked: bool = False) -> None:
    deed()
