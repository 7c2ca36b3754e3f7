"""Printing from the preview, onto the paper in the printer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from netdesk.store.workspace import Workspace
from netdesk.ui.printing.page_layout import LaidSheet, Paper
from netdesk.ui.printing.prep_sheet_window import PrepSheetWindow, open_prep_sheet
from netdesk.ui.printing.printer import choose_printer, chosen_pages, paper_of, print_sheet, printer_for
from tests.support.preview_scene import Scene, laid


@pytest.fixture
def scene(qtbot: QtBot, qapp: object, workspace: Workspace) -> Iterator[Scene]:
    made = Scene(qtbot, qapp, workspace)
    yield made
    made.desk.close()


class Printers:
    """Chooses a printer that prints into a file."""

    def __init__(self, path: Path | None, paper: QPrinter | None = None) -> None:
        self.path = path
        self.asked: list[LaidSheet] = []

    def __call__(self, parent: QWidget, sheet: LaidSheet) -> QPrinter | None:
        self.asked.append(sheet)
        if self.path is None:
            return None
        printer = printer_for(sheet)
        printer.setOutputFileName(str(self.path))
        return printer


def test_printing(scene: Scene, tmp_path: Path) -> None:
    printers = Printers(tmp_path / "printed.pdf")
    shown = scene.open(printers)
    scene.press(shown.paper, 1, ("A4", "Letter"))
    scene.click(shown.print_button)
    (page,) = PdfReader(tmp_path / "printed.pdf").pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (612, 792)
    assert "Chamber" in page.extract_text()
    assert "Printed Chamber autumn mixer" in scene.said()


def test_the_key_prints(scene: Scene) -> None:
    printers = Printers(None)
    shown = scene.open(printers)
    scene.qtbot.keyClick(shown.preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert [sheet.title for sheet in printers.asked] == ["Chamber autumn mixer"]


def test_opened_again_it_prints(scene: Scene) -> None:
    printers = Printers(None)
    shown = scene.open(printers)
    assert open_prep_sheet(scene.shell, scene.event, chooser=printers) is shown
    assert [sheet.title for sheet in printers.asked] == ["Chamber autumn mixer"]
    assert len(scene.window.findChildren(PrepSheetWindow)) == 1


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_start_is_told(scene: Scene, tmp_path: Path) -> None:
    shown = scene.open(Printers(tmp_path / "no" / "such" / "place.pdf"))
    with scene.qtbot.captureExceptions() as raised:
        scene.click(shown.print_button)
    assert raised == []
    assert any(text.startswith("The printer did not start.") for text in scene.said())


def test_other_paper_in_the_printer_and_chosen_pages(scene: Scene, tmp_path: Path) -> None:
    sheet = laid(scene.open())
    printer = printer_for(sheet)
    printer.setOutputFileName(str(tmp_path / "letter.pdf"))
    assert paper_of(printer) is Paper.A4
    asked: list[Paper] = []

    def lay(paper: Paper) -> LaidSheet:
        asked.append(paper)
        return sheet

    printer.setPageSize(printer_for(LaidSheet("", Paper.LETTER, ())).pageLayout().pageSize())
    assert print_sheet(printer, lay, Paper.A4) == 1
    assert asked == [Paper.LETTER]
    assert chosen_pages(printer, 3) == [0, 1, 2]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    assert chosen_pages(printer, 3) == [1, 2]


@pytest.mark.parametrize("accepted", [True, False])
def test_the_system_asks_for_the_printer(scene: Scene, tmp_path: Path, accepted: bool) -> None:
    shown = scene.open()
    dialogs: list[QDialog] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        dialogs.append(dialog)
        # Where the system has no printer, the dialog prints into a file named after the sheet.
        dialog.printer().setOutputFileName(str(tmp_path / "asked.pdf"))
        QDialog.done(dialog, accepted)

    QTimer.singleShot(0, answer)
    printer = choose_printer(scene.window, laid(shown))
    assert len(dialogs) == 1
    assert (printer is not None) is accepted
    if printer is not None:
        assert printer.docName() == "Chamber autumn mixer"
        assert paper_of(printer) is Paper.A4
