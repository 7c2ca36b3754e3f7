"""The commands that bring contacts in and take them out, and files dropped on the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, SignalInstance

from netdesk.ui.actions.catalogue import Command
from netdesk.ui.pages.page import Page
from netdesk.ui.scanning.picture_names import picture_files
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.overlay import Overlay

if TYPE_CHECKING:
    from netdesk.ui.importing.card import ImportCard

PATTERNS = ("Contacts (*.vcf *.vcard *.csv *.tsv *.txt)", "All files (*)")


class Bringer(QObject):
    """Opens the import’s card, one at a time."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._overlay: Overlay | None = None
        self.card: ImportCard | None = None

    def ask(self) -> None:
        """Let a person choose files."""
        files = self._shell.dialogs.open_files(self._shell.window, "Bring my contacts", PATTERNS)
        if files:
            self.bring(files)

    def bring(self, files: Sequence[Path]) -> None:
        """Show what bringing ``files`` in would do; nothing while another import is on the screen and busy."""
        if self.card is not None and self.card.is_busy:
            self._shell.toast("One import is still under way.")
            return
        self._close()
        # Imported when it is opened first: the first window need not wait for it.
        from netdesk.ui.importing.card import HEIGHT, WIDTH, ImportCard

        card = ImportCard(self._shell, files)
        self.card = card
        card.closed.connect(self._close)
        card.choose_asked.connect(self._ask_again)
        self._overlay = self._shell.show_overlay(card, width=WIDTH, height=HEIGHT, press_outside=False)
        self._overlay.closed.connect(self._forget)
        card.shrunk.connect(self._overlay.shrink)
        card.read()

    def take(self, files: Sequence[Path]) -> None:
        """Bring dropped files in, but for the pictures among them: those are cards to be scanned."""
        pictures = set(picture_files(files))
        others = [file for file in files if file not in pictures]
        if others:
            self.bring(others)

    def _ask_again(self) -> None:
        self._close()
        self.ask()

    def _close(self) -> None:
        if self._overlay is not None:
            self._overlay.close_overlay()

    def _forget(self) -> None:
        if self.card is not None:
            self.card.stop()
        self.card = None
        self._overlay = None


def add_import_commands(
    shell: Shell, files_dropped: SignalInstance, current_page: Callable[[], Page | None]
) -> None:
    """Put the commands into the catalogue and take files from ``files_dropped`` (a list of paths).

    The people selected on ``current_page`` are those who are exported.
    """
    bringer = Bringer(shell)
    files_dropped.connect(bringer.take)
    shell.commands.add(
        Command(
            "contacts.bring",
            "Bring my contacts…",
            bringer.ask,
            Icon.IMPORT,
            "Ctrl+Shift+I",
            "import vcard vcf linkedin csv google outlook address book",
        )
    )
    shell.commands.add(
        Command(
            "contacts.export",
            "Export contacts…",
            partial(_export, shell, current_page),
            Icon.EXPORT,
            "",
            "save vcard vcf csv json spreadsheet all people",
        )
    )


def _export(shell: Shell, current_page: Callable[[], Page | None]) -> None:
    from netdesk.ui.importing.export import HasSelection, export_people

    page = current_page()
    export_people(shell, page.selection() if isinstance(page, HasSelection) else None)
