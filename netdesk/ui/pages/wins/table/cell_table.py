"""A table of wins: arrows and Tab walk, typing begins a cell, 1–5 choose a source, and so does the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent

from netdesk.ui.pages.wins.table.cell_typing import CellTyping
from netdesk.ui.pages.wins.table.columns import Column
from netdesk.ui.pages.wins.table.source_segments import SOURCES

_HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_BACK = (Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
LAST = Column.PLACE


class CellTable(CellTyping):
    """Keys and pointer."""

    _came = False

    source_chosen = Signal(int, object)
    """A row, and the ``Source`` or None."""
    asked = Signal(str, int)
    """What a key asks of a row: "form", "bin", "copy" or "paste"."""
    menu_asked = Signal(int, QPoint)

    # Keys --------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # What is typed into a cell is no shortcut of the window.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~_HARMLESS
            if plain and (event.text().isprintable() or event.key() in _BACK) and self.here() is not None:
                event.accept()
                return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        here = self.here()
        if here is not None and self._steps_on(here, forward=forward):
            return True
        return super().focusNextPrevChild(forward)

    def _steps_on(self, here: tuple[int, Column], *, forward: bool) -> bool:
        """Tab while no cell is typed goes along the row; from its end it leaves the table, as everywhere."""
        column = here[1] + (1 if forward else -1)
        return 0 <= column <= LAST and self.go(here[0], Column(column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here, key = self.here(), Qt.Key(event.key())
        if here is None:
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.go(0, Column.WHAT):
                return
            super().keyPressEvent(event)
            return
        if not (self._source_key(here, event) or self._cell_key(here, event)):
            super().keyPressEvent(event)

    def _source_key(self, here: tuple[int, Column], event: QKeyEvent) -> bool:
        row, column = here
        if column is not Column.SOURCE or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        digits = {one.key: one for one in SOURCES}
        if event.text() in digits:
            self.source_chosen.emit(row, digits[event.text()])
        elif key in _BACK:
            self.source_chosen.emit(row, None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_row(row, column)
        else:
            return False
        return True

    def _cell_key(self, here: tuple[int, Column], event: QKeyEvent) -> bool:
        row, column = here
        key, held = Qt.Key(event.key()), event.modifiers() & ~_HARMLESS
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Paste):
            is_copy = event.matches(QKeySequence.StandardKey.Copy)
            self.asked.emit("copy" if is_copy else "paste", row)
            return True
        ctrl = held == Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if ctrl:
                self.asked.emit("form", row)
            else:
                self.type_cell(row, column)
        elif key == Qt.Key.Key_F2:
            self.type_cell(row, column)
        elif key == Qt.Key.Key_Delete and (ctrl or not held):
            self.asked.emit("bin", row)
        elif key == Qt.Key.Key_Down and row == self.cells.rowCount() - 1:
            self.went_off.emit(1)
        elif key == Qt.Key.Key_Up and row == 0:
            self.went_off.emit(-1)
        elif not held and event.text() and event.text().isprintable() and column is not Column.SOURCE:
            # A blank begins nothing new: what stands there is opened as it is.
            self.type_cell(row, column, event.text().strip() or None)
        else:
            return False
        return True

    def keyboardSearch(self, search: str) -> None:
        """Letters are typed into cells; they search nothing."""

    # Pointer -----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        index, came, self._came = self.indexAt(event.position().toPoint()), self._came, False
        if not self.finish():
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not index.isValid():
            return
        was_here = self.currentIndex() == index and not came
        row, column = index.row(), Column(index.column())
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.go(row, column)
        source = self.source_at(event.position().toPoint())
        if source is not None:
            self.source_chosen.emit(row, None if source is self.cells.source(row) else source)
        elif was_here or self.types_at_once():
            self.type_cell(row, column)

    def types_at_once(self) -> bool:
        """Whether a first press on a cell types it already."""
        return False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() != Column.SOURCE:
            self.type_cell(index.row(), Column(index.column()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid() and self.finish():
            self.go(index.row(), Column(index.column()))
            place = self.visualRect(index).bottomLeft() if by_key else event.pos()
            self.menu_asked.emit(index.row(), self.viewport().mapToGlobal(place))

    def focusInEvent(self, event: QFocusEvent) -> None:
        # The press that brings the keyboard here comes after it.
        self._came = event.reason() == Qt.FocusReason.MouseFocusReason
        if not self.currentIndex().isValid() and self.cells.rowCount():
            self.go(0, Column.WHAT)
        super().focusInEvent(event)
