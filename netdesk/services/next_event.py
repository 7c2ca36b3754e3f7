"""The event that is under way or comes next, and how far it is prepared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from netdesk.method.dates import parse_moment
from netdesk.method.goals import Goal, GoalKind
from netdesk.method.pitches import PitchKind, verdict
from netdesk.method.preparation import PitchChoice, pitch_choice
from netdesk.method.today import Line, event_heading, event_when, preparation_lines
from netdesk.services.event_sql import COMING
from netdesk.services.preferences import method_settings
from netdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class NextEvent:
    """The next event: what is over it in small letters, when and where, and how far it is prepared."""

    id: int
    title: str
    heading: str
    when: str
    starts: datetime
    lines: tuple[Line, ...]


def next_event(ws: Workspace, now: datetime) -> NextEvent | None:
    """Return the event that is under way or comes next, unless I said that I stay away."""
    # What began two days ago or earlier is over, or too long to be the next thing.
    row = ws.sql(
        "SELECT id, title, starts_at, place, pitch_version_id, pitch_needed,"
        " (SELECT count(*) FROM expected_person x WHERE x.event_id = e.id) FROM event e"
        f" WHERE binned_at IS NULL AND attended IS NOT 0 AND starts_at >= :since AND {COMING}"
        " ORDER BY julianday(starts_at), id LIMIT 1",
        {"now": now.isoformat(), "since": str(now.date() - timedelta(days=2))},
    ).fetchone()
    if row is None:
        return None
    number, title, begins, place, version, needed, to_meet = row
    starts, choice = parse_moment(begins), pitch_choice(version, needed)
    return NextEvent(
        id=number,
        title=title,
        heading=event_heading(starts, now),
        when=event_when(starts, now, place),
        starts=starts,
        lines=preparation_lines(
            _goals(ws, number), to_meet, choice, _pitch(ws, version) if choice is PitchChoice.CHOSEN else ""
        ),
    )


def _goals(ws: Workspace, event_id: int) -> list[Goal]:
    rows = ws.sql(
        "SELECT kind, count, follow_up, words FROM goal WHERE event_id = ? ORDER BY position, id", (event_id,)
    )
    return [Goal(GoalKind(kind), count, follow_up, words) for kind, count, follow_up, words in rows]


def _pitch(ws: Workspace, version_id: int) -> str:
    """What is to be said there and how long it takes: "One minute chosen, 54 s"."""
    kind, text = ws.sql(
        "SELECT p.kind, v.text FROM pitch_version v JOIN pitch p ON p.id = v.pitch_id WHERE v.id = ?",
        (version_id,),
    ).fetchone()
    return f"{PitchKind(kind).label} chosen, {verdict(text, PitchKind(kind), method_settings(ws)).text}"
