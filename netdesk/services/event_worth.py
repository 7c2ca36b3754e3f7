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
from netdesk.method.money import Total
from netdesk.method.names import fold
from netdesk.method.triage import Purpose
from netdesk.services.event_sql import NO_PLAN, PURPOSE, TOOK_PART, spellings
from netdesk.services.preferences import preferences
from netdesk.services.won_there import Won, won_at_events
from netdesk.store.workspace import Workspace

_CARDS = f"SELECT c.event_id, count(*), sum(c.solid), sum({NO_PLAN}) FROM card c"
_NONE = (0, 0, 0)
_NO_CARDS = " WHERE 0"
_PURPOSES: dict[str, Purpose] = {each.value: each for each in Purpose}
_EARLIER = 3


class Grouping(StrEnum):
    """By what events are put together."""

    HOST = "host"
    PURPOSE = "purpose"


@dataclass(frozen=True, slots=True)
class EventWorth:
    """What one event gave. ``cost_per_solid`` and ``hours_per_solid`` are None without a solid contact.

    ``cost``, ``hours`` and ``stars`` are None while not written down; ``verdict`` is None while not judged.
    ``wins`` came from it, worth ``won`` together (None without any).
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
    wins: int = 0
    won: Total | None = None


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

    ``last_event`` is the latest of them. ``open_cards`` are cards that have no plan yet, of all events of the host or
    of those three of the purpose; ``open_event`` is the latest event with such a card (0 without any).
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
        for each in _read(ws, f"e.id IN ({numbers})", f" WHERE c.event_id IN ({numbers})", event_ids)
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
    this = next(iter(_read(ws, f"e.id = {int(event_id)}", _NO_CARDS)), None)
    if this is None:
        raise NotFound("That event is not in the workspace any more.", "Choose another one from the list.")
    before = f"e.id <> {this.id} AND julianday(e.starts_at) < julianday(:at) AND e.binned_at IS NULL AND {TOOK_PART}"
    if fold(this.host):
        marks = {f"host{place}": host for place, host in enumerate(spellings(ws, this.host))}
        same = f"e.host IN ({', '.join(f':{mark}' for mark in marks)}) AND {before}"
        found = _earlier(ws, Grouping.HOST, this.host, same, {"at": this.starts_at, **marks})
        if found is not None:
            return found
    if this.purpose is None:
        return None
    same = f"{PURPOSE} = :purpose AND {before}"
    values = {"at": this.starts_at, "purpose": this.purpose.value}
    return _earlier(ws, Grouping.PURPOSE, this.purpose.label, same, values)


def _earlier(
    ws: Workspace, grouping: Grouping, name: str, same: str, values: dict[str, str]
) -> EarlierWorth | None:
    latest = ws.sql(
        f"SELECT e.id FROM event e WHERE {same} ORDER BY julianday(e.starts_at) DESC, e.id DESC LIMIT {_EARLIER}",
        values,
    ).fetchall()
    if not latest:
        return None
    numbers = _list(row[0] for row in latest)
    last = _read(ws, f"e.id IN ({numbers})", f" WHERE c.event_id IN ({numbers})", [row[0] for row in latest])
    # Of a purpose only the events told of are looked through: there can be thousands.
    asked = same if grouping is Grouping.HOST else f"e.id IN ({numbers})"
    waiting = ws.sql(
        f"SELECT e.id, count(*) FROM event e CROSS JOIN card c ON c.event_id = e.id WHERE {NO_PLAN} AND {asked}"
        " GROUP BY e.id ORDER BY julianday(e.starts_at) DESC, e.id DESC",
        values,
    ).fetchall()
    return EarlierWorth(
        by=grouping,
        name=name,
        worth=add_up([each.outcome for each in last]),
        last_event=latest[0][0],
        open_cards=sum(row[1] for row in waiting),
        open_event=waiting[0][0] if waiting else 0,
    )


def _taken_part(ws: Workspace, since: date | None, until: date | None) -> list[_Event]:
    # The day of an event is the one on the wall where it takes place, which its text begins with.
    days = f" AND substr(e.starts_at, 1, 10) >= '{since.isoformat()}'" if since else ""
    days += f" AND substr(e.starts_at, 1, 10) <= '{until.isoformat()}'" if until else ""
    return _read(ws, f"e.binned_at IS NULL{days} AND {TOOK_PART}", " WHERE c.event_id IS NOT NULL")


def _read(ws: Workspace, condition: str, cards: str, event_ids: Sequence[int] | None = None) -> list[_Event]:
    """Read events with what came of them, the earliest first; ``event_ids`` are they, where that is known."""
    counts = {row[0]: row[1:] for row in ws.sql(f"{_CARDS}{cards} GROUP BY c.event_id")}
    own = preferences(ws).currency
    won = won_at_events(ws, event_ids)
    return [
        _Event(
            id=row[0],
            host=row[1],
            starts_at=row[2],
            purpose=_PURPOSES.get(row[7]),
            outcome=_outcome(
                counts.get(row[0], _NONE), row[3], row[4] or own, row[5], row[6], won.get(row[0])
            ),
        )
        for row in ws.sql(
            f"SELECT e.id, e.host, e.starts_at, e.cost, e.currency, e.hours, e.stars, {PURPOSE}"
            f" FROM event e WHERE {condition}"
            " ORDER BY julianday(e.starts_at), e.id"
        )
    ]


def _outcome(
    counts: tuple[int, int, int],
    cost: float | None,
    currency: str,
    hours: float | None,
    stars: float | None,
    won: Won | None,
) -> Outcome:
    cards, solid, no_plan = counts
    return Outcome(
        solid,
        cards,
        no_plan,
        cost,
        "" if cost is None else currency,
        hours,
        stars,
        won.count if won else 0,
        won.total if won else None,
    )


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
        wins=came.wins,
        won=came.won,
    )


def _group(grouping: Grouping, events: list[_Event]) -> GroupWorth:
    latest = events[-1]
    purpose = latest.purpose if grouping is Grouping.PURPOSE else None
    name = latest.host if grouping is Grouping.HOST else "" if purpose is None else purpose.label
    worth = add_up([each.outcome for each in events])
    return GroupWorth(name, purpose, worth, parse_moment(latest.starts_at).date())


def _list(ids: Iterable[int]) -> str:
    return ",".join(str(int(number)) for number in ids)
