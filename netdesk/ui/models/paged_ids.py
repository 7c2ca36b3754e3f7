"""A list model for 100,000 rows: a snapshot of ids, and what to show of them fetched a page at a time.

``PagedIds(load, say)``: ``load(ids)`` gives the rows of some ids (anything with an ``id``), ``say(row)`` the sentence
a screen reader speaks. ``restart(ids, rows)`` begins another question, ``extend(ids)`` brings the rest of an answer
whose beginning is shown, ``swap(ids)`` the new answer to the same question: selection, current row and scroll follow
the people. ``forget(ids)`` reads rows anew. ``id_at(row)``, ``row_of(id)``, ``item(row)``.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from netdesk.ui.models.id_pages import IdPages

IdRole = Qt.ItemDataRole.UserRole + 1
RowRole = Qt.ItemDataRole.UserRole + 2

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Row(Protocol):
    """What a row must have; ``name`` is its text."""

    @property
    def id(self) -> int: ...

    @property
    def name(self) -> str: ...


class PagedIds(QAbstractListModel):
    """Rows by id. A row that is gone when its page is read shows nothing."""

    def __init__(
        self,
        load: Callable[[Sequence[int]], Sequence[Row]],
        say: Callable[[Any], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._say = say
        self._pages: IdPages[Row] = IdPages(load)

    # What Qt asks ------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self.ids):
            return None
        if role == IdRole:
            return self.ids[index.row()]
        if role not in (RowRole, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.item(index.row())
        if role == RowRole or row is None:
            return row
        return row.name if role == Qt.ItemDataRole.DisplayRole else self._say(row)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemNeverHasChildren if index.isValid() else flags

    # What pages ask ----------------------------------------------------------------------------

    @property
    def ids(self) -> array[int]:
        """The snapshot; not to be changed."""
        return self._pages.ids

    def id_at(self, row: int) -> int:
        """The id of a row, 0 outside the list."""
        return self._pages.id_at(row)

    def row_of(self, wanted: int) -> int:
        """The row of an id, -1 when it is not in the list."""
        return self._pages.place_of(wanted)

    def item(self, row: int) -> Row | None:
        """What is to be shown in a row; its page is read if need be."""
        return self._pages.row(row)

    # Another answer ----------------------------------------------------------------------------

    def restart(self, ids: array[int], rows: Sequence[Row] = ()) -> None:
        """Show the answer to another question; ``rows`` are those of its first people, as far as they are known."""
        self.beginResetModel()
        self._pages.start(ids, rows)
        self.endResetModel()

    def extend(self, ids: array[int]) -> None:
        """Show the whole answer whose beginning is shown already."""
        shown = len(self.ids)
        if ids[:shown] != self.ids:
            self.swap(ids)
        elif len(ids) > shown:
            self.beginInsertRows(QModelIndex(), shown, len(ids) - 1)
            self._pages.extend(ids)
            self.endInsertRows()

    def swap(self, ids: array[int]) -> None:
        """Show the new answer to the same question; whoever is selected or current stays so, wherever they are now."""
        if ids != self.ids:
            self._pages.swap(self, ids)

    def forget(self, ids: Collection[int] | None = None) -> None:
        """Read the rows of ``ids`` (None: all) anew when they are shown next."""
        self._pages.forget(ids)
        if self.ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, 0))
