"""Tab goes through the parts of a page one after the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netdesk.ui.widgets.tab_order import part_by_part


def _button(words: str, part: QWidget) -> QPushButton:
    button = QPushButton(words)
    layout = part.layout()
    assert layout is not None
    layout.addWidget(button)
    button.show()
    return button


def test_what_is_made_later_is_reached_with_its_part(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    whole = QVBoxLayout(page)
    parts = [QWidget(), QWidget()]
    for part in parts:
        QVBoxLayout(part)
        whole.addWidget(part)
    buttons = [_button("One", parts[0]), _button("Three", parts[1]), _button("Two", parts[0])]
    menu = QMenu(parts[0])
    menu.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.show()
    page.activateWindow()
    part_by_part(parts)
    buttons[0].setFocus()
    reached = []
    for _ in range(3):
        held = page.focusWidget()
        assert isinstance(held, QPushButton)
        reached.append(held.text())
        qtbot.keyClick(held, Qt.Key.Key_Tab)
    assert reached == ["One", "Two", "Three"]
