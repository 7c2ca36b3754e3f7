"""The rows of a pasted table: a tick, the cells as they were understood, and what will happen.

``PasteRows``: ``show_plan(plan)``, ``show_only(verdict)``, ``tick(places, on)``, ``ticked()``. An edited cell is told
with ``edited(place in the table, column, text)``; the plan that follows from it is shown in the same rows.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from netdesk.services.win_paste import PastePlan, PasteRow, Verdict, WinColumn
from netdesk.ui.widgets.paint import one_line

LEFT_OUT = "Left out"
TICK = 0
RowRole = Qt.ItemDataRole.UserRole + 1
TickRole = Qt.ItemDataRole.UserRole + 2
"""True, False, or None where there is nothing to tick: the row is to be put right first."""
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_EMPTY = PastePlan(
    (), (), headed=False, day_first=True, decimal="", days_doubtful=False, has_numeric_days=False, rows=()
)


class PasteRows(QAbstractTableModel):
    """Points into a plan; holds the ticks somebody made, by the line of the row."""

    edited = Signal(int, int, str)
    changed = Signal()
    """The ticks changed, or the plan."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan = _EMPTY
        self._ticks: dict[int, bool] = {}
        self._only: Verdict | None = None
        self._shown = array("l")

    # What Qt asks ----------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() or not self.plan.kinds else len(self.plan.kinds) + 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.kind(section) is WinColumn.VALUE
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_cell(index.column()) else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row, column = self.row(index.row()), index.column()
        answers: dict[int, Callable[[], Any]] = {
            RowRole: lambda: row,
            TickRole: lambda: self.is_ticked(row) if row.draft is not None else None,
            Qt.ItemDataRole.DisplayRole: lambda: one_line(self._text(row, column)),
            Qt.ItemDataRole.EditRole: lambda: row.cells[column - 1] if self.is_cell(column) else None,
            Qt.ItemDataRole.AccessibleTextRole: lambda: self.spoken(row, column),
        }
        answer = answers.get(role)
        return answer() if answer is not None else None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not self.is_cell(index.column()):
            return False
        row, text = self.row(index.row()), str(value)
        if text != row.cells[index.column() - 1]:
            self.edited.emit(row.number + self.plan.headed, index.column() - 1, text)
        return True

    # What the table asks ---------------------------------------------------------------------

    def row(self, place: int) -> PasteRow:
        """The row at a place of the table."""
        return self.plan.rows[self._shown[place]]

    def is_cell(self, column: int) -> bool:
        """Whether a column of the table is one that was pasted."""
        return TICK < column <= len(self.plan.kinds)

    def kind(self, column: int) -> WinColumn | None:
        """What a column of the table holds."""
        return self.plan.kinds[column - 1] if self.is_cell(column) else None

    def heading(self, column: int) -> str:
        """The words above a column."""
        if self.is_cell(column):
            kind = self.kind(column)
            return kind.value if kind is not None else LEFT_OUT
        return "" if column == TICK else "What will happen"

    def is_ticked(self, row: PasteRow) -> bool:
        """Whether a row will be written."""
        return row.draft is not None and self._ticks.get(row.line, row.verdict is Verdict.NEW)

    def ticked(self) -> frozenset[int]:
        """The numbers of the rows that will be written."""
        return frozenset(row.number for row in self.plan.rows if self.is_ticked(row))

    def spoken(self, row: PasteRow, column: int) -> str:
        """A cell for a screen reader: the first says the whole row."""
        if column == TICK:
            will = "will be added" if self.is_ticked(row) else "is left out"
            cells = [
                one_line(text) for text, kind in zip(row.shown, self.plan.kinds, strict=True) if text and kind
            ]
            return ", ".join([f"Line {row.line} {will}", *cells, one_line(row.found)])
        problem = row.problem_at(column - 1) if self.is_cell(column) else None
        text = one_line(self._text(row, column))
        return f"{text}: {problem.words}" if problem is not None else text

    # What a person does ----------------------------------------------------------------------

    def show_plan(self, plan: PastePlan) -> None:
        """Show another plan; one of the same columns and rows takes the place of the old one cell by cell."""
        alike = plan.kinds == self.plan.kinds and [row.line for row in plan.rows] == [
            row.line for row in self.plan.rows
        ]
        if alike and self._only is None:
            self.plan = plan
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.beginResetModel()
            self.plan = plan
            self._choose_shown()
            self.endResetModel()
        self.changed.emit()

    def show_only(self, verdict: Verdict | None) -> None:
        """Show the rows of one kind, or all."""
        self.beginResetModel()
        self._only = verdict
        self._choose_shown()
        self.endResetModel()

    def only(self) -> Verdict | None:
        """The kind of rows that is shown alone."""
        return self._only

    def tick(self, places: Iterable[int]) -> None:
        """Tick the rows at ``places``, or take their ticks away where all have one."""
        rows = [row for place in places if (row := self.row(place)).draft is not None]
        on = not all(self.is_ticked(row) for row in rows)
        self._ticks.update({row.line: on for row in rows})
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.changed.emit()

    def forget_ticks(self) -> None:
        """Another table comes: ticks are as they are proposed, and all rows are shown."""
        self._ticks = {}
        self._only = None

    def _choose_shown(self) -> None:
        rows = self.plan.rows
        self._shown = array("l", (row.number for row in rows if self._only in (None, row.verdict)))

    def _text(self, row: PasteRow, column: int) -> str:
        if self.is_cell(column):
            return row.shown[column - 1]
        return "" if column == TICK else will_happen(row, self.is_ticked(row))


def will_happen(row: PasteRow, ticked: bool) -> str:
    """What will happen with a row, in words: "Add", "Leave out: already here …", or what is to be put right."""
    if row.problems:
        return " ".join(problem.what for problem in row.problems)
    found = row.found.removeprefix("new").removeprefix("; ")
    will = "Add" if ticked else "Leave out"
    return f"{will}: {found}" if found else will
