"""A snapshot of ids and the rows that were looked at, read a page at a time: what models of long lists are made of.

``IdPages(load)``: ``load(ids)`` gives the rows of some ids (anything with an ``id``). ``start(ids, rows)`` holds the
answer to another question, ``swap(model, ids)`` the new answer to the same one: selection, current row and scroll of
the model's views follow whoever they were at. ``row(place)``, ``id_at(place)``, ``place_of(id)``.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex

PAGE = 200
KEPT_PAGES = 16
# Above so many indexes to follow, one table of all places is cheaper than looking for each.
_FEW = 40


class WithId(Protocol):
    """What a row must have."""

    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=WithId)


class IdPages(Generic[R]):
    """At most ``kept`` pages of ``size`` rows are kept; a row that is gone when its page is read is None."""

    def __init__(
        self, load: Callable[[Sequence[int]], Sequence[R]], size: int = PAGE, kept: int = KEPT_PAGES
    ) -> None:
        self._load, self._size, self._kept = load, size, kept
        self._pages: OrderedDict[int, dict[int, R]] = OrderedDict()
        self._ahead: dict[int, R] = {}
        self.ids: array[int] = array("q")
        """The snapshot; not to be changed."""

    def id_at(self, place: int) -> int:
        """The id in a row, 0 outside the list."""
        return self.ids[place] if 0 <= place < len(self.ids) else 0

    def place_of(self, wanted: int) -> int:
        """The row of an id, -1 when it is not in the list."""
        try:
            return self.ids.index(wanted)
        except ValueError:
            return -1

    def row(self, place: int) -> R | None:
        """What is to be shown in a row of the list; its page is read if need be."""
        number = place // self._size
        page = self._pages.get(number)
        if page is None:
            known = self._ahead.get(self.ids[place])
            if known is not None:
                return known
            page = {each.id: each for each in self._load(self._of_page(number))}
            self._pages[number] = page
            while len(self._pages) > self._kept:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(self.ids[place])

    def start(self, ids: array[int], rows: Sequence[R] = ()) -> None:
        """Hold the answer to another question; ``rows`` are those of its first ids, as far as they are known."""
        self.ids = ids
        self._pages.clear()
        self._ahead = {row.id: row for row in rows}

    def extend(self, ids: array[int]) -> None:
        """Hold the whole answer whose beginning was held already."""
        shown = len(self.ids)
        self.ids = ids
        # A page that was not full must be read again to hold those who come now.
        if shown % self._size:
            self._pages.pop(shown // self._size, None)

    def swap(self, model: QAbstractItemModel, ids: array[int]) -> None:
        """Hold the new answer to the same question for ``model``, whose indexes stay with their ids."""
        model.layoutAboutToBeChanged.emit()
        before, old = model.persistentIndexList(), self.ids
        self.ids = ids
        places = self._places([old[index.row()] for index in before])
        after = [
            model.index(place, index.column()) if place >= 0 else QModelIndex()
            for place, index in zip(places, before, strict=True)
        ]
        model.changePersistentIndexList(before, after)
        self._pages = self._from_known()
        model.layoutChanged.emit()

    def forget(self, ids: Collection[int] | None = None) -> None:
        """Read the rows of ``ids`` (None: all) anew when they are shown next."""
        if ids is None:
            self._pages.clear()
            self._ahead = {}
            return
        gone = set(ids)
        self._ahead = {one: row for one, row in self._ahead.items() if one not in gone}
        for number in [number for number, page in self._pages.items() if not gone.isdisjoint(page)]:
            del self._pages[number]

    def _of_page(self, number: int) -> array[int]:
        return self.ids[number * self._size : (number + 1) * self._size]

    def _places(self, wanted: Sequence[int]) -> list[int]:
        if len(wanted) <= _FEW:
            return [self.place_of(one) for one in wanted]
        places = {one: place for place, one in enumerate(self.ids)}
        return [places.get(one, -1) for one in wanted]

    def _from_known(self) -> OrderedDict[int, dict[int, R]]:
        """Pages that can be put together from rows read before, so that a small change reads nothing."""
        known = self._ahead | {one: row for page in self._pages.values() for one, row in page.items()}
        pages: OrderedDict[int, dict[int, R]] = OrderedDict()
        for number in self._pages:
            wanted = self._of_page(number)
            if all(one in known for one in wanted):
                pages[number] = {one: known[one] for one in wanted}
        return pages
