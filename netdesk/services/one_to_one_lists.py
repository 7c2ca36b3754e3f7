"""One-to-ones in lists: those to come, those held, whom I never sat down with; of one person, over all (method §5)."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from netdesk.method.dates import parse_moment
from netdesk.method.one_to_ones import Outcome, Standing, standing
from netdesk.store.workspace import Workspace

NEVER_FROM_LEVEL = 2
"""From this level on, somebody with whom I never sat down is worth a one-to-one."""
_SHOWN = 2_000
"""Characters of one text that are read; the form reads it whole."""


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A one-to-one that is planned: to come, or over and not written down; ``group`` names the group it is for."""

    id: int
    person_id: int
    name: str
    organisation: str
    photo: str
    level: int | None
    starts: datetime
    zone: str
    minutes: int
    place: str
    objective: str
    remind_minutes: int | None
    group_id: int | None
    group: str
    standing: Standing
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HeldLine:
    """A one-to-one that was held; ``id`` is the talk's, ``one_to_one_id`` the plan's (None: there was none).

    ``others`` is how many more sat there.
    """

    id: int
    one_to_one_id: int | None
    person_id: int
    name: str
    organisation: str
    photo: str
    level: int | None
    on: date
    place: str
    objective: str
    outcome: Outcome | None
    learned: str
    made_together: str
    others: int = 0
    promises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonOneToOnes:
    """All one-to-ones with somebody: the next first among those planned, the newest first among those held."""

    planned: tuple[PlannedLine, ...]
    held: tuple[HeldLine, ...]
    called_off: tuple[PlannedLine, ...]

    @property
    def count(self) -> int:
        """How many were planned or held: the number on the tab."""
        return len(self.planned) + len(self.held)


@dataclass(frozen=True, slots=True)
class OneToOneCounts:
    """How many are planned, were held, and with how many people I never sat down."""

    upcoming: int
    held: int
    never: int


_PLANNED = (
    "SELECT o.id, p.id, p.display_name, p.organisation_name, coalesce(p.photo, ''), p.level, o.starts_at, o.zone,"
    " o.minutes, substr(o.place, 1, 200), substr(o.objective, 1, 500), o.remind_minutes, o.group_id,"
    " coalesce(substr(g.name, 1, 200), ''),"
    " o.called_off_at IS NOT NULL, substr(o.reason, 1, 500)"
    " FROM one_to_one o JOIN person p ON p.id = o.person_id"
    " LEFT JOIN networking_group g ON g.id = o.group_id WHERE o.interaction_id IS NULL"
)
_THERE = " AND p.binned_at IS NULL AND p.archived_at IS NULL"
_HELD = (
    f"SELECT i.id, o.id, p.id, p.display_name, p.organisation_name, coalesce(p.photo, ''), p.level, i.happened_at,"
    f" substr(i.place, 1, 200), substr(i.objective, 1, {_SHOWN}), i.outcome,"
    f" substr(i.words, 1, {_SHOWN}), substr(i.made_together, 1, 500),"
    " (SELECT count(*) - 1 FROM interaction_person x WHERE x.interaction_id = i.id)"
    " FROM interaction i JOIN interaction_person ip ON ip.interaction_id = i.id"
    " JOIN person p ON p.id = ip.person_id LEFT JOIN one_to_one o ON o.interaction_id = i.id AND o.person_id = p.id"
    " WHERE i.kind = 'one_to_one'"
)
_HELD_TALKS = (
    " FROM interaction i WHERE i.kind = 'one_to_one' AND EXISTS (SELECT 1 FROM interaction_person ip"
    " JOIN person p ON p.id = ip.person_id WHERE ip.interaction_id = i.id AND p.binned_at IS NULL)"
)
_NEVER = (
    f" FROM person p WHERE p.one_to_ones_held = 0 AND (p.level >= {NEVER_FROM_LEVEL} OR p.id IN"
    " (SELECT m.person_id FROM member m JOIN networking_group g ON g.id = m.group_id"
    "  WHERE m.left_on IS NULL AND g.left_on IS NULL AND g.binned_at IS NULL))"
    " AND p.id NOT IN (SELECT o.person_id FROM one_to_one o"
    "  WHERE o.interaction_id IS NULL AND o.called_off_at IS NULL)" + _THERE
)


def upcoming(ws: Workspace, now: datetime, limit: int | None = None) -> tuple[PlannedLine, ...]:
    """Return what is planned, the earliest first: those that are over and not written down come before all.

    People who are set aside or in the bin are left out.
    """
    rows = ws.sql(
        f"{_PLANNED} AND o.called_off_at IS NULL{_THERE} ORDER BY julianday(o.starts_at), o.id LIMIT ?",
        (-1 if limit is None else limit,),
    )
    return tuple(_planned(row, now) for row in rows)


def upcoming_lines(ws: Workspace, ids: Sequence[int], now: datetime) -> tuple[PlannedLine, ...]:
    """Return the plans with these ids, in any order; those that are gone are left out."""
    rows = ws.sql(f"{_PLANNED} AND o.id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))
    return tuple(_planned(row, now) for row in rows)


def held(ws: Workspace, limit: int | None = None) -> tuple[HeldLine, ...]:
    """Return the one-to-ones that were held, one line a talk, the newest first; people in the bin are left out."""
    ids = held_ids(ws)
    lines = {line.id: line for line in held_lines(ws, ids[:limit])}
    return tuple(lines[one] for one in ids[:limit] if one in lines)


def held_ids(ws: Workspace) -> array[int]:
    """Return the ids of the talks that were one-to-ones, the newest first."""
    rows = ws.sql(f"SELECT i.id{_HELD_TALKS} ORDER BY i.happened_at DESC, i.id DESC")
    return array("q", (row[0] for row in rows))


def held_lines(ws: Workspace, ids: Sequence[int]) -> tuple[HeldLine, ...]:
    """Return a line for each of these talks, in any order, with the first of those who sat there."""
    rows = ws.sql(
        f"{_HELD} AND p.binned_at IS NULL AND i.id IN (SELECT value FROM json_each(?)) ORDER BY ip.id DESC",
        (json.dumps(list(ids)),),
    )
    # The last one written down for a talk is the first who was named.
    return tuple({row[0]: _held(row) for row in rows}.values())


def never_held(ws: Workspace) -> array[int]:
    """Return the ids of those I never sat down with, and have not planned to: the closest first, then by name.

    These are people from level 2 on and members of my groups.
    """
    rows = ws.sql(f"SELECT p.id{_NEVER} ORDER BY p.level IS NULL, p.level DESC, p.sort_name, p.id")
    return array("q", (row[0] for row in rows))


def one_to_one_counts(ws: Workspace) -> OneToOneCounts:
    """Count what the three lists hold."""
    row = ws.sql(
        "SELECT (SELECT count(*) FROM one_to_one o JOIN person p ON p.id = o.person_id"
        f" WHERE o.interaction_id IS NULL AND o.called_off_at IS NULL{_THERE}),"
        f" (SELECT count(*){_HELD_TALKS}),"
        f" (SELECT count(*){_NEVER})"
    ).fetchone()
    return OneToOneCounts(*row)


def person_one_to_ones(ws: Workspace, person_id: int, now: datetime) -> PersonOneToOnes:
    """Return all one-to-ones with somebody."""
    planned = [
        _planned(row, now)
        for row in ws.sql(
            f"{_PLANNED} AND o.person_id = ? ORDER BY julianday(o.starts_at), o.id", (person_id,)
        )
    ]
    rows = ws.sql(f"{_HELD} AND p.id = ? ORDER BY i.happened_at DESC, i.id DESC", (person_id,)).fetchall()
    promises = _promises(ws, [row[0] for row in rows])
    return PersonOneToOnes(
        tuple(one for one in planned if one.standing is not Standing.CALLED_OFF),
        tuple(_held(row, promises.get(row[0], ())) for row in rows),
        tuple(one for one in reversed(planned) if one.standing is Standing.CALLED_OFF),
    )


def _planned(row: tuple[Any, ...], now: datetime) -> PlannedLine:
    starts = parse_moment(row[6])
    where = standing(starts, row[8], now, called_off=bool(row[14]))
    values = (*row[:6], starts, *row[7:14], where, row[15])
    return PlannedLine(*values)


def _held(row: tuple[Any, ...], promises: tuple[str, ...] = ()) -> HeldLine:
    outcome = Outcome(row[10]) if row[10] else None
    values = (*row[:7], date.fromisoformat(row[7][:10]), *row[8:10], outcome, *row[11:14], promises)
    return HeldLine(*values)


def _promises(ws: Workspace, talks: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Return what was promised in each of the talks, in words."""
    found: dict[int, tuple[str, ...]] = {}
    for talk in talks:
        rows = ws.sql(
            "SELECT kind, words FROM ledger_entry WHERE interaction_id = ? AND kind IN ('promise', 'ask')"
            " ORDER BY kind DESC, id",
            (talk,),
        )
        lines = tuple(f"{'I will' if kind == 'promise' else 'They will'}: {words}" for kind, words in rows)
        if lines:
            found[talk] = lines
    return found
