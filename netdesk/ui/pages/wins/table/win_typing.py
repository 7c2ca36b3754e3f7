"""What is typed in the table becomes wins: a cell of one that is there, or a row that is written down whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.method.sources import Source
from netdesk.services.win_drafts import WinDraft
from netdesk.services.win_offers import Offer, client_offers, people_offers, place_offers
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.wins.table.cell_delegate import CellDelegate
from netdesk.ui.pages.wins.table.cell_meaning import COLUMNS, with_cell, with_cells
from netdesk.ui.pages.wins.table.cell_table import CellTable
from netdesk.ui.pages.wins.table.cell_trouble import CellTrouble
from netdesk.ui.pages.wins.table.columns import Column
from netdesk.ui.pages.wins.table.entry_row import EntryRow
from netdesk.ui.pages.wins.table.entry_table import EntryTable
from netdesk.ui.pages.wins.table.offer_line import Offers, Picked
from netdesk.ui.pages.wins.table.win_rows import WinRows
from netdesk.ui.pages.wins.win_deeds import WinDeeds
from netdesk.ui.shell import Shell


def _offers(shell: Shell, day: Callable[[], date]) -> dict[Column, Offers]:
    def ask(question: Callable[[Workspace, str], Sequence[Offer]], words: str) -> Sequence[Offer]:
        return shell.desk.read(lambda workspace: question(workspace, words))

    def places(words: str) -> Sequence[Offer]:
        return shell.desk.read(partial(place_offers, typed=words, on=day()))

    return {
        Column.CLIENT: partial(ask, client_offers),
        Column.THANKS: partial(ask, people_offers),
        Column.PLACE: places,
    }


class KnownWins(QObject):
    """``table`` shows the wins of ``rows``; what is typed in a cell is written, and until then shown as typed."""

    def __init__(
        self, shell: Shell, rows: WinRows, deeds: WinDeeds, trouble: CellTrouble, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shell, self._rows, self._deeds = shell, rows, deeds
        self.table = CellTable("Wins", rows, CellDelegate(), self._take, trouble)
        self.table.offers = _offers(shell, self._day)
        self.table.source_chosen.connect(self._choose)
        rows.longer_value.connect(self.table.make_room_for)

    def _take(self, row: int, column: Column, text: str, picked: Picked) -> None:
        win = self._rows.id_at(row)
        arrived, refused = partial(self._rows.arrived, win), partial(self._refused, win, column, text)
        self._rows.await_cell(win, column, text)
        try:
            self._deeds.write_cell(win, column, text, picked, arrived, refused)
        except NetDeskError:
            self._rows.arrived(win)
            raise

    def _day(self) -> date:
        """The day of the win that is being typed."""
        here = self.table.here()
        row = self._rows.row(here[0]) if here is not None else None
        return row.won_on if row is not None else self._shell.today()

    def _choose(self, row: int, source: Source | None) -> None:
        win = self._rows.id_at(row)
        self._rows.await_source(win, source)
        refused = partial(self._refused, win, Column.SOURCE, "")
        self._deeds.set_source(win, source, partial(self._rows.arrived, win), refused)

    def _refused(self, win: int, column: Column, text: str, error: NetDeskError) -> None:
        self._rows.arrived(win)
        row = self._rows.row_of(win)
        if row >= 0 and not self.table.is_typing and isinstance(error, InvalidInput):
            self.table.refuse(row, column, text, error)
        else:
            self._shell.trouble(error)


class NewWin(QObject):
    """``table`` is the row in which a win is typed. ``added(object, object)``: the draft that was written, its id."""

    added = Signal(object, object)

    def __init__(self, shell: Shell, deeds: WinDeeds, trouble: CellTrouble, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._deeds = shell, deeds
        self.row = EntryRow()
        self.table = EntryTable(self.row, self._take, trouble)
        self.table.offers = _offers(shell, self._day)
        self.table.source_chosen.connect(self._choose)
        self.table.finished.connect(self.write)

    def write(self) -> None:
        """Write down what stands in the row, and begin the next."""
        if self.row.is_empty:
            self.table.begin()
            return
        habits = self._deeds.habits()
        state, texts = self.row.state(), self.row.texts()
        asked = partial(
            with_cells, texts=texts, picked=dict(self.row.picked), source=self.row.source(0), habits=habits
        )
        try:
            draft = self._shell.desk.read(asked)
        except NetDeskError as error:
            self._refused(state, error)
            return
        self.row.clear()
        self.table.begin()
        self._deeds.add(draft, partial(self._added, draft), partial(self._refused, state))

    def _take(self, _row: int, column: Column, text: str, picked: Picked) -> None:
        if text:
            habits = self._deeds.habits()
            empty = WinDraft(won_on=habits.today)
            check = partial(
                with_cell, draft=empty, column=column, text=text, picked=dict(picked), habits=habits
            )
            self._shell.desk.read(check)
        self.row.put(column, text, dict(picked))

    def _day(self) -> date:
        habits, typed = self._deeds.habits(), self.row.typed(0, Column.WHEN)
        empty = WinDraft(won_on=habits.today)
        read = partial(with_cell, draft=empty, column=Column.WHEN, text=typed, picked={}, habits=habits)
        try:
            return self._shell.desk.read(read).won_on if typed else habits.today
        except NetDeskError:
            return habits.today

    def _choose(self, _row: int, source: Source | None) -> None:
        self.row.choose(source)

    def _added(self, draft: WinDraft, win: int) -> None:
        self.added.emit(draft, win)

    def _refused(self, state: dict[str, str], error: NetDeskError) -> None:
        """It could not be written down: what was typed stands in the row again, unless the next one is begun."""
        if not self.row.is_empty and self.row.state() != state:
            self._shell.trouble(error)
            return
        self.row.take_back(state)
        field = error.field if isinstance(error, InvalidInput) else None
        column = COLUMNS.get(field or "", Column.WHAT)
        if column is Column.SOURCE:
            self._shell.trouble(error)
        else:
            self.table.refuse(0, column, self.row.typed(0, column), error)
