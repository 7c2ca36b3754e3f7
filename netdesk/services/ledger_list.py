"""Lists of the ledger: which entries are wanted, their rows, how many of each kind, the figures of a year."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netdesk.method.attention import Tone
from netdesk.method.ledger import EntryState, HelpWay, LedgerKind, heading, promise_chip, year_before
from netdesk.method.names import fold, hue_index, initials
from netdesk.store.workspace import Workspace

_SHOWN = 200
_COUNTED = "coalesce(g.closed_on, g.happened_on)"
_THERE = "p.binned_at IS NULL AND p.archived_at IS NULL"
# Few are in the bin; asked of each entry's person instead, a hundred thousand rows were looked up.
_NOT_BINNED = (
    "g.id NOT IN (SELECT b.id FROM person q JOIN ledger_entry b ON b.person_id = q.id"
    " WHERE q.binned_at IS NOT NULL)"
)
_HALVES = ("= 'done'", "<> 'done'")
_KINDS = {
    LedgerKind.GIVE: "(g.state = 'done' AND g.kind IN ('give', 'promise'))",
    LedgerKind.RECEIVE: "(g.state = 'done' AND g.kind IN ('receive', 'ask'))",
    LedgerKind.PROMISE: "g.kind = 'promise'",
    LedgerKind.ASK: "g.kind = 'ask'",
}
_ROW = (
    "SELECT g.id, g.person_id, p.display_name, p.organisation_name, p.photo, coalesce(p.level, 0), g.kind, g.way,"
    " g.words, g.outcome, g.happened_on, g.due_on, g.state, g.closed_on, g.reason, g.introduction_id,"
    " g.interaction_id, g.event_id, g.group_id FROM ledger_entry g JOIN person p ON p.id = g.person_id"
)


@dataclass(frozen=True, slots=True)
class LedgerEntryLine:
    """An entry and whose it is. ``on`` is the day it happened, was promised or asked; ``closed`` when that ended.

    ``name`` is the person's; ``level`` 0 for somebody on no level; ``photo`` the picture's address, "" for none.
    """

    id: int
    person_id: int
    name: str
    organisation: str
    photo: str
    initials: str
    hue: int
    level: int
    kind: LedgerKind
    way: HelpWay
    words: str
    outcome: str
    on: date
    due: date | None
    state: EntryState
    closed: date | None
    reason: str
    introduction_id: int | None
    interaction_id: int | None
    event_id: int | None
    group_id: int | None

    @property
    def counted_on(self) -> date:
        """The day it counts from: that of keeping or answering where there is one."""
        return self.closed or self.on

    @property
    def heading(self) -> str:
        """What it was in a line: "Gave: introduction to Rahman Consulting"."""
        return heading(self.kind, self.way, self.words, self.state)


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """An open promise: what, to whom, since when, by when; ``chip`` and ``tone`` say how pressing it is."""

    id: int
    person_id: int
    name: str
    words: str
    way: HelpWay
    promised: date
    due: date
    days_late: int
    chip: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class LedgerQuery:
    """Which entries are wanted; every choice narrows further.

    ``kinds`` and ``ways`` empty mean all. A give is any help I gave, kept promises among it; a receive any I got,
    answered asks among it; promises and asks are all of them, open or not. ``text`` looks in the person's name and
    organisation and in the words; ``since`` and ``until`` are days, both included. ``open_only`` leaves what is done
    or dropped out.
    """

    kinds: tuple[LedgerKind, ...] = ()
    ways: tuple[HelpWay, ...] = ()
    text: str = ""
    since: date | None = None
    until: date | None = None
    open_only: bool = False
    person_id: int | None = None

    @property
    def is_filtered(self) -> bool:
        """Whether anything narrows the list."""
        return self != LedgerQuery()


@dataclass(frozen=True, slots=True)
class Totals:
    """How many entries of each kind a question finds; a kept promise is a give, an answered ask a receive."""

    gives: int = 0
    receives: int = 0
    promises: int = 0
    asks: int = 0
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class YearFigures:
    """The figures over the list. Gives, receives and introductions are those of the last twelve months.

    ``business`` counts introductions that became business, ``late`` the open promises past their day, of which the
    longest is ``most_days_late`` past; ``first`` are the most pressing promises.
    """

    gave: int
    got: int
    introductions: int
    business: int
    promises: int
    late: int
    most_days_late: int
    asks: int
    first: tuple[PromiseLine, ...]


def entry_ids(ws: Workspace, query: LedgerQuery) -> array[int]:
    """Return the ids of the entries wanted: open ones by their day when only those are asked for, else newest first."""
    source, where, values = _question(query)
    if query.open_only:
        order = "g.due_on IS NULL, g.due_on, g.happened_on, g.id"
        rows = ws.sql(f"SELECT g.id FROM {source} WHERE {where} ORDER BY {order}", values)
        return array("q", (row[0] for row in rows))
    # In two halves, because those that are done stand in an index by their day already.
    halves = (f"SELECT {_COUNTED}, g.id FROM {source} WHERE g.state {state} AND {where}" for state in _HALVES)
    rows = ws.sql(" UNION ALL ".join(halves) + " ORDER BY 1 DESC, 2 DESC", [*values, *values])
    return array("q", (row[1] for row in rows))


def entry_lines(ws: Workspace, ids: Sequence[int]) -> tuple[LedgerEntryLine, ...]:
    """Return these entries in this order; those that are gone are left out."""
    rows = ws.sql(
        f"{_ROW} JOIN json_each(?) wanted ON wanted.value = g.id ORDER BY wanted.key",
        (json.dumps(list(ids)),),
    )
    return tuple(_line(row) for row in rows)


def totals(ws: Workspace, query: LedgerQuery) -> Totals:
    """Count what a question finds, by kind."""
    source, where, values = _question(query)
    found = {
        (row[0], row[1]): int(row[2])
        for row in ws.sql(
            f"SELECT g.kind, g.state, count(*) FROM {source} WHERE {where} GROUP BY g.kind, g.state", values
        )
    }

    def count(kind: LedgerKind, state: EntryState) -> int:
        return found.get((kind.value, state.value), 0)

    return Totals(
        gives=count(LedgerKind.GIVE, EntryState.DONE) + count(LedgerKind.PROMISE, EntryState.DONE),
        receives=count(LedgerKind.RECEIVE, EntryState.DONE) + count(LedgerKind.ASK, EntryState.DONE),
        promises=count(LedgerKind.PROMISE, EntryState.OPEN),
        asks=count(LedgerKind.ASK, EntryState.OPEN),
        dropped=count(LedgerKind.PROMISE, EntryState.DROPPED) + count(LedgerKind.ASK, EntryState.DROPPED),
    )


def year_figures(ws: Workspace, today: date, first: int = 2) -> YearFigures:
    """Return the figures over the list for the twelve months that end today."""
    year = (year_before(today).isoformat(), today.isoformat())
    gave, got = ws.sql(
        "SELECT count(*) FILTER (WHERE g.kind IN ('give', 'promise')),"
        " count(*) FILTER (WHERE g.kind IN ('receive', 'ask'))"
        f" FROM ledger_entry g WHERE g.state = 'done' AND {_COUNTED} BETWEEN ? AND ? AND {_NOT_BINNED}",
        year,
    ).fetchone()
    introductions, business = ws.sql(
        "SELECT count(*), coalesce(sum(i.state = 'business'), 0) FROM introduction i"
        " JOIN person p ON p.id = i.person_id JOIN person o ON o.id = i.other_id"
        " WHERE i.made_on BETWEEN ? AND ? AND i.state <> 'proposed'"
        " AND p.binned_at IS NULL AND o.binned_at IS NULL",
        year,
    ).fetchone()
    promises, late, oldest = ws.sql(
        "SELECT count(*), coalesce(sum(g.due_on < ?1), 0), min(g.due_on) FROM ledger_entry g"
        f" JOIN person p ON p.id = g.person_id WHERE g.state = 'open' AND g.kind = 'promise' AND {_THERE}",
        (today.isoformat(),),
    ).fetchone()
    most = max(0, (today - date.fromisoformat(oldest)).days) if oldest else 0
    asks = totals(ws, LedgerQuery(kinds=(LedgerKind.ASK,), open_only=True)).asks
    return YearFigures(
        int(gave), int(got), int(introductions), int(business), int(promises), int(late), most, asks,
        promise_lines(ws, today, first),
    )  # fmt: skip


def promise_lines(ws: Workspace, today: date, limit: int | None = None) -> tuple[PromiseLine, ...]:
    """Return the open promises, the earliest day first; nobody archived or in the bin."""
    rows = ws.sql(
        "SELECT g.id, g.person_id, p.display_name, g.words, g.way, g.happened_on, g.due_on FROM ledger_entry g"
        f" JOIN person p ON p.id = g.person_id WHERE g.state = 'open' AND g.kind = 'promise' AND {_THERE}"
        " ORDER BY g.due_on, g.id LIMIT ?",
        (-1 if limit is None else limit,),
    )
    lines = []
    for number, person, name, words, way, promised, due_on in rows:
        due = date.fromisoformat(due_on)
        chip, tone = promise_chip(due, today)
        late = max(0, (today - due).days)
        lines.append(
            PromiseLine(
                number, person, name[:_SHOWN], words or HelpWay(way).label, HelpWay(way),
                date.fromisoformat(promised), due, late, chip, tone,
            )
        )  # fmt: skip
    return tuple(lines)


def _question(query: LedgerQuery) -> tuple[str, str, list[object]]:
    """From where, under which conditions, and their values; the people are only asked where they matter."""
    with_people = query.open_only or bool(query.text.split())
    source = "ledger_entry g JOIN person p ON p.id = g.person_id" if with_people else "ledger_entry g"
    there = _THERE if query.open_only else "p.binned_at IS NULL" if with_people else _NOT_BINNED
    parts, values = [there], list[object]()
    if query.open_only:
        parts.append("g.state = 'open'")
    if query.kinds:
        parts.append(f"({' OR '.join(_KINDS[kind] for kind in query.kinds)})")
    if query.ways:
        parts.append("g.way IN (SELECT value FROM json_each(?))")
        values.append(json.dumps([way.value for way in query.ways]))
    for day, sign in ((query.since, ">="), (query.until, "<=")):
        if day is not None:
            parts.append(f"{_COUNTED} {sign} ?")
            values.append(day.isoformat())
    if query.person_id is not None:
        parts.append("g.person_id = ?")
        values.append(query.person_id)
    for word in query.text.replace("\0", " ").split():
        parts.append(
            "(instr(p.sort_name, ?) OR instr(lower(p.organisation_name), ?) OR instr(lower(g.words), ?)"
            " OR instr(lower(g.outcome), ?))"
        )
        values += [fold(word), word.lower(), word.lower(), word.lower()]
    return source, " AND ".join(parts), values


def _line(row: tuple[object, ...]) -> LedgerEntryLine:
    name = str(row[2])[:_SHOWN]
    return LedgerEntryLine(
        id=int(str(row[0])),
        person_id=int(str(row[1])),
        name=name,
        organisation=str(row[3])[:_SHOWN],
        photo=str(row[4] or ""),
        initials=initials(name),
        hue=hue_index(name),
        level=int(str(row[5])),
        kind=LedgerKind(str(row[6])),
        way=HelpWay(str(row[7])),
        words=str(row[8]),
        outcome=str(row[9]),
        on=date.fromisoformat(str(row[10])),
        due=_day(row[11]),
        state=EntryState(str(row[12])),
        closed=_day(row[13]),
        reason=str(row[14]),
        introduction_id=_number(row[15]),
        interaction_id=_number(row[16]),
        event_id=_number(row[17]),
        group_id=_number(row[18]),
    )


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None


def _number(value: object) -> int | None:
    return None if value is None else int(str(value))
