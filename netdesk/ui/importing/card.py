"""The card over the window in which contacts come in: reading, looking, bringing, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from netdesk.method.errors import NetDeskError
from netdesk.services import importing
from netdesk.services.importing import Action, ImportPlan, ImportReport, Verdict
from netdesk.services.levels import levels
from netdesk.ui.bridge.desk import Work
from netdesk.ui.importing.card_head import CardHead
from netdesk.ui.importing.foot import Foot
from netdesk.ui.importing.outcome import Outcome
from netdesk.ui.importing.preview import Preview
from netdesk.ui.importing.rule import Rule
from netdesk.ui.importing.words import people_button, subtitle, tag_proposal
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.empty_state import EmptyState

WIDTH, HEIGHT = 1000, 760


class ImportCard(QWidget):
    """Signals: ``closed()`` at the end, ``choose_asked()`` for other files, ``shrunk()`` with less to show."""

    closed = Signal()
    choose_asked = Signal()
    shrunk = Signal()

    def __init__(self, shell: Shell, files: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell
        self.files = tuple(files)
        self._work: Work | None = None
        self._plan: ImportPlan | None = None
        self.report: ImportReport | None = None
        name = self.files[0].name if len(self.files) == 1 else f"{len(self.files)} files"
        self._head = CardHead(f"Bring contacts from {name}", "Nothing is written until you say so.")
        self.preview = Preview(shell.desk.read(levels))
        self.outcome: Outcome | None = None
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

    # Reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the files and find out who is new; nothing is written."""
        self.foot.primary.hide()
        self.foot.start("Reading…")
        files = self.files
        work = self.shell.desk.work(
            self,
            "Reading contacts",
            lambda ws, report: importing.plan(ws, files, report),
            self.show_plan,
            progress=self.foot.advance,
            failed=self._failed,
            cancelled=self._close,
            writes=False,
        )
        self._work = None if work.is_over else work

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what would happen."""
        self._work = None
        self._plan = plan
        self.foot.stop()
        self._head.subtitle.setText(subtitle(plan, self.shell.today()))
        if not plan.rows:
            source = next(iter(plan.problems), None)
            self._say_trouble(
                source.problem if source else "There are no contacts in this file.",
                source.remedy if source else "",
            )
            return
        self.preview.show_plan(plan, tag_proposal(plan, self.shell.today()))
        self._body.setCurrentWidget(self.preview)
        self.foot.primary.show()
        self._count()
        if len(plan.rows) == 1 and self.foot.primary.isEnabled():
            # Whoever opened one person's card only wants to say yes.
            self.foot.primary.setFocus()
        else:
            self.preview.table.setFocus()

    def _failed(self, error: NetDeskError) -> None:
        self._work = None
        self.foot.stop()
        self._say_trouble(error.what, error.remedy)

    def _say_trouble(self, what: str, remedy: str) -> None:
        advice = (
            remedy or "Choose a vCard file (.vcf), or the table your address book or LinkedIn exports (.csv)."
        )
        self.trouble = EmptyState(Icon.WARNING, what, advice, primary="Choose another file…")
        self.trouble.primary_clicked.connect(self._ask_for_others)
        self._head.subtitle.setText("Nothing was written.")
        self._body.addWidget(self.trouble)
        self._body.setCurrentWidget(self.trouble)
        self.foot.primary.hide()
        self.foot.cancel.setText("Close")
        self.foot.cancel.setAccessibleName("Close")

    # Choosing --------------------------------------------------------------------------------

    def _count(self) -> None:
        rows = self.preview.rows
        if rows is None:
            return
        self.foot.primary.setText(people_button(rows.coming()))
        self.foot.primary.setAccessibleName(people_button(rows.coming()))
        self.foot.primary.setEnabled(rows.coming() > 0 or rows.asking() > 0)
        warnings = len(rows.plan.remarks)
        if warnings:
            details = "1 detail" if warnings == 1 else f"{warnings:,} details"
            self.foot.say(f"{details} cannot be kept; the report will name them.")

    def _accept(self) -> None:
        if self.report is not None:
            self._close()
        elif not self.is_busy and self._has_decided():
            self.bring()

    def _has_decided(self) -> bool:
        """Ask once about all rows nobody decided about; "Let me look" goes back to them."""
        rows = self.preview.rows
        if rows is None or not rows.asking():
            return True
        many = "1 person has" if rows.asking() == 1 else f"{rows.asking():,} people have"
        look, put, add, leave = "Let me look", "Fill in those here", "Add them all", "Leave them out"
        answer = self.shell.dialogs.choose(
            self,
            "Who is this?",
            f"{many} the same name as somebody here. NetDesk cannot know whether it is the same person.",
            (add, put, leave, look),
        )
        chosen = {put: Action.UPDATE, add: Action.ADD, leave: Action.LEAVE}.get(answer or look)
        if chosen is None:
            self.preview.show_only(Verdict.TO_DECIDE)
            return False
        rows.settle(chosen)
        return True

    # Bringing --------------------------------------------------------------------------------

    def bring(self) -> None:
        """Write what was chosen."""
        rows, plan = self.preview.rows, self._plan
        if rows is None or plan is None:
            return
        decisions, tag, level = dict(rows.decisions), self.preview.tag(), self.preview.level()
        self.preview.setEnabled(False)
        self.foot.primary.setEnabled(False)
        self.foot.start("Bringing…")
        work = self.shell.desk.work(
            self,
            "Bringing contacts",
            lambda ws, report: importing.bring(ws, plan, decisions, tag=tag, level=level, report=report),
            self.show_report,
            progress=self.foot.advance,
            failed=self._not_brought,
            cancelled=self._stopped,
        )
        self._work = None if work.is_over else work

    def show_report(self, report: ImportReport) -> None:
        """Show what came of it."""
        self._work = None
        self.report = report
        self._head.title.setText(f"{report.sentence()} from {report.title}")
        self._head.subtitle.setText(
            "One undo takes the whole of it back." if report.operation else "Nothing changed."
        )
        self.outcome = Outcome(report)
        self.outcome.save_asked.connect(self._save_report)
        self._body.addWidget(self.outcome)
        self._body.setCurrentWidget(self.outcome)
        if not report.unreadable and not report.warnings:
            # Figures alone need no room for a table.
            self._body.removeWidget(self.preview)
            self.preview.hide()
            self.shrunk.emit()
        self.foot.stop()
        self.foot.cancel.setText("Show them")
        self.foot.cancel.setAccessibleName("Show them")
        self.foot.cancel.setVisible(bool(report.operation))
        self.foot.primary.setText("Done")
        self.foot.primary.setAccessibleName("Done")
        self.foot.primary.setEnabled(True)
        self.foot.primary.setFocus()
        if report.operation:
            self.shell.toast(report.sentence(), undo=True)

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

    def _save_report(self, text: str) -> None:
        path = self.shell.dialogs.save_file(self, "Save the report", "Contacts report.txt", ("Text (*.txt)",))
        if path is None:
            return
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            self.foot.say(f"The report could not be saved: {error.strerror}.")
        else:
            self.foot.say(f"Saved as {path.name}.")

    # Leaving ---------------------------------------------------------------------------------

    def refuse(self) -> None:
        """Cancel what is under way; else leave: to the people who came, when they are offered."""
        if self.is_busy and self._work is not None:
            self.foot.cancel.setEnabled(False)
            self.foot.say("Stopping…")
            self._work.cancel()
        elif self.report is not None:
            self._show_people()
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

    def _show_people(self) -> None:
        tag = self.report.tag if self.report is not None else None
        self._close()
        if tag is not None:
            self.shell.go("contacts", tag=tag)
        else:
            self.shell.go("contacts")

    def _ask_for_others(self) -> None:
        self.choose_asked.emit()

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
