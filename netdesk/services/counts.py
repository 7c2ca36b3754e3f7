"""The figures beside the places in the navigation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Counts:
    """People who are neither binned nor archived, and events to come; whether anybody or a pitch is there at all."""

    people: int
    coming_events: int
    all_events: int
    anybody: bool
    any_pitch: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in the workspace; who lies in the archive or the bin can still be brought back."""
        return not self.anybody and self.all_events == 0 and not self.any_pitch


def counts(workspace: Workspace, today: date) -> Counts:
    """Count what the navigation shows; some milliseconds at 100,000 people."""
    people = workspace.sql(
        "SELECT count(*) FROM person WHERE binned_at IS NULL AND archived_at IS NULL"
    ).fetchone()[0]
    coming, events = workspace.sql(
        "SELECT count(*) FILTER (WHERE starts_at >= ?), count(*) FROM event WHERE binned_at IS NULL",
        (today.isoformat(),),
    ).fetchone()
    (pitch,) = workspace.sql("SELECT EXISTS (SELECT 1 FROM pitch)").fetchone()
    return Counts(int(people), int(coming), int(events), has_anybody(workspace), bool(pitch))


def has_anybody(workspace: Workspace) -> bool:
    """Whether there is a person at all, be it in the archive or the bin; at once at any size."""
    return bool(workspace.sql("SELECT EXISTS (SELECT 1 FROM person)").fetchone()[0])
