"""The board: five levels side by side, the unsorted in a tray, cards dragged from one to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QMenu, QVBoxLayout

from netdesk.method.changes import Changes
from netdesk.method.errors import NetDeskError
from netdesk.method.levels import HIGHEST, LOWEST, Level
from netdesk.services import board
from netdesk.services.board_query import BoardCounts, BoardQuery, BoardSort
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.board.after_move import AfterMove
from netdesk.ui.pages.board.board_commands import BoardDeeds, add_board_commands
from netdesk.ui.pages.board.drop_list import DropList
from netdesk.ui.pages.board.level_settings import LevelSettings
from netdesk.ui.pages.board.menus import PeopleDeeds, column_menu, people_menu
from netdesk.ui.pages.board.moves import Moves
from netdesk.ui.pages.board.reading import COLUMNS, BoardReading, read_board
from netdesk.ui.pages.board.view import BoardView
from netdesk.ui.pages.board.walking import Walking
from netdesk.ui.pages.page import Page
from netdesk.ui.pages.person.rhythm_deeds import RhythmDeeds
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XL, L, M, metrics

_SHOWN_TABLES = (
    "person",
    "level",
    "organisation",
    "interaction",
    "interaction_person",
    "follow_up",
    "ledger_entry",
    "tag",
    "person_tag",
    "target_market",
    "person_market",
    "person_kind",
)


class BoardPage(Page):
    """Reads what the view shows, and does what is asked of it."""

    name = "board"
    label = "Board"

    def __init__(self, shell: Shell, parent: None = None) -> None:
        super().__init__(shell, parent)
        self._query = BoardQuery()
        self._read_for: date | None = None
        self._stale = False
        self._to_choose: int | None = None
        self.view = BoardView(self._cards_of, Photos(shell.desk, self))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.view)
        self.models, self.lists = self.view.models, self.view.lists
        self.moves = Moves(shell, self.models, self.query, self)
        self.walking = Walking(shell, self.lists, self)
        self.rhythm = RhythmDeeds(shell)
        self.level_settings = LevelSettings(shell, self.levels, self)
        self._after = AfterMove(shell, self.moves, self.walking, self.models, self.levels)
        self._connect()
        deeds = BoardDeeds(
            self.step_level,
            self.show_filter,
            self._toggle_tray,
            self._sort_by,
            self._show_current_level,
            self._spoke,
        )
        add_board_commands(shell.commands, self, deeds)

    # Asking ------------------------------------------------------------------------------------

    def query(self) -> BoardQuery:
        """What is asked for now."""
        return self._query

    def levels(self) -> tuple[Level, ...]:
        """The levels as they were read last."""
        return self.view.levels

    def redraw(self, changes: Changes | None) -> None:
        """Read what ``changes`` touched anew; a move that is seen already only refreshes its cards."""
        if changes is not None and self.moves.is_own(changes):
            for model in self.models.values():
                model.forget(changes.ids("person"))
            today = self.shell.today()
            question = partial(board.counts, query=self._query, today=today)
            self.shell.desk.ask(self, "counts", question, self._show_counts)
        elif changes is None or changes.touches(*_SHOWN_TABLES):
            self.read()

    def read(self) -> None:
        """Read the whole board on the reading lane."""
        self._read_for = self.shell.today()
        question = partial(read_board, query=self._query, today=self._read_for)
        self.shell.desk.ask(self, "board", question, partial(self._arrived, self.moves.made))

    def ask_for(self, query: BoardQuery) -> None:
        """Show other people, or the same in another order."""
        if query != self._query:
            self._query = query
            self.view.show_query(query)
            self.moves.forget_keys()
            self.read()

    def event(self, event: QEvent) -> bool:
        """Read anew when somebody comes back to the window on another day."""
        back = event.type() == QEvent.Type.WindowActivate and self.isVisible()
        if back and self._read_for not in (None, self.shell.today()):
            self.read()
        return super().event(event)

    def choose_when_read(self, person: int) -> None:
        """Put the keyboard on somebody once the board was read again."""
        self._to_choose = person

    def _arrived(self, made: int, reading: BoardReading) -> None:
        if made != self.moves.made or self.moves.is_waiting():
            # Cards were moved while this was read: showing it would put them back for a moment.
            self._stale = True
            if not self.moves.is_waiting():
                self._catch_up()
            return
        self._show(reading)

    def _catch_up(self) -> None:
        if self._stale:
            self._stale = False
            self.read()

    def _show(self, reading: BoardReading) -> None:
        self.moves.forget_keys()
        self.view.show_reading(reading, self._query)
        if self._to_choose is not None:
            self.show_person(self._to_choose)

    def _show_counts(self, counts: BoardCounts) -> None:
        self.view.show_counts(counts, self._query)

    # Doing -------------------------------------------------------------------------------------

    def move_people(self, people: Sequence[int], level: int | None, gap: int | None = None) -> bool:
        """Move people to a level (None: the tray), in its own order to ``gap``; whether anything changes."""
        return self.moves.move(people, level, gap)

    def step_level(self, step: int) -> None:
        """Move who is meant a level up (1) or down (-1); from the tray up is the first level."""
        here = self.walking.column()
        target = LOWEST if here is None and step > 0 else (here or 0) + step
        people = self.walking.people()
        if people and LOWEST <= target <= HIGHEST and (here is not None or step > 0):
            self.move_people(people, target)

    def step_place(self, step: int) -> None:
        """Move who is meant a place up (-1) or down (1) in the column’s own order."""
        column = self.walking.column()
        if self._query.sort is not BoardSort.OWN:
            self.shell.toast(self.tr("Choose “own order” under Sort to put cards in an order of your own."))
            return
        people = self.lists[column].selected_people() or self.walking.people()
        rows = [self.models[column].row_of(one) for one in people]
        if rows:
            gap = min(rows) - 1 if step < 0 else max(rows) + 2
            if 0 <= gap <= len(self.models[column].ids()):
                self.move_people(people, column, gap)

    def people_menu(self, people: Sequence[int]) -> QMenu:
        """What can be done with people."""
        standing = {
            column for column, model in self.models.items() if any(model.row_of(one) >= 0 for one in people)
        }
        deeds = PeopleDeeds(self.shell.open_person, self.move_people, self._add_rhythm)
        return people_menu(self, self.shell.commands, people, self.levels(), standing, deeds)

    def _add_rhythm(self, menu: QMenu, people: Sequence[int]) -> None:
        self.rhythm.add_to_menu(menu, people, "" if len(people) == 1 else f"{len(people):,} people")

    def _spoke(self) -> None:
        people = self.walking.people()
        if people:
            self.rhythm.spoke(people)

    def column_menu(self, number: int) -> QMenu:
        """What can be done with a level’s column."""
        return column_menu(
            self,
            partial(self.level_settings.show, number),
            partial(self._choose_all, number),
            anybody=bool(self.models[number].ids()),
        )

    def show_filter(self) -> None:
        """Pop the filter up below its button."""
        self.view.filter_card.pop_up(self.view.header.filter_button)

    def show_person(self, person: int) -> None:
        """Put the keyboard on somebody’s card, if it is shown."""
        self._to_choose = None
        for column in COLUMNS:
            if self.models[column].row_of(person) >= 0:
                if column is None:
                    self.view.wish_tray(True)
                self.walking.go_to(column, [person])

    def open(self, **target: object) -> None:
        person = target.get("person")
        if isinstance(person, int):
            self._to_choose = person
            if self.view.levels:
                self.show_person(person)

    # Remembering -------------------------------------------------------------------------------

    def remembered(self) -> dict[str, object]:
        return {
            "sort": self._query.sort.value,
            "tray": self.view.tray_wished(),
            "person": self.lists[self.walking.column()].current_person(),
        }

    def remember(self, state: dict[str, object]) -> None:
        if state.get("sort") in set(BoardSort):
            self._query = replace(self._query, sort=BoardSort(str(state["sort"])))
        tray, person = state.get("tray"), state.get("person")
        self.view.wish_tray(tray if isinstance(tray, bool) else None)
        self._to_choose = person if isinstance(person, int) else None

    # Putting together --------------------------------------------------------------------------

    def _connect(self) -> None:
        for column, cards in self.lists.items():
            cards.set_rules(self.walking.people, partial(self._landing, column))
            cards.dropped.connect(partial(self._dropped, column))
            cards.opened.connect(self.shell.open_person)
            cards.level_wanted.connect(self.step_level)
            cards.place_wanted.connect(self.step_place)
            cards.menu_wanted.connect(self._show_people_menu)
        for part in self.view.columns.values():
            part.menu_wanted.connect(self._show_column_menu)
        self.walking.entered.connect(self._reveal)
        self._after.arriving.connect(self.choose_when_read)
        self.moves.moved.connect(self._caught_up)
        self.moves.failed.connect(self._put_back)
        self.view.header.sort_chosen.connect(self._sort_by)
        self.view.header.only_chosen.connect(self._narrow_to)
        self.view.header.filter_asked.connect(self.show_filter)
        self.view.header.tray_toggled.connect(self.view.wish_tray)
        self.view.header.new_person_asked.connect(self._new_person)
        self.view.tray.closed.connect(partial(self.view.wish_tray, False))
        self.view.filter_card.changed.connect(self._filter_by)

    def _cards_of(self, people: Sequence[int]) -> tuple[board.BoardCard, ...]:
        return self.shell.desk.read(partial(board.cards, ids=people, today=self.shell.today()))

    def _landing(self, column: int | None, _cards: DropList, people: Sequence[int], gap: int) -> int | None:
        return self.moves.landing(column, people, gap)

    def _dropped(self, column: int | None, people: Sequence[int], gap: int) -> None:
        self.move_people(people, column, gap)

    def _sort_by(self, sort: BoardSort) -> None:
        self.ask_for(replace(self._query, sort=sort))

    def _narrow_to(self, only: board.Only | None) -> None:
        self.ask_for(replace(self._query, only=only))

    def _filter_by(self, query: BoardQuery) -> None:
        self.ask_for(replace(query, sort=self._query.sort, only=self._query.only))

    def _new_person(self) -> None:
        self.shell.commands.run("contacts.new_person")

    def _reveal(self, column: int | None) -> None:
        if column is not None:
            self.view.row.reveal(self.view.columns[column])

    def _caught_up(self) -> None:
        if not self.moves.is_waiting():
            self._catch_up()

    def _put_back(self, error: NetDeskError) -> None:
        self._stale = False
        self.read()
        self.shell.trouble(error)

    def _show_people_menu(self, spot: QPoint) -> None:
        self.people_menu(self.walking.people()).popup(spot)

    def _show_column_menu(self, number: int) -> None:
        column = self.view.columns[number]
        corner = column.rect().topRight() + QPoint(-metrics().px(L), metrics().px(XL + M))
        self.column_menu(number).popup(column.mapToGlobal(corner))

    def _toggle_tray(self) -> None:
        self.view.wish_tray(not self.view.tray.isVisibleTo(self))

    def _show_current_level(self) -> None:
        self.level_settings.show(self.walking.column() or 1)

    def _choose_all(self, column: int) -> None:
        self.walking.go_to(column, [])
        self.lists[column].selectAll()
