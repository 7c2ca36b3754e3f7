"""Wins from a spreadsheet: look first (``read_paste``, ``plan``), choose, then write (``bring``), all of it one step.

Nothing of a row is guessed where it reads in two ways, and nothing is lost: what is no source, event or group of
mine is kept in words, and who is nobody I know stays a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from netdesk.formats.pasted_table import MOST_ROWS, PastedTable, is_workbook, read_pasted, read_table_file
from netdesk.formats.win_columns import Columns, WinColumn, guess_columns
from netdesk.formats.written_amounts import column_decimal, heading_currency
from netdesk.formats.written_days import DayOrder, day_order
from netdesk.method.calendar_words import short_day
from netdesk.method.errors import InvalidInput
from netdesk.method.names import fold
from netdesk.services.win_drafts import WinDraft
from netdesk.services.win_paste_rows import ColumnHabits, Names, Problem, ReadRow, read_row
from netdesk.services.wins import add_wins
from netdesk.store.workspace import Workspace

__all__ = [
    "PasteChoice",
    "PastePlan",
    "PasteRow",
    "PastedTable",
    "Problem",
    "Verdict",
    "WinColumn",
    "bring",
    "plan",
]
__all__ += ["read_paste", "read_paste_file", "with_cell"]
_LARGEST = 20_000_000
_LARGEST_TEXT = 5_000_000


class Verdict(StrEnum):
    """What was found out about a row; the value says it after a number."""

    NEW = "new"
    HERE = "already here"
    WRONG = "to put right"


@dataclass(frozen=True, slots=True)
class PasteChoice:
    """What a person decided about a table; None: as it was guessed. ``kinds`` are by the place of the column."""

    kinds: Mapping[int, WinColumn | None] | None = None
    headed: bool | None = None
    day_first: bool | None = None
    decimal: str | None = None


@dataclass(frozen=True, slots=True)
class PasteRow:
    """One row of a table: its ``line`` (from 1), the cells as they were pasted and as they were understood.

    ``draft`` is the win it becomes, None where it has ``problems``; ``found`` says in words what was found out.
    """

    number: int
    line: int
    cells: tuple[str, ...]
    shown: tuple[str, ...]
    verdict: Verdict
    found: str
    draft: WinDraft | None = None
    problems: tuple[Problem, ...] = ()

    def problem_at(self, column: int) -> Problem | None:
        """What is wrong with a cell of it."""
        return next((problem for problem in self.problems if problem.column == column), None)


@dataclass(frozen=True, slots=True)
class PastePlan:
    """What a table would become. ``headings`` are those pasted; ``days_doubtful`` where 3/4 may be either.

    ``said`` are sentences about the table as a whole.
    """

    kinds: tuple[WinColumn | None, ...]
    headings: tuple[str, ...]
    headed: bool
    day_first: bool
    decimal: str
    days_doubtful: bool
    has_numeric_days: bool
    rows: tuple[PasteRow, ...]
    said: tuple[str, ...] = ()

    def counts(self) -> dict[Verdict, int]:
        """How many rows there are of each kind."""
        found = Counter(row.verdict for row in self.rows)
        return {verdict: found[verdict] for verdict in Verdict}

    def proposed(self) -> frozenset[int]:
        """The numbers of the rows that are written unless somebody chooses otherwise: the new ones."""
        return frozenset(row.number for row in self.rows if row.verdict is Verdict.NEW)


def read_paste(text: str) -> PastedTable:
    """Read what was pasted. Raises InvalidInput where there is nothing in it."""
    table = read_pasted(text[:_LARGEST_TEXT])
    if not table.rows:
        raise InvalidInput(
            "There is no table in what was copied.", "Copy the rows in your spreadsheet first."
        )
    return table


def read_paste_file(path: Path) -> PastedTable:
    """Read a table's file (.csv, .tsv, .txt). Raises InvalidInput in words for anything else."""
    try:
        if path.stat().st_size > _LARGEST:
            raise InvalidInput(
                "That file is larger than any table of wins.", "Copy the rows you want instead."
            )
        data = path.read_bytes()
    except OSError as error:
        raise InvalidInput(
            f"The file cannot be opened: {error.strerror or 'unknown reason'}.",
            "Check that it is still there and that you may read it.",
        ) from error
    if is_workbook(data):
        raise InvalidInput(
            "That is a spreadsheet’s own file.",
            "Open it there, copy the rows and paste them; or save it as CSV.",
        )
    if not _is_text(data):
        raise InvalidInput("This file is not text.", "Choose a table saved as CSV.")
    table = read_table_file(data)
    if not table.rows:
        raise InvalidInput("The file is empty.", "Choose another one.")
    return table


def with_cell(table: PastedTable, place: int, column: int, text: str) -> PastedTable:
    """Return the table with another text in one cell, as somebody put it right."""
    row = table.rows[place]
    cells = (*row.cells[:column], " ".join(text.split()), *row.cells[column + 1 :])
    return replace(table, rows=(*table.rows[:place], replace(row, cells=cells), *table.rows[place + 1 :]))


def plan(
    ws: Workspace,
    table: PastedTable,
    today: date,
    own: str,
    *,
    day_first: bool = True,
    choice: PasteChoice | None = None,
) -> PastePlan:
    """Say what each row would become. ``own`` is the own currency, ``day_first`` how 3/4 is read here."""
    choice = choice or PasteChoice()
    columns = _columns(table, today, choice)
    first = 1 if columns.headed else 0
    headings = table.rows[0].cells if columns.headed and table.rows else ("",) * table.width
    cells = [row.cells for row in table.rows[first:]]
    habits, order = _habits(columns.kinds, headings, cells, today, own, choice, day_first)
    names = Names(ws)
    read = [read_row(names, row.cells, columns.kinds, habits, today) for row in table.rows[first:]]
    looked = _Lookup(ws, [row.draft for row in read if row.draft is not None])
    rows = tuple(
        _planned(number, table.rows[first + number].line, cells[number], row, looked, today)
        for number, row in enumerate(read)
    )
    return PastePlan(
        columns.kinds,
        headings,
        columns.headed,
        habits.day_first,
        habits.decimal,
        not order.sure,
        order.matters,
        rows,
        _said(table, columns.kinds),
    )


def bring(ws: Workspace, made: PastePlan, numbers: Collection[int], today: date) -> tuple[int, ...]:
    """Write the rows of these numbers, those that are to be put right left out; one step of the history.

    Gives the wins' ids. Raises InvalidInput and NotFound where the workspace changed meanwhile.
    """
    drafts = [row.draft for row in made.rows if row.number in numbers and row.draft is not None]
    return add_wins(ws, drafts, today)


def _columns(table: PastedTable, today: date, choice: PasteChoice) -> Columns:
    guessed = guess_columns([row.cells for row in table.rows], today)
    headed = guessed.headed if choice.headed is None else choice.headed
    chosen = choice.kinds or {}
    taken = set(chosen.values())
    kinds = [
        chosen.get(place, kind if kind not in taken else None) for place, kind in enumerate(guessed.kinds)
    ]
    return Columns(tuple(kinds), headed)


def _habits(
    kinds: Sequence[WinColumn | None],
    headings: Sequence[str],
    cells: Sequence[Sequence[str]],
    today: date,
    own: str,
    choice: PasteChoice,
    day_first: bool,
) -> tuple[ColumnHabits, DayOrder]:
    """How the columns write days and amounts, and how sure the order of the days is."""

    def column(kind: WinColumn) -> list[str]:
        return [row[kinds.index(kind)] for row in cells] if kind in kinds else []

    days = column(WinColumn.DATE)
    order = day_order(days, today, day_first=day_first)
    chosen = order.day_first if choice.day_first is None else choice.day_first
    heading = headings[kinds.index(WinColumn.VALUE)] if WinColumn.VALUE in kinds else ""
    decimal = column_decimal(column(WinColumn.VALUE)) if choice.decimal is None else choice.decimal
    habits = ColumnHabits(own, chosen, decimal, heading_currency(heading))
    return habits, order


def _planned(
    number: int, line: int, cells: tuple[str, ...], row: ReadRow, looked: _Lookup, today: date
) -> PasteRow:
    if row.draft is None:
        found = " ".join(problem.words for problem in row.problems)
        return PasteRow(number, line, cells, row.shown, Verdict.WRONG, found, problems=row.problems)
    same = looked.same(row.draft, line, today)
    said = [part for part in (same or "new", *row.told) if part]
    verdict = Verdict.HERE if same else Verdict.NEW
    return PasteRow(number, line, cells, row.shown, verdict, "; ".join(said), row.draft)


class _Lookup:
    """Which wins are here already: the same day, client and value; and which stand twice in one table."""

    def __init__(self, ws: Workspace, drafts: Sequence[WinDraft]) -> None:
        self._here: dict[tuple[object, ...], str] = {}
        self._rows: dict[tuple[object, ...], int] = {}
        days = {draft.won_on.isoformat() for draft in drafts}
        for won_on, title, client, value in ws.sql(
            "SELECT won_on, title, client, value FROM win WHERE binned_at IS NULL ORDER BY id"
        ):
            if won_on in days:
                self._here.setdefault(_key(won_on, client, title, value), title or client)

    def same(self, draft: WinDraft, line: int, today: date) -> str:
        """What a win is the same as, in words, or ""."""
        key = _key(draft.won_on.isoformat(), draft.client, draft.title, draft.value)
        here = self._here.get(key)
        if here is not None:
            return f"already here: {here[:60]}, {short_day(draft.won_on, today)}"
        first = self._rows.setdefault((*key, fold(draft.title)), line)
        return f"the same as a row above, line {first}" if first != line else ""


def _key(won_on: str, client: str, title: str, value: float | None) -> tuple[object, ...]:
    return won_on, fold(client) or fold(title), value


def _said(table: PastedTable, kinds: Sequence[WinColumn | None]) -> tuple[str, ...]:
    said = []
    if WinColumn.DATE not in kinds:
        said.append("No column says when they were won: today is taken. Choose the column that says it.")
    if not {WinColumn.TITLE, WinColumn.CLIENT} & set(kinds):
        said.append("Choose the column that says what was won, or for whom.")
    if table.beyond:
        said.append(
            f"{table.beyond:,} rows beyond the first {MOST_ROWS:,} are left out: paste them afterwards."
        )
    said += [f"Line {one.line}: {one.why}" for one in table.unread[:3]]
    return tuple(said)


def _is_text(data: bytes) -> bool:
    sample = data[:65_536]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")) or sample[1::2].count(0) > len(sample) * 0.2:
        return True
    controls = sum(sample.count(code) for code in range(32) if code not in (9, 10, 12, 13, 27))
    return controls * 50 <= len(sample)
