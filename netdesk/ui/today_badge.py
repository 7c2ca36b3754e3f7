"""The red number beside Today: how many things need me."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from netdesk.method.changes import Changes
from netdesk.services.needs import Needs, needs
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.nav import NavBar

PLACE = "today"
_TABLES = ("card", "event", "follow_up", "ledger_entry", "one_to_one", "person")


class TodayBadge(QObject):
    """Counts anew when something changed or the day turned, and writes the number into the side bar."""

    def __init__(self, shell: Shell, nav: NavBar) -> None:
        super().__init__(nav)
        self._shell = shell
        self._nav = nav
        if nav.has(PLACE):
            shell.desk.changed.connect(self._changed)
            shell.day_clock.struck.connect(self.count)
            self.count()

    def count(self) -> None:
        """Count what needs me now."""
        self._shell.desk.ask(self, "needs", partial(needs, now=self._shell.now()), self._show)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*_TABLES):
            self.count()

    def _show(self, found: Needs) -> None:
        self._nav.set_count(PLACE, found.all, urgent=True)
