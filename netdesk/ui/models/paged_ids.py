"""A list model for 100,000 rows: a snapshot of ids, and what to show of them fetched a page at a time.

``PagedIds(load, say)``: ``load(ids)`` gives the rows of some ids (anything with an ``id``), ``say(row)`` the sentence
a screen reader speaks. ``restart(ids, rows)`` begins another question, ``extend(ids)`` brings the rest of an answer
whose beginning is shown, ``swap(ids)`` the new answer to the same question: selection, current row and scroll follow
the people. ``forget(ids)`` reads rows anew. ``id_at(row)``, ``row_of(id)``, ``item(row)``.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

PAGE = 200
KEPT_PAGES = 16
# Above so many indexes to follow, one table of all places is cheaper than looking for each.
_FEW = 40

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
        self._load = load
        self._say = say
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, Row]] = OrderedDict()
        self._first: dict[int, Row] = {}

    # What Qt asks ------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._ids):
            return None
        if role == IdRole:
            return self._ids[index.row()]
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
        return self._ids

    def id_at(self, row: int) -> int:
        """The id of a row, 0 outside the list."""
        return self._ids[row] if 0 <= row < len(self._ids) else 0

    def row_of(self, wanted: int) -> int:
        """The row of an id, -1 when it is not in the list."""
        try:
            return self._ids.index(wanted)
        except ValueError:
            return -1

    def item(self, row: int) -> Row | None:
        """What is to be shown in a row; its page is read if need be."""
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            known = self._first.get(self._ids[row])
            if known is not None:
                return known
            wanted = self._ids[number * PAGE : (number + 1) * PAGE]
            page = {each.id: each for each in self._load(wanted)}
            self._keep(number, page)
        else:
            self._pages.move_to_end(number)
        return page.get(self._ids[row])

    # Another answer ----------------------------------------------------------------------------

    def restart(self, ids: array[int], rows: Sequence[Row] = ()) -> None:
        """Show the answer to another question; ``rows`` are those of its first people, as far as they are known."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self._first = {row.id: row for row in rows}
        self.endResetModel()

    def extend(self, ids: array[int]) -> None:
        """Show the whole answer whose beginning is shown already."""
        shown = len(self._ids)
        if ids[:shown] != self._ids:
            self.swap(ids)
        elif len(ids) > shown:
            self.beginInsertRows(QModelIndex(), shown, len(ids) - 1)
            self._ids = ids
            # A page that was not full must be read again to hold those who come now.
            if shown % PAGE:
                self._pages.pop(shown // PAGE, None)
            self.endInsertRows()

    def swap(self, ids: array[int]) -> None:
        """Show the new answer to the same question; whoever is selected or current stays so, wherever they are now."""
        if ids == self._ids:
            return
        self.layoutAboutToBeChanged.emit()
        known = self._first | {one: row for page in self._pages.values() for one, row in page.items()}
        before = self.persistentIndexList()
        old = self._ids
        self._ids = ids
        places = self._places([old[index.row()] for index in before])
        after = [self.index(row, 0) if row >= 0 else QModelIndex() for row in places]
        self.changePersistentIndexList(before, after)
        self._pages = self._pages_from(known)
        self.layoutChanged.emit()

    def forget(self, ids: Collection[int] | None = None) -> None:
        """Read the rows of ``ids`` (None: all) anew when they are shown next."""
        if ids is None:
            self._pages.clear()
            self._first = {}
        else:
            gone = set(ids)
            self._first = {one: row for one, row in self._first.items() if one not in gone}
            for number in [number for number, page in self._pages.items() if not gone.isdisjoint(page)]:
                del self._pages[number]
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def _places(self, wanted: Sequence[int]) -> list[int]:
        if len(wanted) <= _FEW:
            return [self.row_of(one) for one in wanted]
        places = {one: row for row, one in enumerate(self._ids)}
        return [places.get(one, -1) for one in wanted]

    def _pages_from(self, known: dict[int, Row]) -> OrderedDict[int, dict[int, Row]]:
        """Pages that can be put together from rows read before, so that a small change reads nothing."""
        pages: OrderedDict[int, dict[int, Row]] = OrderedDict()
        for number in self._pages:
            wanted = self._ids[number * PAGE : (number + 1) * PAGE]
            if all(one in known for one in wanted):
                pages[number] = {one: known[one] for one in wanted}
        return pages

    def _keep(self, number: int, page: dict[int, Row]) -> None:
        self._pages[number] = page
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
