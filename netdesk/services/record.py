"""What stands in the record of people for moving them up a level: the counts ``method.evidence`` judges."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netdesk.method.evidence import Evidence
from netdesk.store.workspace import Workspace

RECORD = (
    "met_days, follow_ups_done, one_to_ones_achieved, one_to_ones_held, gives, receives, made_together,"
    " referrals_given, referrals_received, wins_given, wins_received"
)
"""The columns of ``person`` that :func:`evidence_of` reads, in its order."""


def evidence_of(record: Sequence[object], last_one_to_one: date | None = None) -> Evidence:
    """Read the values of ``RECORD``."""
    counts = [int(str(one)) for one in record]
    met, done, achieved, held, gives, receives, made, given, received, wins_given, wins_received = counts
    return Evidence(
        days_met=met,
        follow_ups_done=done,
        one_to_ones_achieved=achieved,
        last_one_to_one=last_one_to_one,
        one_to_ones_held=held,
        gives=gives,
        receives=receives,
        made_together=made,
        referrals_given=given,
        referrals_received=received,
        wins_given=wins_given,
        wins_received=wins_received,
    )


def record_of(ws: Workspace, person_id: int) -> Evidence:
    """Return the evidence of one person, with the day of the last one-to-one; an empty one for who is gone."""
    row = ws.sql(f"SELECT {RECORD} FROM person WHERE id = ?", (person_id,)).fetchone()
    return evidence_of(row, _last_one_to_one(ws, person_id)) if row else Evidence()


def _last_one_to_one(ws: Workspace, person_id: int) -> date | None:
    row = ws.sql(
        "SELECT substr(i.happened_at, 1, 10) FROM interaction_person ip"
        " JOIN interaction i ON i.id = ip.interaction_id WHERE ip.person_id = ? AND i.kind = 'one_to_one'"
        " ORDER BY i.outcome IS 'achieved' DESC, i.happened_at DESC LIMIT 1",
        (person_id,),
    ).fetchone()
    return date.fromisoformat(row[0]) if row else None
