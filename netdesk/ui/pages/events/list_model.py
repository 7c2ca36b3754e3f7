"""The events of the list: ids for the order, rows read a page at a time, headings between."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import date

from netdesk.services.event_list import EventRow
from netdesk.services.event_query import EventIds, EventSort
from netdesk.ui.models.headed_ids import HeadedIds
from netdesk.ui.pages.events.event_times import full_line
from netdesk.ui.pages.events.list_words import chips_of, second_line

PAGE = 60
PAGES_KEPT = 12
COMING, PAST = "Coming up", "Afterwards"


class EventListModel(HeadedIds):
    """Its rows are :class:`EventRow`, its headings the times before and after, or the name of another order."""

    def __init__(
        self, read: Callable[[Sequence[int]], Sequence[EventRow]], today: Callable[[], date]
    ) -> None:
        super().__init__()
        self._read = read
        self.today = today
        self.order = EventSort.DATE
        self._pages: OrderedDict[int, dict[int, EventRow]] = OrderedDict()

    def show_ids(self, ids: EventIds, sort: EventSort = EventSort.DATE) -> None:
        """Show these events, found in this order; their rows are read anew when they are next painted."""
        entries = array("q")
        self.order = sort
        for mark, part in ((0, ids.coming), (-1, ids.past), (-2, ids.ranked)):
            if part:
                entries.append(mark)
                entries.extend(part)
        self._pages.clear()
        self.show_entries(entries)

    def heading(self, number: int) -> str:
        """Give the words of a heading: 0 stands for COMING, -1 for PAST, -2 for the name of another order."""
        return (COMING, PAST, self.order.label)[-number]

    def sentence(self, row: EventRow) -> str:
        """Say a row for a screen reader: title, day, place, what came of it, what its chips say."""
        today = self.today()
        chips = [text for text, _ in chips_of(row, today)]
        came = second_line(row, today, self.order) if row.begun else ""
        parts = (row.title, full_line(row.starts, row.ends, ""), row.place, came, *chips)
        return ", ".join(part for part in parts if part)

    def row(self, place: int) -> EventRow | None:
        """Give the event at a place; its page is read if need be."""
        number = place // PAGE
        if number not in self._pages:
            ids = [each for each in self._entries[number * PAGE : (number + 1) * PAGE] if each > 0]
            self._pages[number] = {row.id: row for row in self._read(ids)}
            while len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number].get(self._entries[place])
