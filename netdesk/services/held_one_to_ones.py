"""A one-to-one was held: whether it reached its objective, what I learned, what each of us promised (method §5)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from netdesk.method.changes import Changes
from netdesk.method.dates import format_moment
from netdesk.method.errors import InvalidInput
from netdesk.method.ledger import HelpWay, LedgerKind
from netdesk.method.one_to_ones import FIELD_LABELS, Outcome, added_to_field
from netdesk.method.rhythm import InteractionKind
from netdesk.services.history_words import in_title
from netdesk.services.ledger import EntryDraft, add_entry
from netdesk.services.one_to_ones import OneToOnePlan, one_to_one
from netdesk.services.people import change_fields, person_name, read_draft
from netdesk.services.snooze import end_snooze
from netdesk.services.typed_text import LINE, PAGE, SENTENCE, clean_line, clean_text
from netdesk.store.tables.talks import Interaction, InteractionPerson, OneToOne
from netdesk.store.workspace import Workspace, moment


@dataclass(frozen=True, slots=True)
class Promise:
    """Something one of us will do for the other; mine needs a day, theirs may have one."""

    words: str
    due: date | None = None
    way: HelpWay = HelpWay.OTHER


@dataclass(frozen=True, slots=True)
class Held:
    """What is written down afterwards.

    ``fields`` are texts learned that go to the person's fields, by their name (see ``LEARNED_FIELDS``);
    ``mine`` what I promised, ``theirs`` what they will do for me.
    """

    on: date
    outcome: Outcome | None
    learned: str = ""
    made_together: str = ""
    place: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    mine: tuple[Promise, ...] = ()
    theirs: tuple[Promise, ...] = ()


def hold(ws: Workspace, one_to_one_id: int, held: Held, today: date) -> int:
    """Write a one-to-one down as held, in one step of the history, and give the id of the talk.

    Raises ``InvalidInput`` naming ``on``, ``mine``, ``theirs``, ``fields`` or a text, ``NotFound``.
    """
    plan = one_to_one(ws, one_to_one_id)
    if plan.talk_id is not None:
        raise InvalidInput("You wrote that one-to-one down already.", "Edit the conversation instead.")
    if held.on > today:
        raise InvalidInput("That day is still to come.", field="on")
    columns = _columns(plan, held, today)
    promises = (*_clean(held.mine, "mine", held.on), *_clean(held.theirs, "theirs", held.on))
    with ws.change(f"Hold the one-to-one with {in_title(plan.name)}"):
        talk = int(ws.run(Interaction.insert({**columns, "created_at": moment()})))
        ws.run(InteractionPerson.insert(interaction_id=talk, person_id=plan.person_id))
        values = {"interaction_id": talk, "called_off_at": None, "reason": ""}
        ws.run(OneToOne.update(values).where(OneToOne.id == one_to_one_id))
        end_snooze(ws, json.dumps([plan.person_id]))
        for kind, promise in promises:
            _promise(ws, plan, talk, (held.on, today), kind, promise)
        _keep_fields(ws, plan.person_id, held.fields)
    return talk


def keep_learned(ws: Workspace, person_id: int, name: str, words: str) -> Changes:
    """Put something learned into a person’s field, below what stands there. Raises ``InvalidInput``, ``NotFound``."""
    label = _label(name)
    words = clean_text(words, PAGE, field=name)
    if not words:
        raise InvalidInput("What did you learn?", field=name)
    before = getattr(read_draft(ws, person_id), name)
    said = f"Add to {in_title(person_name(ws, person_id).name)}’s {label.lower()}"
    return change_fields(ws, person_id, said=said, **{name: added_to_field(before, words)})


def _columns(plan: OneToOnePlan, held: Held, today: date) -> dict[str, object]:
    return {
        "kind": InteractionKind.ONE_TO_ONE.value,
        "happened_at": format_moment(_moment(plan, held.on, today)),
        "words": clean_text(held.learned, PAGE, field="learned"),
        "place": clean_line(held.place or plan.place, LINE, field="place"),
        "objective": plan.objective,
        "outcome": held.outcome.value if held.outcome else None,
        "real_contact": 1,
        "made_together": clean_line(held.made_together, SENTENCE, field="made_together"),
    }


def _moment(plan: OneToOnePlan, on: date, today: date) -> datetime:
    """When it was: as planned on the planned day, else now if it was today, else noon of that day."""
    if on == plan.starts.date():
        return _in_zone(plan)
    clock = datetime.fromisoformat(moment()).time() if on == today else time(12)
    return datetime.combine(on, clock).astimezone()


def _in_zone(plan: OneToOnePlan) -> datetime:
    try:
        return plan.starts.astimezone(ZoneInfo(plan.zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return plan.starts


def _clean(promises: tuple[Promise, ...], where: str, on: date) -> tuple[tuple[LedgerKind, Promise], ...]:
    kind = LedgerKind.PROMISE if where == "mine" else LedgerKind.ASK
    found = []
    for one in promises:
        words = clean_line(one.words, SENTENCE, field=where)
        if not words:
            raise InvalidInput("Say what was promised.", field=where)
        if kind is LedgerKind.PROMISE and one.due is None:
            raise InvalidInput("By when? A promise has a date.", field=where)
        if one.due is not None and one.due < on:
            raise InvalidInput("That promise would be due before it was made.", field=where)
        found.append((kind, Promise(words, one.due, one.way)))
    return tuple(found)


def _promise(
    ws: Workspace, plan: OneToOnePlan, talk: int, held: tuple[date, date], kind: LedgerKind, promise: Promise
) -> None:
    on, today = held
    draft = EntryDraft(
        plan.person_id,
        kind,
        promise.way,
        promise.words,
        on=on,
        due=promise.due,
        interaction_id=talk,
        group_id=plan.group_id,
    )
    add_entry(ws, draft, today)


def _keep_fields(ws: Workspace, person_id: int, fields: Mapping[str, str]) -> None:
    before = read_draft(ws, person_id)
    values = {}
    for name, words in fields.items():
        _label(name)
        clean = clean_text(words, PAGE, field=name)
        if clean:
            values[name] = added_to_field(getattr(before, name), clean)
    if values:
        change_fields(ws, person_id, said="Keep what was learned", **values)


def _label(name: str) -> str:
    if name not in FIELD_LABELS:
        raise InvalidInput("There is no such field to keep it in.", field="fields")
    return FIELD_LABELS[name]
