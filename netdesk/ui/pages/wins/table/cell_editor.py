"""The line in which a cell is typed: its keys go from cell to cell."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from netdesk.ui.pages.wins.table.offer_line import OfferLine, Offers
from netdesk.ui.widgets.own_keys import keeps_key

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class CellEditor(OfferLine):
    """``begin(text, name, …)`` opens it. Signals say what a key asks for; whoever listens closes it."""

    stepped = Signal(bool)
    """Tab (True) or Shift+Tab."""
    entered = Signal()
    moved = Signal(int)
    """To the row above (-1) or below."""
    given_back = Signal()
    came = Signal()
    rows_pasted = Signal(str)
    """Several cells or lines were pasted: a table, which no cell can hold."""

    def __init__(self, parent: QWidget) -> None:
        self._began = ""
        super().__init__(parent=parent)
        self.hide()

    def begin(
        self, text: str, name: str, offers: Offers | None = None, *, several: bool = False, free: bool = True
    ) -> None:
        """Show ``text``, to be typed over."""
        self.offer_from(offers, several=several, free=free)
        self.setAccessibleName(name)
        self.setText(text)
        self._began = self.text()
        self.selectAll()

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.take_lit()
        self.stepped.emit(forward)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Paste) and is_table(QGuiApplication.clipboard().text()):
            self.rows_pasted.emit(QGuiApplication.clipboard().text())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _HELD:
            self.take_lit()
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and not self.is_offering:
            self.given_back.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.is_offering:
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._leaves(event)
        ):
            event.ignore()
            return True
        # Esc belongs to the cell, not to a shortcut of the window.
        return keeps_key(event, (Qt.Key.Key_Escape,)) or super().event(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        """Where nothing was typed yet, undo and redo are those of the window: of the win written down last."""
        undo, redo = (
            event.matches(key) for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        )
        is_mine = (undo and self.isUndoAvailable()) or (redo and self.isRedoAvailable())
        return (undo or redo) and not is_mine and self.text() == self._began

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit()


def is_table(text: str) -> bool:
    """Whether pasted text is more than one cell: with a tab, or with several lines that are not empty."""
    return "\t" in text.strip() or len([one for one in text.splitlines() if one.strip()]) > 1
