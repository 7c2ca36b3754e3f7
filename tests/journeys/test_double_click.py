"""A double click while the window is open: NetDesk is started again, and the window that is there takes the file."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.app import paths
from netdesk.app.compose import Program
from netdesk.app.instance import Claim, SingleInstance
from netdesk.app.starting.last_used import recent_workspaces
from netdesk.ui.importing.events.card import EventCard
from tests.support.calendar_files import FAIR, MIXER, calendar_file
from tests.support.programs import ScriptedDialogs, place_shown, running, said


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """The window of the workspace used last, which hears of a second start."""
    path = tmp_path / "Zoë's work" / "Work.netdesk"
    path.parent.mkdir()
    with running(qapp, path, sample=True, dialogs=ScriptedDialogs()) as one:
        instance = SingleInstance(paths.workspace_key(path), paths.lock_folder(), one.window)
        assert instance.claim() is Claim.FIRST
        instance.asked.connect(one.window.come_forward)
        recent_workspaces().note(path)
        yield one
        instance.release()


def card_of(program: Program) -> EventCard | None:
    cards = program.window.findChildren(EventCard)
    return next((card for card in cards if card.isVisible()), None)


def test_an_invitation_is_taken_by_the_window_that_is_open(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    file = calendar_file(tmp_path / "Einladung – Frühstück.ics", (*MIXER[1:], "UID:new@x.example"))
    program.window.showMinimized()
    with subprocess.Popen(
        [sys.executable, "-m", "netdesk", str(file)], stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as second:
        qtbot.waitUntil(lambda: card_of(program) is not None, timeout=60_000)
        _, told = second.communicate(timeout=60)
    assert second.returncode == 0
    assert "Work.netdesk is open already" in told
    assert not program.window.isMinimized()
    card = card_of(program)
    assert card is not None
    assert card.preview.rows is not None
    (row,) = card.preview.rows.plan.rows
    # The sample network has this mixer already, at the same time.
    assert (row.title, row.found) == ("Chamber autumn mixer", "already here")


def test_a_drop_on_the_window_opens_the_file(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(calendar_file(tmp_path / "fair #1.ics", FAIR)))])
    drop = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QEvent.Type.Drop,
    )
    program.window.dropEvent(drop)
    assert drop.isAccepted()
    qtbot.waitUntil(lambda: card_of(program) is not None)
    card = card_of(program)
    assert card is not None
    qtbot.keyClick(card.foot.primary, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(program) == "1 event added")
    assert place_shown(program) == "events"
