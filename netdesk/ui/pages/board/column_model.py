"""The people of one column: an order of ids, and the cards of those that are looked at."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from netdesk.services.board_query import BoardCard, ColumnOrder, SortKey

IdRole = int(Qt.ItemDataRole.UserRole)
CardRole = IdRole + 1
CardsOf = Callable[[Sequence[int]], tuple[BoardCard, ...]]
"""Reads the cards of some people; only asked for as many as are on screen."""

_FETCH = 24
_KEPT = 1_000
_NOBODY = QModelIndex()


class ColumnModel(QAbstractListModel):
    """A snapshot of ids with their sort keys; cards are read some at a time and kept while they are used."""

    def __init__(self, cards_of: CardsOf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards_of = cards_of
        self._ids: array[int] = array("q")
        self._keys: list[SortKey] = []
        self._cards: OrderedDict[int, BoardCard] = OrderedDict()
        self._place = ""

    # Asking ----------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOBODY) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role == IdRole:
            return self._ids[index.row()]
        if role == CardRole:
            return self.card(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            card = self.card(index.row())
            return card.name if card is not None else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self.sentence(index.row())
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def ids(self) -> Sequence[int]:
        """The people in their order."""
        return self._ids

    def row_of(self, person: int) -> int:
        """The row of a person, or -1."""
        try:
            return self._ids.index(person)
        except ValueError:
            return -1

    def card(self, row: int) -> BoardCard | None:
        """The card in a row; None for somebody who is gone since the order was read."""
        person = self._ids[row]
        found = self._cards.get(person)
        if found is not None:
            self._cards.move_to_end(person)
            return found
        start = max(0, row - _FETCH // 4)
        wanted = [one for one in self._ids[start : row + _FETCH] if one not in self._cards]
        for card in self._cards_of(wanted):
            self._cards[card.id] = card
        while len(self._cards) > _KEPT:
            self._cards.popitem(last=False)
        return self._cards.get(person)

    def sentence(self, row: int) -> str:
        """What a screen reader says of a card: who, where from, which level, which place, what matters."""
        card = self.card(row)
        if card is None:
            return ""
        place = self.tr("card {0} of {1}").format(row + 1, len(self._ids))
        said = self.tr("ready to move up") if card.ready else card.chip.text
        return ", ".join(part for part in (card.name, card.organisation, self._place, place, said) if part)

    def landing(self, key: SortKey) -> int:
        """The row where somebody with this key would stand."""
        return bisect_left(self._keys, key)

    # Changing --------------------------------------------------------------------------------

    def set_place(self, name: str) -> None:
        """The level’s name, for the sentence."""
        self._place = name

    def set_order(self, order: ColumnOrder) -> None:
        """Take a new order; selection and current card follow their people."""
        if order.ids == self._ids:
            self._keys = list(order.keys)
            self.forget()
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        people = [self._ids[index.row()] for index in before]
        self._ids = array("q", order.ids)
        self._keys = list(order.keys)
        self._cards.clear()
        rows = {person: row for row, person in enumerate(self._ids)} if before else {}
        after = [self.index(rows[one]) if one in rows else QModelIndex() for one in people]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def take_out(self, people: Collection[int]) -> None:
        """Remove people at once, before the workspace has confirmed it."""
        for person in people:
            row = self.row_of(person)
            if row >= 0:
                self.beginRemoveRows(_NOBODY, row, row)
                del self._ids[row]
                del self._keys[row]
                self._cards.pop(person, None)
                self.endRemoveRows()

    def put_in(self, person: int, key: SortKey, row: int) -> None:
        """Add somebody in a row at once, before the workspace has confirmed it."""
        self.beginInsertRows(_NOBODY, row, row)
        self._ids.insert(row, person)
        self._keys.insert(row, key)
        self.endInsertRows()

    def forget(self, people: Collection[int] | None = None) -> None:
        """Read the cards of ``people`` (None: all) again when they are looked at."""
        if people is None:
            self._cards.clear()
            if self._ids:
                self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
            return
        for person in people:
            self._cards.pop(person, None)
            row = self.row_of(person)
            if row >= 0:
                self.dataChanged.emit(self.index(row), self.index(row))
