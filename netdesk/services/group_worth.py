"""What a group took and gave in the last year, and the sentence that says what is missing (method §6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from netdesk.method.group_worth import (
    MINUTES_AN_HOUR,
    GroupCosts,
    GroupYear,
    HeldMeeting,
    Wins,
    group_year,
    verdict,
)
from netdesk.method.ledger import GIVEN, RECEIVED, HelpWay
from netdesk.services.group_audit import Audit, audit
from netdesk.services.groups import Group
from netdesk.services.preferences import preferences
from netdesk.services.won_there import won_through_group
from netdesk.store.workspace import Workspace

_A_YEAR = timedelta(days=365)
# Meetings I was at or never said I was not; the day is the one on the wall, which the text begins with.
_HELD = (
    "SELECT hours, (julianday(coalesce(ends_at, starts_at)) - julianday(starts_at)) * 24, cost, currency"
    " FROM event WHERE group_id = :group AND binned_at IS NULL AND coalesce(attended, 1) = 1"
    " AND substr(starts_at, 1, 10) > :after AND substr(starts_at, 1, 10) <= :until"
)
_ON = "coalesce(l.closed_on, l.happened_on)"
_COUNTED = f"l.state = 'done' AND l.way = :way AND {_ON} > :after AND {_ON} <= :until"
# Between me and members while they were members; what is written down for another group counts there.
_REFERRALS = (
    "SELECT kind, count(*) FROM ("
    " SELECT l.kind FROM member m JOIN person p ON p.id = m.person_id AND p.binned_at IS NULL"
    " CROSS JOIN ledger_entry l ON l.person_id = m.person_id AND l.group_id IS NULL"
    f" WHERE m.group_id = :group AND {_COUNTED} AND {_ON} <= coalesce(m.left_on, :until)"
    f" UNION ALL SELECT l.kind FROM ledger_entry l WHERE l.group_id = :group AND {_COUNTED}"
    ") GROUP BY kind"
)


@dataclass(frozen=True, slots=True)
class GroupWorth:
    """A group's last year up to ``until`` (today, or the day I left), and the one sentence."""

    group_id: int
    name: str
    until: date
    year: GroupYear
    verdict: str


def group_worth(ws: Workspace, group_id: int, today: date) -> GroupWorth:
    """Return what a group was worth in the last year. Raises NotFound."""
    return worth_of(ws, audit(ws, group_id, today), today)


def worth_of(ws: Workspace, known: Audit, today: date) -> GroupWorth:
    """Return what a group was worth whose audit is at hand."""
    group = known.group
    until = today if group.left_on is None else min(today, group.left_on)
    asked = {"group": group.id, "after": (until - _A_YEAR).isoformat(), "until": until.isoformat()}
    counted = dict(ws.sql(_REFERRALS, {**asked, "way": HelpWay.REFERRAL.value}).fetchall())
    year = group_year(
        _costs(ws, group, asked),
        sum(counted.get(kind.value, 0) for kind in GIVEN),
        sum(counted.get(kind.value, 0) for kind in RECEIVED),
        _wins(ws, group.id, asked),
    )
    return GroupWorth(
        group.id, group.name, until, year, verdict(known.count, known.shares, group.since, today)
    )


def _wins(ws: Workspace, group_id: int, asked: dict[str, object]) -> Wins | None:
    won = won_through_group(ws, group_id, str(asked["after"]), str(asked["until"]))
    if won is None:
        return None
    total = won.total
    value = total.value if total.value or (total.is_known and not total.apart) else None
    return Wins(won.count, value, total.currency, total.apart)


def _costs(ws: Workspace, group: Group, asked: dict[str, object]) -> GroupCosts:
    own = preferences(ws).currency
    held = []
    for hours, planned, cost, currency in ws.sql(_HELD, asked).fetchall():
        long = hours if hours is not None else planned or group.minutes / MINUTES_AN_HOUR
        held.append(HeldMeeting(long, cost, currency or own))
    return GroupCosts(
        group.fee, group.fee_per, group.currency or own, group.meets_every, group.minutes, tuple(held)
    )
