"""Enter presses the button that has the keyboard, and no other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.buttons import icon_button, plain_button


def test_both_keys_press_words_and_icons(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    window.show()
    pressed: list[str] = []
    for button in (plain_button("Show in folder"), icon_button(Icon.CLOSE, "Close")):
        column.addWidget(button)
        pressed.clear()
        button.clicked.connect(lambda: pressed.append("once"))
        qtbot.keyClick(button, Qt.Key.Key_Return)
        qtbot.keyClick(button, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
        qtbot.keyClick(button, Qt.Key.Key_Space)
        assert len(pressed) == 3


def test_a_field_that_moves_on_at_enter_presses_nothing(qtbot: QtBot) -> None:
    window, field, button = QWidget(), QLineEdit(), plain_button("Let go")
    qtbot.addWidget(window)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("once"))
    field.returnPressed.connect(button.setFocus)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(button)
    window.show()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert pressed == []
