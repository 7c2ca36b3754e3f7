"""All follow-ups that are due, and doing, moving or dropping many of them in one step."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable
from datetime import date, datetime

from netdesk.method.calendar_words import short_day
from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput
from netdesk.method.follow_ups import FollowUpState
from netdesk.services.follow_up_sql import BY_MOMENT
from netdesk.services.typed_text import SENTENCE, clean_line
from netdesk.store.workspace import Workspace, moment

_OPEN = f"state = '{FollowUpState.OPEN.value}' AND id IN (SELECT value FROM json_each(:ids))"


def due_ids(ws: Workspace, now: datetime) -> array[int]:
    """Return the ids of the follow-ups that are overdue or due today, the most pressing first."""
    rows = ws.sql(
        "SELECT f.id FROM follow_up f JOIN person p ON p.id = f.person_id"
        f" WHERE f.state = '{FollowUpState.OPEN.value}' AND f.due_on <= ? AND p.archived_at IS NULL"
        f" AND p.binned_at IS NULL ORDER BY {BY_MOMENT}",
        (str(now.date()),),
    )
    return array("q", (row[0] for row in rows))


def finish_follow_ups(ws: Workspace, ids: Iterable[int]) -> Changes:
    """They are done; closed ones stay as they are."""
    done = {"state": FollowUpState.DONE.value, "at": moment()}
    return _write(ws, ids, "Do {0}", "state = :state, closed_at = :at", done)


def drop_follow_ups(ws: Workspace, ids: Iterable[int], reason: str = "") -> Changes:
    """Let them go on purpose; closed ones stay as they are. Raises ``InvalidInput`` for too long a reason."""
    reason = clean_line(reason, SENTENCE, field="reason")
    dropped = {"state": FollowUpState.DROPPED.value, "at": moment(), "reason": reason}
    return _write(ws, ids, "Drop {0}", "state = :state, closed_at = :at, reason = :reason", dropped)


def move_follow_ups(ws: Workspace, ids: Iterable[int], to: date, today: date) -> Changes:
    """Do them another day, today or later; each that was on another day counts as moved.

    Raises ``InvalidInput`` for a day that is past.
    """
    if to < today:
        raise InvalidInput("Choose today or a later day.", field="due")
    changed = "moved = moved + (due_on <> :day), due_on = :day"
    return _write(ws, ids, f"Move {{0}} to {short_day(to, today)}", changed, {"day": to.isoformat()})


def _write(
    ws: Workspace, ids: Iterable[int], title: str, assignments: str, values: dict[str, str]
) -> Changes:
    known = {"ids": json.dumps(list(ids))}
    count = int(ws.sql(f"SELECT count(*) FROM follow_up WHERE {_OPEN}", known).fetchone()[0])
    with ws.change(title.format("a follow-up" if count == 1 else f"{count:,} follow-ups")) as change:
        ws.sql(f"UPDATE follow_up SET {assignments} WHERE {_OPEN}", values | known)
    return change.changes
