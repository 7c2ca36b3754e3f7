"""The row at the foot of the table in which a new win is typed; wherever the keyboard goes in it, one can type."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from netdesk.ui.pages.wins.table.cell_delegate import CellDelegate
from netdesk.ui.pages.wins.table.cell_table import CellTable
from netdesk.ui.pages.wins.table.cell_trouble import CellTrouble
from netdesk.ui.pages.wins.table.cell_typing import Take
from netdesk.ui.pages.wins.table.columns import Column
from netdesk.ui.pages.wins.table.entry_row import EntryRow


class EntryTable(CellTable):
    """``finished()``: Enter was pressed, or Tab in the last cell: the row is to be written down."""

    finished = Signal()

    def __init__(
        self, row: EntryRow, take: Take, trouble: CellTrouble, parent: QWidget | None = None
    ) -> None:
        self.row = row
        super().__init__("New win", row, CellDelegate(is_entry=True), take, trouble, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.closed.connect(self._see_keyboard)

    def begin(self, column: Column = Column.WHAT) -> None:
        """Put the keyboard on a cell and begin to type."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.walk_to(column)

    def walk_to(self, column: Column) -> None:
        """Go to a cell; one of words is typed at once."""
        if column is Column.SOURCE:
            self.go(0, column)
        else:
            self.type_cell(0, column)

    def types_at_once(self) -> bool:
        return True

    def leave(self, *, forward: bool) -> None:
        # Past the last cell Tab writes down what was typed; of an empty row it leads on as everywhere.
        if forward and not self.row.is_empty:
            self.finished.emit()
        else:
            QWidget.focusNextPrevChild(self, forward)

    def next_row(self, row: int, column: Column) -> None:
        self.finished.emit()

    def _steps_on(self, here: tuple[int, Column], *, forward: bool) -> bool:
        number = here[1] + (1 if forward else -1)
        if 0 <= number < len(Column):
            self.walk_to(Column(number))
            return True
        return False

    def _cell_key(self, here: tuple[int, Column], event: QKeyEvent) -> bool:
        column, key = here[1], Qt.Key(event.key())
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if key in ways and 0 <= column + ways[key] < len(Column):
            self.walk_to(Column(column + ways[key]))
        elif key == Qt.Key.Key_Delete:
            self.row.put(column, "", {})
        elif key == Qt.Key.Key_Down:
            self.walk_to(column)
        else:
            return super()._cell_key(here, event)
        return True

    def type_cell(self, row: int, column: Column, text: str | None = None) -> None:
        self.row.begin(begun=True)
        super().type_cell(row, column, text)

    def _see_keyboard(self) -> None:
        # After the keyboard has come to where it goes.
        QTimer.singleShot(0, self, self._show_begun)

    def _show_begun(self) -> None:
        self.row.begin(begun=self.hasFocus() or self.is_typing)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._see_keyboard()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.row.begin(begun=True)
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.walk_to(Column.WHAT if event.reason() == Qt.FocusReason.TabFocusReason else Column.PLACE)
        self.viewport().update()
