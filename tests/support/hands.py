"""A person's hands: what they press, type and drag; here by Qt's own test events, without a screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netdesk.ui.pages.board.drop_list import DropList
from tests.support.board_drags import drag_over, let_go
from tests.support.scripted_dialogs import ScriptedDialogs
from tests.support.seeing import main_window, sentences, under

T = TypeVar("T")
LONGEST_WAIT_MS = 10_000


class Hands(Protocol):
    """What driving a window needs. Points are of the screen, in logical pixels."""

    def look(self, question: Callable[[], T]) -> T:
        """Ask something of the window, on its own thread."""

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until something is seen; ``what`` is named, with the words on the screen, when it never is."""

    def click(self, spot: QPoint) -> None:
        """Press the left button and let it go."""

    def key(self, keys: str) -> None:
        """Press a key or a combination, written as in "Ctrl+Shift+E"."""

    def type(self, text: str) -> None:
        """Type a text."""

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Drag what lies at ``start`` to ``end``."""

    def with_file(self, path: Path, ask: Callable[[], None]) -> None:
        """Do what asks for a file, and answer with ``path``."""

    def picture(self, name: str) -> None:
        """Keep a picture of the screen, where pictures are wanted."""


class TestHands:
    """Hands for tests: real events, sent to whatever lies under the point or has the keyboard."""

    __test__ = False

    def __init__(self, qtbot: QtBot, dialogs: ScriptedDialogs) -> None:
        self._qtbot = qtbot
        self._dialogs = dialogs

    def look(self, question: Callable[[], T]) -> T:
        return question()

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        def check() -> None:
            assert condition(), f"{what}; on the screen: {' | '.join(sentences())}"

        self._qtbot.waitUntil(check, timeout=LONGEST_WAIT_MS)

    def click(self, spot: QPoint) -> None:
        target = _under(spot)
        QTest.mouseClick(
            target,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            target.mapFromGlobal(spot),
        )

    def key(self, keys: str) -> None:
        combination = QKeySequence(keys)[0]  # type: ignore[index]
        QTest.keyClick(_listening(), combination.key(), combination.keyboardModifiers())

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(_listening(), letter)
            QApplication.processEvents()

    def drag(self, start: QPoint, end: QPoint) -> None:
        source, target = _cards_under(start), _cards_under(end)
        spot = source.viewport().mapFromGlobal(start)
        self.click(start)
        people = source.selected_people()
        row = source.indexAt(spot).row()
        # Qt's loop for a drag waits for a real mouse: what it would deliver is sent in its place.
        data, _, _ = source.lifted(row, people, QPoint(8, 8))
        there = target.viewport().mapFromGlobal(end)
        assert drag_over(target, data, there), "the column does not take the card"
        assert let_go(target, data, there), "the card was not dropped"

    def with_file(self, path: Path, ask: Callable[[], None]) -> None:
        self._dialogs.will_choose(path)
        before = len(self._dialogs.asked)
        ask()
        self.wait(lambda: len(self._dialogs.asked) == before + 1, "nothing asked for a file")

    def picture(self, name: str) -> None:
        """Tests keep no pictures."""


def _under(spot: QPoint) -> QWidget:
    widget = under(spot)
    assert widget is not None, f"nothing lies at {spot}"
    return widget


def _cards_under(spot: QPoint) -> DropList:
    widget: QWidget | None = _under(spot)
    while widget is not None and not isinstance(widget, DropList):
        widget = widget.parentWidget()
    assert widget is not None, f"no column of cards lies at {spot}"
    return widget


def _listening() -> QWidget:
    """The widget that would get the next key: a pop-up before all others."""
    window = main_window()
    if QApplication.activeWindow() is None and window is not None:
        # No window manager gives the keyboard back after a pop-up here.
        window.activateWindow()
        QApplication.processEvents()
    widget = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
    assert widget is not None, "nothing listens to the keyboard"
    return widget
