"""The preview of a one-to-one's sheet: ``open_one_to_one_sheet(shell, one_to_one_id)`` shows it over the window."""

from __future__ import annotations

from netdesk.method.errors import NetDeskError
from netdesk.method.one_to_one_sheet import compose_one_to_one_sheet
from netdesk.services.one_to_one_sheets import one_to_one_sheet_input
from netdesk.ui.printing.file_names import pdf_name
from netdesk.ui.printing.one_to_one_sheet_drawing import lay_one_to_one_sheet
from netdesk.ui.printing.page_layout import LaidSheet, Paper
from netdesk.ui.printing.printer import PrinterChooser, choose_printer
from netdesk.ui.printing.sheet_window import Sheet, SheetWindow
from netdesk.ui.shell import Shell


def open_one_to_one_sheet(
    shell: Shell, one_to_one_id: int, *, chooser: PrinterChooser = choose_printer
) -> OneToOneSheetWindow | None:
    """Show the preview; opened again while it is open, it prints. Gives None, after a toast, without such a plan."""
    open_one = shell.window.findChild(OneToOneSheetWindow)
    if isinstance(open_one, OneToOneSheetWindow) and open_one.isVisible():
        open_one.print_it()
        return open_one
    try:
        content = OneToOneSheetWindow(shell, one_to_one_id, chooser)
    except NetDeskError as error:
        shell.trouble(error)
        return None
    content.show_over_window()
    return content


class OneToOneSheetWindow(SheetWindow):
    """Both sides, to print or to save."""

    def __init__(self, shell: Shell, one_to_one_id: int, chooser: PrinterChooser) -> None:
        super().__init__(shell, chooser)
        self._one_to_one_id = one_to_one_id
        self._read()
        self.arrange(
            Sheet(self.tr("One-to-one"), self.tr("Save the sheet"), self._lay, self._read, self._file_name)
        )

    def _read(self) -> None:
        today = self._shell.today()
        self._input = self._shell.desk.read(
            lambda workspace: one_to_one_sheet_input(workspace, self._one_to_one_id, today)
        )

    def _lay(self, paper: Paper) -> LaidSheet:
        return lay_one_to_one_sheet(compose_one_to_one_sheet(self._input), paper)

    def _file_name(self, laid: LaidSheet) -> str:
        return pdf_name(f"{laid.title} {self._input.starts:%Y-%m-%d}")
