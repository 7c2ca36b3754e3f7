"""Opening the scanner, one at a time: by command, from an event's cards, or with pictures dropped on the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from netdesk.services.card_reading import TextReader, is_available
from netdesk.ui.scanning.scanner import HEIGHT, WIDTH, Scanner
from netdesk.ui.scanning.shots import Shot
from netdesk.ui.shell import Shell


def open_card_scanner(
    shell: Shell,
    event_id: int | None,
    files: Sequence[Path] = (),
    *,
    shots: Sequence[Shot] = (),
    reader: TextReader | None = None,
) -> Scanner:
    """Show the scanner for the cards of an event (None: of none), and begin with ``files``.

    One that is open already takes the files in. ``shots`` are pictures of a sitting that was closed too early;
    ``reader`` is what reads text, by default the extra part where it is installed.
    """
    standing = next((one for one in shell.window.findChildren(Scanner) if one.isVisible()), None)
    if standing is not None:
        standing.take_files(files)
        return standing
    if reader is None and is_available():
        reader = TextReader()
    scanner = Scanner(shell, event_id, reader, shots)
    overlay = shell.show_overlay(
        scanner, width=WIDTH, height=HEIGHT, press_outside=False, keeps=("edit.undo", "edit.redo")
    )
    scanner.closed.connect(overlay.close_overlay)
    overlay.closed.connect(_Ending(scanner, event_id).closed)
    scanner.begin()
    scanner.take_files(files)
    return scanner


class _Ending(QObject):
    """Ends the reading with the overlay, and offers what was not added yet."""

    def __init__(self, scanner: Scanner, event_id: int | None) -> None:
        super().__init__(scanner)
        self._scanner = scanner
        self._event_id = event_id

    def closed(self) -> None:
        """The overlay is gone."""
        left, shell = self._scanner.left(), self._scanner.shell
        added = self._scanner.adding.card_ids()
        self._scanner.stop()
        if left:
            many = "1 card is not added yet." if len(left) == 1 else f"{len(left)} cards are not added yet."
            event_id = self._event_id
            shell.toast(many, actions=[("Go on", lambda: _reopen(shell, event_id, left))])
        elif added:
            many = (
                "1 card added. It wants a plan."
                if len(added) == 1
                else f"{len(added)} cards added. Each wants a plan."
            )
            shell.toast(many, actions=[("Plan…", lambda: _plan(shell, added))])


def _reopen(shell: Shell, event_id: int | None, shots: Sequence[Shot]) -> None:
    open_card_scanner(shell, event_id, shots=shots)


def _plan(shell: Shell, cards: Sequence[int]) -> None:
    from netdesk.ui.pages.events.cards.plan_form import open_plan_form

    open_plan_form(shell, cards)
