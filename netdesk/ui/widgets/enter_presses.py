"""Buttons that Enter presses as well: Qt gives them Space alone, outside dialogs of its own.

The button itself takes the key: a field that moves the keyboard on at Enter never presses the button it moves to.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterPushButton(QPushButton):
    """A button with words."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _presses(self, event):
            super().keyPressEvent(event)


class EnterToolButton(QToolButton):
    """A button that is an icon."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _presses(self, event):
            super().keyPressEvent(event)


def _presses(button: QAbstractButton, event: QKeyEvent) -> bool:
    plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
    if event.key() not in _ENTER or not plain or event.isAutoRepeat():
        return False
    event.accept()
    button.click()
    return True
