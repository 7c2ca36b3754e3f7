"""The tray of all cards in the place of an event: the entry above the list, the tray at the right, the commands.

``CardsPlace(shell, now, events, stack)``: ``show()``, ``leave()``, ``is_shown``, ``redraw(changes)``,
``plan_waiting()``, ``remembered()``, ``remember(kept)``. ``shown_now()`` is emitted before an event makes room.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from netdesk.method.changes import Changes
from netdesk.services.card_tray import latest_event, tray_counts
from netdesk.ui.actions.catalogue import Command
from netdesk.ui.pages.events.list_panel import EventListPanel
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon

if TYPE_CHECKING:
    from netdesk.ui.pages.events.tray.all_cards import AllCards

_COUNTED = ("card", "follow_up", "person", "event")
PAGE = "events"


class CardsPlace(QObject):
    """Built small: the tray itself is made when it is first wanted."""

    shown_now = Signal()

    def __init__(
        self, shell: Shell, now: Callable[[], datetime], events: EventListPanel, stack: QStackedWidget
    ) -> None:
        super().__init__(stack)
        self._shell, self._now, self._events, self._stack = shell, now, events, stack
        self._cards: AllCards | None = None
        self._kept: object = None
        self.is_shown = False
        self._entry = events.cards
        self._entry.clicked.connect(self.show)
        self._entry.entered.connect(self._enter)
        self._add_commands()

    @property
    def cards(self) -> AllCards:
        """The tray with its title."""
        if self._cards is None:
            # Loaded when it is first wanted: the page of events must not wait for it.
            from netdesk.ui.pages.events.tray.all_cards import AllCards

            self._cards = AllCards(self._shell, self._now)
            self._cards.remember(self._kept)
            self._cards.tray.add_wanted.connect(self._add_cards)
            self._stack.addWidget(self._cards)
        return self._cards

    def show(self) -> None:
        """Show the tray; no event is chosen then."""
        self.shown_now.emit()
        self.is_shown = True
        self._entry.setChecked(True)
        self._events.list.choose(QModelIndex(), tell=False)
        self.cards.tray.show_event(None)
        self._stack.setCurrentWidget(self.cards)

    def leave(self) -> None:
        """An event takes the place again."""
        self.is_shown = False
        self._entry.setChecked(False)

    def redraw(self, changes: Changes | None) -> bool:
        """Count the cards with no plan anew; whether the tray has the place."""
        if changes is None or changes.touches(*_COUNTED):
            self._entry.show_no_plan(self._shell.desk.read(tray_counts).no_plan)
        if self.is_shown and self._stack.currentWidget() is not self._cards:
            self.show()
        return self.is_shown

    def start_search(self) -> None:
        """Put the keyboard into the tray's search."""
        self.cards.tray.start_search()

    def plan_waiting(self) -> None:
        """Choose all cards with no plan and open the form that plans for them."""
        if not self.is_shown:
            self.show()
        self.cards.tray.plan_waiting()

    def remembered(self) -> dict[str, object]:
        """Whether the tray is shown, and how, as plain values."""
        how = self._kept if self._cards is None else self._cards.remembered()
        return {"shown": self.is_shown, "how": how}

    def remember(self, kept: object) -> None:
        """Take back what was kept; odd values are passed over."""
        if isinstance(kept, dict):
            self._kept = kept.get("how")
            self.is_shown = kept.get("shown") is True

    def _enter(self) -> None:
        self.show()
        self.cards.tray.focus_list()

    def _add_cards(self) -> None:
        now = self._now()
        event = self._shell.desk.read(lambda workspace: latest_event(workspace, now))
        if event is None:
            self._shell.toast("No event has begun yet. Plan one, and its After tab takes the cards.")
        else:
            self._shell.go(PAGE, event=event, tab="after")

    def _go(self) -> None:
        self._shell.go(PAGE, cards=True)
        self.cards.tray.focus_list()

    def _go_and_plan(self) -> None:
        self._shell.go(PAGE, cards=True)
        self.plan_waiting()

    def _add_commands(self) -> None:
        commands = self._shell.commands
        commands.add(
            Command("events.cards", "Show all cards", self._go, Icon.CARD, "", "tray people met follow up")
        )
        commands.add(
            Command(
                "events.plan_cards",
                "Plan the cards with no plan",
                self._go_and_plan,
                Icon.FOLLOW_UP,
                "",
                "tray follow up bulk several",
            )
        )
