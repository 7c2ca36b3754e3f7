"""One row of a pasted table read as a win: each cell by what its column holds, with what is wrong said in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from netdesk.formats.win_columns import WinColumn
from netdesk.formats.written_amounts import cell_decimal, is_doubtful, usual_writing
from netdesk.formats.written_days import read_day
from netdesk.formats.written_sources import read_source
from netdesk.method.calendar_words import short_day
from netdesk.method.currencies import currencies_meant
from netdesk.method.errors import InvalidInput
from netdesk.method.money import plain_money
from netdesk.method.names import fold
from netdesk.method.thanks import Chains, thanks_words
from netdesk.method.typed_money import parse_money
from netdesk.services.win_drafts import WinDraft, checked
from netdesk.services.win_names import Place, client_meant, place_meant, typed_thanks
from netdesk.store.workspace import Workspace

_NOTHING = frozenset(("", "-", "–", "—", "/", "?", "n/a", "na", "none", "nobody", "null", "#n/a"))


@dataclass(frozen=True, slots=True)
class ColumnHabits:
    """How a table writes: the own currency, the order of days, the sign before decimals, the heading's currency."""

    own: str
    day_first: bool = True
    decimal: str = ""
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a cell and what to do about it; ``column`` is -1 where it is about the whole row."""

    column: int
    what: str
    remedy: str = ""

    @property
    def words(self) -> str:
        """Both sentences."""
        return f"{self.what} {self.remedy}".strip()


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row as it was understood: ``draft`` is None where there are problems; ``told`` is what else to know."""

    shown: tuple[str, ...]
    draft: WinDraft | None
    problems: tuple[Problem, ...] = ()
    told: tuple[str, ...] = ()


class Names:
    """Who and what is meant by names; each is looked up once for a whole table."""

    def __init__(self, ws: Workspace) -> None:
        self.ws = ws
        self._clients: dict[str, int | None] = {}
        self._thanks: dict[str, tuple[Chains, str]] = {}
        self._places: dict[tuple[str, date | None], Place | None] = {}

    def client(self, text: str) -> int | None:
        """The one person a client's name means."""
        if text not in self._clients:
            self._clients[text] = client_meant(self.ws, text)
        return self._clients[text]

    def thanks(self, text: str) -> tuple[Chains, str]:
        """The chains of people, or the words on how they heard of me."""
        if text not in self._thanks:
            self._thanks[text] = typed_thanks(self.ws, text)
        return self._thanks[text]

    def place(self, text: str, on: date) -> Place | None:
        """The event or group of that name; None for neither."""
        key = fold(text)
        for known in ((key, None), (key, on)):
            if known in self._places:
                return self._places[known]
        try:
            place: Place | None = place_meant(self.ws, text, on)
        except InvalidInput:
            place = None
        # An event depends on the day; a group, or nothing at all, does not.
        self._places[key, on if place is not None and place.event_id is not None else None] = place
        return place


@dataclass(slots=True)
class _Reading:
    names: Names
    habits: ColumnHabits
    today: date
    draft: WinDraft
    shown: list[str]
    problems: list[Problem] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    currency: str = ""
    notes: list[str] = field(default_factory=list)


def read_row(
    names: Names,
    cells: Sequence[str],
    kinds: Sequence[WinColumn | None],
    habits: ColumnHabits,
    today: date,
) -> ReadRow:
    """Read a row's cells by the ``kinds`` of their columns."""
    draft = WinDraft(won_on=today)
    reading = _Reading(names, habits, today, draft, [" ".join(cell[:2_000].split()) for cell in cells])
    reading.currency = habits.currency
    # In the order of WinColumn: a place depends on the day, a value on its currency.
    order = (WinColumn.CURRENCY, *(kind for kind in WinColumn if kind is not WinColumn.CURRENCY))
    for kind in order:
        if kind in kinds:
            column = kinds.index(kind)
            try:
                _READERS[kind](reading, cells[column], column)
            except InvalidInput as error:
                reading.problems.append(Problem(column, error.what, error.remedy))
    return _result(reading, kinds)


def _result(reading: _Reading, kinds: Sequence[WinColumn | None]) -> ReadRow:
    draft = reading.draft
    if reading.notes:
        draft = replace(draft, note="\n".join(filter(None, (draft.note, *reading.notes))))
    try:
        clean = checked(reading.names.ws, draft, reading.today)
    except InvalidInput as error:
        kind = _BY_FIELD.get(error.field)
        column = kinds.index(kind) if kind in kinds else -1
        if not any(problem.column == column for problem in reading.problems):
            reading.problems.append(Problem(column, error.what, error.remedy))
    problems = tuple(sorted(reading.problems, key=lambda problem: problem.column))
    return ReadRow(tuple(reading.shown), None if problems else clean, problems, tuple(reading.told))


def _day(reading: _Reading, cell: str, column: int) -> None:
    if cell in _NOTHING:
        raise InvalidInput("When was it won?", "Type a day such as 18 Nov.")
    day = read_day(cell, reading.today, day_first=reading.habits.day_first)
    if day is None:
        raise InvalidInput(f"“{_short(cell)}” is no day I know.", "Type a day such as 18 Nov 2026.")
    reading.draft = replace(reading.draft, won_on=day)
    reading.shown[column] = short_day(day, reading.today)


def _title(reading: _Reading, cell: str, _column: int) -> None:
    reading.draft = replace(reading.draft, title="" if cell in _NOTHING else cell)


def _client(reading: _Reading, cell: str, _column: int) -> None:
    if _is_nothing(cell):
        return
    reading.draft = replace(reading.draft, client=cell, client_id=reading.names.client(cell))


def _currency(reading: _Reading, cell: str, column: int) -> None:
    if _is_nothing(cell):
        return
    meant = currencies_meant(cell, reading.habits.own)
    if not meant or not meant[0]:
        raise InvalidInput(
            f"“{_short(cell)}” is no currency I know.", "Write its three letters, such as GBP."
        )
    reading.currency = reading.shown[column] = meant[0]


def _value(reading: _Reading, cell: str, column: int) -> None:
    if _is_nothing(cell):
        return
    habits, cell = reading.habits, usual_writing(cell)
    if is_doubtful(cell, habits.decimal):
        raise InvalidInput(f"“{_short(cell)}” reads in two ways here.", "Write 1200 or 1.20.")
    found = parse_money(cell, habits.own, decimal=cell_decimal(cell, habits.decimal))
    if found.amount is None:
        return
    currency = found.currency or _code(reading.currency, habits.own)
    currency = "" if currency == habits.own else currency
    reading.draft = replace(reading.draft, value=found.amount, currency=currency)
    reading.shown[column] = plain_money(found.amount, currency or habits.own)


def _source(reading: _Reading, cell: str, column: int) -> None:
    if _is_nothing(cell):
        return
    source = read_source(cell)
    if source is None:
        reading.draft = replace(reading.draft, how=cell)
        reading.told.append(f"“{_short(cell)}” is kept as how they heard")
    else:
        reading.draft = replace(reading.draft, source=source)
        reading.shown[column] = source.short


def _thanks(reading: _Reading, cell: str, column: int) -> None:
    if _is_nothing(cell):
        return
    chains, how = reading.names.thanks(cell)
    reading.draft = replace(reading.draft, thanks=chains, how=how or reading.draft.how)
    reading.shown[column] = thanks_words(chains) or how
    strangers = [one.name for chain in chains for one in chain if one.person_id is None]
    if strangers:
        reading.told.append(f"{_listed(strangers)} {'stays a name' if len(strangers) == 1 else 'stay names'}")


def _place(reading: _Reading, cell: str, _column: int) -> None:
    if _is_nothing(cell):
        return
    place = reading.names.place(cell, reading.draft.won_on)
    if place is None:
        reading.notes.append(f"Event or group: {cell}")
        reading.told.append(f"“{_short(cell)}” is no event or group here, and goes into the note")
    else:
        reading.draft = replace(reading.draft, event_id=place.event_id, group_id=place.group_id)


def _how(reading: _Reading, cell: str, _column: int) -> None:
    if not _is_nothing(cell):
        reading.draft = replace(reading.draft, how=cell)


def _note(reading: _Reading, cell: str, _column: int) -> None:
    reading.draft = replace(reading.draft, note=cell)


_READERS: dict[WinColumn, Callable[[_Reading, str, int], None]] = {
    WinColumn.DATE: _day,
    WinColumn.TITLE: _title,
    WinColumn.CLIENT: _client,
    WinColumn.VALUE: _value,
    WinColumn.CURRENCY: _currency,
    WinColumn.SOURCE: _source,
    WinColumn.THANKS: _thanks,
    WinColumn.PLACE: _place,
    WinColumn.HOW: _how,
    WinColumn.NOTE: _note,
}
_BY_FIELD = {
    "won_on": WinColumn.DATE,
    "title": WinColumn.TITLE,
    "client": WinColumn.CLIENT,
    "value": WinColumn.VALUE,
    "currency": WinColumn.CURRENCY,
    "thanks": WinColumn.THANKS,
    "how": WinColumn.HOW,
    "note": WinColumn.NOTE,
}


def _is_nothing(cell: str) -> bool:
    return cell.strip().casefold() in _NOTHING


def _code(written: str, own: str) -> str:
    """The code a heading's sign or letters mean."""
    meant = currencies_meant(written, own) if written else ()
    return meant[0] if meant else ""


def _short(cell: str) -> str:
    line = " ".join(cell.split())
    return line if len(line) <= 40 else f"{line[:39].rstrip()}…"


def _listed(names: Sequence[str]) -> str:
    shown = [_short(name) for name in names[:3]]
    more = len(names) - len(shown)
    if more:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
