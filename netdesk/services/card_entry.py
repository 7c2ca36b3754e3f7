"""Entering a card: who is meant, a new contact where nobody is, never the same card twice (method §3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from netdesk.method import cards as rules
from netdesk.method.changes import Changes
from netdesk.method.contact_kinds import PointKind
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.names import fold
from netdesk.method.rhythm import InteractionKind
from netdesk.services.capture import AlreadyHere
from netdesk.services.card_matching import who_is_meant
from netdesk.services.contact_points import Point
from netdesk.services.history_words import in_title
from netdesk.services.people import (
    PersonDraft,
    clean_draft,
    edit_person,
    kinds_of,
    new_person,
    person_name,
    read_draft,
)
from netdesk.services.typed_text import PAGE
from netdesk.store import blobs
from netdesk.store.tables.talks import Card, Interaction, InteractionPerson
from netdesk.store.workspace import Workspace, moment

MOST_PHOTO_BYTES = 4_000_000
"""The largest picture of a card that is kept; the window scales it before."""


@dataclass(frozen=True, slots=True)
class AddedCard:
    """A card as it was entered.

    ``was_here``: it had been entered before and nothing was doubled. ``new_person``: a contact was made for it.
    ``perhaps``: a contact it might be too, who was not taken because something contradicts.
    """

    card_id: int
    person_id: int
    name: str
    was_here: bool
    new_person: bool
    perhaps: AlreadyHere | None = None


@dataclass(frozen=True, slots=True)
class _Event:
    id: int
    title: str
    starts: datetime
    received: datetime


def add_card(
    ws: Workspace,
    event_id: int | None,
    person: PersonDraft | int,
    now: datetime,
    *,
    photo: bytes | None = None,
    media_type: str = "",
    anew: bool = False,
    region: str = "",
) -> AddedCard:
    """Enter the card of a contact, or of whoever a draft means; what the draft knows fills the contact's gaps.

    A draft means a contact by its e-mail address, or by the whole name unless the firms contradict each other;
    otherwise, and always with ``anew``, it makes a new contact, met at the event.

    Raises ``InvalidInput`` naming the field, ``NotFound``.
    """
    if photo is not None and not 0 < len(photo) <= MOST_PHOTO_BYTES:
        raise InvalidInput("That picture cannot be kept.", "Choose a smaller one.", field="photo")
    event = _read_event(ws, event_id, now) if event_id is not None else None
    draft = clean_draft(person) if isinstance(person, PersonDraft) else None
    known, perhaps = (person if isinstance(person, int) else None), None
    if draft is not None and not anew:
        known, perhaps = who_is_meant(ws, event_id, draft, region)
    name = draft.name if known is None and draft is not None else person_name(ws, known or 0).name
    new = known is None
    with ws.change(f"Add the card of {in_title(name)}{f' from {in_title(event.title)}' if event else ''}"):
        if draft is not None and known is None:
            known = new_person(ws, _met(draft, event), region)
        elif draft is not None:
            fill_gaps(ws, known or 0, draft, region)
        person_id = known or 0
        standing = _standing(ws, event_id, person_id)
        card = standing if standing is not None else _insert(ws, event, person_id, new, now)
        if photo is not None:
            address = blobs.keep_photo(ws.connection, photo, media_type)
            ws.run(Card.update(photo=address).where(Card.id == card))
        _name_expected(ws, event_id, person_id, name)
    return AddedCard(card, person_id, name, standing is not None, new, perhaps)


def use_person(ws: Workspace, card_id: int, person_id: int) -> Changes:
    """The card is this contact's after all: it moves over with its plans; one made just for it goes to the bin.

    Raises ``NotFound``, and ``InvalidInput`` when the event has a card of this contact already.
    """
    row = ws.row(Card.select(Card.event_id, Card.person_id, Card.was_new).where(Card.id == card_id))
    if row is None:
        raise NotFound("That card is not in the workspace any more.")
    event_id, before, was_new = row
    name = person_name(ws, person_id).name
    if _standing(ws, event_id, person_id) not in {None, card_id}:
        raise InvalidInput(f"{name}’s card is here already.")
    with ws.change(f"Say that a card is {in_title(name)}’s") as change:
        new = event_id is not None and _met_at(ws, person_id) == event_id
        ws.run(Card.update(person_id=person_id, was_new=int(new)).where(Card.id == card_id))
        ws.sql("UPDATE follow_up SET person_id = ? WHERE card_id = ?", (person_id, card_id))
        if event_id is not None:
            _leave_event(ws, event_id, before)
            _note_met(ws, event_id, person_id)
        if was_new and before != person_id and _only_this(ws, before):
            fill_gaps(ws, person_id, replace(read_draft(ws, before), met_event_id=None, met_on=None), "")
            ws.sql("UPDATE person SET binned_at = ? WHERE id = ?", (moment(), before))
    return change.changes


def _read_event(ws: Workspace, event_id: int, now: datetime) -> _Event:
    row = ws.sql("SELECT title, starts_at, ends_at FROM event WHERE id = ?", (event_id,)).fetchone()
    if row is None:
        raise NotFound("That event is not in the workspace any more.", "Choose another one from the list.")
    starts, ends = (datetime.fromisoformat(text) if text else None for text in row[1:])
    assert starts is not None
    return _Event(event_id, row[0], min(starts, now), rules.received_at(starts, ends, now))


def _met(draft: PersonDraft, event: _Event | None) -> PersonDraft:
    if event is None:
        return draft
    return replace(draft, met_event_id=event.id, met_on=draft.met_on or event.starts.date())


def fill_gaps(ws: Workspace, person_id: int, draft: PersonDraft, region: str) -> None:
    """Keep what the card says and the contact does not: firm, role, ways to reach them, and what was not understood."""
    before = read_draft(ws, person_id)
    known = {(point.kind, fold(point.value)) for point in before.points}
    more = tuple(replace(point, preferred=False) for point in draft.points if not _has(known, point))
    note = draft.note.strip()
    whole = "\n".join(text for text in (before.note.rstrip(), note) if text)
    fits = note and note not in before.note and len(whole) <= PAGE
    after = replace(
        before,
        organisation=before.organisation or draft.organisation,
        role=before.role or draft.role,
        points=(*before.points, *more),
        note=whole if fits else before.note,
    )
    if after != before:
        edit_person(ws, person_id, after, region)


def _has(known: set[tuple[PointKind, str]], point: Point) -> bool:
    return (point.kind, fold(point.value)) in known


def _standing(ws: Workspace, event_id: int | None, person_id: int) -> int | None:
    """The card of this person from this event; without an event one that still wants something done."""
    if event_id is None:
        row = ws.sql(
            "SELECT id FROM card WHERE event_id IS NULL AND person_id = ? AND state IN ('no_plan', 'planned')",
            (person_id,),
        ).fetchone()
    else:
        row = ws.row(Card.select(Card.id).where(Card.event_id == event_id, Card.person_id == person_id))
    return int(row[0]) if row is not None else None


def _insert(ws: Workspace, event: _Event | None, person_id: int, new: bool, now: datetime) -> int:
    kinds = kinds_of(ws, person_id)
    received = event.received if event else now
    was_new = new or (event is not None and _met_at(ws, person_id) == event.id)
    card = ws.run(
        Card.insert(
            event_id=event.id if event else None,
            person_id=person_id,
            kind=kinds[0].value if kinds else "",
            was_new=int(was_new),
            received_at=received.isoformat(timespec="seconds"),
            created_at=moment(),
        )
    )
    if event is not None:
        _note_met(ws, event.id, person_id, event)
    return int(card)


def _met_at(ws: Workspace, person_id: int) -> int | None:
    row = ws.sql("SELECT met_event_id FROM person WHERE id = ?", (person_id,)).fetchone()
    return None if row is None or row[0] is None else int(row[0])


def _note_met(ws: Workspace, event_id: int, person_id: int, event: _Event | None = None) -> None:
    """Being at the event together is real contact: one entry for the event, with everybody whose card I have."""
    kind = InteractionKind.EVENT.value
    row = ws.row(
        Interaction.select(Interaction.id)
        .where(Interaction.event_id == event_id, Interaction.kind == kind)
        .order_by(Interaction.id)
    )
    if row is None and event is not None:
        at = event.starts.isoformat(timespec="seconds")
        number = ws.run(
            Interaction.insert(
                kind=kind,
                happened_at=at,
                title=event.title,
                real_contact=1,
                event_id=event_id,
                created_at=moment(),
            )
        )
        row = (number,)
    if row is None:
        return
    there = InteractionPerson.select(InteractionPerson.id).where(
        InteractionPerson.interaction_id == row[0], InteractionPerson.person_id == person_id
    )
    if ws.row(there) is None:
        ws.run(InteractionPerson.insert(interaction_id=row[0], person_id=person_id))


def _only_this(ws: Workspace, person_id: int) -> bool:
    """Whether nothing but a card, now somebody else's, speaks of a person."""
    others = ("card", "interaction_person", "follow_up", "level_move")
    said = " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE person_id = :id)" for table in others)
    return not ws.sql(f"SELECT {said}", {"id": person_id}).fetchone()[0]


def _leave_event(ws: Workspace, event_id: int, person_id: int) -> None:
    ws.sql(
        "DELETE FROM interaction_person WHERE person_id = ? AND interaction_id IN"
        " (SELECT id FROM interaction WHERE event_id = ? AND kind = ?)",
        (person_id, event_id, InteractionKind.EVENT.value),
    )


def _name_expected(ws: Workspace, event_id: int | None, person_id: int, name: str) -> None:
    """Whoever was expected by a mere name is now known to be this contact."""
    rows = ws.sql(
        "SELECT id, name FROM expected_person WHERE event_id = ? AND person_id IS NULL", (event_id,)
    )
    same = [row[0] for row in rows.fetchall() if fold(row[1]) == fold(name)]
    if len(same) == 1:
        ws.sql("UPDATE expected_person SET person_id = ? WHERE id = ?", (person_id, same[0]))
