"""Everything still to do, of everybody, as a list: what is late first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from netdesk.method.follow_ups import FollowUpState
from netdesk.method.typed_times import read_kept_time
from netdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ListedFollowUp:
    """An open follow-up with whom it is for; ``card_id`` and ``event`` ("" for none) say where it comes from."""

    id: int
    person_id: int
    name: str
    organisation: str
    action: str
    due: date
    at: time | None
    moved: int
    card_id: int | None
    event: str


def all_follow_ups(ws: Workspace, until: date | None = None) -> tuple[ListedFollowUp, ...]:
    """Return the open follow-ups due by ``until``, that day included (None: all); people in the bin are left out."""
    rows = ws.sql(
        "SELECT f.id, f.person_id, p.display_name, p.organisation_name, f.action, f.due_on, f.due_time, f.moved,"
        " f.card_id, coalesce(e.title, '') FROM follow_up f JOIN person p ON p.id = f.person_id"
        " LEFT JOIN event e ON e.id = f.event_id WHERE f.state = ? AND f.due_on <= ?"
        " AND p.binned_at IS NULL ORDER BY f.due_on, coalesce(f.due_time, '99'), f.id",
        (FollowUpState.OPEN.value, str(until or date.max)),
    )
    return tuple(
        ListedFollowUp(
            row[0], row[1], row[2], row[3], row[4], date.fromisoformat(row[5]), read_kept_time(row[6]),
            row[7], row[8], row[9],
        )
        for row in rows
    )  # fmt: skip
