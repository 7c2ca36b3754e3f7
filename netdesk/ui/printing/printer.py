"""Putting a sheet on real paper: choosing a printer, and drawing the pages asked for on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from netdesk.method.errors import NetDeskError
from netdesk.ui.printing.page_layout import LaidSheet, Paper
from netdesk.ui.printing.painting import paint_page
from netdesk.ui.printing.pdf import AUTHOR, page_size

PrinterChooser = Callable[[QWidget, LaidSheet], QPrinter | None]
"""Asks for a printer, its pages and copies; None when it was called off."""


def choose_printer(parent: QWidget, laid: LaidSheet) -> QPrinter | None:
    """Ask with the system's own dialog."""
    printer = printer_for(laid)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(laid.pages))
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, len(laid.pages) > 1)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


def printer_for(laid: LaidSheet) -> QPrinter:
    """Give the usual printer with the sheet's paper and name set."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(laid.title)
    printer.setCreator(AUTHOR)
    printer.setPageSize(page_size(laid.paper))
    # The sheet keeps its own margins, wide enough for any printer.
    printer.setFullPage(True)
    return printer


def print_sheet(printer: QPrinter, lay: Callable[[Paper], LaidSheet], paper: Paper) -> int:
    """Print the pages chosen and return how many; the sheet is laid out anew for another paper in the printer.

    On paper that is neither A4 nor Letter the page is made smaller or larger. Raises NetDeskError with a sentence.
    """
    laid = lay(paper_of(printer) or paper)
    painter = QPainter()
    if not painter.begin(printer):
        raise NetDeskError(
            "The printer did not start.", "Check that it is on and connected, or save the sheet as a PDF."
        )
    numbers = chosen_pages(printer, len(laid.pages))
    try:
        for turn, number in enumerate(numbers):
            if turn and not printer.newPage():
                break
            painter.save()
            _fit(painter, printer, laid.paper)
            paint_page(painter, laid.pages[number])
            painter.restore()
    finally:
        painter.end()
    if printer.printerState() in (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error):
        raise NetDeskError(
            "The printer stopped before the sheet was done.", "Look at the printer, then print again."
        )
    return len(numbers)


def paper_of(printer: QPrinter) -> Paper | None:
    """Give the paper in the printer if it is one the sheet is made for."""
    chosen = printer.pageLayout().pageSize()
    return next((paper for paper in Paper if page_size(paper).isEquivalentTo(chosen)), None)


def chosen_pages(printer: QPrinter, pages: int) -> list[int]:
    """Give the pages to print, counted from 0."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return list(range(pages))
    first, last = max(1, printer.fromPage()), min(pages, printer.toPage() or pages)
    return list(range(first - 1, last))


def _fit(painter: QPainter, printer: QPrinter, paper: Paper) -> None:
    """Bring the sheet onto the paper there is, whole and in the middle."""
    there = printer.pageLayout().fullRectPixels(printer.resolution())
    scale = min(there.width() / paper.width, there.height() / paper.height)
    painter.translate((there.width() - paper.width * scale) / 2, (there.height() - paper.height * scale) / 2)
    painter.scale(scale, scale)
