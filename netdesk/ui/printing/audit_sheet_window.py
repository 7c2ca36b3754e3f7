"""The preview of a group's audit: ``open_audit_sheet(shell, group_id)`` shows it over the window."""

from __future__ import annotations

from netdesk.method.audit_sheet import compose_audit_sheet
from netdesk.method.errors import NetDeskError
from netdesk.services.audit_sheets import audit_sheet_input
from netdesk.ui.money import money
from netdesk.ui.printing.audit_sheet_drawing import lay_audit_sheet
from netdesk.ui.printing.file_names import pdf_name
from netdesk.ui.printing.page_layout import LaidSheet, Paper
from netdesk.ui.printing.printer import PrinterChooser, choose_printer
from netdesk.ui.printing.sheet_window import Sheet, SheetWindow
from netdesk.ui.shell import Shell


def open_audit_sheet(
    shell: Shell, group_id: int, *, chooser: PrinterChooser = choose_printer
) -> AuditSheetWindow | None:
    """Show the preview; opened again while it is open, it prints. Gives None, after a toast, without such a group."""
    open_one = shell.window.findChild(AuditSheetWindow)
    if isinstance(open_one, AuditSheetWindow) and open_one.isVisible():
        open_one.print_it()
        return open_one
    try:
        content = AuditSheetWindow(shell, group_id, chooser)
    except NetDeskError as error:
        shell.trouble(error)
        return None
    content.show_over_window()
    return content


class AuditSheetWindow(SheetWindow):
    """A group's audit, to print or to save."""

    def __init__(self, shell: Shell, group_id: int, chooser: PrinterChooser) -> None:
        super().__init__(shell, chooser)
        self._group_id = group_id
        self._read()
        self.arrange(
            Sheet(self.tr("Audit"), self.tr("Save the audit"), self._lay, self._read, self._file_name)
        )

    def _read(self) -> None:
        today = self._shell.today()
        self._audit = self._shell.desk.read(
            lambda workspace: audit_sheet_input(workspace, self._group_id, today)
        )

    def _lay(self, paper: Paper) -> LaidSheet:
        return lay_audit_sheet(compose_audit_sheet(self._audit, money), paper)

    def _file_name(self, laid: LaidSheet) -> str:
        return pdf_name(f"Audit {laid.title}")
