"""A person's desk for a journey: NetDesk on one workspace, started and ended as often as wanted."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program, compose
from netdesk.store.workspace import Workspace
from netdesk.ui.memory import WindowMemory
from netdesk.ui.theme.scheme import Scheme
from tests.support.driving import Person
from tests.support.hands import TestHands
from tests.support.scripted_dialogs import ScriptedDialogs

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, 30).astimezone()
HEIGHT = 740
"""Of the window: less than the small screen of tests has, or Qt would make it fit when it is opened again."""


class JourneyDesk:
    """``person`` is who sits at it; ``path`` is where the workspace lies."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, folder: Path, *, inline: bool) -> None:
        self.qapp, self.folder, self.inline = qapp, folder, inline
        self.path = folder / "My network.netdesk"
        self.dialogs = ScriptedDialogs()
        self.person = Person(TestHands(qtbot, self.dialogs))
        self.program: Program | None = None

    @property
    def workspace(self) -> Workspace:
        assert self.program is not None
        return self.program.workspace

    def start(self, height: int | None = HEIGHT) -> None:
        """Open the window, of that height; None leaves it as high as it was."""
        self.program = compose(
            self.qapp,
            self.path,
            memory=WindowMemory(self.folder / "window.ini"),
            dialogs=self.dialogs,
            scheme=Scheme.LIGHT,
            today=lambda: TODAY,
            now=lambda: NOW,
            inline=self.inline,
        )
        if height is not None:
            self.program.window.resize(1440, height)
        self.program.window.show()
        self.program.window.activateWindow()

    def close(self) -> None:
        """Close the window with the key, then end the program as its start does."""
        assert self.program is not None
        self.person.hands.key("Ctrl+Q")
        window = self.program.window
        self.person.hands.wait(lambda: not window.isVisible(), "the window is still there")
        self.end()

    def end(self) -> None:
        if self.program is not None:
            self.program.window.close()
            self.program.close()
            self.program = None
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
