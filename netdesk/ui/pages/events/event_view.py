"""One event: its head, the tabs and what they show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from netdesk.services import event_edit
from netdesk.services.event_page import EventPage
from netdesk.ui.pages.events.before_tab import BeforeTab
from netdesk.ui.pages.events.event_header import EventHeader
from netdesk.ui.pages.events.notes_tab import NotesTab
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XL, L, M, metrics
from netdesk.ui.widgets.banner import Banner
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.scroll_area import VerticalScroll
from netdesk.ui.widgets.tab_bar import TabBar


class EventView(QWidget):
    """The right side of the page. ``restore_wanted()`` when a binned event shall come back."""

    restore_wanted = Signal()

    def __init__(self, shell: Shell, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._shell = shell
        self.page: EventPage | None = None
        self.header = EventHeader()
        self.bin_strip = BinStrip()
        self.bin_strip.restore.clicked.connect(self._restore)
        self.tabs = TabBar(("Before", "Notes"))
        self.tabs.setAccessibleName("Parts of the event")
        self.before = BeforeTab(shell, now)
        self.notes = NotesTab()
        self.scrolling = VerticalScroll(self.before)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.scrolling)
        self._stack.addWidget(self.notes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(sizes.px(XL + 2), sizes.px(L + 4), 0, 0)
        layout.setSpacing(sizes.px(M))
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, sizes.px(XL), 0)
        head.setSpacing(sizes.px(M))
        head.addWidget(self.header)
        head.addWidget(self.bin_strip)
        head.addWidget(self.tabs)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        self.scrolling.verticalScrollBar().rangeChanged.connect(self._scroll_range_changed)
        self.tabs.currentChanged.connect(self._tab_chosen)
        self.notes.saved.connect(self._note_saved)

    def show_event(self, page: EventPage) -> None:
        """Show an event. Another one starts at its top."""
        another = self.page is None or self.page.id != page.id
        self.page = page
        self.header.show_event(page, self._shell.today())
        self.bin_strip.setVisible(page.in_bin)
        self.before.show_event(page)
        self.notes.show_event(page)
        if another:
            self.scrolling.verticalScrollBar().setValue(0)

    def finish(self) -> None:
        """Save whatever is open anywhere."""
        self.before.finish()
        self.notes.finish()

    def _restore(self) -> None:
        self.restore_wanted.emit()

    def _scroll_range_changed(self, _: int, highest: int) -> None:
        bar = self.scrolling.verticalScrollBar().sizeHint().width() if highest > 0 else 0
        self.before.leave_room_for(bar)

    def _tab_chosen(self, index: int) -> None:
        self.finish()
        self._stack.setCurrentIndex(index)

    def _note_saved(self, event: int, text: str) -> None:
        self._shell.desk.do(lambda workspace: event_edit.set_note(workspace, event, text))


class BinStrip(QWidget):
    """Says that an event lies in the bin, and takes it out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().px(M))
        self.restore = link_button("Take it out")
        row.addWidget(Banner("This event is in the bin."), 1)
        row.addWidget(self.restore)
        self.hide()
