"""Whom have I not helped yet: those who gave to me and got nothing first, then those close to me (method §4).

In turn: who gave to me and got nothing, most gifts first; who stands on level 3 or higher and got nothing from me
for a year, the closest first; then the others who helped me, those I gave least for what they gave first.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netdesk.method.ledger import CLOSE_LEVEL, Balance, since_help_words, year_before
from netdesk.method.names import hue_index, initials
from netdesk.store.workspace import Workspace

_SHOWN = 200
_KNOWN = "archived_at IS NULL AND binned_at IS NULL"
# Each of these is answered from an index alone; who stands in two of them is sorted out afterwards.
_GOT_NOTHING = (
    f"SELECT id FROM person WHERE receives > 0 AND gives = 0 AND {_KNOWN}"
    " ORDER BY receives DESC, level DESC, id"
)
_CLOSE = (
    f"SELECT id FROM person WHERE level >= {CLOSE_LEVEL} AND (last_give_on IS NULL OR last_give_on < ?)"
    f" AND {_KNOWN} ORDER BY level DESC, last_give_on, id"
)
_OTHERS = (
    f"SELECT id FROM person WHERE receives > 0 AND gives > 0 AND {_KNOWN}"
    " ORDER BY 1.0 * gives / receives, receives DESC, id"
)


@dataclass(frozen=True, slots=True)
class NotHelped:
    """The people in their order: the first ``got_nothing`` gave and got nothing, the next ``close`` are close."""

    ids: array[int]
    got_nothing: int
    close: int


@dataclass(frozen=True, slots=True)
class NotHelpedRow:
    """One person of the list. ``wants`` is where they want to get to, else their ideal client or good introduction.

    ``level`` is 0 for somebody never placed; ``since`` says how long ago I helped them last.
    """

    id: int
    name: str
    organisation: str
    photo: str
    initials: str
    hue: int
    level: int
    wants: str
    balance: Balance
    since: str


def not_helped(ws: Workspace, today: date) -> NotHelped:
    """Return whom to think of next, in the order of the method; under 100 ms at 100,000 people."""
    got_nothing = _ids(ws, _GOT_NOTHING)
    close = _without(_ids(ws, _CLOSE, year_before(today).isoformat()), got_nothing)
    others = _without(_ids(ws, _OTHERS), close)
    return NotHelped(got_nothing + close + others, len(got_nothing), len(close))


def not_helped_rows(ws: Workspace, ids: Sequence[int], today: date) -> tuple[NotHelpedRow, ...]:
    """Return these people in this order; whoever is gone is left out."""
    rows = ws.sql(
        "SELECT p.id, p.display_name, p.organisation_name, p.photo, coalesce(p.level, 0), substr(p.where_to, 1, 200),"
        " substr(p.ideal_client, 1, 200), substr(p.good_introduction, 1, 200), p.gives, p.receives, p.last_give_on"
        " FROM json_each(?) wanted CROSS JOIN person p ON p.id = wanted.value ORDER BY wanted.key",
        (json.dumps(list(ids)),),
    )
    return tuple(_row(row, today) for row in rows)


def gave_most(ws: Workspace, today: date) -> NotHelpedRow | None:
    """Return who gave to me most often and got nothing back yet; None when there is nobody."""
    first = _ids(ws, f"{_GOT_NOTHING} LIMIT 1")
    rows = not_helped_rows(ws, first, today)
    return rows[0] if rows else None


def gave_first(ws: Workspace, today: date, most: int) -> tuple[int, tuple[NotHelpedRow, ...]]:
    """Return how many gave to me and got nothing back yet, and those who gave most, at most so many."""
    count = ws.sql(f"SELECT count(*) FROM ({_GOT_NOTHING})").fetchone()[0]
    return count, not_helped_rows(ws, _ids(ws, f"{_GOT_NOTHING} LIMIT {int(most)}"), today)


def _ids(ws: Workspace, query: str, *values: str) -> array[int]:
    return array("q", (row[0] for row in ws.sql(query, values)))


def _without(ids: array[int], others: array[int]) -> array[int]:
    gone = set(others)
    return array("q", (one for one in ids if one not in gone))


def _row(row: tuple[object, ...], today: date) -> NotHelpedRow:
    name = str(row[1])[:_SHOWN]
    wants = next((line for text in row[5:8] if (line := " ".join(str(text).split()))), "")
    last = date.fromisoformat(str(row[10])) if row[10] else None
    return NotHelpedRow(
        id=int(str(row[0])),
        name=name,
        organisation=str(row[2])[:_SHOWN],
        photo=str(row[3] or ""),
        initials=initials(name),
        hue=hue_index(name),
        level=int(str(row[4])),
        wants=wants,
        balance=Balance(int(str(row[8])), int(str(row[9]))),
        since=since_help_words(last, today),
    )
