"""Everything the page of one person shows, in one question of a few milliseconds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from netdesk.method.dates import ago
from netdesk.method.errors import NotFound
from netdesk.method.evidence import Readiness, readiness
from netdesk.method.levels import Level
from netdesk.method.names import UNNAMED
from netdesk.method.rhythm import cold_days, counted_from, effective_rhythm, is_snoozed
from netdesk.services.follow_ups import OpenFollowUp, open_follow_ups
from netdesk.services.levels import levels
from netdesk.services.own_fields import OwnField, own_fields
from netdesk.services.people import PersonDraft, PersonName, person_name, read_draft
from netdesk.services.record import record_of
from netdesk.services.relations import KnownPeople, known_by
from netdesk.store.workspace import Workspace

_INTRODUCED = 12


@dataclass(frozen=True, slots=True)
class EventName:
    """An event by name and day."""

    id: int
    title: str
    on: date


@dataclass(frozen=True, slots=True)
class PersonGroup:
    """A group somebody is a member of."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person as their page shows them. ``draft`` holds what a form edits.

    ``given`` is the short name for sentences; ``contacted`` the day of the last real contact, ``cold`` by how many days
    the rhythm (``rhythm_days``, None: none) is exceeded; ``introduced`` the first people who were met through them.
    ``one_to_ones`` counts those held and those planned, ``gives`` and ``receives`` the help given and got,
    ``ledger_count`` all entries of the ledger that were not dropped; ``groups`` are those they belong to now;
    ``snoozed_until`` is the day before which nobody is told that they are going cold (None: no such day to come);
    ``knows`` names the first of those they know, with how.
    """

    id: int
    name: str
    given: str
    draft: PersonDraft
    photo: str
    level: int | None
    levels: tuple[Level, ...]
    readiness: Readiness | None
    contacted: date | None
    cold: int
    rhythm_days: int | None
    met_event: EventName | None
    met_through: PersonName | None
    introduced: tuple[PersonName, ...]
    introduced_count: int
    follow_ups: tuple[OpenFollowUp, ...]
    own_fields: tuple[OwnField, ...]
    archived: bool
    binned: bool
    one_to_ones: int = 0
    gives: int = 0
    receives: int = 0
    ledger_count: int = 0
    groups: tuple[PersonGroup, ...] = ()
    snoozed_until: date | None = None
    knows: KnownPeople = field(default_factory=KnownPeople)

    def contacted_words(self, today: date) -> str:
        """When there was real contact last: "9 d ago", "no contact yet"."""
        return "no contact yet" if self.contacted is None else ago((today - self.contacted).days)


def person_page(ws: Workspace, person_id: int, today: date) -> PersonPage:
    """All of one person. Raises ``NotFound``."""
    draft = read_draft(ws, person_id)
    row = ws.sql(
        "SELECT display_name, photo, last_contact_on, created_at, met_days, follow_ups_done,"
        " one_to_ones_achieved, archived_at, binned_at, gives, receives, one_to_ones_held,"
        " (SELECT count(*) FROM one_to_one WHERE person_id = ?1 AND interaction_id IS NULL AND called_off_at IS NULL),"
        " (SELECT count(*) FROM ledger_entry WHERE person_id = ?1 AND state <> 'dropped'),"
        " snoozed_until"
        " FROM person WHERE id = ?1",
        (person_id,),
    ).fetchone()
    if row is None:
        # Taken back by another thread since the line above, as an import that is called off does.
        raise NotFound("That person is not in the workspace any more.")
    known = levels(ws)
    level = next((one for one in known if one.number == draft.level), None)
    contacted = date.fromisoformat(row[2]) if row[2] else None
    rhythm = effective_rhythm(draft.rhythm_days, level)
    since = counted_from(contacted, draft.met_on, datetime.fromisoformat(row[3]).date())
    quiet = date.fromisoformat(row[14][:10]) if row[14] else None
    snoozed = is_snoozed(quiet, today)
    introduced, count = _introduced(ws, person_id)
    given = draft.given or draft.nickname or (row[0] if row[0] != UNNAMED else "this person")
    return PersonPage(
        id=person_id,
        name=row[0],
        given=given,
        draft=draft,
        photo=row[1] or "",
        level=draft.level,
        levels=known,
        readiness=readiness(level, record_of(ws, person_id), today) if level else None,
        contacted=contacted,
        cold=0 if snoozed else cold_days(since, rhythm, today),
        rhythm_days=rhythm,
        met_event=_event(ws, draft.met_event_id),
        met_through=person_name(ws, draft.met_through_id) if draft.met_through_id else None,
        introduced=introduced,
        introduced_count=count,
        follow_ups=open_follow_ups(ws, person_id),
        own_fields=own_fields(ws),
        archived=row[7] is not None,
        binned=row[8] is not None,
        one_to_ones=row[11] + row[12],
        gives=row[9],
        receives=row[10],
        ledger_count=row[13],
        groups=_groups(ws, person_id),
        snoozed_until=quiet if snoozed else None,
        knows=known_by(ws, person_id, given[:40]),
    )


def events_named(ws: Workspace, typed: str, limit: int = 12) -> tuple[EventName, ...]:
    """Events whose title holds what was typed, the newest first, for completing."""
    rows = ws.sql(
        "SELECT id, title, starts_at FROM event WHERE binned_at IS NULL AND instr(lower(title), lower(?))"
        " ORDER BY starts_at DESC LIMIT ?",
        (typed.strip(), limit),
    )
    return tuple(EventName(row[0], row[1], datetime.fromisoformat(row[2]).date()) for row in rows)


def _event(ws: Workspace, event_id: int | None) -> EventName | None:
    if event_id is None:
        return None
    row = ws.sql("SELECT id, title, starts_at FROM event WHERE id = ?", (event_id,)).fetchone()
    return EventName(row[0], row[1], datetime.fromisoformat(row[2]).date()) if row else None


def _groups(ws: Workspace, person_id: int) -> tuple[PersonGroup, ...]:
    rows = ws.sql(
        "SELECT g.id, g.name FROM member m JOIN networking_group g ON g.id = m.group_id"
        " WHERE m.person_id = ? AND m.left_on IS NULL AND g.binned_at IS NULL ORDER BY m.joined_on, g.id",
        (person_id,),
    )
    return tuple(PersonGroup(*row) for row in rows)


def _introduced(ws: Workspace, person_id: int) -> tuple[tuple[PersonName, ...], int]:
    # Where few were met through anybody SQLite believes that all were through one, and walks through everybody.
    rows = ws.sql(
        "SELECT id, display_name, organisation_name, count(*) OVER ()"
        " FROM person INDEXED BY person_met_through"
        " WHERE met_through_id = ? AND binned_at IS NULL ORDER BY sort_name LIMIT ?",
        (person_id, _INTRODUCED),
    ).fetchall()
    return tuple(PersonName(*row[:3]) for row in rows), int(rows[0][3]) if rows else 0
