"""The preview of an event's sheet: paper at the left, choices at the right, *Print…* and *Save as PDF…*.

``open_prep_sheet(shell, event_id)`` shows it over the window; opened again while it is open, it prints.
"""

from __future__ import annotations

from dataclasses import replace

from netdesk.method.errors import NetDeskError
from netdesk.method.prep_sheet import PrepSheet, compose_pocket_sheet, compose_prep_sheet
from netdesk.services.preferences import method_settings
from netdesk.services.sheets import prep_sheet_input
from netdesk.ui.printing.file_names import pdf_name
from netdesk.ui.printing.page_layout import LaidSheet, Paper
from netdesk.ui.printing.pdf import lay_sheet
from netdesk.ui.printing.printer import PrinterChooser, choose_printer
from netdesk.ui.printing.sheet_window import Sheet, SheetWindow
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.segments import Segments
from netdesk.ui.widgets.stepper import Stepper

_MOST_CARD_ROWS = 30


def open_prep_sheet(
    shell: Shell, event_id: int, *, chooser: PrinterChooser = choose_printer
) -> PrepSheetWindow | None:
    """Show the preview of an event's sheet over the window. Gives None, after a toast, when there is no such event."""
    open_one = shell.window.findChild(PrepSheetWindow)
    if isinstance(open_one, PrepSheetWindow) and open_one.isVisible():
        open_one.print_it()
        return open_one
    try:
        content = PrepSheetWindow(shell, event_id, chooser)
    except NetDeskError as error:
        shell.trouble(error)
        return None
    content.show_over_window()
    return content


class PrepSheetWindow(SheetWindow):
    """The whole page or the one for the pocket, each with its own number of empty rows for cards."""

    def __init__(self, shell: Shell, event_id: int, chooser: PrinterChooser) -> None:
        super().__init__(shell, chooser)
        self._event_id = event_id
        self._read()
        self._card_rows = {False: self._composed(False).card_rows, True: self._composed(True).card_rows}
        self.kind = Segments((self.tr("Whole page"), self.tr("Pocket")), name=self.tr("Sheet"))
        self.card_rows = Stepper(self._card_rows[False], 0, _MOST_CARD_ROWS, self.tr("empty row for cards"))
        self.arrange(
            Sheet(
                self.tr("Prep sheet"), self.tr("Save the prep sheet"), self._lay, self._read, self._file_name
            ),
            before=[(self.tr("Sheet"), self.kind)],
            after=[(self.tr("Empty rows for cards"), self.card_rows)],
        )
        self.kind.picked.connect(self._kind_picked)
        self.card_rows.changed.connect(self._rows_changed)

    def _kind_picked(self) -> None:
        self.card_rows.set_value(self._card_rows[self._is_pocket()])
        self.show_pages()

    def _rows_changed(self, rows: int) -> None:
        self._card_rows[self._is_pocket()] = rows
        self.show_pages()

    def _read(self) -> None:
        today = self._shell.today()
        self._event = self._shell.desk.read(lambda ws: prep_sheet_input(ws, self._event_id, today))

    def _composed(self, pocket: bool) -> PrepSheet:
        settings = self._shell.desk.read(method_settings)
        compose = compose_pocket_sheet if pocket else compose_prep_sheet
        return compose(self._event, settings)

    def _lay(self, paper: Paper) -> LaidSheet:
        pocket = self._is_pocket()
        sheet = replace(self._composed(pocket), card_rows=self._card_rows[pocket])
        return lay_sheet(sheet, paper, pocket=pocket)

    def _file_name(self, laid: LaidSheet) -> str:
        return pdf_name(laid.title, pocket=self._is_pocket())

    def _is_pocket(self) -> bool:
        return self.kind.chosen() == 1
