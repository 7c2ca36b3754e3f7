"""The members of a group as a table: who, on which level, and an answer for each mark of the audit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from netdesk.method.calendar_words import short_day
from netdesk.method.groups import Answer, Mark, booked_words
from netdesk.method.names import fold
from netdesk.services.group_audit import MemberLine
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import one_line

LINE = Qt.ItemDataRole.UserRole
ANSWER = Qt.ItemDataRole.UserRole + 1
MEMBER, LEVEL, FIRST_MARK = 0, 1, 2
MARKS = tuple(Mark)
HEADS = ("Member", "Level", *(mark.label for mark in MARKS))
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LONGEST = 120


def mark_of(column: int) -> Mark | None:
    """The mark of a column, None for who it is and the level."""
    return MARKS[column - FIRST_MARK] if 0 <= column - FIRST_MARK < len(MARKS) else None


class MatrixModel(QAbstractTableModel):
    """``LINE`` gives the :class:`MemberLine` of a row, ``ANSWER`` the answer of a mark's cell.

    It keeps the order of the audit until a head is pressed; ``narrow(text)`` shows only who has these words.
    """

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._all: tuple[MemberLine, ...] = ()
        self._lines: list[MemberLine] = []
        self._words = ""
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def show_lines(self, lines: tuple[MemberLine, ...]) -> None:
        """Show these members; where the same ones stand in the same order, only their cells are new."""
        self._all = lines
        self._arrange()

    def narrow(self, text: str) -> None:
        """Show the members whose name, firm or trade holds every word of ``text``."""
        self._words = fold(text)
        self._arrange()

    def line(self, row: int) -> MemberLine | None:
        """The member of a row, None outside the table."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, member_id: int) -> int:
        """The row of a member, -1 when they are not shown."""
        return next((row for row, line in enumerate(self._lines) if line.member_id == member_id), -1)

    def sorted_by(self) -> tuple[int, Qt.SortOrder] | None:
        """The column whose head was pressed and which way, None for the order of the audit."""
        return self._sorted

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        column = index.column()
        mark = mark_of(column)
        answers: dict[int, Callable[[], object]] = {
            LINE: lambda: line,
            ANSWER: lambda: None if mark is None else line.marks[mark],
            Qt.ItemDataRole.DisplayRole: lambda: self._shown(line, column),
            Qt.ItemDataRole.AccessibleTextRole: lambda: self._spoken(line, column),
            Qt.ItemDataRole.ToolTipRole: lambda: plain_tooltip(self._tip(line, column)) or None,
        }
        asked = answers.get(role)
        return None if asked is None else asked()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(HEADS):
            return HEADS[section] if role == Qt.ItemDataRole.DisplayRole else None
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column: names from A, the closest first, and of a mark first those who miss it."""
        self._sorted = (column, order) if 0 <= column < len(HEADS) else None
        self._arrange()

    def _arrange(self) -> None:
        lines = self._wanted()
        if [line.member_id for line in lines] == [line.member_id for line in self._lines]:
            self._lines = lines
            if lines:
                last = self.index(len(lines) - 1, len(HEADS) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
        elif {line.member_id for line in lines} == {line.member_id for line in self._lines}:
            self._reorder(lines)
        else:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    def _wanted(self) -> list[MemberLine]:
        words = self._words.split()
        lines = [line for line in self._all if _holds(line, words)] if words else list(self._all)
        if self._sorted is not None:
            column, order = self._sorted
            # Sorting is stable: within one answer the order of the audit stays.
            lines.sort(
                key=_KEYS[min(column, FIRST_MARK)](column), reverse=order != Qt.SortOrder.AscendingOrder
            )
        return lines

    def _reorder(self, lines: list[MemberLine]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        members = [self._lines[index.row()].member_id for index in before]
        self._lines = lines
        rows = {line.member_id: row for row, line in enumerate(lines)}
        after = [
            self.index(rows[member], index.column()) for member, index in zip(members, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _shown(self, line: MemberLine, column: int) -> str:
        mark = mark_of(column)
        if mark is not None:
            return _answer_words(line.marks[mark], self._today())
        if column == LEVEL:
            return str(line.level) if line.level else "–"
        return one_line(line.name)[:_LONGEST]

    def _spoken(self, line: MemberLine, column: int) -> str:
        mark = mark_of(column)
        name = one_line(line.name)[:_LONGEST]
        if mark is not None:
            answer = line.marks[mark]
            return " ".join(
                part
                for part in (f"{name}, {mark.label}: {_answer_words(answer, self._today())}.", answer.why)
                if part
            )
        if column == LEVEL:
            return f"{name}, level {line.level} of 5" if line.level else f"{name}, on no level"
        parts = (
            name,
            one_line(line.organisation)[:_LONGEST],
            one_line(line.role)[:_LONGEST],
            self._stay(line),
        )
        return ", ".join(part for part in parts if part)

    def _tip(self, line: MemberLine, column: int) -> str:
        mark = mark_of(column)
        if mark is not None:
            return line.marks[mark].why
        if column == LEVEL:
            return f"Level {line.level} of 5" if line.level else "On no level"
        parts = (
            line.name,
            line.organisation,
            line.role,
            line.what_they_do,
            self._stay(line),
            f"Learned from them: {line.learned}" if line.learned else "",
        )
        return "\n".join(part for part in parts if part)

    def _stay(self, line: MemberLine) -> str:
        today = self._today()
        if line.left is not None:
            return f"left {short_day(line.left, today)}"
        return "" if line.joined is None else f"member since {short_day(line.joined, today)}"


def _answer_words(answer: Answer, today: date) -> str:
    if answer.yes:
        return "yes"
    return "no" if answer.booked is None else f"no, booked {booked_words(answer.booked, today)}"


def _holds(line: MemberLine, words: list[str]) -> bool:
    text = fold(f"{line.name} {line.organisation} {line.role} {line.what_they_do} {line.learned}")
    return all(word in text for word in words)


def _mark_key(column: int) -> Callable[[MemberLine], int]:
    mark = MARKS[column - FIRST_MARK]

    def key(line: MemberLine) -> int:
        answer = line.marks[mark]
        return 2 if answer.yes else 1 if answer.booked is not None else 0

    return key


_KEYS: dict[int, Callable[[int], Callable[[MemberLine], int | str]]] = {
    MEMBER: lambda _: lambda line: fold(line.name),
    LEVEL: lambda _: lambda line: -line.level,
    FIRST_MARK: _mark_key,
}
