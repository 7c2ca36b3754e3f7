"""One-to-ones over everybody: to come, held, and with whom I never sat down."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.one_to_ones import MOST_AT_ONCE, Standing
from netdesk.services.contact_rows import ContactRow, rows
from netdesk.services.one_to_one_lists import (
    HeldLine,
    OneToOneCounts,
    PlannedLine,
    held_ids,
    held_lines,
    never_held,
    one_to_one_counts,
    upcoming,
    upcoming_lines,
)
from netdesk.services.workspaces import Workspace
from netdesk.ui.actions.catalogue import Command
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.models.paged_ids import PagedIds
from netdesk.ui.one_to_ones.deeds import OneToOneDeeds
from netdesk.ui.pages.one_to_ones.deed_bar import DeedBar
from netdesk.ui.pages.one_to_ones.row_delegate import OneToOneDelegate, spoken
from netdesk.ui.pages.one_to_ones.row_list import OneToOneList
from netdesk.ui.pages.one_to_ones.views import BUTTONS, EMPTY, KEYS, LABELS, VIEWS, View
from netdesk.ui.pages.page import Page
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, L, M, S, metrics
from netdesk.ui.widgets.buttons import primary_button
from netdesk.ui.widgets.empty_state import EmptyState
from netdesk.ui.widgets.labels import PageTitle
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.row_menu import Entry, open_menu
from netdesk.ui.widgets.segments import Segments

_TABLES = (
    "one_to_one", "interaction", "interaction_person", "person", "organisation", "networking_group", "member",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Answer:
    counts: OneToOneCounts
    view: View
    ids: array[int]


def _read(workspace: Workspace, view: View, now: datetime) -> _Answer:
    if view is View.UPCOMING:
        ids = array("q", (one.id for one in upcoming(workspace, now)))
    else:
        ids = held_ids(workspace) if view is View.HELD else never_held(workspace)
    return _Answer(one_to_one_counts(workspace), view, ids)


class OneToOnesPage(Page):
    """Three lists of which one is shown, and what can be done with what is chosen."""

    name = "one_to_ones"
    label = "One-to-ones"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.view = View.UPCOMING
        self._deeds = OneToOneDeeds(shell, self)
        photos = Photos(shell.desk, self)
        self.lists = {view: self._list(view, photos) for view in VIEWS}
        self.plan_button = primary_button(self.tr("One-to-one"), Icon.ONE_TO_ONE)
        self.plan_button.clicked.connect(self.plan)
        self.views = Segments([LABELS[view] for view in VIEWS], 0, name=self.tr("Which one-to-ones"))
        self.views.picked.connect(self._picked)
        self.bar = DeedBar()
        self.bar.pressed.connect(self.do)
        self._lay_out()
        self._show_view(View.UPCOMING)
        words = self.tr("Plan one-to-ones…")
        keywords = "coffee meet appointment talk"
        shell.commands.add(
            Command("one_to_ones.plan", words, self.plan, Icon.ONE_TO_ONE, "Ctrl+Shift+T", keywords)
        )

    # The page ----------------------------------------------------------------------------------

    def redraw(self, changes: Changes | None) -> None:
        """Ask anew what ``changes`` touched."""
        if changes is None or changes.touches(*_TABLES):
            for each in self.lists.values():
                each.rows.forget()
            self._ask()

    def open(self, **target: object) -> None:
        """Go to a ``view`` by its name; ``plan=True`` opens the form."""
        if target.get("view") in [view.value for view in VIEWS]:
            self._show_view(View(str(target["view"])))
            self._ask()
        if target.get("plan"):
            self.plan()

    def remembered(self) -> dict[str, object]:
        """Which list is shown."""
        return {"view": self.view.value}

    def remember(self, state: dict[str, object]) -> None:
        """Take back the list."""
        if state.get("view") in [view.value for view in VIEWS]:
            self._show_view(View(str(state["view"])))

    def list(self) -> OneToOneList:
        """The list that is shown."""
        return self.lists[self.view]

    def chosen(self) -> Sequence[Any]:
        """What is selected, as lines."""
        shown = self.list()
        found = [shown.rows.item(shown.rows.row_of(one)) for one in shown.selected_ids()]
        return [one for one in found if one is not None]

    def plan(self) -> None:
        """Plan one-to-ones with whom I name."""
        self._deeds.plan()

    # Laying out --------------------------------------------------------------------------------

    def _list(self, view: View, photos: Photos) -> OneToOneList:
        loads: dict[View, Callable[[Sequence[int]], Sequence[Any]]] = {
            View.UPCOMING: self._planned, View.HELD: self._held, View.NEVER: self._people,
        }  # fmt: skip
        model = PagedIds(loads[view], self._spoken, self)
        shown = OneToOneList(LABELS[view], model, OneToOneDelegate(photos, self.shell.now, self), KEYS[view])
        photos.arrived.connect(shown.viewport().update)
        shown.chosen.connect(self._say_what_can_be_done)
        shown.opened.connect(self._opened)
        shown.asked.connect(self.do)
        shown.menu_asked.connect(self._menu)
        return shown

    def _lay_out(self) -> None:
        sizes = metrics()
        head = QHBoxLayout()
        head.setSpacing(sizes.px(M))
        head.addWidget(PageTitle(self.label))
        head.addSpacing(sizes.px(S))
        head.addWidget(self.views)
        head.addStretch(1)
        head.addWidget(self.plan_button)
        self._stack = QStackedWidget()
        self._empty = {view: EmptyState(Icon.ONE_TO_ONE, *EMPTY[view]) for view in VIEWS}
        for view in VIEWS:
            self._stack.addWidget(self.lists[view])
            self._stack.addWidget(self._empty[view])
        panel = Panel()
        panel.body.setContentsMargins(0, sizes.px(S), 0, sizes.px(S))
        panel.body.setSpacing(sizes.px(S))
        panel.body.addWidget(self.bar)
        panel.body.addWidget(self._stack, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.px(XL), sizes.px(L), sizes.px(XL), sizes.px(L))
        outer.setSpacing(sizes.px(L))
        outer.addLayout(head)
        outer.addWidget(panel, 1)

    # Asking ------------------------------------------------------------------------------------

    def _planned(self, ids: Sequence[int]) -> Sequence[PlannedLine]:
        now = self.shell.now()
        return self.shell.desk.read(partial(upcoming_lines, ids=ids, now=now))

    def _held(self, ids: Sequence[int]) -> Sequence[HeldLine]:
        return self.shell.desk.read(partial(held_lines, ids=ids))

    def _people(self, ids: Sequence[int]) -> Sequence[ContactRow]:
        return self.shell.desk.read(partial(rows, ids=ids))

    def _spoken(self, row: PlannedLine | HeldLine | ContactRow) -> str:
        return spoken(row, self.shell.now())

    def _ask(self) -> None:
        question = partial(_read, view=self.view, now=self.shell.now())
        self.shell.desk.ask(self, "one-to-ones", question, self._show)

    def _show(self, answer: _Answer) -> None:
        counts = answer.counts
        numbers = {View.UPCOMING: counts.upcoming, View.HELD: counts.held, View.NEVER: counts.never}
        labels = [f"{LABELS[view]} {numbers[view]:,}" if numbers[view] else LABELS[view] for view in VIEWS]
        self.views.set_labels(labels, VIEWS.index(self.view))
        if answer.view is not self.view:
            return
        shown = self.list()
        if shown.rows.rowCount():
            shown.rows.swap(answer.ids)
        else:
            shown.rows.restart(answer.ids)
        self._stack.setCurrentWidget(shown if answer.ids else self._empty[self.view])
        if answer.ids and not shown.selected_count():
            shown.choose_row(max(0, shown.currentIndex().row()))
        self._say_what_can_be_done()

    def _picked(self, place: int) -> None:
        self._show_view(VIEWS[place])
        self._ask()

    def _show_view(self, view: View) -> None:
        self.view = view
        self.views.set_chosen(VIEWS.index(view))
        self.bar.show_view(view)
        self._stack.setCurrentWidget(self.lists[view])
        self._say_what_can_be_done()

    def _say_what_can_be_done(self) -> None:
        count = self.list().selected_count()
        chosen = self.chosen() if count == 1 and self.view is View.UPCOMING else ()
        self.bar.set_count(count, begun=all(self._deeds.begun(line) for line in chosen))

    # Doing -------------------------------------------------------------------------------------

    def do(self, deed: str) -> None:
        """Do something with what is chosen."""
        chosen = self.chosen()
        if not chosen:
            return
        if self.view is View.NEVER:
            self._with_people(deed, chosen)
        elif self.view is View.HELD:
            self._with_held(deed, chosen[0])
        elif deed == "calendar":
            self._deeds.to_calendar(chosen)
        else:
            self._with_plan(deed, chosen[0])

    def _with_people(self, deed: str, people: Sequence[ContactRow]) -> None:
        if deed == "person":
            self._deeds.open_person(people[0].id)
            return
        if len(people) > MOST_AT_ONCE:
            self.shell.toast(self.tr("The first {0} are planned in one go.").format(MOST_AT_ONCE))
        self._deeds.plan([one.id for one in people[:MOST_AT_ONCE]])

    def _with_held(self, deed: str, line: HeldLine) -> None:
        if deed == "person":
            self._deeds.open_person(line.person_id)
        elif deed == "delete":
            self._deeds.delete_talk(line)
        else:
            self._deeds.edit_talk(line)

    def _with_plan(self, deed: str, line: PlannedLine) -> None:
        deeds: dict[str, Callable[[PlannedLine], None]] = {
            "hold": self._deeds.hold, "edit": self._deeds.edit, "print": self._deeds.print_sheet,
            "call_off": self._deeds.call_off,
        }  # fmt: skip
        if deed == "person":
            self._deeds.open_person(line.person_id)
        else:
            deeds[deed](line)

    def _opened(self, _number: object) -> None:
        chosen = self.chosen()
        over = bool(chosen) and isinstance(chosen[0], PlannedLine) and chosen[0].standing is Standing.OVER
        self.do("plan" if self.view is View.NEVER else "hold" if over else "edit")

    def _menu(self, place: QPoint) -> None:
        chosen = self.chosen()
        if not chosen:
            return
        if self.view is View.NEVER:
            entries: list[Entry | None] = [
                Entry(words, partial(self.do, deed), glyph) for deed, words, glyph in BUTTONS[View.NEVER]
            ]
        elif self.view is View.HELD:
            entries = self._deeds.held_entries(chosen[0])
        else:
            entries = self._deeds.planned_entries(chosen[0])
        open_menu(entries, self, place)
