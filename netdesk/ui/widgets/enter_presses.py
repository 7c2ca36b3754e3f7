"""Enter presses the button that has the keyboard: Qt gives buttons Space alone, outside dialogs of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def enter_presses(event: QKeyEvent, inside: QWidget) -> bool:
    """Press the button with the keyboard, if there is one in ``inside`` and ``event``, which nobody took, is Enter."""
    plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
    held = inside.window().focusWidget()
    if event.key() not in _ENTER or not plain or event.isAutoRepeat():
        return False
    if not isinstance(held, QAbstractButton) or not inside.isAncestorOf(held):
        return False
    held.click()
    return True
