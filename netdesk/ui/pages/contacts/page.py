"""The contacts page: the list of people at the left, one person at the right, or what to do with several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar, Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.contact_kinds import MarketStanding
from netdesk.method.errors import InvalidInput
from netdesk.method.levels import Level
from netdesk.services import bulk, contacts, saved_filters
from netdesk.services.bulk import SelectedCounts
from netdesk.services.contacts import ContactCounts, ContactQuery, ContactSort, NearMiss
from netdesk.services.levels import levels
from netdesk.services.markets import markets
from netdesk.services.selection import Selection
from netdesk.services.tags import tags
from netdesk.services.workspaces import Workspace
from netdesk.ui.actions.catalogue import Command
from netdesk.ui.delegates.contact_row import ContactRowDelegate, spoken
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.models.paged_ids import PagedIds
from netdesk.ui.pages.contacts.bulk_panel import BulkPanel
from netdesk.ui.pages.contacts.deeds import Deeds
from netdesk.ui.pages.contacts.empty_side import EmptySide
from netdesk.ui.pages.contacts.filter_bar import Choices, FilterBar
from netdesk.ui.pages.contacts.filter_popover import FilterPopover
from netdesk.ui.pages.contacts.finder import Finder
from netdesk.ui.pages.contacts.header import ListHeader
from netdesk.ui.pages.contacts.menus import BRING, EXPORT, ListDeeds, PeopleDeeds, list_menu, people_menu
from netdesk.ui.pages.contacts.people_list import PeopleList
from netdesk.ui.pages.contacts.tags_overlay import TagsPanel
from netdesk.ui.pages.page import Page
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import metrics

NEW_PERSON = "contacts.new_person"
LIST_WIDTH = 330
_NARROWEST = 260
_OF_PEOPLE = (
    "person", "organisation", "person_tag", "person_kind", "person_market", "contact_point", "own_field_value",
    "interaction", "interaction_person", "follow_up", "level",
)  # fmt: skip
_OF_CHOICES = (*_OF_PEOPLE, "tag", "target_market", "saved_filter")


class PersonSide(Protocol):
    """What the right side must be able to do."""

    def show_person(self, person_id: int | None) -> None: ...


def _person_view(shell: Shell) -> QWidget:
    from netdesk.ui.pages.person.view import PersonView

    return PersonView(shell)


class ContactsPage(Page):
    """Ties list, filters, person and bulk panel together; each of them does its own part."""

    name: ClassVar[str] = "contacts"
    label: ClassVar[str] = "Contacts"

    def __init__(
        self,
        shell: Shell,
        parent: QWidget | None = None,
        *,
        make_person: Callable[[Shell], QWidget] = _person_view,
    ) -> None:
        super().__init__(shell, parent)
        self.query = ContactQuery()
        self._choices = Choices()
        self._counts: ContactCounts | None = None
        self._wanted = 0
        self._level_names: dict[int, str] = {}
        self._deeds = Deeds(shell, self)
        self.model = PagedIds(self._rows, self._spoken, self)
        photos = Photos(shell.desk, self)
        self.list = PeopleList(
            self.model, ContactRowDelegate(photos, self._level_names, shell.today, self), self
        )
        photos.arrived.connect(self.list.viewport().update)
        self.finder = Finder(shell.desk, self.model, shell.today, self)
        self.bar = FilterBar()
        self.header = ListHeader(self.bar)
        self.popover = FilterPopover(self)
        self.empty = EmptySide()
        self.bulk = BulkPanel()
        self.person = make_person(shell)
        self._lay_out()
        self._connect()
        self._add_commands()

    # What the window asks --------------------------------------------------------------------

    def redraw(self, changes: Changes | None) -> None:
        """Show what changed; people keep their places."""
        if changes is None:
            self._ask_choices()
            self.finder.ask(self.query)
            return
        if changes.touches(*_OF_CHOICES):
            self._ask_choices()
        if changes.touches(*_OF_PEOPLE):
            named = changes.rows.get("person")
            only_people = not changes.touches(*_OF_PEOPLE[1:])
            self.model.forget(named if only_people and named is not None else None)
            self.finder.refresh()

    def open(self, **target: object) -> None:
        """Show a person (``person=7``), whatever was asked for before."""
        person = target.get("person")
        if isinstance(person, int) and person:
            self._wanted = person
            if not self.list.choose_person(person) and self.finder.is_complete:
                self._set_query(self.query.everybody())
            self._show_right()

    def remembered(self) -> dict[str, object]:
        """The filter, the person, and how wide the list is."""
        return {
            "query": self.query.to_json(),
            "person": self.list.current_id() or self._wanted,
            "widths": self._splitter.sizes(),
        }

    def remember(self, state: dict[str, object]) -> None:
        """Take back what was kept; a filter that cannot be read is forgotten."""
        try:
            query = ContactQuery.from_json(str(state.get("query", "{}")))
        except InvalidInput:
            query = ContactQuery()
        self._take_query(replace(query, binned=False))
        self.header.search.blockSignals(True)
        self.header.search.setText(query.text)
        self.header.search.blockSignals(False)
        person, widths = state.get("person"), state.get("widths")
        if isinstance(person, int):
            self._wanted = person
        if isinstance(widths, list) and len(widths) == 2 and all(isinstance(one, int) for one in widths):
            self._splitter.setSizes(widths)

    def leave(self) -> bool:
        """Whether the person at the right can be left (an edit may hold back)."""
        may_leave = getattr(self.person, "leave", None)
        return bool(may_leave()) if callable(may_leave) else True

    def selection(self) -> Selection:
        """Who is selected now; for exporting as well."""
        return self.list.selection_of(self.query)

    # Asking ----------------------------------------------------------------------------------

    def _rows(self, ids: Sequence[int]) -> Sequence[contacts.ContactRow]:
        return self.shell.desk.read(lambda ws: contacts.rows(ws, ids))

    def _spoken(self, row: contacts.ContactRow) -> str:
        return spoken(row, self._level_names, self.shell.today())

    def _ask_choices(self) -> None:
        today = self.shell.today()

        def question(ws: Workspace) -> Choices:
            known = tuple((market.id, market.name) for market in markets(ws))
            return Choices(levels(ws), tags(ws), known, saved_filters.saved_filters(ws))

        self.shell.desk.ask(self, "choices", question, self._show_choices)
        self.shell.desk.ask(self, "counts", lambda ws: contacts.counts(ws, today), self._show_counts)

    def _show_choices(self, choices: Choices) -> None:
        self._choices = choices
        self._level_names.clear()
        self._level_names.update({level.number: level.name for level in choices.levels})
        self._show_filters()

    def _show_counts(self, counts: ContactCounts) -> None:
        self._counts = counts
        self._show_filters()
        self._show_count()

    def _show_filters(self) -> None:
        self.bar.show_state(self.query, self._choices, self._counts)
        if self.popover.isVisible():
            self.popover.show_state(self.query, self._choices, self._counts)

    # Another question ------------------------------------------------------------------------

    def _set_query(self, query: ContactQuery) -> None:
        if query.text != self.header.search.text():
            self.header.search.blockSignals(True)
            self.header.search.setText(query.text)
            self.header.search.blockSignals(False)
        self._take_query(query)
        self._show_filters()
        self.finder.ask(query)

    def _take_query(self, query: ContactQuery) -> None:
        self.query = query
        self.header.set_title("Bin" if query.binned else "Contacts")

    def _type(self, text: str) -> None:
        query = replace(self.query, text=text)
        if query != self.query:
            self._take_query(query)
            self.finder.ask(query)

    def _begun(self) -> None:
        self.list.scrollToTop()
        wanted = self._wanted
        if self.model.rowCount() == 0:
            self._show_right()
        elif not (wanted and self.list.choose_person(wanted)) and (not wanted or self.finder.is_complete):
            self.list.choose_row(0)
        self._show_list()

    def _found(self, _people: int) -> None:
        if self._wanted and self.list.current_id() != self._wanted and self.list.selected_count() <= 1:
            if not self.list.choose_person(self._wanted):
                self.list.choose_row(max(0, self.list.currentIndex().row()))
            self._wanted = 0
        self._show_list()
        self._show_count()

    def _show_list(self) -> None:
        if self.model.rowCount():
            self._left.setCurrentWidget(self.list)
        elif self.finder.is_complete:
            self.empty.show_nothing(self.query)
            self._left.setCurrentWidget(self.empty)

    def _show_count(self) -> None:
        everybody = self._counts.people if self._counts else 0
        found = self.model.rowCount()
        if self.query.narrows and self.finder.is_complete and not self.query.binned:
            self.header.set_count(f"{found:,} of {everybody:,}")
        elif self.finder.is_complete:
            self.header.set_count(f"{found:,}")

    def _show_near(self, near: tuple[NearMiss, ...]) -> None:
        self.empty.show_near(self.query.text, near)

    # The right side --------------------------------------------------------------------------

    def _show_right(self) -> None:
        people = self.list.selected_count()
        if people > 1:
            selection, today = self.selection(), self.shell.today()
            self.shell.desk.ask(
                self,
                "selected",
                lambda ws: bulk.selected_counts(ws, selection, today),
                self._show_bulk,
            )
            return
        self._right.setCurrentWidget(self.person)
        shown = self.list.current_id() if people else 0
        if shown:
            self._wanted = 0 if self.finder.is_complete else self._wanted
        show = getattr(self.person, "show_person", None)
        if callable(show):
            show(shown or None)

    def _show_bulk(self, counts: SelectedCounts) -> None:
        if self.list.selected_count() > 1:
            self.bulk.allow_export(self.shell.commands.has(EXPORT))
            self.bulk.show_counts(counts, self._choices.levels, self._choices.tags)
            self._right.setCurrentWidget(self.bulk)
            self.bulk.setEnabled(True)

    def _open_person(self, person_id: int) -> None:
        self.list.choose_person(person_id)
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_near(self, person_id: int) -> None:
        self.shell.open_person(person_id)
        self._wanted = person_id
        self._set_query(self.query.everybody())

    # Doing -----------------------------------------------------------------------------------

    def _asked(self, deed: str) -> None:
        if not self.list.selected_count():
            return
        if deed == "export":
            self.shell.commands.run(EXPORT)
            return
        {
            "archive": self._deeds.archive,
            "unarchive": self._deeds.unarchive,
            "bin": self._deeds.to_bin,
            "restore": self._deeds.restore,
            "delete": self._deeds.delete_for_good,
        }[deed](self.selection())

    def _delete_asked(self) -> None:
        self._asked("delete" if self.query.binned else "bin")

    def _tag(self, name: str) -> None:
        self._deeds.tag(self.selection(), name)

    def _untag(self, tag_id: int) -> None:
        self._deeds.untag(self.selection(), tag_id)

    def _set_level_number(self, number: int | None) -> None:
        level = next((one for one in self._choices.levels if one.number == number), None)
        self._deeds.set_level(self.selection(), level)

    def _set_level(self, level: Level | None) -> None:
        self._deeds.set_level(self.selection(), level)

    def _add_to_market(self, market_id: int, name: str, standing: MarketStanding) -> None:
        self._deeds.add_to_market(self.selection(), market_id, name, standing)

    def _ask_tag(self) -> None:
        if self.list.selected_count() > 1:
            self.bulk.focus_tag()
            return
        name = self.shell.dialogs.ask_text(self, "Tag", "Tag to put on this person")
        if name and name.strip():
            self._tag(name)

    def _save_filter(self) -> None:
        name = self.shell.dialogs.ask_text(self, "Save this filter", "Name of the filter")
        if name and name.strip():
            query = self.query
            self.shell.desk.do(lambda ws: saved_filters.save_filter(ws, name, query))

    def _remove_filter(self, filter_id: int) -> None:
        self.shell.desk.do(
            lambda ws: saved_filters.remove_filter(ws, filter_id),
            lambda changes: self.shell.toast(changes.title, undo=True),
        )

    def _sort(self, sort: ContactSort) -> None:
        self._set_query(self.query.sorted_by(sort))

    def _toggle_archived(self) -> None:
        self._set_query(replace(self.query, archived=not self.query.archived, binned=False))

    def _toggle_bin(self) -> None:
        self._set_query(replace(self.query.everybody(), binned=not self.query.binned))

    def _manage_tags(self) -> None:
        self.shell.show_overlay(TagsPanel(self.shell), width=460)

    # Menus, keys and layout ------------------------------------------------------------------

    def _show_list_menu(self) -> None:
        deeds = ListDeeds(self._sort, self._toggle_archived, self._toggle_bin, self._manage_tags)
        menu = list_menu(self, self.query, self._counts, self.shell.commands, deeds)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self.header.menu_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _show_people_menu(self, place: QPoint) -> None:
        deeds = PeopleDeeds(
            lambda: self._open_person(self.list.current_id()),
            self._ask_tag,
            self._set_level,
            self._add_to_market,
            self._asked,
        )
        can_export = self.shell.commands.has(EXPORT)
        people = self.list.selected_count()
        menu = people_menu(self, self.query, people, self._choices, can_export, deeds)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _show_popover(self) -> None:
        self.popover.show_at(self.bar.more, self.query, self._choices, self._counts)

    def _typed_in_list(self, text: str) -> None:
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.setText(text)

    def _focus_search(self) -> None:
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()

    def _focus_list(self) -> None:
        if self.model.rowCount():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_first(self) -> None:
        if self.model.rowCount():
            self._open_person(self.list.current_id() or self.model.id_at(0))

    def _clear(self) -> None:
        self._set_query(self.query.everybody())

    def _connect(self) -> None:
        header, run = self.header, self.shell.commands.run
        header.search.textChanged.connect(self._type)
        header.search.left_downwards.connect(self._focus_list)
        header.search.returnPressed.connect(self._open_first)
        header.menu_button.clicked.connect(self._show_list_menu)
        header.add_button.clicked.connect(partial(_run, run, NEW_PERSON))
        self.bar.changed.connect(self._set_query)
        self.bar.more_asked.connect(self._show_popover)
        self.popover.changed.connect(self._set_query)
        self.popover.save_asked.connect(self._save_filter)
        self.popover.removed.connect(self._remove_filter)
        self.finder.begun.connect(self._begun)
        self.finder.found.connect(self._found)
        self.finder.missed.connect(self._show_near)
        self.list.chosen.connect(self._show_right)
        self.list.opened.connect(self._open_person)
        self.list.typed.connect(self._typed_in_list)
        self.list.delete_asked.connect(self._delete_asked)
        self.list.menu_asked.connect(self._show_people_menu)
        self.empty.bring_asked.connect(partial(_run, run, BRING))
        self.empty.new_asked.connect(partial(_run, run, NEW_PERSON))
        self.empty.clear_asked.connect(self._clear)
        self.empty.person_asked.connect(self._open_near)
        self.bulk.tag_asked.connect(self._tag)
        self.bulk.untag_asked.connect(self._untag)
        self.bulk.level_asked.connect(self._set_level_number)
        self.bulk.asked.connect(self._asked)

    def _add_commands(self) -> None:
        for command in (
            Command("contacts.search", "Search contacts", self._focus_search, Icon.SEARCH, "Ctrl+F",
                    "find filter", page=self.name),
            Command("contacts.select_all", "Select everybody listed", self.list.selectAll, "", "", "all",
                    page=self.name),
            Command("contacts.archived", "Show archived people", self._toggle_archived, Icon.ARCHIVE, "", "",
                    page=self.name),
            Command("contacts.bin", "Show the bin", self._toggle_bin, Icon.BIN, "", "deleted trash restore",
                    page=self.name),
            Command("contacts.tags", "Manage tags…", self._manage_tags, Icon.TAG, "", "rename remove"),
            *(
                Command(f"contacts.sort.{sort}", f"Sort contacts by {sort.label.lower()}",
                        partial(self._sort, sort), Icon.SORT, "", "order", page=self.name)
                for sort in ContactSort
            ),
        ):  # fmt: skip
            self.shell.commands.add(command, self)

    def _lay_out(self) -> None:
        self._left = QStackedWidget()
        self._left.addWidget(self.list)
        self._left.addWidget(self.empty)
        side = QWidget()
        side.setMinimumWidth(metrics().px(_NARROWEST))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._left, 1)
        self._right = QStackedWidget()
        self._right.addWidget(self.person)
        self._right.addWidget(self.bulk)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(side)
        self._splitter.addWidget(self._right)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        wide = metrics().px(LIST_WIDTH)
        self._splitter.setSizes([wide, 3 * wide])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._splitter)


def _run(run: Callable[[str], bool], name: str, *_pressed: object) -> None:
    run(name)
