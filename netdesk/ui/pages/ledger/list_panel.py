"""The card with the list: whom have I not helped yet, promises, asks, all; with its filter and its empty words."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from enum import Enum
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTableView, QVBoxLayout, QWidget

from netdesk.services.ledger_list import LedgerEntryLine, entry_lines
from netdesk.services.not_helped import NotHelpedRow, not_helped_rows
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.models.paged_ids import PagedIds
from netdesk.ui.pages.ledger.entry_delegate import EntryDelegate, spoken_entry
from netdesk.ui.pages.ledger.ledger_filter import LedgerFilter
from netdesk.ui.pages.ledger.ledger_list import LedgerList
from netdesk.ui.pages.ledger.people_delegate import PeopleDelegate, spoken
from netdesk.ui.pages.ledger.row_columns import people_columns
from netdesk.ui.shell import Shell
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import L, M, S, Type, metrics
from netdesk.ui.widgets.labels import ElidedLabel, WrapLabel
from netdesk.ui.widgets.paint import text_line
from netdesk.ui.widgets.panel import paint_panel
from netdesk.ui.widgets.segments import Segments


class View(Enum):
    """What the list shows."""

    NOT_HELPED = "not_helped"
    PROMISES = "promises"
    ASKS = "asks"
    ALL = "all"


VIEWS = tuple(View)
_LABELS = ("Not helped yet", "Promises", "Asks", "All")
_TITLES = {
    View.NOT_HELPED: "Whom have I not helped yet?",
    View.PROMISES: "What I promised",
    View.ASKS: "What I asked for",
    View.ALL: "All given and got",
}
_PEOPLE_KEYS = {
    Qt.Key.Key_Return: "help",
    Qt.Key.Key_Enter: "help",
    Qt.Key.Key_H: "help",
    Qt.Key.Key_G: "give",
    Qt.Key.Key_P: "promise",
    Qt.Key.Key_I: "introduce",
    Qt.Key.Key_O: "person",
}
_ENTRY_KEYS = {
    Qt.Key.Key_Return: "edit",
    Qt.Key.Key_Enter: "edit",
    Qt.Key.Key_E: "edit",
    Qt.Key.Key_K: "close",
    Qt.Key.Key_X: "drop",
    Qt.Key.Key_O: "person",
    Qt.Key.Key_Delete: "delete",
}


class _Heads(QWidget):
    """The heads of the columns, in line with the rows below."""

    def __init__(self, rows: QTableView) -> None:
        super().__init__()
        self._rows = rows
        # The bar comes and goes at the right of the rows.
        rows.verticalScrollBar().rangeChanged.connect(self._bar_changed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _bar_changed(self, _least: int, _most: int) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(300), metrics().px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        font, ink = metrics().font(Type.LABEL_STRONG), theme.color("faint")
        wants, ruler = "Where they want to get to", QFontMetrics(font)
        places = people_columns(QRect(0, 0, self._rows.viewport().width(), self.height()))
        between = places.bar if places.bar.width() else places.words
        between = QRect(
            between.left(), between.top(), places.words.right() - between.left(), between.height()
        )
        for box, words in (
            (places.who, "Who"),
            (places.level, "Level"),
            (places.wants, wants if ruler.horizontalAdvance(wants) <= places.wants.width() else "They want"),
            (between, "Between us"),
        ):
            if box.width():
                text_line(painter, box, words, font, ink)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))


class LedgerPanel(QFrame):
    """``show_ids(ids)`` fills what ``view`` says. ``view_picked()`` when a person chose another."""

    view_picked = Signal()

    def __init__(self, shell: Shell, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.view = View.NOT_HELPED
        self.title = ElidedLabel("", Type.SECTION, "text")
        self.segments = Segments(_LABELS, name="Show")
        self.segments.picked.connect(self._picked)
        self.filter = LedgerFilter(shell.today)
        self._people = PagedIds(self._load_people, spoken, self)
        self._entries = PagedIds(self._load_entries, self._say_entry, self)
        self._entry_delegate = EntryDelegate(shell.today, self)
        self.people = LedgerList("People", self._people, PeopleDelegate(photos, self), _PEOPLE_KEYS)
        self.heads = _Heads(self.people)
        self.entries = LedgerList("Entries", self._entries, self._entry_delegate, _ENTRY_KEYS)
        photos.arrived.connect(self._photo_arrived)
        self.nothing = WrapLabel("", Type.BODY, "text-2")
        self._lay_out()
        self.show_view(View.NOT_HELPED)
        for one in (self.people, self.entries):
            one.left_upwards.connect(self._to_segments)
        self.filter.search.left_downwards.connect(self.into_list)

    def _lay_out(self) -> None:
        sizes = metrics()
        side = sizes.px(L)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, sizes.px(M), 1, sizes.px(S) - 2)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(side, 0, side, 0)
        head.setSpacing(sizes.px(M))
        head.addWidget(self.title, 1)
        head.addWidget(self.segments)
        outer.addLayout(head)
        self._filter_box = QWidget()
        box = QVBoxLayout(self._filter_box)
        box.setContentsMargins(side, sizes.px(S + 2), side, sizes.px(S))
        box.addWidget(self.filter)
        self._nothing_box = QWidget()
        words = QVBoxLayout(self._nothing_box)
        words.setContentsMargins(side, sizes.px(M), side, sizes.px(L))
        words.addWidget(self.nothing)
        for widget in (self._filter_box, self.heads, self.people, self.entries, self._nothing_box):
            outer.addWidget(widget)
        outer.addStretch(1)
        self._nothing_box.hide()

    # Showing ---------------------------------------------------------------------------------------

    def list(self) -> LedgerList:
        """The list that is shown."""
        return self.people if self.view is View.NOT_HELPED else self.entries

    def show_view(self, view: View) -> None:
        """Show another view; its rows come with ``show_ids``."""
        self.view = view
        self._keep_keyboard()
        self.segments.set_chosen(VIEWS.index(view))
        self.title.setText(_TITLES[view])
        is_people = view is View.NOT_HELPED
        self.heads.setVisible(is_people)
        self.people.setVisible(is_people)
        self.entries.setVisible(not is_people)
        self._filter_box.setVisible(not is_people)
        self.filter.show_chips(view is View.ALL)
        self._entry_delegate.only_open = view is not View.ALL
        self.entries.setAccessibleName(_TITLES[view])
        self.setAccessibleName(_TITLES[view])
        if not is_people:
            self._entries.restart(array("q"))

    def show_ids(self, ids: array[int], nothing: str) -> None:
        """Show the answer; ``nothing`` is said where it is empty."""
        model = self._people if self.view is View.NOT_HELPED else self._entries
        if len(model.ids):
            if model is self._people:
                self._choose_next(ids)
            model.swap(ids)
        else:
            model.restart(ids)
        self.list().updateGeometry()
        if not len(ids):
            self._keep_keyboard()
        self.nothing.setText(nothing)
        self._nothing_box.setVisible(not len(ids))
        self.list().setVisible(bool(len(ids)))
        self.heads.setVisible(bool(len(ids)) and self.view is View.NOT_HELPED)
        if self.list().hasFocus() and not self.list().current_id():
            # The keyboard was there before the rows were.
            self.list().choose_row(0)

    def _choose_next(self, ids: array[int]) -> None:
        """Whoever was helped goes down the list, and the one who came after them is the next to help."""
        helped = self.people.current_id()
        after = self._people.id_at(self.people.currentIndex().row() + 1)
        if helped in ids and after in ids and ids.index(after) < ids.index(helped):
            self.people.choose_id(after)

    def list_top(self) -> int:
        """Where the list begins, in pixels from the top of the card."""
        return self.list().y()

    def room_below(self) -> int:
        """The pixels of the card below the list."""
        layout = self.layout()
        return layout.contentsMargins().bottom() if layout is not None else 0

    def set_room(self, height: int) -> None:
        """Let the list be at most so many pixels high; what has no room is scrolled to."""
        for one in (self.people, self.entries):
            one.set_most(height)

    def forget(self) -> None:
        """Read the rows anew when they are shown next."""
        self._people.forget()
        self._entries.forget()

    def into_list(self) -> None:
        """Give the keyboard to the rows."""
        shown = self.list()
        if shown.isVisible():
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
            if not shown.current_id():
                shown.choose_row(0)
        else:
            self._to_segments()

    def _photo_arrived(self) -> None:
        self.people.viewport().update()

    def _keep_keyboard(self) -> None:
        """A list goes: Qt would give the keyboard to whatever comes next, and scroll the page to it."""
        if self.people.hasFocus() or self.entries.hasFocus():
            self._to_segments()

    def _to_segments(self) -> None:
        self.segments.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _picked(self, place: int) -> None:
        self.show_view(VIEWS[place])
        self.view_picked.emit()

    def _load_people(self, ids: Sequence[int]) -> tuple[NotHelpedRow, ...]:
        return self._shell.desk.read(partial(not_helped_rows, ids=ids, today=self._shell.today()))

    def _load_entries(self, ids: Sequence[int]) -> tuple[LedgerEntryLine, ...]:
        return self._shell.desk.read(partial(entry_lines, ids=ids))

    def _say_entry(self, line: LedgerEntryLine) -> str:
        return spoken_entry(line, self._shell.today())

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_panel(QPainter(self), self.rect(), current_theme())
