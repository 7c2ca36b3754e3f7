"""How what is invented is told apart from what is real."""

from __future__ import annotations

from netdesk.store.workspace import Workspace

PERSON_MARK = "urn:netdesk:sample:"
"""How the ``uid`` of an invented person begins."""
EVENT_MARK = "sample-"
"""How the ``uid`` of an invented event begins."""
PITCHES_NOTE = "sample_pitches"
"""The preference that keeps the ids of the invented pitches."""

GROUPS_NOTE = "sample_groups"
"""The preference that keeps the ids of the invented groups."""
WINS_NOTE = "sample_wins"
"""The preference that keeps the ids of the invented wins."""
TIME_NOTE = "sample_time"
"""The preference that keeps the ids of the invented hours."""


def has_sample(ws: Workspace) -> bool:
    """Whether any invented person is in the workspace, the bin included."""
    return (
        ws.sql("SELECT 1 FROM person WHERE uid LIKE ? LIMIT 1", (f"{PERSON_MARK}%",)).fetchone() is not None
    )
