"""The list of events: a page of rows at a time, with what is missing before and what came of it afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from netdesk.method.dates import parse_moment
from netdesk.method.event_worth import Verdict
from netdesk.method.preparation import is_prepared, pitch_choice, preparation_chip
from netdesk.method.triage import Purpose, Shares, known_purpose
from netdesk.services.event_query import DEBRIEF_UNFINISHED, EventIds, EventQuery, find_events
from netdesk.services.event_sql import BEGUN, COMING, TOOK_PART
from netdesk.services.event_worth import event_worths
from netdesk.services.goal_counts import GoalCount, goal_counts
from netdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class EventOutcome:
    """What came of an event that has begun; numbers are 0 and values None while nothing is written down.

    ``trials`` are the people a pitch was tried on, ``goals`` how many were set and ``reached`` how many of them.
    """

    solid: int
    cards: int
    no_plan: int
    goals: int
    reached: int
    trials: int
    stars: float | None
    verdict: Verdict | None
    cost_per_solid: float | None
    currency: str
    hours_per_solid: float | None
    wins: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing came of it that could be told."""
        return not (self.cards or self.reached or self.trials or self.wins)


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in the list. ``starts`` and ``ends`` carry the event's own offset.

    ``purpose`` is None while nobody said who will be there; ``chip`` says what is missing or "Prepared".
    ``took_part`` is whether I was there as far as is known; ``debrief_open`` that it has begun and is not finished.
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
    begun: bool
    over: bool
    took_part: bool
    debrief_open: bool
    outcome: EventOutcome


def event_ids(ws: Workspace, now: datetime, text: str = "", *, binned: bool = False) -> EventIds:
    """Return the ids by date of the events whose title, place, host or note hold every word of ``text``.

    ``binned`` gives those in the bin instead.
    """
    return find_events(ws, EventQuery(text, binned=binned), now)


def count_binned(ws: Workspace) -> int:
    """Return how many events lie in the bin."""
    return int(ws.sql("SELECT count(*) FROM event WHERE binned_at IS NOT NULL").fetchone()[0])


def event_rows(ws: Workspace, ids: Sequence[int], now: datetime) -> tuple[EventRow, ...]:
    """Return the rows of these events in this order; ids of events that are gone are passed over."""
    if not ids:
        return ()
    numbers = ",".join(str(int(number)) for number in ids)
    people = dict(_per_event(ws, "count(*)", "expected_person", numbers))
    goals = goal_counts(ws, ids)
    outcomes = _outcomes(ws, ids, numbers, goals)
    found = {}
    for row in ws.sql(
        "SELECT id, title, starts_at, ends_at, place, host, share_target, share_close, share_same, share_other,"
        f" purpose, pitch_version_id, pitch_needed, attended, {COMING}, {BEGUN}, {TOOK_PART}, {DEBRIEF_UNFINISHED}"
        f" FROM event e WHERE id IN ({numbers})",
        {"now": now.isoformat()},
    ):
        event_goals, expected = [line.goal for line in goals[row[0]]], people.get(row[0], 0)
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
            begun=bool(row[15]),
            over=not row[14],
            took_part=bool(row[16]),
            debrief_open=bool(row[17]),
            outcome=outcomes[row[0]],
        )
    return tuple(found[number] for number in ids if number in found)


def _outcomes(
    ws: Workspace, ids: Sequence[int], numbers: str, goals: Mapping[int, Sequence[GoalCount]]
) -> dict[int, EventOutcome]:
    trials = dict(_per_event(ws, "sum(asked_more + polite + blank)", "reaction", numbers))
    return {
        event: EventOutcome(
            solid=worth.solid,
            cards=worth.cards,
            no_plan=worth.no_plan,
            goals=len(goals[event]),
            reached=sum(line.is_reached for line in goals[event]),
            trials=trials.get(event, 0),
            stars=worth.stars,
            verdict=worth.verdict,
            cost_per_solid=worth.cost_per_solid,
            currency=worth.currency,
            hours_per_solid=worth.hours_per_solid,
            wins=worth.wins,
        )
        for event, worth in event_worths(ws, ids).items()
    }


def _per_event(ws: Workspace, what: str, table: str, numbers: str) -> Iterable[tuple[int, int]]:
    query = f"SELECT event_id, {what} FROM {table} WHERE event_id IN ({numbers}) GROUP BY event_id"
    return ws.sql(query).fetchall()
