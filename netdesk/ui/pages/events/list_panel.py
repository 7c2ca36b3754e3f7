"""The left side: title, + new, search, the list of events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from netdesk.services.event_list import EventIds, EventRow, count_binned, event_ids, event_rows
from netdesk.ui.pages.events.list_delegate import EventDelegate
from netdesk.ui.pages.events.list_model import EventListModel, Index
from netdesk.ui.pages.events.row_menu import Entry, RowMenu
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
        self._text = ""
        self._binned = False
        self.title = PageTitle("Events")
        self.menu = RowMenu("More about the list")
        self.menu.entries = self._entries
        self.search = SearchField("Search events")
        self.search.searched.connect(self._searched)
        self.search.left_downwards.connect(self.focus_list)
        self.model = EventListModel(self._read, shell.today)
        self.list = _List()
        self.list.setModel(self.model)
        self.list.setItemDelegate(EventDelegate(self.list))
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self.opened)
        self._nothing = WrapLabel("", Type.SECONDARY, "text-2")
        add = icon_button(Icon.ADD, "New event", "Ctrl+Shift+E", framed=False)
        add.clicked.connect(self._new)
        head = QHBoxLayout()
        head.setContentsMargins(sizes.px(S), 0, sizes.px(S), 0)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(add)
        head.addWidget(self.menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(sizes.px(M), sizes.px(L), sizes.px(M), 0)
        layout.setSpacing(sizes.px(M))
        layout.addLayout(head)
        layout.addWidget(self.search)
        layout.addWidget(self._nothing)
        layout.addWidget(self.list, 1)

    def reload(self) -> None:
        """Read the order anew; the chosen event stays chosen."""
        now, text = self._now(), self._text
        if self._binned and not self._shell.desk.read(count_binned):
            self._set_binned(False)
        binned = self._binned
        chosen = self.list.current_event()
        ids: EventIds = self._shell.desk.read(
            lambda workspace: event_ids(workspace, now, text, binned=binned)
        )
        self.model.show_ids(ids)
        empty = not ids.coming and not ids.past
        self._nothing.setText(f"No event mentions “{text[:60]}”." if text else "No events yet.")
        self._nothing.setVisible(empty)
        if chosen:
            self.select(chosen, tell=False)

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
        return self._binned

    def show_bin(self, binned: bool = True) -> None:
        """Show what lies in the bin, or the events again."""
        self._set_binned(binned)
        self.list.choose(QModelIndex(), tell=False)
        self.reload()
        self.turned.emit()

    def _set_binned(self, binned: bool) -> None:
        self._binned = binned
        self.title.setText("Bin" if binned else "Events")

    def _entries(self) -> list[Entry | None]:
        if self._binned:
            return [Entry("Back to the events", self._back, Icon.BACK)]
        count = self._shell.desk.read(count_binned)
        words = f"Show the bin ({count})" if count else "The bin is empty"
        return [Entry(words, self.show_bin, Icon.BIN, enabled=count > 0)]

    def _back(self) -> None:
        self.show_bin(False)

    def clear_search(self) -> None:
        """Show all events again."""
        self.search.clear()

    def focus_list(self) -> None:
        """Put the keyboard into the list, on an event."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.list.current_event() and self.model.first_event():
            self.select(self.model.first_event())

    def _read(self, ids: Sequence[int]) -> Sequence[EventRow]:
        now = self._now()
        return self._shell.desk.read(lambda workspace: event_rows(workspace, ids, now))

    def _searched(self, text: str) -> None:
        self._text = text
        self.reload()

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)
