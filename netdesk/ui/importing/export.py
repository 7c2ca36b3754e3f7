"""Taking contacts out: where to, then a job with progress, then a toast."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Protocol, runtime_checkable

from netdesk.background.jobs import Report
from netdesk.services import exporting
from netdesk.services.importing import people
from netdesk.services.selection import Selection
from netdesk.services.workspaces import Workspace
from netdesk.ui.shell import Shell

ONE, ALL, NOBODY = "Only this person", "Everybody", "Cancel"
PATTERNS = ("vCard (*.vcf)", "Table for a spreadsheet (*.csv)", "JSON (*.json)")


@runtime_checkable
class HasSelection(Protocol):
    """A page on which people can be selected."""

    def selection(self) -> Selection:
        """Who is selected now."""
        ...


def export_people(shell: Shell, selection: Selection | None = None) -> None:
    """Ask where to and write the people of ``selection``; with none, or None, everybody not in the bin.

    When one person is selected, as there nearly always is one, a person says who is meant.
    """
    if selection is not None and not selection.is_all and len(selection.ids) == 1:
        answer = shell.dialogs.choose(
            shell.window, "Export contacts", "Whom do you want to export?", (ALL, ONE, NOBODY)
        )
        if answer not in {ALL, ONE}:
            return
        selection = selection if answer == ONE else None
    elif selection is not None and not selection.is_all and not selection.ids:
        selection = None
    path = shell.dialogs.save_file(shell.window, "Export contacts", "Contacts.vcf", PATTERNS)
    if path is None:
        return
    if not path.suffix:
        path = path.with_suffix(".vcf")
    today = shell.today()

    def job(ws: Workspace, report: Report) -> int:
        return exporting.export(ws, path, selection, report, today=today)

    shell.desk.work(shell, "Exporting contacts", job, partial(_say, shell, path), writes=False)


def _say(shell: Shell, path: Path, count: int) -> None:
    shell.toast(f"{people(count)} written to {path.name}")
