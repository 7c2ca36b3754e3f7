"""The preview of a week's follow-ups: ``open_follow_up_sheet(shell, monday)`` shows it over the window."""

from __future__ import annotations

from datetime import date, timedelta

from netdesk.method.calendar_words import short_day
from netdesk.method.follow_up_sheet import DAYS, compose_follow_up_sheet, follow_up_week, week_of
from netdesk.services.sheets import week_follow_ups
from netdesk.ui.printing.file_names import pdf_name
from netdesk.ui.printing.follow_up_sheet_drawing import first_weekday, lay_follow_up_sheet
from netdesk.ui.printing.page_layout import LaidSheet, Paper
from netdesk.ui.printing.printer import PrinterChooser, choose_printer
from netdesk.ui.printing.sheet_window import Sheet, SheetWindow
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.segments import Segments

WEEKS = ("This week", "Next week")


def open_follow_up_sheet(
    shell: Shell, monday: date, *, chooser: PrinterChooser = choose_printer
) -> FollowUpSheetWindow:
    """Show the preview of the week a day is in; the week begins where the system's locale says."""
    open_one = shell.window.findChild(FollowUpSheetWindow)
    if isinstance(open_one, FollowUpSheetWindow) and open_one.isVisible():
        open_one.print_it()
        return open_one
    content = FollowUpSheetWindow(shell, monday, chooser)
    content.show_over_window()
    return content


class FollowUpSheetWindow(SheetWindow):
    """The week that was asked for, or the one after it."""

    def __init__(self, shell: Shell, day: date, chooser: PrinterChooser) -> None:
        super().__init__(shell, chooser)
        self._first = week_of(day, first_weekday())
        here = week_of(shell.today(), first_weekday()) == self._first
        starts = (self._first, self._first + timedelta(days=DAYS))
        names = WEEKS if here else tuple(short_day(each, shell.today()) for each in starts)
        self.week = Segments(names, name=self.tr("Week"))
        self._read()
        self.arrange(
            Sheet(
                self.tr("Follow-ups"), self.tr("Save the follow-ups"), self._lay, self._read, self._file_name
            ),
            before=[(self.tr("Week"), self.week)],
        )
        self.week.picked.connect(self._week_picked)

    def _week_picked(self) -> None:
        self._read()
        self.show_pages()

    def _read(self) -> None:
        first = self._first + timedelta(days=DAYS * max(0, self.week.chosen()))
        week = follow_up_week(first, self._shell.today())
        self._week = week
        self._follow_ups = self._shell.desk.read(lambda ws: week_follow_ups(ws, week))

    def _lay(self, paper: Paper) -> LaidSheet:
        sheet = compose_follow_up_sheet(self._week, self._follow_ups, self._shell.today())
        return lay_follow_up_sheet(sheet, paper)

    def _file_name(self, laid: LaidSheet) -> str:
        return pdf_name(laid.title)
