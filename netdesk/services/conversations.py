"""Conversations: what happened with whom, when and how; only real contact resets the rhythm (method §1, §5)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.one_to_ones import Outcome
from netdesk.method.rhythm import InteractionKind
from netdesk.services.history_words import in_title
from netdesk.services.one_to_ones import open_plan_on
from netdesk.services.people import PersonName, person_name
from netdesk.services.snooze import end_snooze
from netdesk.services.typed_text import LINE, PAGE, SENTENCE, clean_line, clean_text
from netdesk.store.tables.talks import Interaction, InteractionPerson, OneToOne
from netdesk.store.workspace import Workspace, moment

_MOST_PEOPLE = 500


LOGGED_KINDS = tuple(kind for kind in InteractionKind if kind is not InteractionKind.EVENT)
"""What a person logs by hand; being at an event is kept with the event."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """What happened: how, on which day, with whom, what was said.

    ``objective`` and ``outcome`` belong to a one-to-one only. ``title`` is a short heading, "" for the usual one.
    ``made_together`` says in a line what we made together; a note has none.
    """

    kind: InteractionKind
    on: date
    people: tuple[int, ...]
    words: str = ""
    title: str = ""
    place: str = ""
    objective: str = ""
    outcome: Outcome | None = None
    made_together: str = ""


def log_conversation(ws: Workspace, said: Conversation, today: date) -> int:
    """Keep a conversation and give its id. Raises ``InvalidInput`` naming ``on``, ``people`` or ``words``.

    A one-to-one on the day for which one was planned with one of them is that plan, held.
    """
    clean = _clean(said, today)
    names = [person_name(ws, one).name for one in clean.people]
    what = "a note about" if clean.kind is InteractionKind.NOTE else f"{_article(clean.kind)} with"
    with ws.change(f"Log {what} {_company(names)}"):
        conversation_id = int(ws.run(Interaction.insert({**_columns(clean, today), "created_at": moment()})))
        _add_people(ws, conversation_id, clean.people)
        if clean.kind.is_real_contact:
            end_snooze(ws, json.dumps(clean.people))
        if clean.kind is InteractionKind.ONE_TO_ONE:
            _hold_plan(ws, conversation_id, clean)
    return conversation_id


def edit_conversation(ws: Workspace, conversation_id: int, said: Conversation, today: date) -> Changes:
    """Correct what was logged. Raises ``InvalidInput``, ``NotFound``."""
    before = read_conversation(ws, conversation_id)
    clean = _clean(said, today)
    names = [person_name(ws, one).name for one in clean.people]
    values = _columns(clean, today)
    if clean.on == before.on:
        # The time of day it was logged with stays as long as the day does.
        del values["happened_at"]
    with ws.change(f"Edit the talk with {_company(names)}") as change:
        ws.run(Interaction.update(values).where(Interaction.id == conversation_id))
        ws.run(
            InteractionPerson.delete().where(
                InteractionPerson.interaction_id == conversation_id,
                InteractionPerson.person_id.in_(set(before.people) - set(clean.people)),
            )
        )
        _add_people(ws, conversation_id, [one for one in clean.people if one not in before.people])
    return change.changes


def delete_conversation(ws: Workspace, conversation_id: int) -> Changes:
    """Take a conversation out of the record; undo brings it back. Raises ``NotFound``."""
    before = read_conversation(ws, conversation_id)
    names = [person_name(ws, one).name for one in before.people]
    with ws.change(f"Delete the talk with {_company(names)}") as change:
        ws.run(Interaction.delete().where(Interaction.id == conversation_id))
    return change.changes


def read_conversation(ws: Workspace, conversation_id: int) -> Conversation:
    """What was logged. Raises ``NotFound``."""
    asked = (
        Interaction.kind,
        Interaction.happened_at,
        Interaction.words,
        Interaction.title,
        Interaction.place,
        Interaction.objective,
        Interaction.outcome,
        Interaction.made_together,
    )
    row = ws.row(Interaction.select(*asked).where(Interaction.id == conversation_id))
    if row is None:
        raise NotFound("That conversation is not in the workspace any more.")
    people = ws.run(
        InteractionPerson.select(InteractionPerson.person_id)
        .where(InteractionPerson.interaction_id == conversation_id)
        .order_by(InteractionPerson.id)
        .tuples()
    )
    return Conversation(
        InteractionKind(row[0]),
        date.fromisoformat(row[1][:10]),
        tuple(one[0] for one in people),
        row[2],
        row[3],
        row[4],
        row[5],
        Outcome(row[6]) if row[6] else None,
        row[7],
    )


def people_of(ws: Workspace, conversation_id: int) -> tuple[PersonName, ...]:
    """Who took part."""
    rows = ws.sql(
        "SELECT p.id, p.display_name, p.organisation_name FROM interaction_person i"
        " JOIN person p ON p.id = i.person_id WHERE i.interaction_id = ? ORDER BY i.id",
        (conversation_id,),
    )
    return tuple(PersonName(*row) for row in rows)


def add_note(ws: Workspace, person_id: int, words: str, today: date) -> int:
    """Keep what I learned about somebody; no real contact. Raises ``InvalidInput``, ``NotFound``."""
    return log_conversation(ws, Conversation(InteractionKind.NOTE, today, (person_id,), words), today)


def _clean(said: Conversation, today: date) -> Conversation:
    if said.on > today:
        raise InvalidInput("That day is still to come.", "Plan a follow-up for it instead.", field="on")
    people = tuple(dict.fromkeys(said.people))
    if not people:
        raise InvalidInput("With whom was it?", field="people")
    if len(people) > _MOST_PEOPLE:
        raise InvalidInput(f"One conversation has at most {_MOST_PEOPLE} people.", field="people")
    words = clean_text(said.words, PAGE, field="words")
    if said.kind is InteractionKind.NOTE and not words:
        raise InvalidInput("What did you learn?", field="words")
    together = said.kind is InteractionKind.ONE_TO_ONE
    return Conversation(
        said.kind,
        said.on,
        people,
        words,
        clean_line(said.title, LINE, field="title"),
        clean_line(said.place, LINE, field="place"),
        clean_line(said.objective, SENTENCE, field="objective") if together else "",
        said.outcome if together else None,
        clean_line(said.made_together, SENTENCE, field="made_together") if said.kind.is_real_contact else "",
    )


def _columns(clean: Conversation, today: date) -> dict[str, object]:
    # A day typed later has no time of its own: noon keeps it on that day wherever it is read.
    clock = datetime.fromisoformat(moment()).time() if clean.on == today else time(12)
    at = datetime.combine(clean.on, clock).astimezone().isoformat(timespec="seconds")
    return {
        "kind": clean.kind.value,
        "happened_at": at,
        "title": clean.title,
        "words": clean.words,
        "place": clean.place,
        "objective": clean.objective,
        "outcome": clean.outcome.value if clean.outcome else None,
        "real_contact": int(clean.kind.is_real_contact),
        "made_together": clean.made_together,
    }


def _hold_plan(ws: Workspace, conversation_id: int, clean: Conversation) -> None:
    plans = [plan for one in clean.people if (plan := open_plan_on(ws, one, clean.on.isoformat()))]
    if plans:
        ws.run(OneToOne.update({"interaction_id": conversation_id}).where(OneToOne.id.in_(plans)))


def _add_people(ws: Workspace, conversation_id: int, people: Sequence[int]) -> None:
    rows = [{"interaction_id": conversation_id, "person_id": one} for one in people]
    if rows:
        ws.run(InteractionPerson.insert_many(rows))


def _company(names: Sequence[str]) -> str:
    if not names:
        return "nobody"
    return in_title(names[0]) if len(names) == 1 else f"{in_title(names[0])} and {len(names) - 1} more"


def _article(kind: InteractionKind) -> str:
    word = kind.label.lower()
    if kind is InteractionKind.MET:
        return "a meeting"
    return f"an {word}" if word[0] in "aeio" and not word.startswith("one") else f"a {word}"
