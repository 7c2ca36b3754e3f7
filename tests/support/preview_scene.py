"""A window with the mixer planned in its workspace, and scripted answers to its dialogs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from netdesk.background.lanes import InlineLanes
from netdesk.store.workspace import Workspace
from netdesk.ui.bridge.desk import Desk
from netdesk.ui.bridge.dialogs import Dialogs
from netdesk.ui.printing.page_layout import LaidSheet
from netdesk.ui.printing.prep_sheet_window import PrepSheetWindow, open_prep_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.scheme import SchemeSwitch
from netdesk.ui.widgets.segments import Segments, segment_boxes
from tests.support.prep_sheets import PRINTED, plan_mixer

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class Answers(Dialogs):
    """Answers in a person's place and keeps what was asked."""

    def __init__(self, path: Path | None = None, choice: str | None = None) -> None:
        self.path = path
        self.choice = choice
        self.asked: list[str] = []

    def save_file(self, parent: QWidget, title: str, name: str, patterns: object) -> Path | None:
        self.asked.append(name)
        return self.path

    def choose(self, parent: QWidget, title: str, text: str, buttons: object) -> str | None:
        self.asked.append(text)
        return self.choice


class Scene:
    """A window with a shell on a workspace in which the mixer is planned."""

    def __init__(self, qtbot: QtBot, qapp: object, workspace: Workspace) -> None:
        self.qtbot = qtbot
        self.workspace = workspace
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1100, 700)
        self.dialogs = Answers()
        self.desk = Desk(workspace, InlineLanes(), self.window)
        appearance = SchemeSwitch(qapp, RESOURCES, self.window)  # type: ignore[arg-type]
        self.shell = Shell(
            self.window, self.desk, appearance, RESOURCES, dialogs=self.dialogs, today=lambda: PRINTED
        )
        self.event = plan_mixer(workspace)
        self.window.show()
        qtbot.waitExposed(self.window)

    def open(self, chooser: Callable[[QWidget, LaidSheet], QPrinter | None] | None = None) -> PrepSheetWindow:
        shown = open_prep_sheet(self.shell, self.event, chooser=chooser or (lambda _parent, _laid: None))
        assert shown is not None
        self.qtbot.waitUntil(shown.isVisible)
        return shown

    def press(self, segments: Segments, number: int, labels: tuple[str, ...]) -> None:
        box = segment_boxes(segments.rect(), labels)[number]
        self.qtbot.mouseClick(segments, Qt.MouseButton.LeftButton, pos=box.center())

    def click(self, button: QAbstractButton) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def button(self, text: str) -> QAbstractButton:
        return next(
            each
            for each in self.window.findChildren(QAbstractButton)
            if each.text() == text and each.isVisible()
        )

    def said(self) -> list[str]:
        """Give the accessible names of what is visible in the window, a toast's words among them."""
        return [each.accessibleName() for each in self.window.findChildren(QWidget) if each.isVisible()]


def laid(shown: PrepSheetWindow) -> LaidSheet:
    sheet = shown.preview.sheet()
    assert sheet is not None
    return sheet


def cards(shown: PrepSheetWindow) -> int:
    return sum(each.block.part == "card" for page in laid(shown).pages for each in page.placed)
