"""A whole main window into which contacts are brought; dialogs are answered by the test."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from netdesk.app import resources
from netdesk.background.lanes import InlineLanes, Lanes
from netdesk.store.workspace import Workspace
from netdesk.ui.bridge.desk import Desk
from netdesk.ui.bridge.dialogs import Dialogs
from netdesk.ui.importing.card import ImportCard
from netdesk.ui.main_window import MainWindow
from netdesk.ui.theme.scheme import Scheme, SchemeSwitch

TODAY = date(2026, 11, 22)


class Answers(Dialogs):
    """Gives the answers a test has laid ready, and remembers what was asked."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self.save_as: Path | None = None
        self.choice: str | None = None
        self.asked: list[str] = []

    def open_files(self, parent: QWidget, title: str, patterns: Sequence[str]) -> list[Path]:
        self.asked.append(title)
        return self.files

    def save_file(self, parent: QWidget, title: str, name: str, patterns: Sequence[str]) -> Path | None:
        self.asked.append(title)
        return self.save_as

    def choose(self, parent: QWidget, title: str, text: str, buttons: Sequence[str]) -> str | None:
        self.asked.append(text)
        return self.choice


class ImportWindow:
    """Window, desk and dialogs; ``close`` ends them in order."""

    def __init__(self, app: QApplication, workspace: Workspace, *, threads: bool = False) -> None:
        self.app = app
        self.workspace = workspace
        self.dialogs = Answers()
        appearance = SchemeSwitch(app, resources.folder(), app)
        appearance.choose(Scheme.LIGHT)
        self.desk = Desk(workspace, Lanes(workspace) if threads else InlineLanes())
        self.window = MainWindow(
            self.desk, appearance, resources.folder(), dialogs=self.dialogs, today=lambda: TODAY
        )
        self.desk.setParent(self.window)
        self.window.resize(1440, 900)
        self.window.show()
        self.window.activateWindow()
        app.processEvents()

    @property
    def card(self) -> ImportCard | None:
        """The card over the window, if there is one."""
        return next((card for card in self.window.findChildren(ImportCard) if card.isVisible()), None)

    def shown(self) -> ImportCard:
        """The card over the window."""
        card = self.card
        assert card is not None
        return card

    def drop(self, *files: Path) -> ImportCard:
        """Drop files on the window and give the card that opens."""
        self.window.bring_files(files)
        self.app.processEvents()
        return self.shown()

    def close(self) -> None:
        """End everything."""
        self.desk.close()
        self.window.close()
        self.window.deleteLater()
