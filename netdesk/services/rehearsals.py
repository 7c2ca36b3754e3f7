"""Rehearsals of a version: the times that were kept."""

from __future__ import annotations

from collections.abc import Sequence

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput
from netdesk.method.rehearsal import LONGEST, Rehearsed
from netdesk.services.history_words import in_title
from netdesk.services.pitches import version_name
from netdesk.store.workspace import Workspace, moment


def keep_rehearsals(ws: Workspace, version_id: int, seconds: Sequence[int]) -> Changes:
    """Keep how long a version took each time, in the order it was said. Raises InvalidInput, NotFound."""
    if not all(1 <= each <= LONGEST for each in seconds):
        raise InvalidInput("A rehearsal takes from a second to a day.", field="seconds")
    often = "a rehearsal" if len(seconds) == 1 else f"{len(seconds)} rehearsals"
    now = moment()
    with ws.change(f"Keep {often} of “{in_title(version_name(ws, version_id))}”") as change:
        ws.many(
            "INSERT INTO rehearsal (pitch_version_id, seconds, made_at) VALUES (?, ?, ?)",
            [(version_id, each, now) for each in seconds],
        )
    return change.changes


def rehearsed(ws: Workspace, pitch_id: int) -> dict[int, Rehearsed]:
    """Return how the versions of a pitch were rehearsed; those that were not are left out."""
    rows = ws.sql(
        "SELECT v.id, count(*), min(r.seconds), (SELECT l.seconds FROM rehearsal l"
        " WHERE l.pitch_version_id = v.id ORDER BY julianday(l.made_at) DESC, l.id DESC LIMIT 1)"
        " FROM pitch_version v JOIN rehearsal r ON r.pitch_version_id = v.id WHERE v.pitch_id = ? GROUP BY v.id",
        (pitch_id,),
    )
    return {version: Rehearsed(times, last, best) for version, times, best, last in rows}
