"""The preview of the review of a period: ``open_review(shell, period)`` shows it over the window."""

from __future__ import annotations

from datetime import date

from netdesk.method.changes import Changes
from netdesk.method.periods import Period
from netdesk.method.review_sheet import Length, Review, compose_review_sheet, period_labels, review_periods
from netdesk.services.insights.review import review
from netdesk.services.workspaces import Workspace
from netdesk.ui.customs import customs_at
from netdesk.ui.money import money
from netdesk.ui.printing.file_names import pdf_name
from netdesk.ui.printing.page_layout import LaidSheet, Paper
from netdesk.ui.printing.printer import PrinterChooser, choose_printer
from netdesk.ui.printing.review_sheet_drawing import ChartPictures, lay_review_sheet
from netdesk.ui.printing.sheet_window import Sheet, SheetWindow
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.segments import Segments

_LENGTHS = (Length.TWO_PAGES, Length.ONE_PAGE)


def open_review(shell: Shell, period: Period, *, chooser: PrinterChooser = choose_printer) -> None:
    """Show the preview of a period's review as soon as its figures are there; opened again, it prints."""
    open_one = shell.window.findChild(ReviewWindow)
    if isinstance(open_one, ReviewWindow) and open_one.isVisible():
        open_one.print_it()
        return
    pictures = ChartPictures()

    def arrived(found: Review) -> None:
        ReviewWindow(shell, found, pictures, chooser).show_over_window()

    shell.desk.ask(shell, "review", _Question(shell, period, pictures), arrived)


class _Question:
    """What is asked on a reading thread: the figures, and their charts drawn for paper."""

    def __init__(self, shell: Shell, period: Period, pictures: ChartPictures) -> None:
        self._period = period
        self._today: date = shell.today()
        self._own = customs_at(shell.desk).currency
        self._pictures = pictures

    def __call__(self, ws: Workspace) -> Review:
        found = review(ws, self._period, self._today, money, self._own)
        self._pictures.draw(found.charts)
        return found


class ReviewWindow(SheetWindow):
    """A review on one page or two, to print or to save."""

    def __init__(
        self, shell: Shell, found: Review, pictures: ChartPictures, chooser: PrinterChooser = choose_printer
    ) -> None:
        super().__init__(shell, chooser)
        self._review = found
        self._pictures = pictures
        self._periods = review_periods(found.period, shell.today())
        self.period = Segments(period_labels(self._periods), name=self.tr("Period"))
        self.length = Segments((self.tr("All"), self.tr("The main four")), name=self.tr("Charts"))
        self.arrange(
            Sheet(self.tr("Review"), self.tr("Save the review"), self._lay, self._read, self._file_name),
            before=[(self.tr("Period"), self.period), (self.tr("Charts"), self.length)],
        )
        self.period.picked.connect(self._read)
        self.length.picked.connect(self.show_pages)

    def _workspace_changed(self, changes: Changes) -> None:
        self._read()

    def _read(self) -> None:
        """Ask for the figures of the chosen period; the pages follow when they are there."""
        period = self._periods[max(0, self.period.chosen())]
        self._shell.desk.ask(self, "review", _Question(self._shell, period, self._pictures), self._arrived)

    def _arrived(self, found: Review) -> None:
        if found != self._review:
            self._review = found
            self.show_pages()

    def _lay(self, paper: Paper) -> LaidSheet:
        length = _LENGTHS[max(0, self.length.chosen())]
        sheet = compose_review_sheet(self._review, self._shell.today(), money, length)
        return lay_review_sheet(sheet, paper, self._pictures)

    def _file_name(self, laid: LaidSheet) -> str:
        return pdf_name(laid.title)
