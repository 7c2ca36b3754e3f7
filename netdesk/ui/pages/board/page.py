"""The board: five levels side by side, the unsorted in a tray, cards dragged from one to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from netdesk.method.changes import Changes
from netdesk.method.errors import NetDeskError
from netdesk.method.levels import HIGHEST, LOWEST, Level
from netdesk.services import board
from netdesk.services.board_query import BoardCounts, BoardQuery, BoardSort
from netdesk.ui.pages.board.after_move import AfterMove
from netdesk.ui.pages.board.board_commands import add_board_commands
from netdesk.ui.pages.board.card_delegate import CardDelegate
from netdesk.ui.pages.board.column import Column
from netdesk.ui.pages.board.column_model import ColumnModel
from netdesk.ui.pages.board.columns import Columns
from netdesk.ui.pages.board.drop_list import DropList
from netdesk.ui.pages.board.filter_card import FilterCard
from netdesk.ui.pages.board.header import BoardHeader
from netdesk.ui.pages.board.menus import column_menu, people_menu
from netdesk.ui.pages.board.moves import Moves
from netdesk.ui.pages.board.pictures import Pictures
from netdesk.ui.pages.board.reading import COLUMNS, LEVELS, BoardReading, read_board
from netdesk.ui.pages.board.tray import Tray
from netdesk.ui.pages.board.walking import Walking
from netdesk.ui.pages.page import Page
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XL, L, M, Type, metrics
from netdesk.ui.widgets.labels import WrapLabel

_SHOWN_TABLES = (
    "person",
    "level",
    "organisation",
    "interaction",
    "interaction_person",
    "follow_up",
    "tag",
    "person_tag",
    "target_market",
    "person_market",
    "person_kind",
)


class BoardPage(Page):
    """Puts the parts together: header, tray, columns; reads, and shows what was read."""

    name = "board"
    label = "Board"

    def __init__(self, shell: Shell, parent: None = None) -> None:
        super().__init__(shell, parent)
        self._query = BoardQuery()
        self._levels: tuple[Level, ...] = ()
        self._counts = BoardCounts()
        self._stale = False
        self._tray_wished: bool | None = None
        self._to_choose: int | None = None
        self._make_lists()
        self.columns = {number: Column(number, self.lists[number]) for number in LEVELS}
        self.tray = Tray(self.lists[None])
        self.header = BoardHeader()
        self.filter_card = FilterCard(self)
        self._row = Columns(list(self.columns.values()))
        self._hint = WrapLabel("", Type.BODY, "text-2")
        self._lay_out()
        self.moves = Moves(shell, self.models, self.query, self)
        self.walking = Walking(shell, self.lists, self)
        self._after = AfterMove(self, self.moves)
        self._connect()
        add_board_commands(self)

    # Asking ------------------------------------------------------------------------------------

    def query(self) -> BoardQuery:
        """What is asked for now."""
        return self._query

    def levels(self) -> tuple[Level, ...]:
        """The levels as they were read last."""
        return self._levels

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
        question = partial(read_board, query=self._query, today=self.shell.today())
        self.shell.desk.ask(self, "board", question, partial(self._arrived, self.moves.made))

    def ask_for(self, query: BoardQuery) -> None:
        """Show other people, or the same in another order."""
        if query != self._query:
            self._query = query
            self._show_query()
            self.moves.forget_keys()
            self.read()

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

    # Showing -----------------------------------------------------------------------------------

    def _show(self, reading: BoardReading) -> None:
        self.moves.forget_keys()
        self._levels = reading.levels
        for level in reading.levels:
            self.columns[level.number].set_level(level)
        for column in COLUMNS:
            self.models[column].set_order(reading.orders[column])
        self.filter_card.set_choices(reading.tags, reading.markets)
        self._show_query()
        self._show_counts(reading.counts)
        self._row.agree()
        if self._to_choose is not None:
            self.show_person(self._to_choose)

    def _show_query(self) -> None:
        self.filter_card.set_query(self._query)
        self.header.show_query(self._query, self.filter_card.words(self._query))

    def _show_counts(self, counts: BoardCounts) -> None:
        self._counts = counts
        shown = sum(len(self.models[number].ids()) for number in LEVELS)
        self.header.show_counts(counts, self._query, shown)
        for number, column in self.columns.items():
            column.set_people(counts.at_level.get(number, 0))
        self.tray.set_people(counts.unsorted)
        self._show_words()
        self._show_tray()

    def _show_words(self) -> None:
        nobody = self.tr("Nobody here matches the filter.") if self._query.is_filtered else ""
        first = self.tr("Drag people here from the tray, or choose some there and press Alt+→.")
        taught = not self._counts.people and bool(self._counts.unsorted)
        for number in LEVELS:
            words = first if taught and number == LOWEST else self.tr("Nobody here yet.")
            self.lists[number].set_empty_words(nobody or words)
        self.lists[None].set_empty_words(nobody or self.tr("Everybody has a place on the board."))
        self._hint.setText(
            self.tr(
                "Nobody is on the board yet. Put those you hardly know at the left and those you work with"
                " at the right; a wrong guess costs nothing, cards can be moved at any time."
            )
        )
        self._hint.setVisible(not self._counts.people)

    def _show_tray(self) -> None:
        wanted = self._tray_wished
        is_open = bool(self._counts.unsorted) and not self._counts.people if wanted is None else wanted
        if is_open != self.tray.isVisibleTo(self):
            self.tray.setVisible(is_open)
        self.header.show_tray(is_open)

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

    def show_filter(self) -> None:
        """Pop the filter up below its button."""
        self.filter_card.pop_up(self.header.filter_button)

    def toggle_tray(self, is_open: bool) -> None:
        """Show or fold away the tray."""
        self._tray_wished = is_open
        self._show_tray()

    def show_person(self, person: int) -> None:
        """Put the keyboard on somebody’s card, if it is shown."""
        self._to_choose = None
        for column in COLUMNS:
            if self.models[column].row_of(person) >= 0:
                if column is None:
                    self.toggle_tray(True)
                self.walking.go_to(column, [person])

    def open(self, **target: object) -> None:
        person = target.get("person")
        if isinstance(person, int):
            self._to_choose = person
            if self._levels:
                self.show_person(person)

    # Remembering -------------------------------------------------------------------------------

    def remembered(self) -> dict[str, object]:
        return {
            "sort": self._query.sort.value,
            "tray": self._tray_wished,
            "person": self.lists[self.walking.column()].current_person(),
        }

    def remember(self, state: dict[str, object]) -> None:
        if state.get("sort") in set(BoardSort):
            self._query = replace(self._query, sort=BoardSort(str(state["sort"])))
        tray, person = state.get("tray"), state.get("person")
        self._tray_wished = tray if isinstance(tray, bool) else None
        self._to_choose = person if isinstance(person, int) else None

    # Putting together --------------------------------------------------------------------------

    def _make_lists(self) -> None:
        token = uuid4().hex
        pictures = Pictures(self._picture)
        large = CardDelegate(pictures, parent=self)
        small = CardDelegate(pictures, small=True, parent=self)
        self.models = {column: ColumnModel(self._cards_of, self) for column in COLUMNS}
        self.models[None].set_place(self.tr("unsorted"))
        self.lists = {
            column: DropList(
                self.models[column], small if column is None else large, token, small=column is None
            )
            for column in COLUMNS
        }

    def _lay_out(self) -> None:
        sizes = metrics()
        body = QHBoxLayout()
        body.setSpacing(sizes.px(M))
        body.addWidget(self.tray)
        body.addWidget(self._row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.px(XL), sizes.px(L), sizes.px(XL), sizes.px(XL))
        column.setSpacing(sizes.px(10))
        column.addWidget(self.header)
        column.addWidget(self._hint)
        column.addLayout(body, 1)
        self._hint.hide()
        self.tray.hide()

    def _connect(self) -> None:
        for column, cards in self.lists.items():
            cards.set_rules(self.walking.people, partial(self._landing, column))
            cards.dropped.connect(partial(self._dropped, column))
            cards.opened.connect(self.shell.open_person)
            cards.level_wanted.connect(self.step_level)
            cards.place_wanted.connect(self.step_place)
            cards.menu_wanted.connect(self._show_people_menu)
        for part in self.columns.values():
            part.menu_wanted.connect(self._show_column_menu)
        self.walking.entered.connect(self._reveal)
        self.moves.moved.connect(self._caught_up)
        self.moves.failed.connect(self._put_back)
        self.header.sort_chosen.connect(self._sort_by)
        self.header.only_chosen.connect(self._narrow_to)
        self.header.filter_asked.connect(self.show_filter)
        self.header.tray_toggled.connect(self.toggle_tray)
        self.header.new_person_asked.connect(self._new_person)
        self.tray.closed.connect(partial(self.toggle_tray, False))
        self.filter_card.changed.connect(self._filter_by)

    def _cards_of(self, people: Sequence[int]) -> tuple[board.BoardCard, ...]:
        return self.shell.desk.read(partial(board.cards, ids=people, today=self.shell.today()))

    def _picture(self, address: str) -> bytes | None:
        return self.shell.desk.read(partial(board.photo, address=address))

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
            self._row.reveal(self.columns[column])

    def _caught_up(self) -> None:
        if not self.moves.is_waiting():
            self._catch_up()

    def _put_back(self, error: NetDeskError) -> None:
        self._stale = False
        self.read()
        self.shell.trouble(error)

    def _show_people_menu(self, spot: QPoint) -> None:
        people_menu(self, self.walking.people()).popup(spot)

    def _show_column_menu(self, number: int) -> None:
        column = self.columns[number]
        corner = column.rect().topRight() + QPoint(-metrics().px(L), metrics().px(XL + M))
        menu = column_menu(self, number)
        menu.popup(column.mapToGlobal(corner))
