"""How many things need me today, counted from indexes: what Today says on top and the navigation beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from netdesk.services.follow_ups import read_time
from netdesk.services.open_debriefs import count_recent_debriefs
from netdesk.store.workspace import Workspace

# Who is set aside or in the bin: nothing of theirs is asked for until they are back.
_HIDDEN = (
    "(SELECT id FROM person WHERE archived_at IS NOT NULL"
    " UNION SELECT id FROM person WHERE binned_at IS NOT NULL) h"
)


@dataclass(frozen=True, slots=True)
class Needs:
    """How many cards have no plan, follow-ups are overdue or due today, and events of late lack their debrief."""

    cards: int
    overdue: int
    due_today: int
    debriefs: int

    @property
    def all(self) -> int:
        """Everything together: the number in the navigation."""
        return self.cards + self.overdue + self.due_today + self.debriefs


def needs(ws: Workspace, now: datetime) -> Needs:
    """Count what needs me at ``now``; a few milliseconds with 40,000 cards and 30,000 follow-ups."""
    day = now.date()
    overdue, due_today = _follow_ups(ws, day)
    return Needs(_cards(ws), overdue, due_today, count_recent_debriefs(ws, now))


def next_moment(ws: Workspace, now: datetime) -> time | None:
    """Return when the next follow-up of today with a time comes due."""
    row = ws.sql(
        "SELECT min(f.due_time) FROM follow_up f JOIN person p ON p.id = f.person_id"
        " WHERE f.state = 'open' AND f.due_on = ? AND f.due_time > ? AND p.archived_at IS NULL AND p.binned_at IS NULL",
        (str(now.date()), f"{now:%H:%M}"),
    ).fetchone()
    return read_time(row[0])


def _cards(ws: Workspace) -> int:
    # Counting the whole index and taking away the few that are set aside is a tenth of asking each person.
    row = ws.sql(
        "SELECT (SELECT count(*) FROM card WHERE state = 'no_plan')"
        f" - (SELECT count(*) FROM {_HIDDEN} JOIN card c ON c.person_id = h.id WHERE c.state = 'no_plan')"
    ).fetchone()
    return int(row[0])


def _follow_ups(ws: Workspace, day: date) -> tuple[int, int]:
    due = "f.state = 'open' AND f.due_on {sign} :day"
    numbers = ", ".join(
        f"(SELECT count(*) FROM follow_up f WHERE {due.format(sign=sign)})"
        f" - (SELECT count(*) FROM {_HIDDEN} JOIN follow_up f ON f.person_id = h.id AND {due.format(sign=sign)})"
        for sign in ("<", "=")
    )
    row = ws.sql(f"SELECT {numbers}", {"day": str(day)}).fetchone()
    return int(row[0]), int(row[1])
