"""A list model of rows by id, with headings between them that cannot be chosen.

A subclass says what stands where: ``row(place)``, ``heading(number)`` and, for a screen reader, ``sentence(row)``.
It calls ``show_entries(numbers)`` with the ids in their order; a number of 0 or less is a heading. Views ask for
``ROW`` and ``IS_HEADING``; pages for ``index_of(id)``, ``id_at(index)``, ``first_id()`` and ``neighbour(id)``.
"""

from __future__ import annotations

from array import array
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

ROW = Qt.ItemDataRole.UserRole
IS_HEADING = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Titled(Protocol):
    """What a row must have; the title is its text."""

    @property
    def id(self) -> int: ...

    @property
    def title(self) -> str: ...


class HeadedIds(QAbstractListModel):
    """``ROW`` gives the row itself; a heading is an entry of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: array[int] = array("q")

    # What a subclass says ----------------------------------------------------------------------

    def row(self, place: int) -> Titled | None:
        """Give what is to be shown at a place, None when it is gone. Subclasses override this."""
        return None

    def heading(self, number: int) -> str:
        """Give the words of a heading, whose number is 0 or less. Subclasses override this."""
        return ""

    def sentence(self, row: Any) -> str:
        """Say a row for a screen reader. Subclasses may say more than the title."""
        return str(row.title)

    def show_entries(self, entries: array[int]) -> None:
        """Show these ids and headings; where they are the ones shown already, only paint their rows anew."""
        if entries != self._entries:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()
        elif entries:
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))

    # What pages ask ----------------------------------------------------------------------------

    def index_of(self, wanted: int) -> QModelIndex:
        """Give the index of an id, an invalid one when it is not in the list."""
        try:
            return self.index(self._entries.index(wanted)) if wanted > 0 else QModelIndex()
        except ValueError:
            return QModelIndex()

    def id_at(self, index: Index) -> int:
        """Give the id of a row; 0 for a heading or no entry at all."""
        return max(0, self._entries[index.row()]) if self._holds(index) else 0

    def first_id(self) -> int:
        """Give the id of the first row, 0 without any."""
        return next((number for number in self._entries if number > 0), 0)

    def neighbour(self, one: int) -> int:
        """Give the id after this one, else the one before it, else 0."""
        ids = [number for number in self._entries if number > 0]
        if one not in ids:
            return 0
        place = ids.index(one)
        around = ids[place + 1 : place + 2] or ids[max(0, place - 1) : place]
        return around[0] if around else 0

    # What Qt asks ------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self.id_at(index):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self._holds(index):
            return None
        number = self._entries[index.row()]
        if role == IS_HEADING:
            return number <= 0
        if number <= 0:
            texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self.heading(number) if role in texts else None
        if role not in (ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row(index.row())
        if row is None or role == ROW:
            return row
        return row.title if role == Qt.ItemDataRole.DisplayRole else self.sentence(row)

    def _holds(self, index: Index) -> bool:
        return index.isValid() and 0 <= index.row() < len(self._entries)
