"""What events gave: of each one, by host or by purpose, and which kind of event did best.

Only events I took part in count: marked as attended, or not marked but judged or with a card. An event's
currency is the preferred one where none is written. Cards of people in the bin ask for no plan any more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netdesk.method import event_worth as method
from netdesk.method.dates import parse_moment
from netdesk.method.errors import NotFound
from netdesk.method.event_worth import EventKind, Outcome, Verdict, WorthSum, add_up, per_solid, verdict_of
from netdesk.method.names import fold
from netdesk.method.triage import Purpose, Shares, known_purpose
from netdesk.services.preferences import preferences
from netdesk.store.workspace import Workspace

TOOK_PART = (
    "(e.attended = 1 OR (e.attended IS NULL AND (e.stars IS NOT NULL OR e.debriefed_at IS NOT NULL"
    " OR EXISTS (SELECT 1 FROM card c WHERE c.event_id = e.id))))"
)
"""In SQL: whether I was at the event ``e``."""
NO_PLAN = (
    "(c.state = 'no_plan'"
    " AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id AND p.binned_at IS NOT NULL))"
)
"""In SQL: whether the card ``c`` still needs a plan."""
_CARDS = f"SELECT c.event_id, count(*), sum(c.solid), sum({NO_PLAN}) FROM card c"
_NONE = (0, 0, 0)
_EARLIER = 3


class Grouping(StrEnum):
    """By what events are put together."""

    HOST = "host"
    PURPOSE = "purpose"


@dataclass(frozen=True, slots=True)
class EventWorth:
    """What one event gave. ``cost_per_solid`` and ``hours_per_solid`` are None without a solid contact.

    ``cost``, ``hours`` and ``stars`` are None while not written down; ``verdict`` is None while not judged.
    """

    event_id: int
    solid: int
    cards: int
    no_plan: int
    cost: float | None
    currency: str
    hours: float | None
    cost_per_solid: float | None
    hours_per_solid: float | None
    stars: float | None
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class GroupWorth:
    """What the events of one host or purpose gave; ``name`` is "" for events without it, ``last`` the latest day."""

    name: str
    purpose: Purpose | None
    worth: WorthSum
    last: date


@dataclass(frozen=True, slots=True)
class EarlierWorth:
    """What earlier events of the same host gave, else of the same purpose (``by``), the last three at most.

    ``last_event`` is the latest of them. ``open_cards`` are cards of all those events, also older ones, that have
    no plan yet, ``open_event`` the latest event with such a card (0 without any).
    """

    by: Grouping
    name: str
    worth: WorthSum
    last_event: int
    open_cards: int
    open_event: int


@dataclass(frozen=True, slots=True)
class _Event:
    id: int
    host: str
    purpose: Purpose | None
    starts_at: str
    outcome: Outcome


def event_worths(ws: Workspace, event_ids: Sequence[int]) -> dict[int, EventWorth]:
    """Return what these events gave, by id; ids that are gone are left out."""
    if not event_ids:
        return {}
    numbers = _list(event_ids)
    return {
        each.id: _worth(each)
        for each in _read(ws, f"e.id IN ({numbers})", f" WHERE c.event_id IN ({numbers})")
    }


def worth_by(
    ws: Workspace, grouping: Grouping, since: date | None = None, until: date | None = None
) -> tuple[GroupWorth, ...]:
    """Return what the events of each host or purpose gave, the latest first; ``since`` and ``until`` are days."""
    groups: dict[object, list[_Event]] = defaultdict(list)
    for event in _taken_part(ws, since, until):
        groups[fold(event.host) if grouping is Grouping.HOST else event.purpose].append(event)
    found = [_group(grouping, events) for events in groups.values()]
    return tuple(sorted(found, key=lambda group: (group.last, group.name), reverse=True))


def best_kind_sentence(ws: Workspace, today: date) -> str:
    """Say which kind of event did best this year, "" while there is too little to say."""
    kinds: dict[tuple[Purpose | None, str], list[_Event]] = defaultdict(list)
    for event in _taken_part(ws, date(today.year, 1, 1), today):
        kinds[event.purpose, fold(event.host)].append(event)
    return method.best_kind_sentence(
        EventKind(events[-1].purpose, events[-1].host, add_up([each.outcome for each in events]))
        for events in kinds.values()
    )


def earlier_worth(ws: Workspace, event_id: int) -> EarlierWorth | None:
    """Return what earlier events of the same host gave, else of the same purpose; None without any. Raises NotFound."""
    this = next(iter(_heads(ws, f"e.id = {int(event_id)}")), None)
    if this is None:
        raise NotFound("That event is not in the workspace any more.", "Choose another one from the list.")
    before = f"julianday(e.starts_at) < julianday('{parse_moment(this.starts_at).isoformat()}')"
    earlier = _heads(ws, f"e.binned_at IS NULL AND e.id <> {this.id} AND {before} AND {TOOK_PART}")
    host = fold(this.host)
    same = [each for each in earlier if host and fold(each.host) == host]
    if same:
        return _earlier(ws, Grouping.HOST, this.host, same)
    same = [each for each in earlier if each.purpose is not None and each.purpose is this.purpose]
    return _earlier(ws, Grouping.PURPOSE, same[-1].purpose.label, same) if same and same[-1].purpose else None


def _earlier(ws: Workspace, grouping: Grouping, name: str, same: list[_Event]) -> EarlierWorth:
    numbers = _list([each.id for each in same])
    known = _read(ws, f"e.id IN ({numbers})", f" WHERE c.event_id IN ({numbers})")
    waiting = [each for each in known if each.outcome.no_plan]
    return EarlierWorth(
        by=grouping,
        name=name,
        worth=add_up([each.outcome for each in known[-_EARLIER:]]),
        last_event=known[-1].id,
        open_cards=sum(each.outcome.no_plan for each in waiting),
        open_event=waiting[-1].id if waiting else 0,
    )


def _taken_part(ws: Workspace, since: date | None, until: date | None) -> list[_Event]:
    # The day of an event is the one on the wall where it takes place, which its text begins with.
    days = f" AND substr(e.starts_at, 1, 10) >= '{since.isoformat()}'" if since else ""
    days += f" AND substr(e.starts_at, 1, 10) <= '{until.isoformat()}'" if until else ""
    return _read(ws, f"e.binned_at IS NULL{days} AND {TOOK_PART}", " WHERE c.event_id IS NOT NULL")


def _heads(ws: Workspace, condition: str) -> list[_Event]:
    return _read(ws, condition, " WHERE 0")


def _read(ws: Workspace, condition: str, cards: str) -> list[_Event]:
    """Read events with what came of them, the earliest first."""
    counts = {row[0]: row[1:] for row in ws.sql(f"{_CARDS}{cards} GROUP BY c.event_id")}
    own = preferences(ws).currency
    return [
        _Event(
            id=row[0],
            host=row[1],
            starts_at=row[2],
            purpose=known_purpose(Shares(*row[7:11]), row[11]),
            outcome=_outcome(counts.get(row[0], _NONE), row[3], row[4] or own, row[5], row[6]),
        )
        for row in ws.sql(
            "SELECT e.id, e.host, e.starts_at, e.cost, e.currency, e.hours, e.stars, e.share_target, e.share_close,"
            f" e.share_same, e.share_other, e.purpose FROM event e WHERE {condition}"
            " ORDER BY julianday(e.starts_at), e.id"
        )
    ]


def _outcome(
    counts: tuple[int, int, int], cost: float | None, currency: str, hours: float | None, stars: float | None
) -> Outcome:
    cards, solid, no_plan = counts
    return Outcome(solid, cards, no_plan, cost, "" if cost is None else currency, hours, stars)


def _worth(event: _Event) -> EventWorth:
    came = event.outcome
    return EventWorth(
        event_id=event.id,
        solid=came.solid,
        cards=came.cards,
        no_plan=came.no_plan,
        cost=came.cost,
        currency=came.currency,
        hours=came.hours,
        cost_per_solid=per_solid(came.cost, came.solid),
        hours_per_solid=per_solid(came.hours, came.solid),
        stars=came.stars,
        verdict=verdict_of(came.stars),
    )


def _group(grouping: Grouping, events: list[_Event]) -> GroupWorth:
    latest = events[-1]
    purpose = latest.purpose if grouping is Grouping.PURPOSE else None
    name = latest.host if grouping is Grouping.HOST else "" if purpose is None else purpose.label
    worth = add_up([each.outcome for each in events])
    return GroupWorth(name, purpose, worth, parse_moment(latest.starts_at).date())


def _list(ids: Iterable[int]) -> str:
    return ",".join(str(int(number)) for number in ids)
