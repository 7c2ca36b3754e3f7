"""The card over the window in which contacts come in: reading, looking, bringing, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from netdesk.services import importing
from netdesk.services.importing import Action, ImportPlan, ImportReport, Verdict
from netdesk.services.levels import levels
from netdesk.ui.importing.bring_card import BringCard
from netdesk.ui.importing.outcome import Outcome
from netdesk.ui.importing.preview import Preview
from netdesk.ui.importing.words import people_button, subtitle, tag_proposal
from netdesk.ui.shell import Shell

WIDTH, HEIGHT = 1000, 760
_ADVICE = "Choose a vCard file (.vcf), or the table your address book or LinkedIn exports (.csv)."


class ImportCard(BringCard):
    """The card of contacts. Signal ``shrunk()`` with less to show."""

    preview: Preview
    report: ImportReport | None
    shrunk = Signal()

    def __init__(self, shell: Shell, files: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(shell, files, "contacts", _ADVICE, parent)
        self._plan: ImportPlan | None = None
        self.report = None
        self.outcome: Outcome | None = None
        self.preview = Preview(shell.desk.read(levels))
        self.preview.changed.connect(self._count)
        self._lay_out()

    # Reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the files and find out who is new; nothing is written."""
        files = self.files
        self._read(lambda ws, report: importing.plan(ws, files, report), self.show_plan)

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
        self._show_preview(len(plan.rows), self.preview.table)

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
        self._write(
            lambda ws, report: importing.bring(ws, plan, decisions, tag=tag, level=level, report=report),
            self.show_report,
        )

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

    def _leave(self) -> None:
        """Leave: to the people who came, when they are offered."""
        self._close()
        if self.report is None:
            return
        if self.report.tag is not None:
            self.shell.go("contacts", tag=self.report.tag)
        else:
            self.shell.go("contacts")
