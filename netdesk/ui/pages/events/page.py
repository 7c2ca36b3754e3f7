"""The page of events: the list, the chosen event, and what the keys and the palette do with it."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from netdesk.method.calendar_words import weekday_and_day
from netdesk.method.changes import Changes
from netdesk.method.errors import NotFound
from netdesk.services import event_edit, repeating
from netdesk.services.debrief import Debrief, debrief
from netdesk.services.event_page import EventPage, event_page
from netdesk.services.event_query import EventQuery
from netdesk.services.repeating import Copied
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.events.debrief_deeds import DebriefDeeds
from netdesk.ui.pages.events.event_commands import EventDeeds, add_event_commands
from netdesk.ui.pages.events.event_form import open_event_form
from netdesk.ui.pages.events.event_view import EventTab, EventView
from netdesk.ui.pages.events.group_entries import group_entries
from netdesk.ui.pages.events.list_commands import add_list_commands
from netdesk.ui.pages.events.list_panel import BRING, EventListPanel
from netdesk.ui.pages.events.repeat_form import open_repeat_form
from netdesk.ui.pages.events.tray.cards_place import CardsPlace
from netdesk.ui.pages.list_page import ListPage
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.empty_state import EmptyState
from netdesk.ui.widgets.row_menu import Entry

_LIST_TABLES = ("event", "goal", "expected_person", "pitch_version", "card", "reaction", "follow_up")


class EventsPage(ListPage):
    """Events, and one of them before and after it takes place."""

    name = "events"
    label = "Events"
    list_tables = _LIST_TABLES
    page_tables = (
        *_LIST_TABLES,
        "pitch",
        "networking_group",
        "person",
        "person_kind",
        "person_market",
        "organisation",
        "preference",
        "interaction",
        "win",
        "currency_rate",
    )

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.list = EventListPanel(shell, self.now)
        self.view = EventView(shell, self.now)
        self.empty = EmptyState(
            Icon.EVENTS,
            "Plan your next event",
            "Say why you go, set one goal you can count, and choose whom you want to meet.",
            "New event",
            "Bring events from a calendar…",
        )
        self.place(self.list, self.view, self.empty, self.show_event, self.view.finish)
        self.cards = CardsPlace(shell, self.now, self.list, self._stack)
        self.cards.shown_now.connect(self.view.finish)
        self.list.new_wanted.connect(self.new_event)
        self.list.opened.connect(self._into_event)
        self.view.restore_wanted.connect(self.restore)
        self.empty.primary_clicked.connect(self.new_event)
        self.empty.secondary_clicked.connect(partial(shell.commands.run, BRING))
        header = self.view.header
        header.print_pressed.connect(self.print_sheet)
        header.group_pressed.connect(self._open_group)
        header.menu.entries = self._entries
        self.debrief = DebriefDeeds(shell, self.view)
        add_event_commands(shell.commands, self, self._deeds())
        add_list_commands(shell.commands, self, self.list)

    def now(self) -> datetime:
        """The moment events are compared with."""
        return self.shell.now()

    # The page ----------------------------------------------------------------------------------

    def redraw_chosen(self, changes: Changes | None) -> None:
        """Show the event again, unless all cards have its place."""
        if not self.cards.redraw(changes):
            super().redraw_chosen(changes)

    def open(self, **target: object) -> None:
        """Go to ``event=3``, perhaps to its ``tab="after"``, or to all ``cards=True``; ``new=True`` plans an event."""
        event = target.get("event")
        if target.get("cards"):
            self.cards.show()
        if isinstance(event, int):
            self._wanted = event
            self.cards.leave()
            self._show_all(event)
            self.view.want_tab(_tab_named(target.get("tab")))
            if self._drawn:
                self._wanted = 0
                found = self._read(event)
                if found is not None and found[0].in_bin:
                    self.list.show_bin()
                self.show_event(event)
        if target.get("new"):
            self.new_event()

    def show_event(self, event_id: object) -> None:
        """Show an event at the right; the list follows."""
        found = self._read(event_id) if isinstance(event_id, int) and event_id else None
        if found is None or found[0].in_bin is not self.list.shows_bin():
            self._show_another(event_id)
            return
        page = found[0]
        self.cards.leave()
        self.view.show_event(*found)
        self._stack.setCurrentWidget(self.view)
        if self.list.selected() != page.id:
            self.list.select(page.id, tell=False)

    def remembered(self) -> dict[str, object]:
        """The chosen event and the tab."""
        page = self.view.page
        return {
            "event": 0 if page is None else page.id,
            "tab": self.view.tab().value,
            "list": self.list.query.kept(),
            "cards": self.cards.remembered(),
        }

    def remember(self, state: dict[str, object]) -> None:
        """Take back the chosen event and the tab; before and after follow the time."""
        event, kept, tab = state.get("event"), state.get("list"), _tab_named(state.get("tab"))
        self.cards.remember(state.get("cards"))
        if isinstance(kept, dict):
            self.list.ask(EventQuery.from_kept(kept))
        if isinstance(event, int):
            self._wanted = event
        if tab is not None and tab not in (EventTab.BEFORE, EventTab.AFTER):
            self.view.want_tab(tab)

    def _read(self, event_id: int) -> tuple[EventPage, Debrief] | None:
        now = self.now()
        try:
            return self.shell.desk.read(
                lambda workspace: (event_page(workspace, event_id, now), debrief(workspace, event_id, now))
            )
        except NotFound:
            return None

    def _show_another(self, gone: object) -> None:
        first = self.list.selected() or self.list.first()
        if first and first != gone:
            self.list.select(first)
        else:
            self.view.page = self.view.debrief = None
            self._stack.setCurrentWidget(self.empty)

    def _show_all(self, event: int = 0) -> None:
        self.list.make_room_for(event)
        if self.list.shows_bin():
            self.list.show_bin(False)

    def _into_event(self) -> None:
        self.view.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    # What can be done ----------------------------------------------------------------------------

    def new_event(self) -> None:
        """Open the form of a new event."""
        open_event_form(self.shell, done=self._planned)

    def edit_event(self) -> None:
        """Open the form of the event shown."""
        if self.view.page is not None:
            open_event_form(self.shell, self.view.page)

    def print_sheet(self) -> None:
        """Show the prep sheet of the event shown, to print or to save."""
        if self.view.page is not None:
            self.view.finish()
            # Printing is loaded when it is first wanted: the start must not wait for it.
            from netdesk.ui.printing.prep_sheet_window import open_prep_sheet

            open_prep_sheet(self.shell, self.view.page.id)

    def duplicate(self, *, people: bool = False) -> None:
        """Plan the event shown once more, on the next day it would fall on a month later."""
        page = self.view.page
        if page is None:
            return
        self.view.finish()
        today = self.shell.today()

        def copy(workspace: Workspace) -> int:
            again = repeating.next_time(workspace, page.id, today)
            return repeating.duplicate_event(
                workspace, page.id, again.start.replace(tzinfo=None), Copied(people=people)
            )

        self.shell.desk.do(copy, self._duplicated, owner=self)

    def repeat(self) -> None:
        """Open the form that repeats the event shown."""
        if self.view.page is not None:
            self.view.finish()
            open_repeat_form(self.shell, self.view.page, self._repeated)

    def put_in_bin(self) -> None:
        """Put the event shown into the bin; its neighbour is shown."""
        page = self.view.page
        if page is not None:
            self.move_to_bin(page, lambda workspace: event_edit.bin_events(workspace, [page.id]))

    def restore(self) -> None:
        """Take the event shown out of the bin."""
        page = self.view.page
        if page is not None:
            self.take_out_of_bin(page, lambda workspace: event_edit.restore_events(workspace, [page.id]))

    def _open_group(self, group: int) -> None:
        self.shell.go("groups", group=group)

    def _planned(self, event: int) -> None:
        self._show_all(event)
        self.show_event(event)
        self.shell.toast("Event planned", undo=True)

    def _duplicated(self, event: int) -> None:
        self._show_all(event)
        self.show_event(event)
        page = self.view.page
        when = "" if page is None else f" for {weekday_and_day(page.starts.date())}"
        self.shell.toast(f"Planned again{when}", undo=True, actions=[("Change the date…", self.edit_event)])

    def _repeated(self, events: tuple[int, ...]) -> None:
        self.shell.toast(f"Planned {len(events)} more", undo=True)

    # Menu and commands ---------------------------------------------------------------------------

    def _entries(self) -> list[Entry | None]:
        if self.list.shows_bin():
            return [Entry("Take it out of the bin", self.restore, Icon.UNDO)]
        attended = None if self.view.page is None else self.view.page.attended
        begun = self.debrief.has_begun()
        went = Entry("I was there", self.debrief.toggle_attended, checked=bool(attended))
        sheet = Entry("Print debrief sheet…", self.debrief.print_sheet, Icon.PRINT)
        return [
            Entry("Edit…", self.edit_event, Icon.EDIT, "Ctrl+E"),
            Entry("Plan it once more", self.duplicate, Icon.COPY, "Ctrl+D"),
            Entry("Plan it once more with the people", partial(self.duplicate, people=True)),
            Entry("Repeat…", self.repeat, Icon.RHYTHM),
            sheet,
            None,
            # Before it begins the head of the event has a button for this.
            *([went] if begun else []),
            Entry("I did not go", self.debrief.mark_not_attended, checked=attended is False),
            *group_entries(self.shell, self.view.page),
            None,
            Entry("Move to the bin", self.put_in_bin, Icon.BIN),
        ]

    def _deeds(self) -> EventDeeds:
        before = self.view.before
        return EventDeeds(
            self.go_and_new,
            self.start_search,
            self.shows_event,
            self.print_sheet,
            self.edit_event,
            self.debrief.toggle_attended,
            self.duplicate,
            self.repeat,
            self.put_in_bin,
            before.goals.offer_kinds,
            before.people.open_line,
            before.pitch.write_new,
            self.debrief.show_after,
            self.debrief.finish,
            self.debrief.can_finish,
            self.debrief.print_sheet,
            self.debrief.enter_card,
            self.debrief.has_begun,
            self.view.after.cards.open_templates,
        )

    def shows_event(self) -> bool:
        """Tell whether an event is there to do something with."""
        return self.view.page is not None and self.view.isVisible()

    def event_for_cards(self) -> int | None:
        """The event whose cards are on the screen, for pictures of cards that come now."""
        page = self.view.page
        seen = self.view.isVisible() and (self.view.after.isVisible() or self.view.tab() is EventTab.CARDS)
        return page.id if page is not None and seen else None

    def start_search(self) -> None:
        """Put the keyboard into the search of the cards that are shown, else into that of the events."""
        if self.cards.is_shown:
            self.cards.start_search()
        elif self.view.isVisible() and self.view.tab() is EventTab.CARDS:
            self.view.cards.start_search()
        else:
            super().start_search()


def _tab_named(name: object) -> EventTab | None:
    return next((tab for tab in EventTab if tab.value == name), None)
