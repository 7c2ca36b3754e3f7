"""A table whose cells are typed in place: arrows and Tab walk, typing begins a cell, 1–5 choose a source.

While a cell is typed, Tab and Shift+Tab go along the cells, Enter to the next row, Esc gives back what stood there.
What is typed is handed to ``take``; where it refuses, the words stay and a line under the cell says why.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from netdesk.method.errors import NetDeskError
from netdesk.ui.pages.person.fields import mark_wrong
from netdesk.ui.pages.wins.cell_delegate import CellDelegate
from netdesk.ui.pages.wins.cell_editor import CellEditor, Offers, Picked
from netdesk.ui.pages.wins.cell_model import CellModel
from netdesk.ui.pages.wins.cell_trouble import CellTrouble
from netdesk.ui.pages.wins.cell_view import CellView
from netdesk.ui.pages.wins.columns import NAMES, Column
from netdesk.ui.pages.wins.source_segments import SOURCES
from netdesk.ui.theme.metrics import metrics

Take = Callable[[int, Column, str, Picked], None]
"""Takes what was typed in a cell: row, column, words, what was picked. Raises ``NetDeskError`` to refuse it."""
_HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_WIDEST_EDITOR = {
    Column.THANKS: 280,
    Column.PLACE: 240,
    Column.CLIENT: 220,
    Column.WHAT: 220,
    Column.WHEN: 120,
}
_BACK = (Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
LAST = Column.PLACE


class CellTable(CellView):
    """``offers`` says what is offered while a column is typed."""

    source_chosen = Signal(int, object)
    """A row, and the ``Source`` or None."""
    asked = Signal(str, int)
    """What a key asks of a row: "form", "bin" or "menu"."""
    menu_asked = Signal(int, QPoint)
    went_off = Signal(int)
    """The keyboard goes on above the first row (-1) or below the last."""
    closed = Signal()
    """No cell is typed any more."""

    def __init__(
        self,
        name: str,
        model: CellModel,
        delegate: CellDelegate,
        take: Take,
        trouble: CellTrouble,
        parent: QWidget | None = None,
    ) -> None:
        self._editor: CellEditor | None = None
        self._cell = QPersistentModelIndex()
        self._refused: NetDeskError | None = None
        self._take, self._trouble = take, trouble
        super().__init__(name, model, delegate, parent)
        self.offers: dict[Column, Offers] = {}
        model.layoutChanged.connect(self._place_editor)
        model.modelReset.connect(self.give_back)

    # Where the keyboard is -------------------------------------------------------------------------

    @property
    def is_typing(self) -> bool:
        """Whether a cell is being typed."""
        return self._cell.isValid()

    @property
    def editor(self) -> CellEditor:
        """The line in which cells are typed."""
        if self._editor is None:
            editor = self._editor = CellEditor(self.viewport())
            editor.stepped.connect(self._stepped)
            editor.entered.connect(self._entered)
            editor.moved.connect(self._moved)
            editor.given_back.connect(self.give_back)
            editor.left.connect(self._left)
            editor.came.connect(self._came_back)
        return self._editor

    # Typing a cell -----------------------------------------------------------------------------------

    def type_cell(self, row: int, column: Column, text: str | None = None) -> None:
        """Open a cell to be typed, with what stands there or with ``text`` in its place."""
        if column is Column.SOURCE or not self.go(row, column):
            return
        self._cell = QPersistentModelIndex(self.cells.index(row, column))
        editor = self.editor
        begin = self.cells.typed(row, column)
        several = column is Column.THANKS
        name = f"{NAMES[column].capitalize()}"
        editor.begin(begin, name, self.offers.get(column), several=several, free=column is not Column.PLACE)
        if text is not None:
            editor.setText(text)
            editor.textEdited.emit(text)
        right = column is Column.VALUE
        editor.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        self._place_editor()
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> bool:
        """Hand over what is typed and close the cell; False when it was refused and stays open."""
        if not self.is_typing:
            return True
        row, column = self._cell.row(), Column(self._cell.column())
        text = self.editor.text().strip()
        if text != self.cells.typed(row, column).strip():
            try:
                self._take(row, column, text, self.editor.picked)
            except NetDeskError as error:
                self.refuse(row, column, text, error)
                return False
        self.give_back()
        return True

    def refuse(self, row: int, column: Column, text: str, error: NetDeskError) -> None:
        """Say under a cell what is wrong with what was typed; the words stay in the line."""
        if not self.is_typing or (self._cell.row(), self._cell.column()) != (row, column):
            self.type_cell(row, column)
        if self.is_typing:
            self.editor.setText(text)
            mark_wrong(self.editor, True)
            self._refused = error
            self._trouble.say(error, self.editor)

    def give_back(self) -> None:
        """Close the cell with what stood there before."""
        if not self.is_typing:
            return
        self._cell = QPersistentModelIndex()
        self._trouble.hide()
        editor, held = self.editor, self.editor.hasFocus()
        editor.offer_nothing()
        mark_wrong(editor, False)
        self._refused = None
        editor.setAccessibleDescription("")
        if held:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.hide()
        self.viewport().update()
        self.closed.emit()

    def _left(self) -> None:
        # Elsewhere by the mouse: what cannot be used stays in its line, and nobody is held back.
        if self.is_typing and not self.finish():
            self._trouble.hide()

    def _came_back(self) -> None:
        if self.is_typing and self._refused is not None:
            self._trouble.say(self._refused, self.editor)

    def _place_editor(self) -> None:
        if not self._cell.isValid():
            if self._editor is not None and not self._editor.isHidden():
                self._cell = QPersistentModelIndex()
                self._editor.hide()
                self._trouble.hide()
            return
        rect = self.visualRect(self.cells.index(self._cell.row(), self._cell.column()))
        column = Column(self._cell.column())
        width = max(rect.width() - 2, metrics().px(_WIDEST_EDITOR.get(column, 0)))
        left = min(rect.left() + 1, self.viewport().width() - width - 1)
        if column is Column.VALUE:
            left = rect.right() - width
        height = self.editor.sizeHint().height()
        self.editor.setGeometry(left, rect.top() + (rect.height() - 1 - height) // 2, width, height)
        if not self._trouble.isHidden() and self._refused is not None:
            self._trouble.place(self.editor)

    # From cell to cell -------------------------------------------------------------------------------

    def _stepped(self, forward: bool) -> None:
        place = self._cell.row(), Column(self._cell.column())
        if self.finish():
            self.step(*place, forward=forward)

    def step(self, row: int, column: Column, *, forward: bool) -> None:
        """Go on typing in the cell after this one, or before it; from the end of a row in the next row."""
        number = row * len(Column) + column + (1 if forward else -1)
        row, column = number // len(Column), Column(number % len(Column))
        if not 0 <= row < self.cells.rowCount():
            self.leave(forward=forward)
        elif column is Column.SOURCE:
            self.go(row, column)
        else:
            self.type_cell(row, column)

    def leave(self, *, forward: bool) -> None:
        """The cells are at an end."""
        self.went_off.emit(1 if forward else -1)

    def _entered(self) -> None:
        row, column = self._cell.row(), Column(self._cell.column())
        if self.finish():
            self.next_row(row, column)

    def next_row(self, row: int, column: Column) -> None:
        """Enter: go to the row below."""
        if not self.go(row + 1, column):
            self.went_off.emit(1)

    def _moved(self, rows: int) -> None:
        row, column = self._cell.row(), Column(self._cell.column())
        if self.finish() and not self.go(row + rows, column):
            self.went_off.emit(rows)

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
            self.type_cell(row, column, event.text().strip())
        else:
            return False
        return True

    def keyboardSearch(self, search: str) -> None:
        """Letters are typed into cells; they search nothing."""

    # Pointer -----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        index = self.indexAt(event.position().toPoint())
        if not self.finish() or not index.isValid():
            return
        was_here = self.currentIndex() == index and self.hasFocus()
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

    # Sizes -------------------------------------------------------------------------------------------

    def lay_out(self) -> None:
        super().lay_out()
        self._place_editor()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_editor()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self.cells.rowCount():
            self.go(0, Column.WHAT)
        super().focusInEvent(event)
