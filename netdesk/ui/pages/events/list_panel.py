"""The left side: title, + new, search, the list of events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from netdesk.services.event_list import EventRow, count_binned, event_rows
from netdesk.services.event_query import EventIds, EventQuery, find_events, known_hosts
from netdesk.ui.pages.events.list_delegate import EventDelegate
from netdesk.ui.pages.events.list_filter import FilterButton, FilterLine
from netdesk.ui.pages.events.list_model import EventListModel, Index
from netdesk.ui.pages.events.overview import EventsOverview, open_overview
from netdesk.ui.pages.events.row_menu import Entry, RowMenu
from netdesk.ui.pages.events.tray.pinned_entry import PinnedCards
from netdesk.ui.shell import Shell
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.labels import PageTitle, WrapLabel
from netdesk.ui.widgets.search_field import SearchField

WIDTH = 300
NARROW = 250


class EventListPanel(QWidget):
    """``chosen(int)``: another event; ``new_wanted()``; ``opened()`` by Enter; ``turned()`` to or from the bin."""

    chosen = Signal(object)
    new_wanted = Signal()
    opened = Signal()
    turned = Signal()

    def __init__(self, shell: Shell, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._shell, self._now = shell, now
        self._query = EventQuery()
        self.title = PageTitle("Events")
        self.menu = RowMenu("More about the list")
        self.menu.entries = self._entries
        self.search = SearchField("Search events")
        self.search.searched.connect(self._searched)
        self.search.left_downwards.connect(self.focus_list)
        self.filter = FilterButton(self._hosts)
        self.filter.changed.connect(self.ask)
        self.filter.overview_wanted.connect(self.show_overview)
        self.filters = FilterLine()
        self.filters.changed.connect(self.ask)
        self.model = EventListModel(self._read, shell.today)
        self.list = _List()
        self.list.setModel(self.model)
        self.list.setItemDelegate(EventDelegate(self.list))
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self.opened)
        self._nothing = WrapLabel("", Type.SECONDARY, "text-2")
        self.cards = PinnedCards()
        self.cards.left_downwards.connect(self.focus_list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(sizes.px(M), sizes.px(L), sizes.px(M), 0)
        layout.setSpacing(sizes.px(M))
        layout.addLayout(self._head())
        layout.addLayout(self._finding())
        layout.addWidget(self.filters)
        layout.addWidget(self.cards)
        layout.addWidget(self._nothing)
        layout.addWidget(self.list, 1)

    def _head(self) -> QHBoxLayout:
        side = metrics().px(S)
        add = icon_button(Icon.ADD, "New event", "Ctrl+Shift+E", framed=False)
        add.clicked.connect(self._new)
        head = QHBoxLayout()
        head.setContentsMargins(side, 0, side, 0)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(add)
        head.addWidget(self.menu)
        return head

    def _finding(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(metrics().px(S))
        row.addWidget(self.search, 1)
        row.addWidget(self.filter)
        return row

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
        if self._query.binned and not self._shell.desk.read(count_binned):
            self._set_binned(False)
        now, query = self._now(), self._query
        chosen = self.list.current_event()
        ids: EventIds = self._shell.desk.read(lambda workspace: find_events(workspace, query, now))
        self.model.show_ids(ids, query.sort)
        self._nothing.setText(_nothing_words(query))
        self._nothing.setVisible(ids.is_empty)
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

    def select(self, event_id: int, *, tell: bool = True) -> bool:
        """Choose an event in the list; whether it is there."""
        index = self.model.index_of(event_id)
        self.list.choose(index, tell=tell)
        return index.isValid()

    def selected(self) -> int:
        """Give the chosen event's id, 0 for none."""
        return self.list.current_event()

    def shows_bin(self) -> bool:
        """Tell whether the bin is shown in the place of the events."""
        return self._query.binned

    def show_bin(self, binned: bool = True) -> None:
        """Show what lies in the bin, or the events again."""
        self._set_binned(binned)
        self.list.choose(QModelIndex(), tell=False)
        self.reload()
        self.turned.emit()

    def _set_binned(self, binned: bool) -> None:
        self._query = replace(self._query, binned=binned)
        self.title.setText("Bin" if binned else "Events")

    def _entries(self) -> list[Entry | None]:
        if self._query.binned:
            return [Entry("Back to the events", self._back, Icon.BACK)]
        count = self._shell.desk.read(count_binned)
        words = f"Show the bin ({count})" if count else "The bin is empty"
        return [Entry(words, self.show_bin, Icon.BIN, enabled=count > 0)]

    def _back(self) -> None:
        self.show_bin(False)

    def focus_list(self) -> None:
        """Put the keyboard into the list, on an event."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.list.current_event() and self.model.first_event():
            self.select(self.model.first_event())

    def _read(self, ids: Sequence[int]) -> Sequence[EventRow]:
        now = self._now()
        return self._shell.desk.read(lambda workspace: event_rows(workspace, ids, now))

    def _searched(self, text: str) -> None:
        self._query = replace(self._query, text=text)
        self.reload()

    def _hosts(self) -> Sequence[str]:
        return self._shell.desk.read(known_hosts)

    def _from_overview(self, query: EventQuery) -> None:
        self.show_all()
        self.ask(replace(query, sort=self._query.sort))
        self.select(self.model.first_event())
        self.focus_list()

    def _chosen(self, event_id: int) -> None:
        self.chosen.emit(event_id)

    def _new(self) -> None:
        self.new_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.width() - 1, 0, 1, self.height(), current_theme().color("line"))


class _List(QListView):
    """Arrows pass over the headings; the list tells only what a person chose."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._quiet = False
        self.setAccessibleName("Events")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setSpacing(1)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; }")

    def current_event(self) -> int:
        """Give the chosen event's id, 0 for none."""
        model = self.model()
        return model.event_at(self.currentIndex()) if isinstance(model, EventListModel) else 0

    def choose(self, index: QModelIndex, *, tell: bool) -> None:
        """Choose an entry and bring it into view."""
        self._quiet = not tell
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        else:
            self.selectionModel().clear()
        self._quiet = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        event = self.current_event()
        if event and not self._quiet:
            self.chosen.emit(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # With nothing chosen Qt makes the first event the current one; nobody chose it.
        nothing_chosen = not self.currentIndex().isValid()
        self._quiet = nothing_chosen
        super().focusInEvent(event)
        self._quiet = False
        if nothing_chosen:
            self.selectionModel().clearCurrentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


def _nothing_words(query: EventQuery) -> str:
    if query.text:
        return f"No event mentions “{query.text[:60]}”."
    return "No event fits these filters." if query.is_filtered else "No events yet."
