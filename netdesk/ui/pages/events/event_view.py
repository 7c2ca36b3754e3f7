"""One event: its head, the tabs and what they show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from netdesk.method.debrief import DebriefPart
from netdesk.services import event_edit
from netdesk.services.debrief import Debrief
from netdesk.services.event_page import EventPage
from netdesk.ui.pages.events.after.after_tab import AfterTab
from netdesk.ui.pages.events.before_tab import BeforeTab
from netdesk.ui.pages.events.event_header import EventHeader
from netdesk.ui.pages.events.notes_tab import NotesTab
from netdesk.ui.pages.list_page import lay_out_view
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, L, S, metrics
from netdesk.ui.widgets.bin_strip import BinStrip
from netdesk.ui.widgets.empty_state import EmptyState
from netdesk.ui.widgets.panel_columns import ColumnsScroll
from netdesk.ui.widgets.tab_bar import TabBar

if TYPE_CHECKING:
    from netdesk.ui.pages.events.tray.card_tray import CardTray


class EventTab(StrEnum):
    """The parts of an event, in the order of the tabs."""

    BEFORE = "before"
    AFTER = "after"
    CARDS = "cards"
    NOTES = "notes"


_TABS = tuple(EventTab)


class EventView(QWidget):
    """The right side of the page. ``restore_wanted()`` when a binned event shall come back.

    ``reopen_wanted()`` and ``was_there_wanted()`` come from the strips over the debrief.
    """

    restore_wanted = Signal()
    reopen_wanted = Signal()
    was_there_wanted = Signal()

    def __init__(self, shell: Shell, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self._now = shell, now
        self.page: EventPage | None = None
        self.debrief: Debrief | None = None
        self._wanted_tab: EventTab | None = None
        self._turning = False
        self.header = EventHeader()
        self.bin_strip = BinStrip("This event is in the bin.")
        self.bin_strip.restore.clicked.connect(self._restore)
        self.tabs = TabBar(("Before", "After", "Cards", "Notes"))
        self.tabs.setAccessibleName("Parts of the event")
        self.before = BeforeTab(shell, now)
        self.after = AfterTab(shell, now)
        self.later = EmptyState(
            Icon.DONE,
            "Opens when the event begins",
            "Then you count how the goals went, give each card a plan, and say whether it was worth it.",
            secondary="Prepare the event",
        )
        self.notes = NotesTab()
        self._cards: CardTray | None = None
        self.scrolling, self._after_scrolling = ColumnsScroll(self.before), ColumnsScroll(self.after)
        self._stack = QStackedWidget()
        for widget in (self.scrolling, self._after_scrolling, self.later, self.notes):
            self._stack.addWidget(widget)
        lay_out_view(self, (self.header, self.bin_strip, self.tabs), self._stack)
        self._connect()

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._tab_chosen)
        self.notes.saved.connect(self._note_saved)
        self.later.secondary_clicked.connect(self._to_before)
        self.after.reopen_wanted.connect(self.reopen_wanted)
        self.after.was_there_wanted.connect(self.was_there_wanted)
        self.after.goal_wanted.connect(self._add_goal)

    def show_event(self, page: EventPage, debrief: Debrief) -> None:
        """Show an event. Another one starts at its top, where it is looked at by now: before or after."""
        another = self.page is None or self.page.id != page.id
        self.page, self.debrief = page, debrief
        self.header.show_event(page, self._shell.today())
        self.header.show_debrief(debrief)
        self.bin_strip.setVisible(page.in_bin)
        self.before.show_event(page)
        self.after.show_debrief(debrief)
        self.notes.show_event(page)
        if another or self._turning:
            self._choose_tab(debrief)
        if another:
            self.scrolling.to_top()
            self._after_scrolling.to_top()
        self._show_tab()

    @property
    def cards(self) -> CardTray:
        """The cards of the event by state and age, made when they are first looked at."""
        if self._cards is None:
            # The tray and what it needs are loaded late: the page must not wait for them.
            from netdesk.ui.pages.events.tray.card_tray import CardTray

            self._cards = CardTray(self._shell, self._now)
            self._cards.add_wanted.connect(self._enter_cards)
            sizes = metrics()
            holder = QWidget()
            layout = QVBoxLayout(holder)
            layout.setContentsMargins(0, sizes.px(S), sizes.px(XL), sizes.px(L))
            layout.addWidget(self._cards)
            self._stack.addWidget(holder)
        return self._cards

    def tab(self) -> EventTab:
        """Give the part that is shown."""
        return _TABS[max(0, self.tabs.currentIndex())]

    def go_to_tab(self, tab: EventTab) -> None:
        """Show another part."""
        self.tabs.setCurrentIndex(_TABS.index(tab))

    def want_tab(self, tab: EventTab | None) -> None:
        """Show this part of the next event that is shown; None: before or after, as the time says."""
        self._wanted_tab, self._turning = tab, True

    def go_to_part(self, part: DebriefPart) -> None:
        """Show what a part of the debrief is done in, with the keyboard there."""
        self.go_to_tab(EventTab.AFTER)
        self.after.focus_part(part)
        held = self.window().focusWidget()
        if held is not None and self.after.isAncestorOf(held):
            self._after_scrolling.reveal(held)

    def finish(self) -> None:
        """Save whatever is open anywhere."""
        self.before.finish()
        self.after.finish()
        self.notes.finish()

    def _choose_tab(self, debrief: Debrief) -> None:
        """Turn to what is wanted, else to before or after the event; whoever reads notes goes on reading notes."""
        by_time = EventTab.AFTER if debrief.begun and debrief.attended is not False else EventTab.BEFORE
        if self._turning or self.tab() in (EventTab.BEFORE, EventTab.AFTER):
            self.go_to_tab(self._wanted_tab or by_time)
        self._wanted_tab, self._turning = None, False

    def _show_tab(self) -> None:
        if self.tab() is EventTab.CARDS:
            self.cards.show_event(None if self.page is None else self.page.id)
            self._stack.setCurrentWidget(self.cards.parentWidget() or self.cards)
            return
        to_come = self.debrief is not None and not self.debrief.begun
        shown: dict[EventTab, QWidget] = {
            EventTab.BEFORE: self.scrolling,
            EventTab.AFTER: self.later if to_come else self._after_scrolling,
            EventTab.NOTES: self.notes,
        }
        self._stack.setCurrentWidget(shown[self.tab()])

    def _restore(self) -> None:
        self.restore_wanted.emit()

    def _tab_chosen(self, _: int) -> None:
        self.finish()
        self._show_tab()

    def _enter_cards(self) -> None:
        self.go_to_tab(EventTab.AFTER)
        if self.debrief is not None and self.debrief.begun:
            self.after.cards.focus_entry()

    def _to_before(self) -> None:
        self.go_to_tab(EventTab.BEFORE)
        self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_goal(self) -> None:
        self.go_to_tab(EventTab.BEFORE)
        self.before.goals.offer_kinds()

    def _note_saved(self, event: int, text: str) -> None:
        self._shell.desk.do(lambda workspace: event_edit.set_note(workspace, event, text))
