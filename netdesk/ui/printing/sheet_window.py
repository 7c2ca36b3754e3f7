"""The preview of a sheet over the window, with its choices, the printer and the PDF.

A window of a kind of sheet is a ``SheetWindow`` that calls ``arrange`` with a :class:`Sheet` and its own choices.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.errors import NetDeskError, NotFound
from netdesk.services.preferences import PaperChoice, preferences
from netdesk.ui.printing.page_layout import LaidSheet, Paper, usual_paper
from netdesk.ui.printing.page_preview import PagePreview, Zoom
from netdesk.ui.printing.pdf import write_pdf
from netdesk.ui.printing.printer import PrinterChooser, print_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button, plain_button, primary_button
from netdesk.ui.widgets.labels import Caption, Faint, SectionTitle, WrapLabel
from netdesk.ui.widgets.overlay import Overlay
from netdesk.ui.widgets.segments import Segments

_PAPERS = tuple(Paper)
_WIDTH, _HEIGHT, _CHOICES_WIDTH = 1180, 1400, 250


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a window previews: its name, how it is laid out, read again (raises NotFound), and called as a file."""

    name: str
    saving: str
    lay: Callable[[Paper], LaidSheet]
    read: Callable[[], None]
    file_name: Callable[[LaidSheet], str]


class SheetWindow(QWidget):
    """What stands in the overlay. It reads the sheet again when the workspace changes."""

    def __init__(self, shell: Shell, chooser: PrinterChooser) -> None:
        super().__init__()
        self._shell = shell
        self._chooser = chooser
        self._overlay: Overlay | None = None
        self.preview = PagePreview()
        self.paper = Segments(
            [paper.label for paper in _PAPERS], _PAPERS.index(_usual(shell)), name=self.tr("Paper")
        )
        self.zoom = Segments((self.tr("Fit width"), self.tr("100 %")), name=self.tr("View"))
        self.print_button = primary_button(self.tr("Print…"), Icon.PRINT, "Ctrl+P")
        self.save_button = plain_button(self.tr("Save as PDF…"), Icon.SAVE)
        self.close_button = icon_button(Icon.CLOSE, self.tr("Close"), "Esc", framed=False)
        self._title = WrapLabel(kind=Type.SECTION, role="text")
        self._length = Faint()

    def arrange(
        self,
        sheet: Sheet,
        before: Sequence[tuple[str, QWidget]] = (),
        after: Sequence[tuple[str, QWidget]] = (),
    ) -> None:
        """Lay out the window for a sheet; its own choices stand ``before`` and ``after`` the paper."""
        self._sheet = sheet
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
        head.addWidget(SectionTitle(sheet.name), 1)
        head.addWidget(self.close_button)
        column.addLayout(head)
        self._title.set_max_lines(3)
        column.addWidget(self._title)
        column.addWidget(self._length)
        column.addSpacing(sizes.px(M))
        for caption, control in (
            *before,
            (self.tr("Paper"), self.paper),
            *after,
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
        self._connect()
        self.show_pages()

    # What others may ask for ---------------------------------------------------------------------

    def show_over_window(self) -> None:
        """Open the overlay with the preview in it."""
        self._overlay = self._shell.show_overlay(self, width=_WIDTH, height=_HEIGHT)
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_it(self) -> None:
        """Go back to where the preview was opened."""
        if self._overlay is not None:
            self._overlay.close_overlay()

    def show_pages(self) -> None:
        """Lay the sheet out and show it."""
        laid = self._laid()
        self._title.setText(laid.title)
        count = len(laid.pages)
        self._length.setText(self.tr("1 page") if count == 1 else self.tr("{0} pages").format(count))
        self.preview.show_sheet(laid)

    def print_it(self) -> None:
        """Ask for a printer and print."""
        laid = self._laid()
        printer = self._chooser(self.window(), laid)
        if printer is None:
            return
        try:
            print_sheet(printer, self._sheet.lay, laid.paper)
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
        laid = self._laid()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = Path(documents) / self._sheet.file_name(laid)
        path = self._shell.dialogs.save_file(
            self.window(), self._sheet.saving, str(proposed), [self.tr("PDF (*.pdf)")]
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

    def _connect(self) -> None:
        self.paper.picked.connect(self.show_pages)
        self.zoom.picked.connect(self._zoom_picked)
        self.print_button.clicked.connect(self.print_it)
        self.save_button.clicked.connect(self.save_it)
        self.close_button.clicked.connect(self.close_it)
        again = QShortcut(QKeySequence("Ctrl+P"), self)
        again.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        again.activated.connect(self.print_it)
        self._shell.desk.changed.connect(self._workspace_changed)

    def _zoom_picked(self, index: int) -> None:
        self.preview.set_zoom(Zoom(index))

    def _workspace_changed(self, changes: Changes) -> None:
        try:
            self._sheet.read()
        except NotFound:
            self.close_it()
            return
        self.show_pages()

    def _laid(self) -> LaidSheet:
        return self._sheet.lay(_PAPERS[max(0, self.paper.chosen())])

    def _may_replace(self, path: Path) -> bool:
        replacing = self.tr("Replace")
        answer = self._shell.dialogs.choose(
            self.window(),
            self._sheet.saving,
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
