"""The commands that bring contacts and events in and take contacts out, and files dropped on the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, SignalInstance

from netdesk.services.opened_files import OpenedKind, by_kind, unknown_words
from netdesk.ui.actions.catalogue import Command
from netdesk.ui.pages.page import Page
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.overlay import Overlay

if TYPE_CHECKING:
    from netdesk.ui.importing.bring_card import BringCard

CONTACT_PATTERNS = ("Contacts (*.vcf *.vcard *.csv *.tsv *.txt)", "All files (*)")
CALENDAR_PATTERNS = ("Calendars (*.ics *.ical *.icalendar *.ifb)", "All files (*)")
_ORDER = (OpenedKind.CONTACTS, OpenedKind.EVENTS, OpenedKind.PICTURE)
"""Contacts first: the events know them then."""


class Bringer(QObject):
    """Opens the cards in which files come in, one after the other, each kind of file in its own."""

    def __init__(self, shell: Shell, take_pictures: Callable[[Sequence[Path]], None]) -> None:
        super().__init__(shell)
        self._shell = shell
        self._take_pictures = take_pictures
        self._waiting: list[tuple[OpenedKind, list[Path]]] = []
        self._overlay: Overlay | None = None
        self.card: BringCard | None = None

    def ask_for_contacts(self) -> None:
        """Let a person choose files with contacts."""
        self._ask("Bring my contacts", CONTACT_PATTERNS, OpenedKind.CONTACTS)

    def ask_for_events(self) -> None:
        """Let a person choose calendar files."""
        self._ask("Bring events from a calendar", CALENDAR_PATTERNS, OpenedKind.EVENTS)

    def take(self, files: Sequence[Path]) -> None:
        """Let files that were dropped, double-clicked or handed over each go their way.

        Workspaces open in windows of their own; of what NetDesk cannot open it is said.
        """
        found = by_kind(files)
        for path in found.pop(OpenedKind.WORKSPACE, []):
            self._shell.other_workspace_wanted.emit(path)
        unknown = found.pop(OpenedKind.UNKNOWN, [])
        self._bring([(kind, found[kind]) for kind in _ORDER if kind in found])
        if unknown:
            # Last, so that it lies above the card that has just opened.
            self._shell.says.say(unknown_words(unknown), good=False)

    def _ask(self, title: str, patterns: Sequence[str], meant: OpenedKind) -> None:
        files = self._shell.dialogs.open_files(self._shell.window, title, patterns)
        found = by_kind(files)
        # Whoever chose a file for this is told in the card what is the matter with it.
        meant_so = [
            file for kind in (meant, OpenedKind.UNKNOWN, OpenedKind.WORKSPACE) for file in found.pop(kind, ())
        ]
        if meant_so:
            found[meant] = meant_so
        self._bring([(kind, found[kind]) for kind in _ORDER if kind in found])

    def _bring(self, batches: Sequence[tuple[OpenedKind, list[Path]]]) -> None:
        """Show what bringing files in would do; while somebody decides about others they wait.

        A system that starts a program once for each of the chosen files loses none of them so.
        """
        for kind, files in batches:
            self._wait(kind, files)
        if not self._waiting:
            return
        if self.card is None:
            self._next()
        elif self.card.is_over:
            self._close()
        else:
            self._shell.toast("One import is still under way. The other files come after it.")

    def _wait(self, kind: OpenedKind, files: list[Path]) -> None:
        """Put files in the queue: with those of their kind that wait already, each once."""
        if self.card is not None and not self.card.is_over:
            # A double click too many on what is shown.
            files = [file for file in files if file not in self.card.files]
        if not files:
            return
        for known, waiting in self._waiting:
            if known is kind:
                waiting += [file for file in files if file not in waiting]
                return
        self._waiting.append((kind, list(files)))

    def _next(self) -> None:
        if self.card is not None or not self._waiting:
            return
        kind, files = self._waiting.pop(0)
        if kind is OpenedKind.PICTURE:
            self._take_pictures(files)
            self._next()
        elif kind is OpenedKind.EVENTS:
            from netdesk.ui.importing.events.card import HEIGHT, WIDTH, EventCard

            card = EventCard(self._shell, files)
            card.choose_asked.connect(self._ask_for_other_events)
            self._open(card, WIDTH, HEIGHT)
            card.read()
        else:
            # Imported when it is opened first: the first window need not wait for it.
            from netdesk.ui.importing.card import HEIGHT, WIDTH, ImportCard

            contacts = ImportCard(self._shell, files)
            contacts.choose_asked.connect(self._ask_for_other_contacts)
            overlay = self._open(contacts, WIDTH, HEIGHT)
            contacts.shrunk.connect(overlay.shrink)
            contacts.read()

    def _open(self, card: BringCard, width: int, height: int) -> Overlay:
        self.card = card
        card.closed.connect(self._close)
        self._overlay = self._shell.show_overlay(card, width=width, height=height, press_outside=False)
        self._overlay.closed.connect(self._forget)
        return self._overlay

    def _ask_for_other_contacts(self) -> None:
        self._close()
        self.ask_for_contacts()

    def _ask_for_other_events(self) -> None:
        self._close()
        self.ask_for_events()

    def _close(self) -> None:
        if self._overlay is not None:
            self._overlay.close_overlay()

    def _forget(self) -> None:
        if self.card is not None:
            self.card.stop()
        self.card = None
        self._overlay = None
        if self._waiting:
            # After whoever closed the card is done with it.
            QTimer.singleShot(0, self, self._next)


def add_import_commands(
    shell: Shell,
    files_dropped: SignalInstance,
    current_page: Callable[[], Page | None],
    take_pictures: Callable[[Sequence[Path]], None],
) -> None:
    """Put the commands into the catalogue and take files from ``files_dropped`` (a list of paths).

    The people selected on ``current_page`` are those who are exported; ``take_pictures`` gets the pictures of cards.
    """
    bringer = Bringer(shell, take_pictures)
    files_dropped.connect(bringer.take)
    shell.commands.add(
        Command(
            "contacts.bring",
            "Bring my contacts…",
            bringer.ask_for_contacts,
            Icon.IMPORT,
            "Ctrl+Shift+I",
            "import vcard vcf linkedin csv google outlook address book",
        )
    )
    shell.commands.add(
        Command(
            "events.bring",
            "Bring events from a calendar…",
            bringer.ask_for_events,
            Icon.EVENTS,
            "",
            "import ics icalendar outlook google meetup invitation",
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
