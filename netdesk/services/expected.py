"""The people I want to meet at an event: contacts, or names that are not contacts yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.names import NameParts, fold, split_full_name
from netdesk.services.event_edit import event_title
from netdesk.services.history_words import in_title
from netdesk.services.people import PersonDraft, new_person, person_name
from netdesk.services.places_in_order import move_row, next_place
from netdesk.services.typed_text import SENTENCE, clean_line, clean_text
from netdesk.store.search_index import match_query
from netdesk.store.workspace import Workspace

MOST_EXPECTED = 500
_ASK_NAME = "Write a name; a trade such as “head of Retail 27” is enough."


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A contact offered while a name is typed; ``already`` says that the event expects this person."""

    person_id: int
    name: str
    organisation: str
    level: int | None
    already: bool


def suggestions(ws: Workspace, event_id: int, text: str, limit: int = 8) -> tuple[Suggestion, ...]:
    """Return contacts that match what was typed; with nothing typed the ones spoken to last."""
    match = match_query(text)
    if not match:
        order = "ORDER BY p.last_contact_on DESC, p.sort_name"
        return tuple(_offer(ws, event_id, "person p", "1", order, "", limit))
    found = "person_search s JOIN person p ON p.id = s.rowid"
    names = _offer(
        ws, event_id, found, "person_search MATCH :match", "", f"{{name organisation}} : ({match})", 4 * limit
    )
    # A name that starts with what was typed comes before one that only holds it, or a mention in a note.
    typed = fold(text)
    names.sort(key=lambda one: (not _starts(one.name, typed), fold(one.name)))
    if len(names) < limit:
        seen = {one.person_id for one in names}
        more = _offer(ws, event_id, found, "person_search MATCH :match", "", match, 2 * limit)
        names += [one for one in more if one.person_id not in seen]
    return tuple(names[:limit])


def _offer(
    ws: Workspace, event_id: int, tables: str, condition: str, order: str, match: str, limit: int
) -> list[Suggestion]:
    rows = ws.sql(
        "SELECT p.id, p.display_name, p.organisation_name, p.level,"
        " EXISTS (SELECT 1 FROM expected_person x WHERE x.event_id = :event AND x.person_id = p.id)"
        f" FROM {tables} WHERE {condition} AND p.binned_at IS NULL AND p.archived_at IS NULL {order} LIMIT :few",
        {"event": event_id, "match": match, "few": limit},
    )
    return [Suggestion(row[0], row[1], row[2], row[3], bool(row[4])) for row in rows]


def expect_people(ws: Workspace, event_id: int, person_ids: Sequence[int]) -> tuple[int, ...]:
    """Add contacts to the people to meet and return the new rows' ids; who is expected already is passed over."""
    title = in_title(event_title(ws, event_id))
    here = {row[0] for row in ws.sql("SELECT person_id FROM expected_person WHERE event_id = ?", (event_id,))}
    new = [number for number in dict.fromkeys(person_ids) if number not in here]
    if not new:
        return ()
    _check_room(ws, event_id, len(new))
    names = {number: person_name(ws, number).name for number in new}
    who = in_title(names[new[0]]) if len(new) == 1 else f"{len(new)} people"
    with ws.change(f"Expect {who} at {title}"):
        return tuple(_insert(ws, event_id, person=number) for number in new)


def expect_name(ws: Workspace, event_id: int, name: str, organisation: str = "") -> int:
    """Add somebody who is not a contact yet and return the new row's id. Raises InvalidInput, NotFound."""
    kept = _name(name)
    firm = clean_line(organisation, field="organisation")
    _check_room(ws, event_id, 1)
    with ws.change(f"Expect {in_title(kept)} at {in_title(event_title(ws, event_id))}"):
        return _insert(ws, event_id, name=kept, organisation=firm)


def edit_expected(
    ws: Workspace,
    expected_id: int,
    *,
    why: str | None = None,
    give: str | None = None,
    ask: str | None = None,
    name: str | None = None,
    organisation: str | None = None,
) -> Changes:
    """Change the words about somebody to meet; what is None stays. A contact's own name is changed elsewhere."""
    event, person, shown = _row(ws, expected_id)
    values: dict[str, str] = {}
    for column, text in (("why", why), ("give", give), ("ask", ask)):
        if text is not None:
            values[column] = clean_text(text, SENTENCE, field=column)
    if person is None:
        if name is not None:
            values["name"] = _name(name)
        if organisation is not None:
            values["organisation"] = clean_line(organisation, field="organisation")
    title = f"Prepare to meet {in_title(values.get('name', shown))} at {in_title(event_title(ws, event))}"
    key = f"expected:{expected_id}:{'+'.join(sorted(values))}"
    with ws.change(title, merge_key=key) as change:
        for column, value in values.items():
            ws.sql(f"UPDATE expected_person SET {column} = ? WHERE id = ?", (value, expected_id))
    return change.changes


def move_expected(ws: Workspace, expected_id: int, place: int) -> Changes:
    """Put somebody at ``place`` (0 is first) among the people to meet."""
    event, _, name = _row(ws, expected_id)
    with ws.change(f"Move {in_title(name)} in the people to meet") as change:
        move_row(ws, "expected_person", event, expected_id, place)
    return change.changes


def remove_expected(ws: Workspace, expected_id: int) -> Changes:
    """Take somebody off the people to meet; the contact stays."""
    event, _, name = _row(ws, expected_id)
    title = f"Take {in_title(name)} off the people to meet at {in_title(event_title(ws, event))}"
    with ws.change(title) as change:
        ws.sql("DELETE FROM expected_person WHERE id = ?", (expected_id,))
    return change.changes


def make_contact(ws: Workspace, expected_id: int, today: date) -> int:
    """Make a contact of a mere name, met through this event if it was held by ``today``; return the person's id.

    Somebody who is a contact already stays who they are. The person starts unsorted, without a level.
    """
    event, person, name = _row(ws, expected_id)
    if person is not None:
        return person
    firm, starts_at = ws.sql(
        "SELECT x.organisation, e.starts_at FROM expected_person x JOIN event e ON e.id = x.event_id"
        " WHERE x.id = ?",
        (expected_id,),
    ).fetchone()
    draft = _draft(name, firm)
    held_on = date.fromisoformat(starts_at[:10])
    if held_on <= today:
        draft = replace(draft, met_on=held_on, met_event_id=event)
    with ws.change(f"Make a contact of {in_title(name)}"):
        made = new_person(ws, draft)
        ws.sql("UPDATE expected_person SET person_id = ? WHERE id = ?", (made, expected_id))
    return made


def add_rows(ws: Workspace, event_id: int, rows: Iterable[Sequence[object]]) -> None:
    """Write rows (person_id, name, organisation, why, give, ask, position) inside a change, for copies."""
    ws.many(
        "INSERT INTO expected_person (event_id, person_id, name, organisation, why, give, ask, position)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(event_id, *row) for row in rows],
    )


def _draft(name: str, firm: str) -> PersonDraft:
    """Whom a mere name makes; one of marks alone, which has no parts, is kept as it was typed."""
    parts = split_full_name(name)
    if parts == NameParts():
        parts = NameParts(given=name)
    return PersonDraft(
        parts.prefix, parts.given, parts.additional, parts.family, parts.suffix, organisation=firm
    )


def _name(text: str) -> str:
    name = clean_line(text, field="name")
    if not name:
        raise InvalidInput(_ASK_NAME, field="name")
    return name


def _insert(
    ws: Workspace, event_id: int, *, person: int | None = None, name: str = "", organisation: str = ""
) -> int:
    cursor = ws.sql(
        "INSERT INTO expected_person (event_id, person_id, name, organisation, position) VALUES (?, ?, ?, ?, ?)",
        (event_id, person, name, organisation, next_place(ws, "expected_person", event_id)),
    )
    return int(cursor.lastrowid or 0)


def _check_room(ws: Workspace, event_id: int, more: int) -> None:
    query = "SELECT count(*) FROM expected_person WHERE event_id = ?"
    if int(ws.sql(query, (event_id,)).fetchone()[0]) + more > MOST_EXPECTED:
        raise InvalidInput(
            f"Up to {MOST_EXPECTED} people can be expected at one event.",
            "Choose the few you want to learn about.",
            field="people",
        )


def _row(ws: Workspace, expected_id: int) -> tuple[int, int | None, str]:
    row = ws.sql(
        "SELECT x.event_id, x.person_id, coalesce(p.display_name, x.name) FROM expected_person x"
        " LEFT JOIN person p ON p.id = x.person_id WHERE x.id = ?",
        (expected_id,),
    ).fetchone()
    if row is None:
        raise NotFound("That person is not among the people to meet any more.")
    return int(row[0]), row[1], str(row[2])


def _starts(name: str, typed: str) -> bool:
    return any(word.startswith(typed) for word in [fold(name), *fold(name).split()])
