"""The events of the list: ids for the order, rows read a page at a time, headings between."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from netdesk.services.event_list import EventRow
from netdesk.services.event_query import EventIds, EventSort
from netdesk.ui.pages.events.event_times import full_line
from netdesk.ui.pages.events.list_words import chips_of, second_line

PAGE = 60
PAGES_KEPT = 12
ROW = Qt.ItemDataRole.UserRole
IS_HEADING = Qt.ItemDataRole.UserRole + 1
COMING, PAST = "Coming up", "Afterwards"
Index = QModelIndex | QPersistentModelIndex


class EventListModel(QAbstractListModel):
    """``ROW`` gives an :class:`EventRow`; a heading is an entry of its own that cannot be chosen."""

    def __init__(
        self, read: Callable[[Sequence[int]], Sequence[EventRow]], today: Callable[[], date]
    ) -> None:
        super().__init__()
        self._read = read
        self.today = today
        self.order = EventSort.DATE
        # 0 stands for the heading COMING, -1 for PAST, -2 for the name of another order.
        self._entries = array("q")
        self._pages: OrderedDict[int, dict[int, EventRow]] = OrderedDict()

    def show_ids(self, ids: EventIds, sort: EventSort = EventSort.DATE) -> None:
        """Show these events, found in this order."""
        entries = array("q")
        self.order = sort
        for mark, part in ((0, ids.coming), (-1, ids.past), (-2, ids.ranked)):
            if part:
                entries.append(mark)
                entries.extend(part)
        if entries == self._entries:
            self.forget_rows()
            return
        self.beginResetModel()
        self._entries = entries
        self._pages.clear()
        self.endResetModel()

    def forget_rows(self) -> None:
        """Read the rows anew when they are next painted."""
        self._pages.clear()
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def index_of(self, event_id: int) -> QModelIndex:
        """Give the index of an event, an invalid one when it is not in the list."""
        try:
            return self.index(self._entries.index(event_id)) if event_id > 0 else QModelIndex()
        except ValueError:
            return QModelIndex()

    def event_at(self, index: Index) -> int:
        """Give the id of an event; 0 for a heading or no entry at all."""
        if not index.isValid() or not 0 <= index.row() < len(self._entries):
            return 0
        return max(0, self._entries[index.row()])

    def first_event(self) -> int:
        """Give the id of the first event, 0 without any."""
        return next((number for number in self._entries if number > 0), 0)

    def neighbour(self, event_id: int) -> int:
        """Give the event after this one, else the one before it, else 0."""
        events = [number for number in self._entries if number > 0]
        if event_id not in events:
            return 0
        place = events.index(event_id)
        around = events[place + 1 : place + 2] or events[max(0, place - 1) : place]
        return around[0] if around else 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self.event_at(index):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._entries):
            return None
        number = self._entries[index.row()]
        if role == IS_HEADING:
            return number <= 0
        if number <= 0:
            texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return (COMING, PAST, self.order.label)[-number] if role in texts else None
        if role not in (ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self._row(index.row())
        if row is None or role == ROW:
            return row
        return row.title if role == Qt.ItemDataRole.DisplayRole else self._sentence(row)

    def _sentence(self, row: EventRow) -> str:
        """Say a row for a screen reader: title, day, place, what came of it, what its chips say."""
        today = self.today()
        chips = [text for text, _ in chips_of(row, today)]
        came = second_line(row, today, self.order) if row.begun else ""
        parts = (row.title, full_line(row.starts, row.ends, ""), row.place, came, *chips)
        return ", ".join(part for part in parts if part)

    def _row(self, place: int) -> EventRow | None:
        number = place // PAGE
        if number not in self._pages:
            ids = [each for each in self._entries[number * PAGE : (number + 1) * PAGE] if each > 0]
            self._pages[number] = {row.id: row for row in self._read(ids)}
            while len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number].get(self._entries[place])
