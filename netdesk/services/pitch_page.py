"""A pitch with all its versions: what was said where, how it landed, how often it was rehearsed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from netdesk.method.calendar_words import short_day
from netdesk.method.dates import parse_moment
from netdesk.method.errors import NotFound
from netdesk.method.names import fold
from netdesk.method.pitches import (
    PitchKind,
    PitchVerdict,
    Reactions,
    frozen_sentence,
    longest_seconds,
    said_last_time,
    verdict,
)
from netdesk.method.rehearsal import Rehearsed
from netdesk.services.pitches import Answers, PitchVersion, pitch_answers
from netdesk.services.preferences import method_settings
from netdesk.services.reactions import event_reactions, version_reactions
from netdesk.services.rehearsals import rehearsed
from netdesk.store.workspace import Workspace

_CHOSEN_AT = (
    "SELECT c.id AS event, o.id AS version FROM pitch_version o JOIN event c ON c.pitch_version_id = o.id"
    " WHERE o.pitch_id = :pitch"
)
_COUNTED_AT = (
    "SELECT c.event_id, o.id FROM pitch_version o JOIN reaction c ON c.pitch_version_id = o.id"
    " WHERE o.pitch_id = :pitch AND c.event_id IS NOT NULL"
)


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version on the page. ``frozen`` says why it cannot be edited, empty while it can.

    ``reactions`` are all of them, ``outside`` those in conversations outside events.
    """

    id: int
    number: int
    text: str
    what_changed: str
    since: date
    frozen: str
    verdict: PitchVerdict
    reactions: Reactions
    outside: Reactions
    rehearsed: Rehearsed


@dataclass(frozen=True, slots=True)
class UsedAt:
    """An event a version was chosen for or counted at; ``begun`` is False while it is still to come."""

    event_id: int
    title: str
    starts: datetime
    version_id: int
    number: int
    reactions: Reactions
    begun: bool


@dataclass(frozen=True, slots=True)
class NextEvent:
    """The next event to come that a version may be taken to, and the name of the pitch it has by now."""

    event_id: int
    title: str
    starts: datetime
    pitch: str


@dataclass(frozen=True, slots=True)
class LastTime:
    """The version said to a group the time before, and the sentence that warns of saying it again."""

    version_id: int
    sentence: str


@dataclass(frozen=True, slots=True)
class PitchPage:
    """A pitch; its versions from the first to the newest, its events from the latest back. ``limit`` in seconds."""

    id: int
    title: str
    kind: PitchKind
    audience: str
    answers: Answers
    versions: tuple[VersionLine, ...]
    used_at: tuple[UsedAt, ...]
    next_event: NextEvent | None
    few_reactions: int
    limit: int
    in_bin: bool

    @property
    def newest(self) -> VersionLine:
        """The version written last."""
        return self.versions[-1]

    def version(self, version_id: int) -> VersionLine | None:
        """The version with this id; None where it is none of this pitch."""
        return next((one for one in self.versions if one.id == version_id), None)

    def plain(self, version: VersionLine) -> PitchVersion:
        """A version as the forms take it."""
        created = version.since.isoformat()
        used = sum(use.begun and use.version_id == version.id for use in self.used_at)
        return PitchVersion(
            self.id, version.id, version.number, self.title, self.audience, self.kind, version.text,
            version.what_changed, created, used, version.reactions.total,
        )  # fmt: skip


def pitch_page(ws: Workspace, pitch_id: int, now: datetime) -> PitchPage:
    """Return a pitch as it is at ``now`` (with an offset), also one in the bin. Raises NotFound."""
    head = ws.sql("SELECT title, kind, audience, binned_at FROM pitch WHERE id = ?", (pitch_id,)).fetchone()
    if head is None:
        raise NotFound("That pitch is not in the workspace any more.", "Choose another one from the list.")
    kind, settings = PitchKind(head[1]), method_settings(ws)
    used = _used_at(ws, pitch_id, now)
    landed, outside, said = version_reactions(ws, pitch_id), _outside(ws, pitch_id), rehearsed(ws, pitch_id)
    versions = []
    for number, of_pitch, text, what, created in ws.sql(
        "SELECT id, number, text, what_changed, created_at FROM pitch_version WHERE pitch_id = ? ORDER BY number",
        (pitch_id,),
    ):
        reactions = landed.get(number, Reactions())
        versions.append(
            VersionLine(
                id=number,
                number=of_pitch,
                text=text,
                what_changed=what,
                since=parse_moment(created).date(),
                frozen=_frozen(used, number, reactions, now.date()),
                verdict=verdict(text, kind, settings),
                reactions=reactions,
                outside=outside.get(number, Reactions()),
                rehearsed=said.get(number, Rehearsed()),
            )
        )
    return PitchPage(
        id=pitch_id,
        title=head[0],
        kind=kind,
        audience=head[2],
        answers=pitch_answers(ws, pitch_id),
        versions=tuple(versions),
        used_at=used,
        next_event=next_event(ws, now),
        few_reactions=settings.few_reactions,
        limit=longest_seconds(kind, settings),
        in_bin=head[3] is not None,
    )


def pitch_of_version(ws: Workspace, version_id: int) -> int:
    """Return the pitch a version belongs to, 0 where there is no such version."""
    row = ws.sql("SELECT pitch_id FROM pitch_version WHERE id = ?", (version_id,)).fetchone()
    return 0 if row is None else int(row[0])


def proposed_change(ws: Workspace, version_id: int, now: datetime) -> str:
    """Return what I wanted to change, as written in the debrief of the latest event this version was said at."""
    row = ws.sql(
        "SELECT change_next FROM event WHERE pitch_version_id = ? AND change_next <> '' AND binned_at IS NULL"
        " AND julianday(starts_at) <= julianday(?) ORDER BY julianday(starts_at) DESC, id DESC LIMIT 1",
        (version_id, now.isoformat()),
    ).fetchone()
    return "" if row is None else str(row[0])


def next_event(ws: Workspace, now: datetime) -> NextEvent | None:
    """Return the next event that has not begun; None without any."""
    row = ws.sql(
        "SELECT e.id, e.title, e.starts_at, coalesce(p.title || ' · v' || v.number, '') FROM event e"
        " LEFT JOIN pitch_version v ON v.id = e.pitch_version_id LEFT JOIN pitch p ON p.id = v.pitch_id"
        " WHERE e.binned_at IS NULL AND julianday(e.starts_at) > julianday(?)"
        " ORDER BY julianday(e.starts_at), e.id LIMIT 1",
        (now.isoformat(),),
    ).fetchone()
    return None if row is None else NextEvent(row[0], row[1], parse_moment(row[2]), row[3])


def used_last_time(ws: Workspace, event_id: int, version_id: int, now: datetime) -> str:
    """Warn when a version was said to this group (the event's host) the time before; else an empty sentence.

    Raises NotFound for an event that is gone.
    """
    last = last_time_here(ws, event_id, now)
    return "" if last is None or last.version_id != version_id else last.sentence


def last_time_here(ws: Workspace, event_id: int, now: datetime) -> LastTime | None:
    """Return what was said to this group the time before; None where nothing was.

    The time before is the last event of the host that began before this one and before ``now``, one I did not go
    to left out. Raises NotFound for an event that is gone.
    """
    row = ws.sql("SELECT host, starts_at FROM event WHERE id = ?", (event_id,)).fetchone()
    if row is None:
        raise NotFound("That event is not in the workspace any more.", "Choose another one from the list.")
    host, starts = row
    if not host:
        return None
    earlier = ws.sql(
        "SELECT e.host, e.starts_at, e.pitch_version_id, v.number FROM event e"
        " LEFT JOIN pitch_version v ON v.id = e.pitch_version_id"
        " WHERE e.id <> :event AND e.host <> '' AND e.binned_at IS NULL AND e.attended IS NOT 0"
        " AND julianday(e.starts_at) < julianday(:starts) AND julianday(e.starts_at) <= julianday(:now)"
        " ORDER BY julianday(e.starts_at) DESC, e.id DESC",
        {"event": event_id, "starts": starts, "now": now.isoformat()},
    )
    group = fold(host) or host
    last = next((each for each in earlier if (fold(each[0]) or each[0]) == group), None)
    if last is None or last[2] is None:
        return None
    day = short_day(parse_moment(last[1]).date(), now.date())
    return LastTime(last[2], said_last_time(last[3], day))


def _used_at(ws: Workspace, pitch_id: int, now: datetime) -> tuple[UsedAt, ...]:
    """Events of every version: chosen for it, or counted at it before another one was chosen."""
    rows = ws.sql(
        "SELECT e.id, e.title, e.starts_at, v.id, v.number, coalesce(sum(r.asked_more), 0),"
        " coalesce(sum(r.polite), 0), coalesce(sum(r.blank), 0), julianday(e.starts_at) <= julianday(:now)"
        f" FROM ({_CHOSEN_AT} UNION {_COUNTED_AT}) u"
        " JOIN pitch_version v ON v.id = u.version JOIN event e ON e.id = u.event AND e.binned_at IS NULL"
        " LEFT JOIN reaction r ON r.event_id = e.id AND r.pitch_version_id = v.id"
        " GROUP BY e.id, v.id"
        " ORDER BY julianday(e.starts_at) DESC, e.id DESC, v.number DESC",
        {"pitch": pitch_id, "now": now.isoformat()},
    )
    return tuple(
        UsedAt(row[0], row[1], parse_moment(row[2]), row[3], row[4], Reactions(*row[5:8]), bool(row[8]))
        for row in rows
    )


def _outside(ws: Workspace, pitch_id: int) -> dict[int, Reactions]:
    versions = ws.sql(
        "SELECT DISTINCT r.pitch_version_id FROM reaction r JOIN pitch_version v ON v.id = r.pitch_version_id"
        " WHERE r.event_id IS NULL AND v.pitch_id = ?",
        (pitch_id,),
    ).fetchall()
    return {version: event_reactions(ws, None, version) for (version,) in versions}


def _frozen(used: tuple[UsedAt, ...], version: int, reactions: Reactions, today: date) -> str:
    said = [use for use in used if use.begun and use.version_id == version]
    if not said:
        return frozen_sentence(0, reactions.total)
    day = short_day(said[0].starts.date(), today)
    return frozen_sentence(len(said), reactions.total, said[0].title, day)
