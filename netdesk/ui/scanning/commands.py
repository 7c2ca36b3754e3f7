"""The command that scans business cards, from the camera or from pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject

from netdesk.ui.actions.catalogue import Command
from netdesk.ui.pages.page import Page
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
        """Open the scanner with pictures that were dropped."""
        self._open(files)

    def _open(self, files: Sequence[Path]) -> None:
        # Imported when it is opened first: the first window need not wait for it.
        from netdesk.ui.scanning.opener import open_card_scanner

        page = self._current_page()
        open_card_scanner(
            self._shell, page.event_for_cards() if isinstance(page, TakesCards) else None, files
        )


def add_scan_commands(shell: Shell, current_page: Callable[[], Page | None]) -> Scanning:
    """Put the command into the catalogue; what is given takes pictures."""
    scanning = Scanning(shell, current_page)
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
    return scanning
