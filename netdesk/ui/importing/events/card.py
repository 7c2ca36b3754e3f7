"""The card over the window in which events come in from calendar files: reading, ticking, bringing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from netdesk.services.event_import import (
    EventPlan,
    EventReport,
    bring_events,
    events,
    plan_events,
)
from netdesk.ui.importing.bring_card import BringCard
from netdesk.ui.importing.events.preview import EventPreview
from netdesk.ui.pages.events.event_fields import system_zone
from netdesk.ui.shell import Shell

WIDTH, HEIGHT = 1000, 640
_ADVICE = "Choose a calendar file (.ics), as calendars export and invitations bring it."


class EventCard(BringCard):
    """The card of events."""

    preview: EventPreview
    report: EventReport | None

    def __init__(self, shell: Shell, files: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(shell, files, "events", _ADVICE, parent)
        self._plan: EventPlan | None = None
        self.report = None
        self.preview = EventPreview()
        self.preview.changed.connect(self._count)
        self._lay_out()

    def read(self) -> None:
        """Read the files and find out what is here already; nothing is written."""
        files, zone, today = self.files, system_zone(), self.shell.today()
        self._read(
            lambda ws, report: plan_events(ws, files, zone=zone, today=today, report=report), self.show_plan
        )

    def show_plan(self, plan: EventPlan) -> None:
        """Show what would happen."""
        self._work = None
        self._plan = plan
        self.foot.stop()
        if not plan.rows:
            source = next(iter(plan.problems), None)
            self._say_trouble(
                source.problem if source else "There are no events in this file.",
                source.remedy if source else "",
            )
            return
        self._head.subtitle.setText(
            f"Calendar, {events(len(plan.rows))}. Nothing is written until you say so."
        )
        self.preview.show_plan(plan, self.shell.today())
        self._show_preview(len(plan.rows), self.preview.table)

    def bring(self) -> None:
        """Write what is ticked."""
        rows, plan = self.preview.rows, self._plan
        if rows is None or plan is None:
            return
        ticked, with_people = frozenset(rows.ticked), self.preview.with_people()
        self._write(
            lambda ws, report: bring_events(ws, plan, ticked, with_people=with_people, report=report),
            self.show_report,
        )

    def show_report(self, report: EventReport) -> None:
        """Go to the event that came, or to all of them, and say what was done."""
        self._work = None
        self.report = report
        touched = (*report.added, *report.updated)
        self._close()
        if len(touched) == 1:
            self.shell.open_event(touched[0])
        elif touched:
            self.shell.go("events")
        unread = f"; {len(report.unreadable):,} could not be read" if report.unreadable else ""
        self.shell.toast(f"{report.sentence()}{unread}", undo=True)

    def _accept(self) -> None:
        if not self.is_busy:
            self.bring()

    def _count(self) -> None:
        if self.preview.rows is None:
            return
        new, updated, off = self.preview.rows.coming()
        if new:
            words = f"Add {events(new)}"
        elif updated:
            words = f"Update {events(updated)}"
        else:
            words = f"Bin {events(off)}" if off else "Add events"
        self.foot.primary.setText(words)
        self.foot.primary.setAccessibleName(words)
        self.foot.primary.setEnabled(bool(new or updated or off))
        more = [f"{updated} updated"] if new and updated else []
        if off and (new or updated):
            more.append(f"{off} put into the bin")
        self.foot.say(f"And {' and '.join(more)}." if more else "")
