"""The card over the window in which events come in from calendar files: reading, ticking, bringing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from netdesk.method.errors import NetDeskError
from netdesk.services.event_import import (
    EventPlan,
    EventReport,
    bring_events,
    events,
    plan_events,
)
from netdesk.ui.bridge.desk import Work
from netdesk.ui.importing.card_head import CardHead
from netdesk.ui.importing.events.preview import EventPreview
from netdesk.ui.importing.foot import Foot
from netdesk.ui.importing.rule import Rule
from netdesk.ui.pages.events.event_fields import system_zone
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.empty_state import EmptyState

WIDTH, HEIGHT = 1000, 640


class EventCard(QWidget):
    """Signal ``closed()`` at the end, ``choose_asked()`` for other files."""

    closed = Signal()
    choose_asked = Signal()

    def __init__(self, shell: Shell, files: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell
        self.files = tuple(files)
        self._work: Work | None = None
        self._plan: EventPlan | None = None
        self.report: EventReport | None = None
        name = self.files[0].name if len(self.files) == 1 else f"{len(self.files)} files"
        self._head = CardHead(f"Bring events from {name}", "Nothing is written until you say so.")
        self.setAccessibleName(f"Bring events from {name}")
        self.preview = EventPreview()
        self.trouble: EmptyState | None = None
        self.foot = Foot()
        self.foot.refused.connect(self.refuse)
        self.foot.accepted.connect(self._accept)
        self.preview.changed.connect(self._count)
        self._body = QStackedLayout()
        self._lay_out()

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._work is not None and not self._work.is_over

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to decide here: it was brought in, or cannot be read."""
        return not self.is_busy and (self.report is not None or self.trouble is not None)

    def read(self) -> None:
        """Read the files and find out what is here already; nothing is written."""
        self.foot.primary.hide()
        self.foot.start("Reading…")
        files, zone, today = self.files, system_zone(), self.shell.today()
        work = self.shell.desk.work(
            self,
            "Reading events",
            lambda ws, report: plan_events(ws, files, zone=zone, today=today, report=report),
            self.show_plan,
            progress=self.foot.advance,
            failed=self._failed,
            cancelled=self._close,
            writes=False,
        )
        self._work = None if work.is_over else work

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
        self._body.setCurrentWidget(self.preview)
        self.foot.primary.show()
        self._count()
        if len(plan.rows) == 1 and self.foot.primary.isEnabled():
            # Whoever opened an invitation only wants to say yes.
            self.foot.primary.setFocus()
        else:
            self.preview.table.setFocus()

    def bring(self) -> None:
        """Write what is ticked."""
        rows, plan = self.preview.rows, self._plan
        if rows is None or plan is None:
            return
        ticked, with_people = frozenset(rows.ticked), self.preview.with_people()
        self.preview.setEnabled(False)
        self.foot.primary.setEnabled(False)
        self.foot.start("Bringing…")
        work = self.shell.desk.work(
            self,
            "Bringing events",
            lambda ws, report: bring_events(ws, plan, ticked, with_people=with_people, report=report),
            self.show_report,
            progress=self.foot.advance,
            failed=self._not_brought,
            cancelled=self._stopped,
        )
        self._work = None if work.is_over else work

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

    def refuse(self) -> None:
        """Cancel what is under way; else leave."""
        if self.is_busy and self._work is not None:
            self.foot.cancel.setEnabled(False)
            self.foot.say("Stopping…")
            self._work.cancel()
        else:
            self._close()

    def stop(self) -> None:
        """The card goes away: whatever is under way ends."""
        if self.is_busy and self._work is not None:
            self._work.cancel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops what is under way before it closes the card."""
        if event.key() == Qt.Key.Key_Escape and self.is_busy and self._plan is not None:
            self.refuse()
            return
        super().keyPressEvent(event)

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

    def _failed(self, error: NetDeskError) -> None:
        self._work = None
        self.foot.stop()
        self._say_trouble(error.what, error.remedy)

    def _say_trouble(self, what: str, remedy: str) -> None:
        advice = remedy or "Choose a calendar file (.ics), as calendars export and invitations bring it."
        self.trouble = EmptyState(Icon.WARNING, what, advice, primary="Choose another file…")
        self.trouble.primary_clicked.connect(self.choose_asked)
        self._head.subtitle.setText("Nothing was written.")
        self._body.addWidget(self.trouble)
        self._body.setCurrentWidget(self.trouble)
        self.foot.primary.hide()
        self.foot.cancel.setText("Close")
        self.foot.cancel.setAccessibleName("Close")

    def _not_brought(self, error: NetDeskError) -> None:
        self._back_to_preview(f"{error.what} {error.remedy}".strip())

    def _stopped(self) -> None:
        self._back_to_preview("Stopped. Nothing was brought.")

    def _back_to_preview(self, text: str) -> None:
        self._work = None
        self.preview.setEnabled(True)
        self._count()
        self.foot.stop(text)
        self.foot.cancel.setEnabled(True)

    def _close(self) -> None:
        self.closed.emit()

    def _lay_out(self) -> None:
        self._head.closed.connect(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        # Before anything is put into it: a stack without a parent shows its first page as a window of its own.
        column.addLayout(self._body, 1)
        self._body.addWidget(QWidget())
        self._body.addWidget(self.preview)
        column.addWidget(Rule())
        column.addWidget(self.foot)
