"""The command that scans business cards, and pictures dropped on the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, SignalInstance

from netdesk.ui.actions.catalogue import Command
from netdesk.ui.pages.page import Page
from netdesk.ui.scanning.picture_names import picture_files
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon


@runtime_checkable
class TakesCards(Protocol):
    """A page on which an event's cards may be seen."""

    def event_for_cards(self) -> int | None:
        """The event whose cards are on the screen, None for none."""


class Scanning(QObject):
    """Opens the scanner for the event that is on the screen, or for cards of no event."""

    def __init__(self, shell: Shell, current_page: Callable[[], Page | None]) -> None:
        super().__init__(shell)
        self._shell = shell
        self._current_page = current_page

    def scan(self) -> None:
        """Open the scanner without pictures."""
        self._open(())

    def take(self, files: Sequence[Path]) -> None:
        """Open the scanner with the pictures among dropped files; the others are brought in as contacts."""
        pictures = picture_files(files)
        if pictures:
            self._open(pictures)

    def _open(self, files: Sequence[Path]) -> None:
        # Imported when it is opened first: the first window need not wait for it.
        from netdesk.ui.scanning.opener import open_card_scanner

        page = self._current_page()
        open_card_scanner(
            self._shell, page.event_for_cards() if isinstance(page, TakesCards) else None, files
        )


def add_scan_commands(
    shell: Shell, files_dropped: SignalInstance, current_page: Callable[[], Page | None]
) -> None:
    """Put the command into the catalogue and take pictures from ``files_dropped`` (a list of paths)."""
    scanning = Scanning(shell, current_page)
    files_dropped.connect(scanning.take)
    shell.commands.add(
        Command(
            "cards.scan",
            "Scan business cards…",
            scanning.scan,
            Icon.SCAN,
            "Ctrl+Shift+B",
            "photograph picture qr code vcard mecard camera ocr text",
        )
    )
