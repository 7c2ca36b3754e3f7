"""What groups and events gave in a period for the money and hours that went into them (method §2, §6, §9).

A win counts once for its event and once for its group; where none is set, that is its event's group.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from netdesk.method.group_worth import MINUTES_AN_HOUR, GroupCosts, HeldMeeting, group_year
from netdesk.method.groups import FeePer
from netdesk.method.insights.comparing import compared
from netdesk.method.insights.returns import (
    EventReturn,
    EventReturns,
    Given,
    GroupReturn,
    GroupReturns,
    groups_in_order,
    hosts_in_order,
    years,
)
from netdesk.method.money import Rates, add_up
from netdesk.method.names import fold
from netdesk.method.periods import Period
from netdesk.method.recurrence import Every
from netdesk.services.currency_rates import rates
from netdesk.services.event_sql import TOOK_PART
from netdesk.services.groups import read_day
from netdesk.services.insights.mix import EVENT_MINUTES
from netdesk.services.win_list import GROUP
from netdesk.store.workspace import Workspace

Amount = tuple[float | None, str]

# The day of an event is the one on the wall where it takes place, which its text begins with.
_IN_PERIOD = "e.binned_at IS NULL AND e.starts_at >= :first AND e.starts_at < :after"
_PLANNED = "round((julianday(e.ends_at) - julianday(e.starts_at)) * 1440) / 60"
HOST = "CASE WHEN trim(e.host) <> '' THEN e.host ELSE coalesce(g.name, '') END"
"""In SQL: who hosts the event ``e``, else the group ``g`` it belongs to."""
OF_GROUP = " LEFT JOIN networking_group g ON g.id = e.group_id AND g.binned_at IS NULL"
_SOLID = (
    f"SELECT c.event_id, count(*) FROM event e CROSS JOIN card c ON c.event_id = e.id WHERE {_IN_PERIOD}"
    " AND c.solid = 1 AND c.let_go_at IS NULL GROUP BY c.event_id"
)
WON_IN_PERIOD = "w.binned_at IS NULL AND w.won_on BETWEEN :first AND :last"
THROUGH_GROUP = (
    f" FROM win w JOIN networking_group g ON g.id = {GROUP} AND g.binned_at IS NULL WHERE {WON_IN_PERIOD}"
)
"""In SQL: the wins ``w`` of a period that came through a group ``g``."""
AT_EVENT = (
    f" FROM win w JOIN event e ON e.id = w.event_id AND e.binned_at IS NULL{OF_GROUP} WHERE {WON_IN_PERIOD}"
)
"""In SQL: the wins ``w`` of a period that came through an event ``e``."""
MEETING = f"{_IN_PERIOD} AND coalesce(e.attended, 1) = 1"
"""In SQL: a meeting of a group I was at, or never said I was not, as on the group's page."""
TAKEN_PART = f"{_IN_PERIOD} AND {TOOK_PART}"


@dataclass(slots=True)
class _Sum:
    """What is being gathered for a group or host."""

    name: str = ""
    won: list[Amount] = field(default_factory=list)
    spent: list[Amount] = field(default_factory=list)
    minutes: int = 0
    solid: int = 0
    times: int = 0
    stars: list[float] = field(default_factory=list)
    of_group: int = 0

    def given(self, at: Rates) -> Given:
        """Add it up."""
        return Given(
            len(self.won),
            add_up(self.won, at),
            add_up(self.spent, at),
            self.minutes / MINUTES_AN_HOUR,
            self.solid,
            self.times,
        )


def group_returns(ws: Workspace, period: Period, today: date, own: str) -> GroupReturns:
    """Return what each group gave and took in a period, of one under way up to today; ``own`` is three letters.

    Groups I was not in and that brought nothing are left out, as are those in the bin.
    """
    beside = compared(period, today)
    days, at = span(beside.now), rates(ws, own)
    won: dict[int, list[Amount]] = defaultdict(list)
    for group, value, currency in ws.sql(f"SELECT g.id, w.value, w.currency{THROUGH_GROUP}", days):
        won[group].append((value, currency))
    held = _meetings(ws, days)
    solid = dict(ws.sql(_SOLID, days).fetchall())
    found = []
    for group in _groups(ws):
        meetings, wins = held.get(group.id, []), won.get(group.id, [])
        in_it = _days_in(beside.now, group, today)
        if not in_it and not meetings and not wins:
            continue
        share = years(in_it)
        year = group_year(_costs(group, meetings, own), 0, 0, years=share)
        # Of a part of a fee nobody knows the pence.
        cost = (
            year.money if share == round(share) else [(float(round(each)), code) for each, code in year.money]
        )
        given = Given(
            len(wins),
            add_up(wins, at),
            add_up(cost, at),
            year.hours or 0.0,
            sum(solid.get(meeting.event_id, 0) for meeting in meetings),
            len(meetings),
        )
        left = group.left_on is not None and group.left_on <= today
        found.append(GroupReturn(group.id, group.name, given, year.estimated, left))
    before = ws.sql(f"SELECT count(*){THROUGH_GROUP}", span(beside.before)).fetchone()[0]
    all_won = add_up((amount for each in won.values() for amount in each), at)
    return GroupReturns(
        period,
        groups_in_order(found),
        sum(map(len, won.values())),
        all_won,
        before,
        beside.words,
        beside.before,
    )


def event_returns(ws: Workspace, period: Period, today: date, own: str) -> EventReturns:
    """Return what the events of each host gave in a period, and the wins of the period that came through them."""
    beside = compared(period, today)
    days, at = span(beside.now), rates(ws, own)
    solid = dict(ws.sql(_SOLID, days).fetchall())
    sums: dict[str, _Sum] = defaultdict(_Sum)
    for event, host, cost, currency, minutes, stars, group in ws.sql(
        f"SELECT e.id, {HOST}, e.cost, e.currency, {EVENT_MINUTES}, e.stars, g.id FROM event e{OF_GROUP}"
        f" WHERE {TAKEN_PART} ORDER BY julianday(e.starts_at), e.id",
        days,
    ):
        one = sums[host_key(host)]
        one.name = " ".join(host.split())
        one.times += 1
        one.of_group += group is not None
        one.minutes += minutes
        one.solid += solid.get(event, 0)
        one.spent.append((cost, currency))
        if stars is not None:
            one.stars.append(stars)
    for host, value, currency in ws.sql(
        f"SELECT {HOST}, w.value, w.currency{AT_EVENT} ORDER BY w.won_on, w.id", days
    ):
        one = sums[host_key(host)]
        one.name = one.name or " ".join(host.split())
        one.won.append((value, currency))
    found = (
        EventReturn(
            key,
            one.name,
            one.given(at),
            sum(one.stars) / len(one.stars) if one.stars else None,
            0 < one.times == one.of_group,
        )
        for key, one in sums.items()
    )
    hosts = hosts_in_order(found)
    return EventReturns(
        period,
        hosts,
        sum(one.times for one in sums.values()),
        sum(one.solid for one in sums.values()),
        _solid_in(ws, beside.before),
        beside.words,
        beside.before,
    )


def host_key(host: str) -> str:
    """Return a host's name as hosts are told apart: without capitals, accents and needless spaces."""
    return fold(host) or " ".join(host.split())


def span(period: Period) -> dict[str, object]:
    """Return the days of a period as the questions of this subject ask for them."""
    after = period.last + timedelta(days=1)
    return {"first": period.first.isoformat(), "last": period.last.isoformat(), "after": after.isoformat()}


@dataclass(frozen=True, slots=True)
class _Group:
    id: int
    name: str
    fee: float | None
    fee_per: FeePer
    currency: str
    every: Every | None
    minutes: int
    since: date | None
    left_on: date | None
    known_since: date | None


@dataclass(frozen=True, slots=True)
class _Meeting:
    event_id: int
    hours: float | None
    planned: float | None
    cost: float | None
    currency: str


def _groups(ws: Workspace) -> list[_Group]:
    found = ws.sql(
        "SELECT id, name, fee, fee_per, currency, meets_every, minutes, since, left_on, created_at"
        " FROM networking_group WHERE binned_at IS NULL ORDER BY id"
    )
    return [
        _Group(
            group,
            name,
            fee,
            FeePer(per),
            code,
            Every(every) if every else None,
            minutes,
            read_day(since),
            read_day(left),
            read_day(created),
        )
        for group, name, fee, per, code, every, minutes, since, left, created in found
    ]


def _meetings(ws: Workspace, days: dict[str, object]) -> dict[int, list[_Meeting]]:
    found: dict[int, list[_Meeting]] = defaultdict(list)
    for group, *meeting in ws.sql(
        f"SELECT e.group_id, e.id, e.hours, {_PLANNED}, e.cost, e.currency FROM event e"
        f" WHERE e.group_id IS NOT NULL AND {MEETING}",
        days,
    ):
        found[group].append(_Meeting(*meeting))
    return found


def _costs(group: _Group, meetings: list[_Meeting], own: str) -> GroupCosts:
    held = []
    for one in meetings:
        long = one.hours if one.hours is not None else one.planned or group.minutes / MINUTES_AN_HOUR
        held.append(HeldMeeting(long, one.cost, one.currency or own))
    return GroupCosts(
        group.fee, group.fee_per, group.currency or own, group.every, group.minutes, tuple(held)
    )


def _days_in(period: Period, group: _Group, today: date) -> int:
    """How many days of a period I was a member, up to today.

    A group without a day of joining counts for whole periods, but for none that was over before I wrote it down.
    """
    if group.since is None and group.known_since is not None and period.last < group.known_since:
        return 0
    first = max(period.first, group.since or period.first)
    last = min(period.last, group.left_on or period.last, today)
    return max(0, (last - first).days + 1)


def _solid_in(ws: Workspace, period: Period) -> int:
    row = ws.sql(
        f"SELECT count(*) FROM event e CROSS JOIN card c ON c.event_id = e.id WHERE {TAKEN_PART}"
        " AND c.solid = 1 AND c.let_go_at IS NULL",
        span(period),
    ).fetchone()
    return int(row[0])
