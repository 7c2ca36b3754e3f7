"""When a one-to-one reminds me, and when it is over (method §5). Asked before the first window: plain SQL only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from netdesk.method.dates import parse_moment
from netdesk.method.one_to_ones import LONGEST_REMINDER
from netdesk.store.workspace import Workspace

_AHEAD = timedelta(minutes=LONGEST_REMINDER) + timedelta(days=2)


@dataclass(frozen=True, slots=True)
class ReminderDue:
    """A one-to-one of which I am to be reminded now; ``starts`` on this computer's clock."""

    id: int
    person_id: int
    name: str
    starts: datetime
    place: str
    objective: str


def reminders_due(ws: Workspace, after: datetime | None, now: datetime) -> tuple[ReminderDue, ...]:
    """Return those whose reminder came after ``after`` and by ``now``, the first to begin first.

    With ``after`` None, as at the start of the program, all whose reminder has come and that have not begun.
    """
    found = []
    for row in _plans(ws, now):
        starts = parse_moment(row[3])
        if row[5] is None:
            continue
        moment = starts - timedelta(minutes=row[5])
        fresh = starts > now if after is None else after < moment
        if moment <= now and fresh and now < starts + timedelta(minutes=row[4]):
            here = starts.astimezone(now.tzinfo)
            found.append(ReminderDue(row[0], row[1], row[2], here, row[6], row[7]))
    return tuple(sorted(found, key=lambda one: (one.starts, one.id)))


def next_one_to_one_moment(ws: Workspace, now: datetime) -> datetime | None:
    """Return the next moment after ``now`` at which a one-to-one reminds me or is over; None for none in sight."""
    moments = []
    for row in _plans(ws, now):
        starts = parse_moment(row[3])
        moments.append(starts + timedelta(minutes=row[4]))
        if row[5] is not None:
            moments.append(starts - timedelta(minutes=row[5]))
    return min((one for one in moments if one > now), default=None)


def _plans(ws: Workspace, now: datetime) -> list[tuple[Any, ...]]:
    """The open plans of these weeks: what lies further off cannot remind yet."""
    return ws.sql(
        "SELECT o.id, p.id, p.display_name, o.starts_at, o.minutes, o.remind_minutes, o.place, o.objective"
        " FROM one_to_one o JOIN person p ON p.id = o.person_id WHERE o.interaction_id IS NULL"
        " AND o.called_off_at IS NULL AND o.starts_at > ? AND o.starts_at < ?"
        " AND p.archived_at IS NULL AND p.binned_at IS NULL",
        (str((now - timedelta(days=3)).date()), str((now + _AHEAD).date())),
    ).fetchall()
