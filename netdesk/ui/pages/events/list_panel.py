"""The left side: title, + new, search, filters, the list of events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QWidget

from netdesk.services.event_list import EventRow, count_binned, event_rows
from netdesk.services.event_query import EventIds, EventQuery, find_events, known_hosts
from netdesk.ui.pages.events.list_delegate import EventDelegate
from netdesk.ui.pages.events.list_filter import FilterButton, FilterLine
from netdesk.ui.pages.events.list_model import EventListModel
from netdesk.ui.pages.events.overview import EventsOverview, open_overview
from netdesk.ui.pages.events.tray.pinned_entry import PinnedCards
from netdesk.ui.pages.side_panel import SidePanel
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.row_menu import Entry, RowMenu

BRING = "events.bring"


class EventListPanel(SidePanel):
    """The events in order of time or of what they gave, and the entry of all cards above them."""

    def __init__(self, shell: Shell, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        self._now = now
        self._query = EventQuery()
        self.model = EventListModel(self._read, shell.today)
        super().__init__(shell, "Events", self.model, EventDelegate(), RowMenu("More about the list"), parent)
        self.list.setSpacing(1)
        self.filter = FilterButton(self._hosts)
        self.filter.changed.connect(self.ask)
        self.filter.overview_wanted.connect(self.show_overview)
        self.filters = FilterLine()
        self.filters.changed.connect(self.ask)
        self.cards = PinnedCards()
        self.cards.left_downwards.connect(self.focus_list)
        add = icon_button(Icon.ADD, "New event", "Ctrl+Shift+E", framed=False)
        self.lay_out(add, self.filter, self.filters, self.cards)

    @property
    def query(self) -> EventQuery:
        """What the list shows: typed text, filters, order, bin."""
        return self._query

    def ask(self, query: EventQuery) -> None:
        """Show the answer to another question; the text typed and the bin stay."""
        self._query = replace(query, text=self._query.text, binned=self._query.binned)
        self.filter.show_query(self._query)
        self.filters.show_query(self._query)
        self.reload()

    def reload(self) -> None:
        """Read the order anew; the chosen event stays chosen."""
        if self._query.binned and not self.count_in_bin():
            self.turn_to_bin(False)
        now, query = self._now(), self._query
        chosen = self.selected()
        ids: EventIds = self._shell.desk.read(lambda workspace: find_events(workspace, query, now))
        self.model.show_ids(ids, query.sort)
        self.show_nothing(_nothing_words(query) if ids.is_empty else "")
        if chosen:
            self.select(chosen, tell=False)

    def show_overview(self) -> EventsOverview:
        """Show what my events gave by host and by purpose; a line pressed there filters the list."""
        return open_overview(self._shell, self._from_overview)

    def make_room_for(self, event_id: int) -> None:
        """Take search and filters away if they hide an event."""
        if not self.model.index_of(event_id).isValid():
            self.show_all()

    def show_all(self) -> None:
        """Take search and filters away."""
        self.search.clear()
        if self._query.is_filtered:
            self.ask(self._query.everything())

    def shows_bin(self) -> bool:
        """Tell whether the bin is shown in the place of the events."""
        return self._query.binned

    def turn_to_bin(self, binned: bool) -> None:
        """Ask for what lies in the bin from now on, or for the events again."""
        self._query = replace(self._query, binned=binned)
        self.title.setText("Bin" if binned else "Events")

    def list_entries(self) -> list[Entry | None]:
        """Offer to bring events in from a calendar."""
        return [Entry("Bring events from a calendar…", self._bring, Icon.IMPORT)]

    def _bring(self) -> None:
        self._shell.commands.run(BRING)

    def count_in_bin(self) -> int:
        """Count the events that lie in the bin."""
        return self._shell.desk.read(count_binned)

    def look_for(self, text: str) -> None:
        """Show the events that mention these words."""
        self._query = replace(self._query, text=text)
        self.reload()

    def _read(self, ids: Sequence[int]) -> Sequence[EventRow]:
        now = self._now()
        return self._shell.desk.read(lambda workspace: event_rows(workspace, ids, now))

    def _hosts(self) -> Sequence[str]:
        return self._shell.desk.read(known_hosts)

    def _from_overview(self, query: EventQuery) -> None:
        self.show_all()
        self.ask(replace(query, sort=self._query.sort))
        self.select(self.model.first_id())
        self.focus_list()


def _nothing_words(query: EventQuery) -> str:
    if query.text:
        return f"No event mentions “{query.text[:60]}”."
    return "No event fits these filters." if query.is_filtered else "No events yet."
