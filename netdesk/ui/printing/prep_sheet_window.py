"""The preview of an event's sheet: paper at the left, choices at the right, *Print…* and *Save as PDF…*.

``open_prep_sheet(shell, event_id)`` shows it over the window; opened again while it is open, it prints.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.errors import NetDeskError, NotFound
from netdesk.method.prep_sheet import PrepSheet, PrepSheetInput, compose_pocket_sheet, compose_prep_sheet
from netdesk.services.preferences import PaperChoice, method_settings, preferences
from netdesk.services.sheets import prep_sheet_input
from netdesk.ui.printing.file_names import pdf_name
from netdesk.ui.printing.page_layout import LaidSheet, Paper, usual_paper
from netdesk.ui.printing.page_preview import PagePreview, Zoom
from netdesk.ui.printing.pdf import lay_sheet, write_pdf
from netdesk.ui.printing.printer import PrinterChooser, choose_printer, print_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button, plain_button, primary_button
from netdesk.ui.widgets.labels import Caption, Faint, SectionTitle, WrapLabel
from netdesk.ui.widgets.overlay import Overlay
from netdesk.ui.widgets.segments import Segments
from netdesk.ui.widgets.stepper import Stepper

_PAPERS = tuple(Paper)
_MOST_CARD_ROWS = 30
_WIDTH, _HEIGHT, _CHOICES_WIDTH = 1180, 1400, 250


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


class PrepSheetWindow(QWidget):
    """What stands in the overlay. It reads the event again when the workspace changes."""

    def __init__(self, shell: Shell, event_id: int, chooser: PrinterChooser) -> None:
        super().__init__()
        self._shell = shell
        self._event_id = event_id
        self._chooser = chooser
        self._overlay: Overlay | None = None
        self._event = self._read()
        self._card_rows = {False: self._composed(False).card_rows, True: self._composed(True).card_rows}
        self.preview = PagePreview()
        self.kind = Segments((self.tr("Whole page"), self.tr("Pocket")), name=self.tr("Sheet"))
        self.paper = Segments(
            [paper.label for paper in _PAPERS], _PAPERS.index(_usual(shell)), name=self.tr("Paper")
        )
        self.card_rows = Stepper(self._card_rows[False], 0, _MOST_CARD_ROWS, self.tr("empty row for cards"))
        self.zoom = Segments((self.tr("Fit width"), self.tr("100 %")), name=self.tr("View"))
        self.print_button = primary_button(self.tr("Print…"), Icon.PRINT, "Ctrl+P")
        self.save_button = plain_button(self.tr("Save as PDF…"), Icon.SAVE)
        self._title = WrapLabel(kind=Type.SECTION, role="text")
        self._length = Faint()
        self._arrange()
        self._connect()
        self._show()

    # What others may ask for ---------------------------------------------------------------------

    def show_over_window(self) -> None:
        """Open the overlay with the preview in it."""
        self._overlay = self._shell.show_overlay(self, width=_WIDTH, height=_HEIGHT)
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_it(self) -> None:
        """Go back to where the preview was opened."""
        if self._overlay is not None:
            self._overlay.close_overlay()

    def print_it(self) -> None:
        """Ask for a printer and print."""
        laid = self._laid(self._chosen_paper())
        printer = self._chooser(self.window(), laid)
        if printer is None:
            return
        try:
            print_sheet(printer, self._laid, laid.paper)
        except NetDeskError as error:
            self._shell.trouble(error)
            return
        name = printer.printerName()
        sent = (
            self.tr("Sent {0} to {1}").format(laid.title, name)
            if name
            else self.tr("Printed {0}").format(laid.title)
        )
        self._shell.toast(sent)

    def save_it(self) -> None:
        """Ask for a place and save the sheet there as a PDF."""
        laid = self._laid(self._chosen_paper())
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = Path(documents) / pdf_name(laid.title, pocket=self._is_pocket())
        path = self._shell.dialogs.save_file(
            self.window(), self.tr("Save the prep sheet"), str(proposed), [self.tr("PDF (*.pdf)")]
        )
        if path is None:
            return
        if path.suffix.lower() != ".pdf":
            path = path.with_name(f"{path.name}.pdf")
            if path.exists() and not self._may_replace(path):
                return
        try:
            write_pdf(laid, path)
        except NetDeskError as error:
            self._shell.trouble(error)
            return
        self._shell.toast(
            self.tr("Saved {0}").format(path.name),
            actions=[(self.tr("Show in folder"), lambda: _show_folder(path.parent))],
        )

    def sizeHint(self) -> QSize:
        sizes = metrics()
        return QSize(sizes.px(_WIDTH), sizes.px(_HEIGHT))

    # Inside --------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        sizes = metrics()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.preview, 1)
        side = QWidget()
        side.setFixedWidth(sizes.px(_CHOICES_WIDTH))
        column = QVBoxLayout(side)
        column.setContentsMargins(sizes.px(XL), sizes.px(L), sizes.px(L), sizes.px(XL))
        column.setSpacing(sizes.px(S))
        head = QHBoxLayout()
        self.close_button = icon_button(Icon.CLOSE, self.tr("Close"), "Esc", framed=False)
        head.addWidget(SectionTitle(self.tr("Prep sheet")), 1)
        head.addWidget(self.close_button)
        column.addLayout(head)
        self._title.set_max_lines(3)
        column.addWidget(self._title)
        column.addWidget(self._length)
        column.addSpacing(sizes.px(M))
        for caption, control in (
            (self.tr("Sheet"), self.kind),
            (self.tr("Paper"), self.paper),
            (self.tr("Empty rows for cards"), self.card_rows),
            (self.tr("View"), self.zoom),
        ):
            column.addWidget(Caption(caption))
            column.addWidget(control)
            column.addSpacing(sizes.px(S))
        column.addStretch(1)
        for button in (self.save_button, self.print_button):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            column.addWidget(button)
        row.addWidget(side)

    def _connect(self) -> None:
        self.kind.picked.connect(self._kind_picked)
        self.paper.picked.connect(self._show)
        self.card_rows.changed.connect(self._rows_changed)
        self.zoom.picked.connect(self._zoom_picked)
        self.print_button.clicked.connect(self.print_it)
        self.save_button.clicked.connect(self.save_it)
        self.close_button.clicked.connect(self.close_it)
        again = QShortcut(QKeySequence("Ctrl+P"), self)
        again.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        again.activated.connect(self.print_it)
        self._shell.desk.changed.connect(self._workspace_changed)

    def _kind_picked(self) -> None:
        self.card_rows.set_value(self._card_rows[self._is_pocket()])
        self._show()

    def _rows_changed(self, rows: int) -> None:
        self._card_rows[self._is_pocket()] = rows
        self._show()

    def _zoom_picked(self, index: int) -> None:
        self.preview.set_zoom(Zoom(index))

    def _workspace_changed(self, changes: Changes) -> None:
        try:
            self._event = self._read()
        except NotFound:
            self.close_it()
            return
        self._show()

    def _show(self) -> None:
        laid = self._laid(self._chosen_paper())
        self._title.setText(laid.title)
        count = len(laid.pages)
        self._length.setText(self.tr("1 page") if count == 1 else self.tr("{0} pages").format(count))
        self.preview.show_sheet(laid)

    def _read(self) -> PrepSheetInput:
        today = self._shell.today()
        return self._shell.desk.read(lambda workspace: prep_sheet_input(workspace, self._event_id, today))

    def _composed(self, pocket: bool) -> PrepSheet:
        settings = self._shell.desk.read(method_settings)
        compose = compose_pocket_sheet if pocket else compose_prep_sheet
        return compose(self._event, settings)

    def _laid(self, paper: Paper) -> LaidSheet:
        pocket = self._is_pocket()
        sheet = replace(self._composed(pocket), card_rows=self._card_rows[pocket])
        return lay_sheet(sheet, paper, pocket=pocket)

    def _is_pocket(self) -> bool:
        return self.kind.chosen() == 1

    def _chosen_paper(self) -> Paper:
        return _PAPERS[max(0, self.paper.chosen())]

    def _may_replace(self, path: Path) -> bool:
        replacing = self.tr("Replace")
        answer = self._shell.dialogs.choose(
            self.window(),
            self.tr("Save the prep sheet"),
            self.tr("There is already a file “{0}”.").format(path.name),
            (replacing, self.tr("Cancel")),
        )
        return answer == replacing


def _usual(shell: Shell) -> Paper:
    """The paper chosen in Settings, else the one of the computer's country."""
    choice = shell.desk.read(preferences).paper
    if choice is not PaperChoice.SYSTEM:
        return Paper.A4 if choice is PaperChoice.A4 else Paper.LETTER
    return usual_paper(QLocale.territoryToCode(QLocale().territory()))


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
