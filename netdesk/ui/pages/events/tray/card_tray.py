"""All cards by state and age: found, chosen, planned several at a time, let go on purpose.

``CardTray(shell, now)``: ``show_event(event_id)`` shows the cards of one event, None those of all. It hears of
changes by itself and reads anew when it is seen. Signals: ``counted(object)`` with ``TrayCounts`` whenever they were
read, ``add_wanted()`` when somebody wants to enter the first cards.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.follow_ups import CardState
from netdesk.services.card_tray import (
    TrayCounts,
    TrayOrder,
    TrayQuery,
    TrayRow,
    tray_counts,
    tray_ids,
    tray_rows,
)
from netdesk.services.preferences import method_settings
from netdesk.services.prompt_share import PromptShare, prompt_share
from netdesk.services.workspaces import Workspace
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.models.paged_ids import PagedIds
from netdesk.ui.pages.events.tray.chosen_cards import ChosenCards
from netdesk.ui.pages.events.tray.tray_delegate import TrayDelegate
from netdesk.ui.pages.events.tray.tray_foot import TrayFoot
from netdesk.ui.pages.events.tray.tray_head import TrayHead
from netdesk.ui.pages.events.tray.tray_heading import TrayHeading
from netdesk.ui.pages.events.tray.tray_list import TrayList
from netdesk.ui.pages.events.tray.tray_nothing import TrayNothing
from netdesk.ui.pages.events.tray.tray_words import bin_words, spoken
from netdesk.ui.shell import Shell
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import RADIUS_CARD, M, metrics
from netdesk.ui.widgets.paint import rounded

_TABLES = ("card", "follow_up", "person", "organisation", "event", "preference", "photo")


@dataclass(frozen=True, slots=True)
class _Answer:
    query: TrayQuery
    ids: array[int]
    counts: TrayCounts


class CardTray(QWidget):
    """Head, rows, foot. ``leads``: planning is the one primary button of the screen."""

    counted = Signal(object)
    add_wanted = Signal()

    def __init__(
        self,
        shell: Shell,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        leads: bool = False,
    ) -> None:
        super().__init__(parent)
        self._shell, self._now = shell, now
        self._query = TrayQuery()
        self._shown: TrayQuery | None = None
        self._stale = True
        self._then: Callable[[], None] | None = None
        self.counts = TrayCounts()
        self.head = TrayHead()
        self.heading = TrayHeading()
        self.model = PagedIds(self._read, lambda row: spoken(row, shell.today()), self)
        self._photos = Photos(shell.desk, self)
        self.delegate = TrayDelegate(self._photos, shell.today, self)
        self.list = TrayList(self.model, self.delegate)
        self.nothing = TrayNothing()
        self.foot = TrayFoot(leads=leads)
        self.chosen = ChosenCards(shell, self.list, self.foot, self._shows_bin)
        self._lay_out()
        self._connect()
        self.setAccessibleName("Cards")

    # What is shown -------------------------------------------------------------------------------

    def show_event(self, event_id: int | None) -> None:
        """Show the cards of an event, or of all; another event begins with all states."""
        if event_id != self._query.event_id:
            self._query = TrayQuery(event_id, order=self._query.order)
            self.delegate.events = event_id is None
        self.reload()

    @property
    def query(self) -> TrayQuery:
        """Which cards are asked for."""
        return self._query

    def ask(self, query: TrayQuery, then: Callable[[], None] | None = None) -> None:
        """Show the answer to another question; ``then`` is called once it is there."""
        self._query, self._then = query, then
        self.reload()

    def show_state(self, state: CardState | None, then: Callable[[], None] | None = None) -> None:
        """Show the cards in one state, None: all of them."""
        states = frozenset() if state is None else frozenset({state})
        self.ask(replace(self._query, states=states, binned=False), then)

    def plan_waiting(self) -> None:
        """Choose all cards with no plan and open the form that plans for them."""
        self.ask(
            TrayQuery(self._query.event_id, frozenset({CardState.NO_PLAN}), order=self._query.order),
            self._plan_all,
        )

    def start_search(self) -> None:
        """Put the keyboard into the search."""
        self.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.search.selectAll()

    def focus_list(self) -> None:
        """Put the keyboard into the rows, on a card."""
        if self.list.currentIndex().row() < 0:
            self.list.choose_row(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Read anew, now or when the tray is seen."""
        self.head.show_query(self._query)
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        event, now = self._query.event_id, self._now()
        self._shell.desk.ask(self, "tray", partial(_answer, self._query), self._show)
        # The measure looks at every card there ever was; the rows do not wait for it.
        self._shell.desk.ask(self, "share", partial(_share, event, now), self._show_share)

    def _show(self, answer: _Answer) -> None:
        self.counts = answer.counts
        # Another order is the same question: who is chosen stays so.
        same = self._shown is not None and replace(self._shown, order=answer.query.order) == answer.query
        self._shown = answer.query
        if same:
            self.model.forget()
            self.model.swap(answer.ids)
        else:
            self.model.restart(answer.ids)
            self.list.scrollToTop()
        self.head.show_counts(answer.counts)
        self.heading.show_order(answer.query.order, events=answer.query.event_id is None)
        self.foot.show_bin(bin_words(answer.counts), shown=answer.query.binned)
        self._show_chosen()
        if answer.ids:
            self._stack.setCurrentWidget(self._rows)
        else:
            self.nothing.show_nothing(answer.query, answer.counts)
            self._stack.setCurrentWidget(self.nothing)
        self.counted.emit(answer.counts)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _show_share(self, found: tuple[PromptShare, int]) -> None:
        self.head.show_share(*found)

    def _read(self, ids: Sequence[int]) -> Sequence[TrayRow]:
        now = self._now()
        return self._shell.desk.read(lambda workspace: tray_rows(workspace, ids, now))

    def _plan_all(self) -> None:
        if not self.model.ids:
            self._shell.toast("Every card has a plan. Well done.")
            return
        self.list.selectAll()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.do("plan")

    # Putting together ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._rows = QWidget()
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._rows)
        self._stack.addWidget(self.nothing)
        panel = _Frame()
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self._stack, 1)
        inside.addWidget(self.foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics().px(M))
        layout.addWidget(self.head)
        layout.addWidget(panel, 1)

    def _connect(self) -> None:
        self.head.state_picked.connect(self.show_state)
        self.head.searched.connect(self._search)
        self.head.order_picked.connect(self._sort)
        self.head.left_downwards.connect(self.focus_list)
        self.heading.order_picked.connect(self._sort)
        self.list.chosen.connect(self._show_chosen)
        self.list.asked.connect(self.chosen.do)
        self.list.opened.connect(self._open_person)
        self.list.part_pressed.connect(self.chosen.press_part)
        self.list.menu_asked.connect(self.chosen.open_menu)
        self.list.left_upwards.connect(self.start_search)
        self.list.verticalScrollBar().rangeChanged.connect(self._range_changed)
        self.foot.asked.connect(self.chosen.do)
        self.foot.bin_turned.connect(self._turn_bin)
        self.nothing.add_wanted.connect(self.add_wanted)
        self.nothing.all_wanted.connect(self._show_all)
        self._photos.arrived.connect(self.list.viewport().update)
        self._shell.desk.changed.connect(self._changed)
        self._shell.day_clock.struck.connect(self.reload)

    def _shows_bin(self) -> bool:
        return self._query.binned

    def _show_chosen(self) -> None:
        self.foot.show_chosen(self.list.selected_count(), can_plan=not self._query.binned)

    def _range_changed(self, _lowest: int, highest: int) -> None:
        self.heading.leave_room(self.list.verticalScrollBar().sizeHint().width() if highest > 0 else 0)

    def _open_person(self, _card: object) -> None:
        self.chosen.do("person")

    def _search(self, text: str) -> None:
        if text != self._query.text:
            self.ask(replace(self._query, text=text))

    def _sort(self, order: TrayOrder) -> None:
        self.ask(replace(self._query, order=order))

    def _turn_bin(self) -> None:
        self.ask(replace(self._query, binned=not self._query.binned, states=frozenset(), text=""))

    def _show_all(self) -> None:
        self.ask(TrayQuery(self._query.event_id, order=self._query.order))

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*_TABLES):
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the tray was hidden."""
        super().showEvent(event)
        if self._stale:
            self.reload()


class _Frame(QFrame):
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        rounded(painter, self.rect(), theme.color("panel"), theme.color("line"), metrics().px(RADIUS_CARD))


def _answer(query: TrayQuery, ws: Workspace) -> _Answer:
    return _Answer(query, tray_ids(ws, query), tray_counts(ws, query.event_id))


def _share(event_id: int | None, now: datetime, ws: Workspace) -> tuple[PromptShare, int]:
    return prompt_share(ws, None, None, now, event_id), method_settings(ws).follow_up_hours
