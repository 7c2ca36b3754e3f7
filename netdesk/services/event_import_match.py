"""Which events of calendar files are here already, and which of the people in them are contacts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from netdesk.method.dates import parse_moment
from netdesk.method.names import fold
from netdesk.store.workspace import Workspace

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class EventValues:
    """What would be kept of an event, cleaned and cut. ``people`` are ids of contacts who take part."""

    uid: str
    title: str
    starts: datetime
    ends: datetime | None
    zone: str
    place: str
    host: str
    note: str
    all_day: bool
    people: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class EventMatch:
    """An event that is here: its id (None: an earlier one of the files), why, and what an update would change."""

    event: int | None
    why: str
    brings: tuple[str, ...] = ()
    is_binned: bool = False


@dataclass(frozen=True, slots=True)
class _Kept:
    id: int
    title: str
    starts: datetime
    ends: datetime | None
    place: str
    host: str
    note: str
    is_binned: bool


class KnownEvents:
    """The workspace's events by what tells them apart: their identity in calendars, else title and start."""

    def __init__(self, ws: Workspace) -> None:
        self._by_uid: dict[str, _Kept] = {}
        self._by_start: dict[tuple[str, str], _Kept] = {}
        self._taken: set[str] = set()
        self._expected: dict[int, set[int]] = {}
        self._one_to_ones = {row[0] for row in ws.sql("SELECT uid FROM one_to_one WHERE uid <> ''")}
        rows = ws.sql(
            "SELECT id, title, starts_at, ends_at, place, host, note, binned_at IS NOT NULL AS binned, uid FROM event"
            " ORDER BY binned DESC, id DESC"
        )
        for number, title, starts, ends, place, host, note, binned, uid in rows.fetchall():
            kept = _Kept(
                number,
                title,
                parse_moment(starts),
                parse_moment(ends) if ends else None,
                place,
                host,
                note,
                bool(binned),
            )
            # The last one stands: one that is not in the bin, and the earliest of several.
            if uid:
                self._by_uid[uid] = kept
            self._by_start[_moment_key(title, kept.starts)] = kept
            self._by_start[_day_key(title, kept.starts)] = kept
        for event, person in ws.sql(
            "SELECT event_id, person_id FROM expected_person WHERE person_id IS NOT NULL"
        ):
            self._expected.setdefault(event, set()).add(person)

    def has_one_to_one(self, uid: str) -> bool:
        """Whether this is a one-to-one NetDesk itself put into the calendar."""
        return uid in self._one_to_ones

    def take(self, values: EventValues) -> None:
        """Remember an event of the files, so that it is not brought in twice."""
        self._taken.add(_identity(values))

    def find(self, values: EventValues) -> EventMatch | None:
        """The event this is, if it is here."""
        if _identity(values) in self._taken:
            return EventMatch(None, "twice in the file")
        kept, why = self._by_uid.get(values.uid) if values.uid else None, "the same event"
        if kept is None:
            key = _day_key if values.all_day else _moment_key
            kept, why = self._by_start.get(key(values.title, values.starts)), "same name and time"
        if kept is None:
            return None
        return EventMatch(kept.id, why, tuple(self._changes(kept, values)), kept.is_binned)

    def _changes(self, kept: _Kept, values: EventValues) -> Iterable[str]:
        """What a file says otherwise; what a person wrote here as host or note stays."""
        if values.title != kept.title and fold(values.title) != fold(kept.title):
            yield "the name"
        if times_differ(values, kept.starts, kept.ends):
            yield "the time"
        if values.place and values.place != kept.place:
            yield "the place"
        if (values.host and not kept.host) or (values.note and not kept.note):
            yield "what was empty"
        if set(values.people) - self._expected.get(kept.id, set()):
            yield "whom to meet"


def times_differ(values: EventValues, starts: datetime, ends: datetime | None) -> bool:
    """Whether a file says another time; hours a person gave to an event of whole days are no other time."""
    if values.all_day:
        last = values.ends or values.starts
        return starts.date() != values.starts.date() or (ends or starts).date() != last.date()
    return starts != values.starts or (values.ends is not None and ends != values.ends)


def acquaintances(ws: Workspace, emails: Iterable[str]) -> dict[str, int]:
    """The contacts behind e-mail addresses (folded), without those in the bin; of several the first."""
    wanted = sorted({email.casefold() for email in emails if email})
    found: dict[str, int] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        rows = ws.sql(
            "SELECT c.normalised, min(c.person_id) FROM contact_point c JOIN person p ON p.id = c.person_id"
            f" WHERE c.kind = 'email' AND p.binned_at IS NULL AND c.normalised IN ({', '.join('?' * len(some))})"
            " GROUP BY c.normalised",
            some,
        )
        found.update({row[0]: int(row[1]) for row in rows})
    return found


def _identity(values: EventValues) -> str:
    return values.uid or "\0".join(_moment_key(values.title, values.starts))


def _moment_key(title: str, starts: datetime) -> tuple[str, str]:
    return fold(title), str(int(starts.timestamp()))


def _day_key(title: str, starts: datetime) -> tuple[str, str]:
    return fold(title), starts.date().isoformat()
