"""How many things need me today, counted from indexes: what Today says on top and the navigation beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from netdesk.method.today import OLD_DEBRIEF_DAYS
from netdesk.method.typed_times import read_kept_time
from netdesk.services.event_sql import ENDS
from netdesk.services.one_to_one_reminders import next_one_to_one_moment
from netdesk.store.workspace import Workspace

DEBRIEF_OPEN = (
    "e.binned_at IS NULL AND e.debriefed_at IS NULL AND e.attended IS NOT 0"
    f" AND e.starts_at < :until AND {ENDS} < julianday(:now)"
)
"""In SQL, of ``event e``: it is over, I did not say that I was away, and its debrief is not finished."""
RECENT, OLD = "e.starts_at >= :since", "e.starts_at < :since"
_THEIRS = "JOIN person p ON p.id = t.person_id WHERE p.archived_at IS NULL AND p.binned_at IS NULL"
_PROMISES = (
    f"(SELECT count(*) FROM ledger_entry t {_THEIRS} AND t.state = 'open' AND t.kind = 'promise'"
    " AND t.due_on <= :day)"
)
_ONE_TO_ONES = (
    f"(SELECT count(*) FROM one_to_one t {_THEIRS} AND t.interaction_id IS NULL AND t.called_off_at IS NULL"
    " AND t.starts_at < :tomorrow)"
)
# Who is set aside or in the bin: nothing of theirs is asked for until they are back.
_HIDDEN = (
    "(SELECT id FROM person WHERE archived_at IS NOT NULL UNION ALL"
    " SELECT id FROM person WHERE binned_at IS NOT NULL AND archived_at IS NULL)"
)


@dataclass(frozen=True, slots=True)
class Needs:
    """How many cards have no plan, follow-ups are overdue or due today, events of late lack their debrief.

    ``promises`` are those that are late or due today, ``one_to_ones`` those of today and those not written down yet.
    """

    cards: int
    overdue: int
    due_today: int
    debriefs: int
    promises: int = 0
    one_to_ones: int = 0

    @property
    def all(self) -> int:
        """Everything together: the number in the navigation."""
        return self.cards + self.overdue + self.due_today + self.debriefs + self.promises + self.one_to_ones


@dataclass(frozen=True, slots=True)
class DueNow:
    """A follow-up whose time has come."""

    id: int
    person_id: int
    name: str
    action: str
    at: time


def needs(ws: Workspace, now: datetime) -> Needs:
    """Count what needs me at ``now``; a few milliseconds with 40,000 cards and 30,000 follow-ups."""
    values = {"day": str(now.date()), "tomorrow": str(now.date() + timedelta(days=1))}
    # Counting whole indexes and taking away the few that are set aside is a tenth of asking each person.
    every = ws.sql(f"SELECT {', '.join(_counting())}", values).fetchone()
    parts = ", ".join(f"total({part})" for part in _counting(" AND person_id = h.id"))
    hidden = ws.sql(f"SELECT {parts} FROM {_HIDDEN} h", values).fetchone()
    cards, overdue, due_today = (int(one - away) for one, away in zip(every, hidden, strict=True))
    # Few of these are open at any time: each asks its person.
    promises, one_to_ones = ws.sql(f"SELECT {_PROMISES}, {_ONE_TO_ONES}", values).fetchone()
    return Needs(cards, overdue, due_today, _debriefs(ws, now), promises, one_to_ones)


def next_moment(ws: Workspace, now: datetime) -> time | None:
    """Return when the next follow-up of today with a time comes due, or a one-to-one reminds me or is over."""
    row = ws.sql(
        "SELECT min(f.due_time) FROM follow_up f JOIN person p ON p.id = f.person_id"
        " WHERE f.state = 'open' AND f.due_on = ? AND f.due_time > ? AND p.archived_at IS NULL AND p.binned_at IS NULL",
        (str(now.date()), f"{now:%H:%M}"),
    ).fetchone()
    moment = next_one_to_one_moment(ws, now)
    here = moment.astimezone(now.tzinfo) if moment is not None else None
    times = [read_kept_time(row[0]), here.time() if here is not None and here.date() == now.date() else None]
    return min((one for one in times if one is not None), default=None)


def come_due(ws: Workspace, after: datetime, now: datetime) -> tuple[DueNow, ...]:
    """Return today's open follow-ups whose time came after ``after`` (or after midnight), the earliest first."""
    since = f"{after:%H:%M}" if after.date() == now.date() else ""
    rows = ws.sql(
        "SELECT f.id, p.id, p.display_name, f.action, f.due_time FROM follow_up f"
        " JOIN person p ON p.id = f.person_id WHERE f.state = 'open' AND f.due_on = ? AND f.due_time > ?"
        " AND f.due_time <= ? AND p.archived_at IS NULL AND p.binned_at IS NULL ORDER BY f.due_time, f.id",
        (str(now.date()), since, f"{now:%H:%M}"),
    )
    read = ((row, read_kept_time(row[4])) for row in rows)
    return tuple(DueNow(row[0], row[1], row[2], row[3], at) for row, at in read if at is not None)


def debrief_bounds(now: datetime) -> dict[str, object]:
    """Return the values of the conditions on debriefs; the days let the index narrow what is compared exactly."""
    return {
        "now": now.isoformat(),
        "since": str(now.date() - timedelta(days=OLD_DEBRIEF_DAYS)),
        "until": str(now.date() + timedelta(days=2)),
    }


def _debriefs(ws: Workspace, now: datetime) -> int:
    query = f"SELECT count(*) FROM event e WHERE {DEBRIEF_OPEN} AND {RECENT}"
    return int(ws.sql(query, debrief_bounds(now)).fetchone()[0])


def _counting(theirs: str = "") -> tuple[str, str, str]:
    """Return three counts in SQL: cards with no plan, follow-ups overdue, follow-ups due today."""
    due = "(SELECT count(*) FROM follow_up WHERE state = 'open' AND due_on {sign} :day" + theirs + ")"
    return (
        f"(SELECT count(*) FROM card WHERE state = 'no_plan'{theirs})",
        due.format(sign="<"),
        due.format(sign="="),
    )
