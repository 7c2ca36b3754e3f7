"""Taking contacts out: where to, then a job with progress, then a toast."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from netdesk.background.jobs import Report
from netdesk.services import exporting
from netdesk.services.importing import people
from netdesk.services.selection import Selection
from netdesk.services.workspaces import Workspace
from netdesk.ui.shell import Shell

PATTERNS = ("vCard (*.vcf)", "Table for a spreadsheet (*.csv)", "JSON (*.json)")


def export_people(shell: Shell, selection: Selection | None = None) -> None:
    """Ask where to and write the people of ``selection`` (None: everybody not in the bin)."""
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
