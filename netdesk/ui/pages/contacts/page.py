"""The contacts page: the list of people at the left, one person at the right, or what to do with several."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput
from netdesk.services.contacts import ContactQuery, ContactSort
from netdesk.services.selection import Selection
from netdesk.ui.actions.catalogue import Command
from netdesk.ui.pages.contacts.list_doing import ListDoing
from netdesk.ui.pages.contacts.list_side import ListSide
from netdesk.ui.pages.contacts.menus import BRING, EXPORT
from netdesk.ui.pages.contacts.selected_people import SelectedPeople
from netdesk.ui.pages.page import Page
from netdesk.ui.pages.person.commands import add_new_person_command
from netdesk.ui.pages.person.rhythm_deeds import SPOKE_KEY
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import metrics

if TYPE_CHECKING:
    from netdesk.services.bulk import SelectedCounts
    from netdesk.ui.pages.contacts.bulk_panel import BulkPanel
    from netdesk.ui.pages.person.view import PersonView

NEW_PERSON = "contacts.new_person"
SAMPLE = "sample.add"
LIST_WIDTH = 330
_AFTER_TYPING_MS = 150
"""A pause in typing after which the person at the right changes; the list itself changes with every letter."""
_UNTIL_PAINTED_MS = 5


class ContactsPage(Page):
    """Ties list, person and bulk panel together. ``selection()`` says who is selected, also for exporting."""

    name: ClassVar[str] = "contacts"
    label: ClassVar[str] = "Contacts"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.side = ListSide(shell)
        self.list, self.model = self.side.list, self.side.model
        self._selected = SelectedPeople(shell, self, self.side)
        self._listed = ListDoing(shell, self, self.side)
        self._bulk: BulkPanel | None = None
        self._person: PersonView | None = None
        self._outside = 0
        self._right_soon = QTimer(self)
        self._right_soon.setSingleShot(True)
        self._right_soon.timeout.connect(self._show_right)
        self._lay_out()
        self._connect()
        add_new_person_command(shell)
        self._add_commands()

    @property
    def person(self) -> PersonView:
        """Who stands at the right; built when first needed."""
        if self._person is None:
            from netdesk.ui.pages.person.view import PersonView

            self._person = PersonView(self.shell)
            self._person.add_commands(self)
            self._right.addWidget(self._person)
        return self._person

    @property
    def bulk(self) -> BulkPanel:
        """What stands at the right for several people; built when first needed."""
        if self._bulk is None:
            from netdesk.ui.pages.contacts.bulk_panel import BulkPanel

            self._bulk = BulkPanel()
            self._selected.serve(self._bulk)
            self._right.addWidget(self._bulk)
        return self._bulk

    # What the window asks ----------------------------------------------------------------------

    def redraw(self, changes: Changes | None) -> None:
        """Show what changed; people keep their places."""
        self.side.redraw(changes)
        if changes is not None and self.list.selected_count() > 1:
            self._right_soon.start(0)

    def open(self, **target: object) -> None:
        """Show a person (``person=7``), whatever was asked for before, or those who wear a tag (``tag=3``), are going
        cold (``cold=True``) or ready to move up (``ready=True``).
        """
        person, tag = target.get("person"), target.get("tag")
        if target.get("cold") or target.get("ready"):
            self.side.set_query(
                ContactQuery(going_cold=bool(target.get("cold")), ready=bool(target.get("ready")))
            )
        if isinstance(tag, int):
            self.side.set_query(replace(ContactQuery(), tags=(tag,)))
        if isinstance(person, int) and person:
            self.side.open_person(person)

    def remembered(self) -> dict[str, object]:
        """The filter, the person, and how wide the list is."""
        return {
            "query": self.side.query.to_json(),
            "person": self.list.current_id(),
            "widths": self._splitter.sizes(),
        }

    def remember(self, state: dict[str, object]) -> None:
        """Take back what was kept; a filter that cannot be read is forgotten."""
        try:
            query = ContactQuery.from_json(str(state.get("query", "{}")))
        except InvalidInput:
            query = ContactQuery()
        self.side.take_query(replace(query, binned=False, text=""))
        person, widths = state.get("person"), state.get("widths")
        if isinstance(person, int):
            self.side.prefer(person)
        if isinstance(widths, list) and len(widths) == 2 and all(isinstance(one, int) for one in widths):
            self._splitter.setSizes(widths)

    def leave(self) -> bool:
        """Whether the person at the right can be left (an edit may hold back)."""
        return self._person is None or self._person.leave()

    def build_rest(self) -> None:
        """Build the person at the right, with all that can be done there."""
        _ = self.person

    def selection(self) -> Selection:
        """Who is selected now."""
        return self.side.selection()

    @property
    def is_about_to_show(self) -> bool:
        """Whether the right side has still to follow the list."""
        return self._right_soon.isActive()

    # The right side ------------------------------------------------------------------------------

    def _chosen(self) -> None:
        self._right_soon.start(_AFTER_TYPING_MS if self.side.is_searching else 0)

    def _show_right(self) -> None:
        if not self.window().isVisible():
            return
        if self._person is None and not self._painted():
            self._right_soon.start(_UNTIL_PAINTED_MS)
            return
        people = self.list.selected_count()
        if people > 1:
            from netdesk.services import bulk

            selection, today = self.selection(), self.shell.today()
            self.shell.desk.ask(
                self, "selected", lambda ws: bulk.selected_counts(ws, selection, today), self._show_bulk
            )
        else:
            self._outside = 0 if people else self._outside
            self._show_person(self.list.current_id() if people else self._outside)

    def _painted(self) -> bool:
        """Whether the list is on the screen: the first window does not wait for what takes longer to build."""
        handle = self.window().windowHandle()
        QCoreApplication.sendPostedEvents(self.window(), QEvent.Type.UpdateRequest.value)
        return handle is not None and handle.isExposed()

    def _show_outside(self, person_id: object) -> None:
        """Show somebody who is in no list: archived, in the bin, or gone."""
        self._outside = int(str(person_id))
        self._right_soon.start(0)

    def _show_person(self, person_id: int) -> None:
        self._right.setCurrentWidget(self.person)
        self.person.show_person(person_id or None)

    def _show_bulk(self, counts: SelectedCounts) -> None:
        if self.list.selected_count() > 1:
            self.bulk.allow_export(self.shell.commands.has(EXPORT))
            self.bulk.show_counts(counts, self.side.choices.levels, self.side.choices.tags)
            self._right.setCurrentWidget(self.bulk)

    def _open_person(self, person_id: int) -> None:
        self.list.choose_person(person_id)
        self._right_soon.stop()
        self._show_person(person_id)
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)

    # Keys and layout --------------------------------------------------------------------------------

    def _run_bring(self) -> None:
        self.shell.commands.run(BRING)

    def _run_new(self) -> None:
        self.shell.commands.run(NEW_PERSON)

    def _run_sample(self) -> None:
        self.shell.commands.run(SAMPLE)

    def _connect(self) -> None:
        side = self.side
        side.chosen.connect(self._chosen)
        side.missing.connect(self._show_outside)
        side.header.add_button.clicked.connect(self._run_new)
        side.empty.bring_asked.connect(self._run_bring)
        side.empty.new_asked.connect(self._run_new)
        side.empty.sample_asked.connect(self._run_sample)
        side.list.opened.connect(self._open_person)
        self._selected.open_asked.connect(self._open_person)

    def _add_commands(self) -> None:
        def add(name: str, title: str, run: Callable[[], None], icon: str, key: str, words: str) -> None:
            self.shell.commands.add(
                Command(f"contacts.{name}", title, run, icon, key, words, page=self.name), self
            )

        selected, listed = self._selected, self._listed
        add("search", "Search contacts", self.side.focus_search, Icon.SEARCH, "Ctrl+F", "find filter")
        add("select_all", "Select everybody listed", self.list.selectAll, Icon.PEOPLE, "", "mark all")
        add("archived", "Show archived people", listed.toggle_archived, Icon.ARCHIVE, "", "put away")
        add("bin", "Show the bin", listed.toggle_bin, Icon.BIN, "", "deleted trash restore")
        add("merge", "Merge contacts…", selected.merge, Icon.MERGE, "", "duplicate same person twice")
        add("spoke", "Spoke today", selected.spoke, Icon.TICK, SPOKE_KEY, "call contact rhythm going cold")
        add("tags", "Manage tags…", listed.manage_tags, Icon.TAG, "", "rename remove label")
        add("save_filter", "Save this filter…", listed.save_filter, Icon.SAVE, "", "keep search")
        for sort in ContactSort:
            words = f"Sort contacts by {sort.label.lower()}"
            add(f"sort.{sort}", words, partial(listed.sort, sort), Icon.SORT, "", "order")

    def _lay_out(self) -> None:
        self._right = QStackedWidget()
        self._right.addWidget(QWidget())
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.side)
        self._splitter.addWidget(self._right)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        wide = metrics().px(LIST_WIDTH)
        self._splitter.setSizes([wide, 3 * wide])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._splitter)
        self.setFocusProxy(self.list)
