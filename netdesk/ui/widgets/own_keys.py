"""Letters that mean something in one row and something else in the page around it: the row comes first."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def keeps_key(event: QEvent, keys: Container[Qt.Key]) -> bool:
    """Accept a key of a widget's own ``keys`` before it becomes a shortcut of the window; say whether it was one."""
    if (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and not event.modifiers() & ~_HARMLESS
        and Qt.Key(event.key()) in keys
    ):
        event.accept()
        return True
    return False
