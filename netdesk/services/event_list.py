"""The list of events: which are coming up, which lie behind, and a page of them at a time."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from netdesk.method.dates import parse_moment
from netdesk.method.goals import Goal, GoalKind
from netdesk.method.names import fold
from netdesk.method.preparation import PitchChoice, is_prepared, preparation_chip
from netdesk.method.room import DEFAULT_MINUTES
from netdesk.method.triage import Purpose, Shares, known_purpose
from netdesk.store.workspace import Workspace

# An event without an end is over after the length that is assumed for it.
_ENDS = f"coalesce(julianday(e.ends_at), julianday(e.starts_at) + {DEFAULT_MINUTES} / 1440.0)"
_COMING = f"{_ENDS} >= julianday(:now)"


@dataclass(frozen=True, slots=True)
class EventIds:
    """Ids of events in the order of the list: the next first, then what is over, the latest first."""

    coming: array[int]
    past: array[int]


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in the list. ``starts`` and ``ends`` carry the event's own offset.

    ``purpose`` is None while nobody said who will be there; ``chip`` says what is missing or "Prepared".
    """

    id: int
    title: str
    starts: datetime
    ends: datetime | None
    place: str
    host: str
    purpose: Purpose | None
    chip: str
    prepared: bool
    attended: bool | None
    over: bool


def event_ids(ws: Workspace, now: datetime, text: str = "", *, binned: bool = False) -> EventIds:
    """Return the ids of the events whose title, place, host or note hold every word of ``text``.

    ``binned`` gives those in the bin instead.
    """
    words = fold(text).split()
    rows = ws.sql(
        f"SELECT e.id, {_COMING}, julianday(e.starts_at) AS at"
        + (", e.title, e.place, e.host, e.note" if words else "")
        + f" FROM event e WHERE e.binned_at IS {'NOT NULL' if binned else 'NULL'} ORDER BY at, e.id",
        {"now": now.isoformat()},
    ).fetchall()
    if words:
        rows = [row for row in rows if _holds(row[3:], words)]
    coming = array("q", (row[0] for row in rows if row[1]))
    past = array("q", (row[0] for row in reversed(rows) if not row[1]))
    return EventIds(coming, past)


def count_coming(ws: Workspace, now: datetime) -> int:
    """Return how many events are still to come or under way."""
    query = f"SELECT count(*) FROM event e WHERE e.binned_at IS NULL AND {_COMING}"
    return int(ws.sql(query, {"now": now.isoformat()}).fetchone()[0])


def count_binned(ws: Workspace) -> int:
    """Return how many events lie in the bin."""
    return int(ws.sql("SELECT count(*) FROM event WHERE binned_at IS NOT NULL").fetchone()[0])


def event_rows(ws: Workspace, ids: Sequence[int], now: datetime) -> tuple[EventRow, ...]:
    """Return the rows of these events in this order; ids of events that are gone are passed over."""
    if not ids:
        return ()
    marks = ",".join("?" * len(ids))
    goals = _goals_of(ws, ids, marks)
    numbers = ",".join(str(int(number)) for number in ids)
    people = dict(
        ws.sql(
            f"SELECT event_id, count(*) FROM expected_person WHERE event_id IN ({marks}) GROUP BY event_id",
            tuple(ids),
        ).fetchall()
    )
    found = {}
    for row in ws.sql(
        "SELECT id, title, starts_at, ends_at, place, host, share_target, share_close, share_same, share_other,"
        f" purpose, pitch_version_id, pitch_needed, attended, {_COMING}"
        f" FROM event e WHERE id IN ({numbers})",
        {"now": now.isoformat()},
    ):
        event_goals, expected = goals.get(row[0], []), people.get(row[0], 0)
        choice = pitch_choice(row[11], row[12])
        found[row[0]] = EventRow(
            id=row[0],
            title=row[1],
            starts=parse_moment(row[2]),
            ends=None if row[3] is None else parse_moment(row[3]),
            place=row[4],
            host=row[5],
            purpose=known_purpose(Shares(*row[6:10]), row[10]),
            chip=preparation_chip(event_goals, choice, expected),
            prepared=is_prepared(event_goals, choice, expected),
            attended=None if row[13] is None else bool(row[13]),
            over=not row[14],
        )
    return tuple(found[number] for number in ids if number in found)


def pitch_choice(version: int | None, needed: int) -> PitchChoice:
    """Return what was decided about a pitch from the two columns that keep it."""
    if not needed:
        return PitchChoice.NONE_NEEDED
    return PitchChoice.OPEN if version is None else PitchChoice.CHOSEN


def _goals_of(ws: Workspace, ids: Iterable[int], marks: str) -> dict[int, list[Goal]]:
    goals: dict[int, list[Goal]] = defaultdict(list)
    for event, kind, words, count, follow_up in ws.sql(
        f"SELECT event_id, kind, words, count, follow_up FROM goal WHERE event_id IN ({marks})"
        " ORDER BY event_id, position, id",
        tuple(ids),
    ):
        goals[event].append(Goal(GoalKind(kind), count, follow_up, words))
    return goals


def _holds(fields: Iterable[str], words: Sequence[str]) -> bool:
    text = fold(" ".join(fields))
    return all(word in text for word in words)
