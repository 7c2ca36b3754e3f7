"""The list of wins: which there are, what stands in a row, and what they are worth together.

A win counts once, however many share its thanks. What is in the bin is left out unless it is asked for.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from netdesk.method.follow_ups import FollowUpState
from netdesk.method.money import Total, add_up
from netdesk.method.names import fold
from netdesk.method.periods import Period
from netdesk.method.sources import Source
from netdesk.services.currency_rates import rates
from netdesk.services.win_thanks import Thanked, thanks_of
from netdesk.store.workspace import Workspace

GROUP = (
    "coalesce(w.group_id, (SELECT its.group_id FROM event its WHERE its.id = w.event_id"
    " AND its.binned_at IS NULL))"
)
"""In SQL: the group a win ``w`` counts for everywhere: its own; where none is set, that of its event."""
_SAID = "w.id, w.title, w.client, w.how, w.note, coalesce(e.title, ''), coalesce(g.name, '')"
_NAMES_BY_WIN = (
    "SELECT t.win_id, group_concat(coalesce(p.display_name, t.name), ' ') FROM win_thanks t"
    " LEFT JOIN person p ON p.id = t.person_id GROUP BY t.win_id"
)
# From letter to letter of a search the same words are looked through; folding accents is most of the work.
_folded = lru_cache(maxsize=8_192)(fold)
_NEWEST_FIRST = " ORDER BY w.won_on DESC, w.id DESC"


@dataclass(frozen=True, slots=True)
class WinQuery:
    """Which wins: those of a period, by a source (``unsaid``: not said yet), thanks to a person, for a client, from an
    event or a group (its events included), whose words hold every word of ``text``; ``binned`` those in the bin.
    """

    period: Period | None = None
    source: Source | None = None
    person_id: int | None = None
    event_id: int | None = None
    group_id: int | None = None
    text: str = ""
    unsaid: bool = False
    client_id: int | None = None
    binned: bool = False


@dataclass(frozen=True, slots=True)
class WinRow:
    """A win in the list; ``value`` is None when not known, ``currency`` "" for the own one, ``source`` None unsaid.

    ``thanks`` are chains; ``how`` how they heard of me otherwise; ``event`` and ``group`` are names, "" without one.
    """

    id: int
    won_on: date
    title: str
    client: str
    client_id: int | None
    value: float | None
    currency: str
    source: Source | None
    thanks: tuple[tuple[Thanked, ...], ...]
    how: str
    event_id: int | None
    event: str
    group_id: int | None
    group: str
    note: str
    binned: bool

    @property
    def name(self) -> str:
        """What it is called: its title, else its client."""
        return self.title or self.client

    @property
    def place(self) -> str:
        """The event or group it came from, "" without one."""
        return self.event or self.group

    @property
    def people(self) -> tuple[Thanked, ...]:
        """Everybody to thank, chain by chain."""
        return tuple(one for chain in self.thanks for one in chain)

    @property
    def thanked(self) -> FollowUpState | None:
        """DONE once everybody I know was thanked, OPEN while a thank-you is planned, else None."""
        states = {one.thanked for one in self.people if one.person_id is not None}
        if states == {FollowUpState.DONE}:
            return FollowUpState.DONE
        return FollowUpState.OPEN if FollowUpState.OPEN in states else None


@dataclass(frozen=True, slots=True)
class SourceTotal:
    """The wins of one source, None for those whose source is not said."""

    source: Source | None
    count: int
    total: Total


@dataclass(frozen=True, slots=True)
class WinTotals:
    """How many wins, what they are worth, and both by source in the sources' order (only those there are)."""

    count: int
    total: Total
    by_source: tuple[SourceTotal, ...]


def win_ids(ws: Workspace, query: WinQuery) -> array[int]:
    """Return the ids of the wins asked for, the newest first."""
    if not fold(query.text):
        return array("q", (row[0] for row in _found(ws, query, "w.id")))
    words = fold(query.text).split()
    people = dict(ws.sql(_NAMES_BY_WIN).fetchall())
    return array(
        "q",
        (
            number
            for number, *said in _found(ws, query, _SAID)
            if _holds(_folded(" ".join((*said, people.get(number, "")))), words)
        ),
    )


def win_rows(ws: Workspace, ids: Iterable[int]) -> tuple[WinRow, ...]:
    """Return the rows of these wins in this order; ids that are gone are left out."""
    asked = list(ids)
    thanks = thanks_of(ws, asked)
    found = ws.sql(
        "SELECT w.id, w.won_on, w.title, w.client, w.client_id, w.value, w.currency, w.source, w.how, w.event_id,"
        f" coalesce(e.title, ''), {GROUP}, coalesce(g.name, ''), w.note, w.binned_at IS NOT NULL"
        f" FROM win w LEFT JOIN event e ON e.id = w.event_id LEFT JOIN networking_group g ON g.id = {GROUP}"
        " WHERE w.id IN (SELECT value FROM json_each(?))",
        (json.dumps(asked),),
    )
    rows = {
        row[0]: WinRow(
            id=row[0],
            won_on=date.fromisoformat(row[1]),
            title=row[2],
            client=row[3],
            client_id=row[4],
            value=row[5],
            currency=row[6],
            source=Source(row[7]) if row[7] else None,
            thanks=thanks.get(row[0], ()),
            how=row[8],
            event_id=row[9],
            event=row[10],
            group_id=row[11],
            group=row[12],
            note=row[13],
            binned=bool(row[14]),
        )
        for row in found.fetchall()
    }
    return tuple(rows[number] for number in asked if number in rows)


def win_totals(ws: Workspace, query: WinQuery, own: str) -> WinTotals:
    """Return how many wins these are and what they are worth in the own currency ``own``."""
    found = _found(ws, query, "w.id, w.source, w.value, w.currency")
    if fold(query.text):
        chosen = set(win_ids(ws, query))
        found = [row for row in found if row[0] in chosen]
    known = rates(ws, own)
    sources: tuple[Source | None, ...] = (*Source, None)
    by_source = []
    for source in sources:
        amounts = [(row[2], row[3]) for row in found if row[1] == source]
        if amounts:
            by_source.append(SourceTotal(source, len(amounts), add_up(amounts, known)))
    whole = add_up([(row[2], row[3]) for row in found], known)
    return WinTotals(len(found), whole, tuple(by_source))


def _holds(said: str, words: list[str]) -> bool:
    return all(word in said for word in words)


def _found(ws: Workspace, query: WinQuery, columns: str) -> list[tuple[Any, ...]]:
    where = [f"w.binned_at IS {'NOT ' if query.binned else ''}NULL"]
    values: dict[str, object] = {}
    if query.period is not None:
        where.append("w.won_on BETWEEN :first AND :last")
        values |= {"first": query.period.first.isoformat(), "last": query.period.last.isoformat()}
    if query.unsaid:
        where.append("w.source IS NULL")
    elif query.source is not None:
        where.append("w.source = :source")
        values["source"] = query.source.value
    if query.person_id is not None:
        where.append("w.id IN (SELECT win_id FROM win_thanks WHERE person_id = :person)")
        values["person"] = query.person_id
    for column in ("client_id", "event_id"):
        if (number := getattr(query, column)) is not None:
            where.append(f"w.{column} = :{column}")
            values[column] = number
    if query.group_id is not None:
        where.append(f"{GROUP} = :group")
        values["group"] = query.group_id
    joined = ""
    if "e.title" in columns:
        joined = f" LEFT JOIN event e ON e.id = w.event_id LEFT JOIN networking_group g ON g.id = {GROUP}"
    asked = f"SELECT {columns} FROM win w{joined} WHERE {' AND '.join(where)}{_NEWEST_FIRST}"
    return ws.sql(asked, values).fetchall()
