"""The cards of one event as a list's rows; what is just being written stands at the end until it is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from netdesk.services.cards import CardLine
from netdesk.ui.pages.events.cards.card_words import sentence
from netdesk.ui.widgets.paint import one_line

LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class CardModel(QAbstractListModel):
    """``LINE`` gives a :class:`CardLine`. A line with an id below nought is not written yet."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._lines: list[CardLine] = []

    def lines(self) -> tuple[CardLine, ...]:
        """Every card in its order."""
        return tuple(self._lines)

    def line_at(self, row: int) -> CardLine | None:
        """The card of a row; None where there is no row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, card_id: int) -> int:
        """The row of a card, -1 when it is not here."""
        return next((row for row, line in enumerate(self._lines) if line.id == card_id), -1)

    def show_lines(self, lines: Sequence[CardLine]) -> None:
        """Show these cards; rows that stay keep what is chosen in them."""
        before, after = [line.id for line in self._lines], [line.id for line in lines]
        if before == after:
            self._exchange(lines)
        elif after[: len(before)] == before:
            self._exchange(lines[: len(before)])
            self.beginInsertRows(QModelIndex(), len(before), len(after) - 1)
            self._lines = list(lines)
            self.endInsertRows()
        else:
            self._remove_all_but(set(after))
            if after[: len(self._lines)] != [line.id for line in self._lines]:
                self.beginResetModel()
                self._lines = list(lines)
                self.endResetModel()
            else:
                self.show_lines(lines)

    def put(self, line: CardLine) -> None:
        """Show one card anew, or a new one at the end."""
        row = self.row_of(line.id)
        if row < 0:
            self.show_lines([*self._lines, line])
        elif self._lines[row] != line:
            self._lines[row] = line
            self.dataChanged.emit(self.index(row), self.index(row))

    def take(self, card_id: int) -> None:
        """Show a card no more."""
        self._remove_all_but({line.id for line in self._lines} - {card_id})

    def _exchange(self, lines: Iterable[CardLine]) -> None:
        for row, line in enumerate(lines):
            if self._lines[row] != line:
                self._lines[row] = line
                self.dataChanged.emit(self.index(row), self.index(row))

    def _remove_all_but(self, wanted: set[int]) -> None:
        for row in range(len(self._lines) - 1, -1, -1):
            if self._lines[row].id not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._lines[row]
                self.endRemoveRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(line.name)
        return sentence(line, self._today()) if role == Qt.ItemDataRole.AccessibleTextRole else None
