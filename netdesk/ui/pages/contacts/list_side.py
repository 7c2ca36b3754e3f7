"""The left side of the contacts page: title, search, chips, and the list of people.

``ListSide(shell)``: ``set_query(query)``, ``open_person(id)``, ``redraw(changes)``, ``selection()``. Signals:
``chosen()`` when somebody else is selected, ``missing(object)`` for a person asked for who is not in the list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.services import contacts, saved_filters
from netdesk.services.contacts import ContactCounts, ContactQuery, NearMiss
from netdesk.services.levels import levels
from netdesk.services.markets import markets
from netdesk.services.selection import Selection
from netdesk.services.tags import tags
from netdesk.services.workspaces import Workspace
from netdesk.ui.delegates.contact_row import ContactRowDelegate, spoken
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.models.paged_ids import PagedIds
from netdesk.ui.pages.contacts.empty_side import EmptySide
from netdesk.ui.pages.contacts.filter_bar import Choices, FilterBar
from netdesk.ui.pages.contacts.finder import Finder
from netdesk.ui.pages.contacts.header import ListHeader
from netdesk.ui.pages.contacts.people_list import PeopleList
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import metrics

if TYPE_CHECKING:
    from netdesk.ui.pages.contacts.filter_popover import FilterPopover

_NARROWEST = 260
_OF_PEOPLE = (
    "person", "organisation", "person_tag", "person_kind", "person_market", "contact_point", "own_field_value",
    "interaction", "interaction_person", "follow_up", "level", "ledger_entry",
)  # fmt: skip
_OF_CHOICES = (*_OF_PEOPLE, "tag", "target_market", "saved_filter")


class ListSide(QWidget):
    """Holds the question; the finder brings its answer into the model, the list shows it."""

    chosen = Signal()
    missing = Signal(object)
    save_asked = Signal()
    filter_removed = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.query = ContactQuery()
        self.choices = Choices()
        self.counts: ContactCounts | None = None
        self._level_names: dict[int, str] = {}
        self._wanted = 0
        self._insists = False
        self.is_searching = False
        """While the person chosen is the best match so far: the next letter will choose another."""
        self.model = PagedIds(self._rows, self._spoken, self)
        photos = Photos(shell.desk, self)
        delegate = ContactRowDelegate(photos, self._level_names, shell.today, self)
        self.list = PeopleList(self.model, delegate)
        photos.arrived.connect(self.list.viewport().update)
        self.finder = Finder(shell.desk, self.model, shell.today, self)
        self.bar = FilterBar()
        self.header = ListHeader(self.bar)
        self._popover: FilterPopover | None = None
        self.empty = EmptySide()
        self._lay_out()
        self._connect()

    # What the page asks ------------------------------------------------------------------------

    def redraw(self, changes: Changes | None) -> None:
        """Show what changed; people keep their places. None asks everything anew."""
        # The list first: the counts behind the chips take longer, and the reading threads are two.
        if changes is None:
            self.finder.begin(self.query)
            self._ask_choices()
            return
        if changes.touches(*_OF_PEOPLE):
            named = changes.rows.get("person")
            only_people = not changes.touches(*_OF_PEOPLE[1:])
            self.model.forget(named if only_people else None)
            self.finder.refresh()
        if changes.touches(*_OF_CHOICES):
            self._ask_choices()

    def selection(self) -> Selection:
        """Who is selected."""
        return self.list.selection_of(self.query)

    def open_person(self, person_id: int) -> None:
        """Choose a person; filters that hide them are cleared."""
        if self.list.choose_person(person_id):
            self._wanted = 0
            return
        self._wanted, self._insists = person_id, True
        if self.finder.is_complete:
            self._find_wanted()

    def prefer(self, person_id: int) -> None:
        """Choose a person when the list is there, if they are in it."""
        self._wanted, self._insists = person_id, False

    def set_query(self, query: ContactQuery) -> None:
        """Ask another question; whoever is current stays so if they are in the answer."""
        if not self._wanted and not query.text:
            self.prefer(self.list.current_id())
        self.take_query(query)
        self._show_filters()
        self.finder.ask(query)

    def take_query(self, query: ContactQuery) -> None:
        """Hold another question without asking it."""
        self.query = query
        self.header.set_title("Bin" if query.binned else "Contacts")
        field = self.header.search
        if " ".join(field.text().split()) != query.text:
            field.put(query.text)

    def focus_search(self) -> None:
        """Go to the search field."""
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()

    def clear_filters(self) -> None:
        """Ask for everybody again."""
        self.set_query(self.query.everybody())

    @property
    def popover(self) -> FilterPopover:
        """All filters in one card; built when first needed."""
        if self._popover is None:
            from netdesk.ui.pages.contacts.filter_popover import FilterPopover

            self._popover = FilterPopover(self)
            self._popover.changed.connect(self.set_query)
            self._popover.save_asked.connect(self.save_asked)
            self._popover.removed.connect(self.filter_removed)
        return self._popover

    # Asking -------------------------------------------------------------------------------------

    def _rows(self, ids: Sequence[int]) -> Sequence[contacts.ContactRow]:
        return self._shell.desk.read(lambda ws: contacts.rows(ws, ids))

    def _spoken(self, row: contacts.ContactRow) -> str:
        return spoken(row, self._level_names, self._shell.today())

    def _ask_choices(self) -> None:
        today = self._shell.today()
        self._shell.desk.ask(self, "choices", _all_choices, self._show_choices)
        self._shell.desk.ask(self, "counts", lambda ws: contacts.counts(ws, today), self._show_counts)

    def _show_choices(self, choices: Choices) -> None:
        self.choices = choices
        self._level_names.clear()
        self._level_names.update({level.number: level.name for level in choices.levels})
        self._show_filters()

    def _show_counts(self, counts: ContactCounts) -> None:
        self.counts = counts
        self._show_filters()
        self._show_count()
        if self.model.rowCount() == 0 and not self.query.narrows:
            self._show_list()

    def _type(self, text: str) -> None:
        query = replace(self.query, text=text)
        if query != self.query:
            if not query.text:
                self.prefer(self.list.current_id())
            self.query = query
            self.finder.ask(query)

    # Showing ------------------------------------------------------------------------------------

    def _begun(self) -> None:
        self.is_searching = bool(self.query.text)
        self._choose_somebody()
        self.is_searching = False
        self._show_list()

    def _choose_somebody(self) -> None:
        self.list.scrollToTop()
        if self.query.text and not self._insists:
            self._wanted = 0
        if self._wanted and self.list.choose_person(self._wanted):
            self._wanted = 0
        elif not self._wanted and self.model.rowCount():
            self.list.choose_row(0)

    def _found(self, _people: object) -> None:
        if self._wanted:
            self._find_wanted()
        self._show_list()
        self._show_count()

    def _find_wanted(self) -> None:
        """The list is complete: the person wanted is in it, behind the filters, or archived, binned or gone."""
        if not self.list.choose_person(self._wanted):
            if self._insists and self.query.narrows:
                self.set_query(self.query.everybody())
                return
            if self._insists:
                self.list.clearSelection()
                self.missing.emit(self._wanted)
            elif self.model.rowCount():
                self.list.choose_row(0)
        self._wanted, self._insists = 0, False

    def _show_filters(self) -> None:
        self.bar.show_state(self.query, self.choices, self.counts)
        if self._popover is not None and self._popover.isVisible():
            self._popover.show_state(self.query, self.choices, self.counts)

    def _show_list(self) -> None:
        if self.model.rowCount():
            self._below.setCurrentWidget(self.list)
        elif self.finder.is_complete:
            away = self.counts.archived + self.counts.binned if self.counts is not None else 0
            self.empty.show_nothing(self.query, away)
            self._below.setCurrentWidget(self.empty)
            self.chosen.emit()

    def _show_count(self) -> None:
        if not self.finder.is_complete:
            return
        found = f"{self.model.rowCount():,}"
        if self.query.narrows and not self.query.binned and self.counts is not None:
            found = f"{found} of {self.counts.people:,}"
        self.header.set_count(found)

    def _show_near(self, near: tuple[NearMiss, ...]) -> None:
        self.empty.show_near(self.query.text, near)

    def _show_popover(self) -> None:
        self.popover.show_at(self.bar.more, self.query, self.choices, self.counts)

    # Keys and layout ------------------------------------------------------------------------------

    def _typed_in_list(self, text: str) -> None:
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.setText(text)

    def _focus_list(self) -> None:
        if self.model.rowCount():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_first(self) -> None:
        if self.model.rowCount():
            self.list.opened.emit(self.list.current_id() or self.model.id_at(0))

    def _connect(self) -> None:
        search = self.header.search
        search.textChanged.connect(self._type)
        search.left_downwards.connect(self._focus_list)
        search.returnPressed.connect(self._open_first)
        self.bar.changed.connect(self.set_query)
        self.bar.more_asked.connect(self._show_popover)
        self.finder.begun.connect(self._begun)
        self.finder.found.connect(self._found)
        self.finder.missed.connect(self._show_near)
        self.list.chosen.connect(self.chosen)
        self.list.typed.connect(self._typed_in_list)
        self.empty.clear_asked.connect(self.clear_filters)
        self.empty.person_asked.connect(self.open_person)

    def _lay_out(self) -> None:
        self.setMinimumWidth(metrics().px(_NARROWEST))
        self._below = QStackedWidget()
        self._below.addWidget(self.list)
        self._below.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._below, 1)


def _all_choices(ws: Workspace) -> Choices:
    known = tuple((market.id, market.name) for market in markets(ws))
    return Choices(levels(ws), tags(ws), known, saved_filters.saved_filters(ws))
