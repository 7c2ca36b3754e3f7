"""What the palette finds: people, events, groups, pitches, wins and things said; and which commands are used most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from netdesk.method.dates import parse_moment
from netdesk.method.names import fold
from netdesk.method.pitches import PitchKind
from netdesk.services.contact_query import ContactQuery
from netdesk.services.contact_rows import rows
from netdesk.services.contacts import first_ids
from netdesk.store.search_index import match_query
from netdesk.store.workspace import Workspace, moment

if TYPE_CHECKING:
    from netdesk.services.group_list import GroupRow
    from netdesk.services.market_page import MarketPage

PEOPLE = 5
EVENTS = 3
GROUPS = 3
MARKETS = 2
PITCHES = 3
WINS = 3
NOTES = 3
_AROUND = 28
"""Letters of a note shown on either side of the word that was found."""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody whose record matches; ``level`` is None for the unsorted."""

    id: int
    name: str
    organisation: str
    level: int | None


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event whose title, host or place matches, or at which ``expected`` (a matching person) is expected."""

    id: int
    title: str
    on: date
    expected: str


@dataclass(frozen=True, slots=True)
class FoundPitch:
    """A pitch whose title or audience matches; ``kind`` in words."""

    id: int
    title: str
    kind: str
    audience: str


@dataclass(frozen=True, slots=True)
class FoundWin:
    """A win whose title or client matches; ``name`` is its title, else its client, which ``client`` is not then."""

    id: int
    name: str
    client: str
    on: date


@dataclass(frozen=True, slots=True)
class FoundNote:
    """Something that was said or noted; ``words`` is an excerpt, ``person_id`` who it was with."""

    id: int
    words: str
    on: date
    person_id: int
    person: str


@dataclass(frozen=True, slots=True)
class Finds:
    """Everything that was found for ``text``."""

    text: str
    people: tuple[FoundPerson, ...] = ()
    events: tuple[FoundEvent, ...] = ()
    notes: tuple[FoundNote, ...] = ()
    pitches: tuple[FoundPitch, ...] = ()
    groups: tuple[GroupRow, ...] = ()
    markets: tuple[MarketPage, ...] = ()
    wins: tuple[FoundWin, ...] = ()


def find(workspace: Workspace, text: str, today: date) -> Finds:
    """Look for ``text`` in all that has a name, and in notes; some milliseconds at 100,000 people."""
    people = _people(workspace, text, today)
    events = _events(workspace, text, people, today)
    typed = bool(fold(text).split())
    # Imported with the first search: the window, which has the palette at hand, need not wait for them.
    from netdesk.services.group_list import GroupFilter, group_rows
    from netdesk.services.market_page import market_rows

    groups = group_rows(workspace, GroupFilter(text))[:GROUPS] if typed else ()
    markets = market_rows(workspace, text)[:MARKETS] if typed else ()
    notes, pitches, wins = _notes(workspace, text), _pitches(workspace, text), _wins(workspace, text)
    return Finds(text, people, events, notes, pitches, groups, markets, wins)


def recent_people(workspace: Workspace, count: int = PEOPLE) -> tuple[FoundPerson, ...]:
    """The people last talked to, for a palette in which nothing was typed yet."""
    found = workspace.sql(
        "SELECT id, display_name, organisation_name, level FROM person"
        " WHERE last_contact_on IS NOT NULL AND binned_at IS NULL AND archived_at IS NULL"
        " ORDER BY last_contact_on DESC, id DESC LIMIT ?",
        (count,),
    )
    return tuple(FoundPerson(*row) for row in found)


def note_use(workspace: Workspace, command: str) -> None:
    """Count that a command was used; outside the history, for nobody wants to undo that."""
    with workspace.transaction() as connection:
        connection.execute(
            "INSERT INTO command_use (command, times, last_used_at) VALUES (?, 1, ?)"
            " ON CONFLICT (command) DO UPDATE SET times = times + 1, last_used_at = excluded.last_used_at",
            (command, moment()),
        )


def uses(workspace: Workspace) -> dict[str, int]:
    """How often each command was used."""
    return {name: int(times) for name, times in workspace.sql("SELECT command, times FROM command_use")}


def _people(workspace: Workspace, text: str, today: date) -> tuple[FoundPerson, ...]:
    ids = first_ids(workspace, ContactQuery(text=text), today, PEOPLE)
    return tuple(
        FoundPerson(row.id, row.name, row.organisation, row.level) for row in rows(workspace, list(ids))
    )


def _events(
    workspace: Workspace, text: str, people: tuple[FoundPerson, ...], today: date
) -> tuple[FoundEvent, ...]:
    words = fold(text).split()
    found: list[FoundEvent] = []
    newest_first = workspace.sql(
        "SELECT id, title, starts_at, host, place FROM event WHERE binned_at IS NULL ORDER BY starts_at DESC"
    )
    for number, title, starts, host, place in newest_first:
        if words and all(word in fold(f"{title} {host} {place}") for word in words):
            found.append(FoundEvent(number, title, parse_moment(starts).date(), ""))
    named = [event for event in found if event.on >= today][::-1] + [
        event for event in found if event.on < today
    ]
    return tuple(named[:EVENTS]) + _expecting(workspace, people, {event.id for event in named}, today)


def _pitches(workspace: Workspace, text: str) -> tuple[FoundPitch, ...]:
    words = fold(text).split()
    rows = workspace.sql(
        "SELECT id, title, kind, audience FROM pitch WHERE binned_at IS NULL ORDER BY title COLLATE NOCASE, id"
    )
    found = [
        FoundPitch(number, title, PitchKind(kind).label, audience)
        for number, title, kind, audience in rows
        if words and all(word in fold(f"{title} {audience}") for word in words)
    ]
    return tuple(found[:PITCHES])


def _wins(workspace: Workspace, text: str) -> tuple[FoundWin, ...]:
    words = fold(text).split()
    if not words:
        return ()
    newest_first = workspace.sql(
        "SELECT id, title, client, won_on FROM win WHERE binned_at IS NULL ORDER BY won_on DESC, id DESC"
    )
    found: list[FoundWin] = []
    for number, title, client, won_on in newest_first.fetchall():
        said = fold(f"{title} {client}")
        if all(word in said for word in words):
            on = date.fromisoformat(won_on)
            found.append(FoundWin(number, title or client, client if title else "", on))
            if len(found) == WINS:
                break
    return tuple(found)


def _expecting(
    workspace: Workspace, people: tuple[FoundPerson, ...], seen: set[int], today: date
) -> tuple[FoundEvent, ...]:
    """Coming events at which one of the people found is expected."""
    marks = ", ".join("?" for _ in people)
    found = workspace.sql(
        "SELECT DISTINCT e.id, e.title, e.starts_at, p.display_name FROM expected_person x"
        " JOIN event e ON e.id = x.event_id JOIN person p ON p.id = x.person_id"
        f" WHERE x.person_id IN ({marks}) AND e.binned_at IS NULL AND e.starts_at >= ?"
        " ORDER BY e.starts_at LIMIT ?",
        (*(person.id for person in people), today.isoformat(), EVENTS),
    )
    return tuple(
        FoundEvent(number, title, parse_moment(starts).date(), person)
        for number, title, starts, person in found
        if number not in seen
    )


def _notes(workspace: Workspace, text: str) -> tuple[FoundNote, ...]:
    query = match_query(text)
    if len(query) < len('"abc"*'):
        return ()
    found = workspace.sql(
        "SELECT i.id, i.title, i.words, i.happened_at, p.id, p.display_name FROM interaction_search s"
        " JOIN interaction i ON i.id = s.rowid"
        " JOIN interaction_person ip ON ip.interaction_id = i.id JOIN person p ON p.id = ip.person_id"
        " WHERE interaction_search MATCH ? AND p.binned_at IS NULL GROUP BY i.id ORDER BY s.rowid DESC LIMIT ?",
        (query, NOTES),
    )
    first = next(iter(text.split()), "")
    return tuple(
        FoundNote(number, excerpt(f"{title} {words}".strip(), first), parse_moment(when).date(), person, name)
        for number, title, words, when, person, name in found
    )


def excerpt(words: str, wanted: str) -> str:
    """The part of ``words`` around the first place where a word begins like ``wanted``."""
    line = " ".join(words.split())
    place = fold(line).find(fold(wanted)) if wanted else 0
    start = max(0, place - _AROUND)
    end = min(len(line), max(place, 0) + _AROUND)
    if start:
        start = line.find(" ", start, place) + 1 or start
    return ("…" if start else "") + line[start:end].strip() + ("…" if end < len(line) else "")
