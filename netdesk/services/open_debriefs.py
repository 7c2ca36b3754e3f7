"""Events that are over and whose debrief was not finished; the old ones may be finished together as they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from netdesk.method.changes import Changes
from netdesk.method.dates import parse_moment
from netdesk.services.needs import DEBRIEF_OPEN, OLD, RECENT, debrief_bounds
from netdesk.store.workspace import Workspace, moment

_LIMIT = 3


@dataclass(frozen=True, slots=True)
class DebriefLine:
    """An event whose debrief is open: how many days ago it was, and how many cards lie there."""

    event_id: int
    title: str
    days: int
    cards: int


def debriefs_left_open(ws: Workspace, now: datetime, limit: int = _LIMIT) -> tuple[DebriefLine, ...]:
    """Return the events of the last thirty days whose debrief is open, the latest first."""
    rows = ws.sql(
        "SELECT e.id, e.title, e.starts_at, (SELECT count(*) FROM card c WHERE c.event_id = e.id)"
        f" FROM event e WHERE {DEBRIEF_OPEN} AND {RECENT} ORDER BY e.starts_at DESC, e.id DESC LIMIT :limit",
        {**debrief_bounds(now), "limit": limit},
    )
    day = now.date()
    return tuple(
        DebriefLine(row[0], row[1], max(0, (day - parse_moment(row[2]).date()).days), row[3]) for row in rows
    )


def count_old_debriefs(ws: Workspace, now: datetime) -> int:
    """Return how many older debriefs are open."""
    query = f"SELECT count(*) FROM event e WHERE {DEBRIEF_OPEN} AND {OLD}"
    return int(ws.sql(query, debrief_bounds(now)).fetchone()[0])


def finish_old_debriefs(ws: Workspace, now: datetime) -> Changes:
    """Call every older debrief finished with what is in it; one step, to be undone."""
    count = count_old_debriefs(ws, now)
    title = "Finish an old debrief as it is" if count == 1 else f"Finish {count:,} old debriefs as they are"
    with ws.change(title) as change:
        ws.sql(
            f"UPDATE event AS e SET debriefed_at = :at WHERE {DEBRIEF_OPEN} AND {OLD}",
            {**debrief_bounds(now), "at": moment()},
        )
    return change.changes
