"""The preview of an event's debrief sheet: ``open_debrief_sheet(shell, event_id)`` shows it over the window."""

from __future__ import annotations

from dataclasses import replace

from netdesk.method.debrief_sheet import DebriefSheet, compose_debrief_sheet
from netdesk.method.errors import NetDeskError
from netdesk.services.preferences import method_settings
from netdesk.services.sheets import debrief_sheet_input
from netdesk.ui.money import money
from netdesk.ui.printing.debrief_sheet_drawing import lay_debrief_sheet
from netdesk.ui.printing.file_names import pdf_name
from netdesk.ui.printing.page_layout import LaidSheet, Paper
from netdesk.ui.printing.printer import PrinterChooser, choose_printer
from netdesk.ui.printing.sheet_window import Sheet, SheetWindow
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.stepper import Stepper

_MOST_CARD_ROWS = 30


def open_debrief_sheet(
    shell: Shell, event_id: int, *, chooser: PrinterChooser = choose_printer
) -> DebriefSheetWindow | None:
    """Show the preview of an event's debrief. Gives None, after a toast, when there is no such event."""
    open_one = shell.window.findChild(DebriefSheetWindow)
    if isinstance(open_one, DebriefSheetWindow) and open_one.isVisible():
        open_one.print_it()
        return open_one
    try:
        content = DebriefSheetWindow(shell, event_id, chooser)
    except NetDeskError as error:
        shell.trouble(error)
        return None
    content.show_over_window()
    return content


class DebriefSheetWindow(SheetWindow):
    """The sheet with as many empty rows for cards as are wanted."""

    def __init__(self, shell: Shell, event_id: int, chooser: PrinterChooser) -> None:
        super().__init__(shell, chooser)
        self._event_id = event_id
        self._read()
        self.card_rows = Stepper(
            self._composed().card_rows, 0, _MOST_CARD_ROWS, self.tr("empty row for cards")
        )
        self.arrange(
            Sheet(
                self.tr("Debrief sheet"),
                self.tr("Save the debrief sheet"),
                self._lay,
                self._read,
                self._file_name,
            ),
            after=[(self.tr("Empty rows for cards"), self.card_rows)],
        )
        self.card_rows.changed.connect(self.show_pages)

    def _read(self) -> None:
        today = self._shell.today()
        self._event = self._shell.desk.read(lambda ws: debrief_sheet_input(ws, self._event_id, today))

    def _composed(self) -> DebriefSheet:
        return compose_debrief_sheet(self._event, self._shell.desk.read(method_settings), money)

    def _lay(self, paper: Paper) -> LaidSheet:
        return lay_debrief_sheet(replace(self._composed(), card_rows=self.card_rows.value()), paper)

    def _file_name(self, laid: LaidSheet) -> str:
        return pdf_name(f"{laid.title} (debrief)")
