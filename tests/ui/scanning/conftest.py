"""A program with an event that has been, and the scanner over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.background import text_reading
from netdesk.background.text_reading import TextReader
from netdesk.ui.scanning.opener import open_card_scanner
from netdesk.ui.scanning.scanner import Scanner
from tests.support.events import mixer, wall
from tests.support.programs import ScriptedDialogs, overlay_of, running
from tests.support.reading_process import reading_lines

PRIYA_LINES = [
    ("Priya Nair", 0.99),
    ("Bookkeeper", 0.98),
    ("Nair Books", 0.97),
    ("M 07700 900321", 0.62),
    ("priya.nair@nairbooks.example", 0.99),
]


class ScanDesk:
    """The program, an event of last week, and what a person does at the scanner."""

    def __init__(self, program: Program, dialogs: ScriptedDialogs, qtbot: QtBot) -> None:
        self.program = program
        self.shell = program.window.shell
        self.ws = program.workspace
        self.dialogs = dialogs
        self._qtbot = qtbot
        self.event = mixer(self.ws, title="Chamber mixer", day=wall(2026, 11, 19, 17))

    def open(self, reader: TextReader | None, *files: Path, event: bool = True) -> Scanner:
        """Open the scanner and wait until everything is read."""
        scanner = open_card_scanner(self.shell, self.event if event else None, files, reader=reader)
        self.read(scanner)
        return scanner

    def read(self, scanner: Scanner) -> None:
        """Wait until everything is read."""
        self._qtbot.waitUntil(lambda: not scanner.run.is_busy, timeout=30_000)

    def close(self, scanner: Scanner) -> None:
        """Close the scanner, as Esc does."""
        overlay = overlay_of(self.program)
        assert overlay is not None
        assert overlay.isAncestorOf(scanner)
        overlay.close_overlay()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def people(self) -> list[str]:
        """The names of everybody."""
        return [str(row[0]) for row in self.ws.sql("SELECT display_name FROM person ORDER BY id").fetchall()]


@pytest.fixture
def dialogs() -> ScriptedDialogs:
    return ScriptedDialogs()


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path, dialogs: ScriptedDialogs) -> Iterator[ScanDesk]:
    with running(qapp, tmp_path / "network.netdesk", dialogs=dialogs) as program:
        yield ScanDesk(program, dialogs, qtbot)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def threaded(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, dialogs: ScriptedDialogs
) -> Iterator[ScanDesk]:
    with running(qapp, tmp_path / "network.netdesk", dialogs=dialogs, inline=False) as program:
        yield ScanDesk(program, dialogs, qtbot)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer on which the part that reads text is not installed."""
    monkeypatch.setattr(text_reading, "_NEEDED", ("no_such_part",))


def reading(folder: Path, *pictures: Sequence[tuple[str, float]]) -> TextReader:
    """A reader that sees these lines, picture by picture."""
    return TextReader(reading_lines(folder / "lines.json", *(pictures or (PRIYA_LINES,))))
