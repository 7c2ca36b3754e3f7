"""The figures beside the places in the navigation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Counts:
    """What stands beside the places, and whether anything is there at all.

    People are those neither binned nor archived, ``groups`` those I am in, ``promises_and_asks`` the open ones.
    """

    people: int
    coming_events: int
    all_events: int
    anybody: bool
    any_pitch: bool = False
    groups: int = 0
    any_group: bool = False
    promises_and_asks: int = 0
    any_win: bool = False
    any_time: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in the workspace; who lies in the archive or the bin can still be brought back."""
        people_and_places = self.anybody or self.all_events or self.any_group
        return not (people_and_places or self.any_pitch or self.any_win or self.any_time)


def counts(workspace: Workspace, today: date) -> Counts:
    """Count what the navigation shows; some milliseconds at 100,000 people."""
    people = workspace.sql(
        "SELECT count(*) FROM person WHERE binned_at IS NULL AND archived_at IS NULL"
    ).fetchone()[0]
    coming, events = workspace.sql(
        "SELECT count(*) FILTER (WHERE starts_at >= ?), count(*) FROM event WHERE binned_at IS NULL",
        (today.isoformat(),),
    ).fetchone()
    pitch, win, time = workspace.sql(
        "SELECT EXISTS (SELECT 1 FROM pitch), EXISTS (SELECT 1 FROM win), EXISTS (SELECT 1 FROM logged_time)"
    ).fetchone()
    groups, all_groups = workspace.sql(
        "SELECT count(*) FILTER (WHERE binned_at IS NULL AND left_on IS NULL), count(*) FROM networking_group"
    ).fetchone()
    (open_entries,) = workspace.sql(
        "SELECT count(*) FROM ledger_entry g JOIN person p ON p.id = g.person_id"
        " WHERE g.state = 'open' AND p.binned_at IS NULL AND p.archived_at IS NULL"
    ).fetchone()
    return Counts(
        int(people),
        int(coming),
        int(events),
        has_anybody(workspace),
        bool(pitch),
        int(groups),
        bool(all_groups),
        int(open_entries),
        bool(win),
        bool(time),
    )


def has_anybody(workspace: Workspace) -> bool:
    """Whether there is a person at all, be it in the archive or the bin; at once at any size."""
    return bool(workspace.sql("SELECT EXISTS (SELECT 1 FROM person)").fetchone()[0])


def at_levels(workspace: Workspace) -> dict[int, int]:
    """How many people stand at each level where anybody does, 0 for the unsorted; read from indexes."""
    listed = "archived_at IS NULL AND binned_at IS NULL"
    rows = workspace.sql(
        "SELECT level, count(*) FROM person INDEXED BY person_evidence"
        f" WHERE level IS NOT NULL AND {listed} GROUP BY level"
    )
    found = {int(level): int(people) for level, people in rows}
    (everybody,) = workspace.sql(
        f"SELECT count(*) FROM person INDEXED BY person_listed WHERE {listed}"
    ).fetchone()
    unsorted = int(everybody) - sum(found.values())
    return found | ({0: unsorted} if unsorted else {})
