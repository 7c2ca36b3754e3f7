"""Who is going cold and most worth a call: the highest level first, within it the longest past the rhythm (§1).

Read from the indexes ``person_cold`` and ``person_own_rhythm`` alone, whose expressions are repeated here to the
letter. Whoever has an open follow-up is left out: there is a plan already. So is whoever was snoozed and not due.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest

from netdesk.method.levels import HIGHEST
from netdesk.method.names import hue_index, initials
from netdesk.method.today import Way, cold_sentence, way_to
from netdesk.services.attention_sql import SINCE, awake, cut
from netdesk.services.levels import levels
from netdesk.store.workspace import Workspace

_FREE = "p.next_follow_up_on IS NULL AND p.archived_at IS NULL AND p.binned_at IS NULL"
_SHOWN = 200
_BELOW_THE_BOARD = 0
_Found = tuple[int, int, int, str]
"""Minus the level, minus the days past the rhythm, the id, and the day the rhythm counts from."""


@dataclass(frozen=True, slots=True)
class ColdPerson:
    """Somebody past their rhythm: ``level`` is 0 for one who is not on the board, ``since`` the day it counts from.

    ``spoke`` tells whether that was a real contact; ``phone`` and ``email`` are the preferred ones or empty.
    """

    person_id: int
    name: str
    organisation: str
    level: int
    photo: str
    initials: str
    hue: int
    rhythm_days: int
    since: date
    spoke: bool
    phone: str
    email: str
    way: Way
    words: str


def going_cold(ws: Workspace, today: date, limit: int = 5) -> tuple[ColdPerson, ...]:
    """Return up to ``limit`` people past their rhythm, the most worth it first. Some milliseconds at any size."""
    rhythms = {level.number: level.rhythm_days for level in levels(ws)}
    chosen: list[_Found] = []
    for level in range(HIGHEST, _BELOW_THE_BOARD - 1, -1):
        found = _at_level(ws, level, rhythms.get(level), today, limit)
        chosen += nsmallest(limit - len(chosen), found)
        if len(chosen) >= limit:
            break
    return _people(ws, chosen, rhythms, today)


def _at_level(ws: Workspace, level: int, rhythm: int | None, today: date, limit: int) -> list[_Found]:
    found: list[_Found] = []
    if rhythm is not None:
        rows = ws.sql(
            f"SELECT p.id, {SINCE} FROM person p WHERE p.level = ? AND p.rhythm_days IS NULL AND {_FREE}"
            f" AND {SINCE} < ? AND {awake(today)} ORDER BY {SINCE}, p.id LIMIT ?",
            (level, cut(today, rhythm), limit),
        )
        found += [_found(level, rhythm, row, today) for row in rows]
    for own in _own_rhythms(ws, level):
        rows = ws.sql(
            f"SELECT p.id, {SINCE} FROM person p WHERE coalesce(p.level, 0) = ? AND p.rhythm_days = ?"
            f" AND p.rhythm_days IS NOT NULL AND {_FREE} AND {SINCE} < ? AND {awake(today)}"
            f" ORDER BY {SINCE}, p.id LIMIT ?",
            (level, own, cut(today, own), limit),
        )
        found += [_found(level, own, row, today) for row in rows]
    return found


def _own_rhythms(ws: Workspace, level: int) -> list[int]:
    """Return the different rhythms of their own that people at this level have, one step of the index each."""
    smallest = (
        "SELECT min(p.rhythm_days) FROM person p WHERE coalesce(p.level, 0) = :level AND p.rhythm_days IS NOT NULL"
        f" AND {_FREE}"
    )
    rows = ws.sql(
        f"WITH RECURSIVE own(days) AS ({smallest} UNION ALL"
        f" SELECT ({smallest} AND p.rhythm_days > own.days) FROM own WHERE own.days IS NOT NULL)"
        " SELECT days FROM own WHERE days IS NOT NULL",
        {"level": level},
    )
    return [row[0] for row in rows]


def _found(level: int, rhythm: int, row: Sequence[str], today: date) -> _Found:
    since = _day(row[1])
    return -level, -((today - since).days - rhythm), int(row[0]), row[1]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        # Another program may have written a day there is not; very long ago is what its place in the order says.
        return date(1900, 1, 1)


def _people(
    ws: Workspace, chosen: Sequence[_Found], rhythms: dict[int, int], today: date
) -> tuple[ColdPerson, ...]:
    point = (
        "(SELECT value FROM contact_point c WHERE c.person_id = p.id AND c.kind = '{kind}'"
        " ORDER BY c.preferred DESC, c.position, c.id LIMIT 1)"
    )
    rows = ws.sql(
        "SELECT p.id, p.display_name, p.organisation_name, p.level, p.photo, p.rhythm_days, p.last_contact_on,"
        f" {point.format(kind='phone')}, {point.format(kind='email')}"
        " FROM json_each(?) wanted CROSS JOIN person p ON p.id = wanted.value ORDER BY wanted.key",
        (json.dumps([one[2] for one in chosen]),),
    )
    since = {one[2]: _day(one[3]) for one in chosen}
    people = []
    for number, name, firm, level, photo, own, last, phone, email in rows:
        shown, rhythm = name[:_SHOWN], own if own is not None else rhythms[level]
        way = way_to(level or 0, phone or "", email or "")
        words = cold_sentence(rhythm, (today - since[number]).days, spoke=last is not None)
        people.append(
            ColdPerson(
                number, shown, firm[:_SHOWN], level or 0, photo or "", initials(shown), hue_index(shown), rhythm,
                since[number], last is not None, phone or "", email or "", way, words,
            )
        )  # fmt: skip
    return tuple(people)
