"""Cells that are typed in place: Tab and Shift+Tab go along them, Enter to the next row, Esc gives back.

What is typed is handed to ``take``; where it refuses, the words stay and a line under the cell says why.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from netdesk.method.errors import NetDeskError
from netdesk.ui.pages.person.fields import mark_wrong
from netdesk.ui.pages.wins.table.cell_delegate import CellDelegate
from netdesk.ui.pages.wins.table.cell_editor import CellEditor
from netdesk.ui.pages.wins.table.cell_model import CellModel
from netdesk.ui.pages.wins.table.cell_trouble import CellTrouble
from netdesk.ui.pages.wins.table.cell_view import CellView
from netdesk.ui.pages.wins.table.columns import NAMES, Column
from netdesk.ui.pages.wins.table.offer_line import Offers, Picked
from netdesk.ui.theme.metrics import metrics

Take = Callable[[int, Column, str, Picked], None]
"""Takes what was typed in a cell: row, column, words, what was picked. Raises ``NetDeskError`` to refuse it."""
_WIDEST_EDITOR = {
    Column.THANKS: 280,
    Column.PLACE: 240,
    Column.CLIENT: 220,
    Column.WHAT: 220,
    Column.WHEN: 120,
    Column.VALUE: 140,
}


class CellTyping(CellView):
    """``offers`` says what is offered while a column is typed."""

    went_off = Signal(int)
    """The keyboard goes on above the first row (-1) or below the last."""
    closed = Signal()
    """No cell is typed any more."""
    rows_pasted = Signal(str)
    """Rows of a table were pasted into a cell."""

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
        self._began = ""
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
            editor.rows_pasted.connect(self._rows_pasted)
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
        name = NAMES[column].capitalize()
        editor.begin(begin, name, self.offers.get(column), several=several, free=column is not Column.PLACE)
        # As the line holds it: a text too long for it was not changed by being looked at.
        self._began = editor.text().strip()
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
        if text != self._began:
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

    def _rows_pasted(self, text: str) -> None:
        self.give_back()
        self.rows_pasted.emit(text)

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

    # Sizes -------------------------------------------------------------------------------------------

    def lay_out(self) -> None:
        super().lay_out()
        self._place_editor()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_editor()
