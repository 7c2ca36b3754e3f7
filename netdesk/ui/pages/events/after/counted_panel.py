"""A part of the debrief with counts that are pressed or typed, written at once and shown as they were pressed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from netdesk.method.errors import NetDeskError
from netdesk.services.debrief import Debrief
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.events.after.own_writes import OwnWrites
from netdesk.ui.pages.events.form_parts import ErrorLine
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.count_field import CountField
from netdesk.ui.widgets.panel import Panel


class CountedPanel(Panel):
    """``error`` says why a count cannot be kept. A subclass hands over its fields with ``watch``."""

    def __init__(self, title: str, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._shell = shell
        self._debrief: Debrief | None = None
        self._fields: Sequence[CountField] = ()
        self._writes = OwnWrites(shell, self, self._show_again)
        self.error = ErrorLine()

    def watch(self, fields: Sequence[CountField], counted: Callable[[int], None]) -> None:
        """Call ``counted`` when a count changes, and say what is wrong with one that cannot be."""
        self._fields = fields
        for field in fields:
            field.changed.connect(counted)
            field.refused.connect(self.error.say)

    def keep(self, operation: Callable[[Workspace], Any]) -> None:
        """Keep counts; where that is refused they are shown as they were, and why."""
        self._writes.do(operation, self._refused)

    def show_debrief(self, debrief: Debrief) -> None:
        """Show the counts of an event; what is typed for another one is kept first."""
        another = self._debrief is None or self._debrief.event_id != debrief.event_id
        if another:
            self.finish()
            for field in self._fields:
                field.take_back()
        self._debrief = debrief
        self.show_parts(debrief, another or not self._writes.are_under_way())

    def show_parts(self, debrief: Debrief, settled: bool) -> None:
        """Show what was read; unless ``settled`` the counts on the screen are newer. Subclasses override this."""

    def finish(self) -> None:
        """Save whatever is open."""
        for field in self._fields:
            field.flush()

    def _show_again(self) -> None:
        if self._debrief is not None:
            self.show_debrief(self._debrief)

    def _refused(self, error: NetDeskError) -> None:
        self._show_again()
        self.error.say(str(error))
