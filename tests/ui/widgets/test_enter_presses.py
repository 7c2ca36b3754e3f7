"""Enter presses the button that has the keyboard, on a page and on a card over the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.buttons import icon_button, plain_button
from netdesk.ui.widgets.overlay import Overlay
from tests.support.programs import running


def test_on_a_page(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    with running(qapp, tmp_path / "My network.netdesk") as program:
        page = program.window.current_page()
        assert page is not None
        pressed: list[str] = []
        button = plain_button("Show in folder", parent=page)
        button.clicked.connect(lambda: pressed.append("shown"))
        button.show()
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Return)
        qtbot.keyClick(button, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
        assert pressed == ["shown", "shown"]
        qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        button.setEnabled(False)
        qtbot.keyClick(page, Qt.Key.Key_Return)
        assert len(pressed) == 2


def test_on_a_card_and_nothing_behind_it(qtbot: QtBot) -> None:
    window, content = QWidget(), QWidget()
    qtbot.addWidget(window)
    pressed: list[str] = []
    behind = plain_button("Behind", parent=window)
    behind.clicked.connect(lambda: pressed.append("behind"))
    inside = icon_button(Icon.CLOSE, "Close")
    inside.clicked.connect(lambda: pressed.append("close"))
    QVBoxLayout(content).addWidget(inside)
    overlay = Overlay(window, content)
    window.show()
    overlay.open()
    qtbot.keyClick(inside, Qt.Key.Key_Return)
    behind.setFocus()
    qtbot.keyClick(overlay, Qt.Key.Key_Return)
    assert pressed == ["close"]
