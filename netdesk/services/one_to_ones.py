"""One-to-ones planned, changed, called off and held; what was promised goes to the ledger (method §4, §5)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from netdesk.method.calendar_words import weekday_and_day
from netdesk.method.changes import Changes
from netdesk.method.dates import format_moment, parse_moment
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.one_to_ones import (
    DEFAULT_MINUTES,
    LONGEST_MINUTES,
    LONGEST_REMINDER,
    MOST_AT_ONCE,
    proposed_objective,
    proposed_questions,
)
from netdesk.services.event_edit import moments
from netdesk.services.history_words import in_title
from netdesk.services.people import person_name, read_draft
from netdesk.services.preferences import method_settings
from netdesk.services.typed_text import SENTENCE, clean_line
from netdesk.store.tables.talks import OneToOne
from netdesk.store.workspace import Workspace, moment


@dataclass(frozen=True, slots=True)
class OneToOneDraft:
    """A plan: with whom, when, where, what for. ``starts`` is a time on the wall (no offset) in ``zone``.

    ``zone`` is an IANA name such as Europe/London; ``remind_minutes`` before the start (None: not at all).
    """

    person_id: int
    starts: datetime
    zone: str
    minutes: int = DEFAULT_MINUTES
    place: str = ""
    objective: str = ""
    remind_minutes: int | None = None
    first_question: str = ""
    second_question: str = ""
    group_id: int | None = None
    event_id: int | None = None


@dataclass(frozen=True, slots=True)
class OneToOnePlan:
    """A plan as it is kept: ``starts`` with its offset; ``talk_id`` the talk it became once it was held."""

    id: int
    person_id: int
    name: str
    starts: datetime
    zone: str
    minutes: int
    place: str
    objective: str
    remind_minutes: int | None
    first_question: str
    second_question: str
    group_id: int | None
    event_id: int | None
    talk_id: int | None
    called_off: bool
    reason: str
    uid: str

    @property
    def draft(self) -> OneToOneDraft:
        """What a form edits."""
        return OneToOneDraft(
            self.person_id,
            self.starts.replace(tzinfo=None),
            self.zone,
            self.minutes,
            self.place,
            self.objective,
            self.remind_minutes,
            self.first_question,
            self.second_question,
            self.group_id,
            self.event_id,
        )


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a form for somebody begins with."""

    objective: str
    first_question: str
    second_question: str
    place: str


_COLUMNS = (
    "o.id, o.person_id, p.display_name, o.starts_at, o.zone, o.minutes, o.place, o.objective, o.remind_minutes,"
    " o.first_question, o.second_question, o.group_id, o.event_id, o.interaction_id, o.called_off_at IS NOT NULL,"
    " o.reason, o.uid"
)
_NAMED = 3
"""How many people are named where one is planned already."""


def plan_one_to_one(ws: Workspace, draft: OneToOneDraft, now: datetime) -> int:
    """Plan a one-to-one and give its id.

    Raises ``InvalidInput`` naming ``starts``, ``zone``, ``minutes``, ``remind_minutes`` or a text, ``NotFound``.
    """
    return plan_several(ws, [draft], now)[0]


def plan_several(ws: Workspace, drafts: Sequence[OneToOneDraft], now: datetime) -> tuple[int, ...]:
    """Plan several one-to-ones in one step of the history and give their ids. Raises as for one."""
    if not drafts:
        raise InvalidInput("With whom will you sit down?", field="people")
    if len(drafts) > MOST_AT_ONCE:
        raise InvalidInput(f"Plan up to {MOST_AT_ONCE} one-to-ones in one go.", field="people")
    names = [person_name(ws, draft.person_id).name for draft in drafts]
    rows = [_columns(draft, now) for draft in drafts]
    who = in_title(names[0]) if len(names) == 1 else f"{in_title(names[0])} and {len(names) - 1} more"
    with ws.change(f"Plan {'a one-to-one' if len(names) == 1 else 'one-to-ones'} with {who}"):
        return tuple(
            int(ws.run(OneToOne.insert({**row, "uid": f"{uuid4()}@netdesk", "created_at": moment()})))
            for row in rows
        )


def edit_one_to_one(ws: Workspace, one_to_one_id: int, draft: OneToOneDraft, now: datetime) -> Changes:
    """Change a plan; a time that has passed may stay as it is. Raises ``InvalidInput``, ``NotFound``."""
    before = _planned(ws, one_to_one_id)
    same_time = before.draft.starts == draft.starts and before.zone == draft.zone
    columns = _columns(draft, None if same_time else now)
    if same_time:
        # An hour that comes twice when the clocks go back keeps its offset.
        columns["starts_at"] = format_moment(before.starts)
    with ws.change(f"Edit the one-to-one with {in_title(before.name)}") as change:
        _update(ws, one_to_one_id, columns)
    return change.changes


def move_one_to_one(ws: Workspace, one_to_one_id: int, starts: datetime, now: datetime) -> Changes:
    """Hold it at another time on the wall of its zone. Raises ``InvalidInput``, ``NotFound``."""
    before = _planned(ws, one_to_one_id)
    return edit_one_to_one(ws, one_to_one_id, replace(before.draft, starts=starts), now)


def call_off(ws: Workspace, one_to_one_id: int, reason: str = "") -> Changes:
    """It will not take place; it stays in the record with its reason. Raises ``InvalidInput``, ``NotFound``."""
    before = _planned(ws, one_to_one_id)
    values: dict[str, object] = {
        "called_off_at": moment(),
        "reason": clean_line(reason, SENTENCE, field="reason"),
    }
    with ws.change(f"Call off the one-to-one with {in_title(before.name)}") as change:
        _update(ws, one_to_one_id, values)
    return change.changes


def put_back(ws: Workspace, one_to_one_id: int) -> Changes:
    """One that was called off takes place after all. Raises ``NotFound``."""
    before = one_to_one(ws, one_to_one_id)
    with ws.change(f"Put the one-to-one with {in_title(before.name)} back") as change:
        _update(ws, one_to_one_id, {"called_off_at": None, "reason": ""})
    return change.changes


def delete_one_to_one(ws: Workspace, one_to_one_id: int) -> Changes:
    """Take a plan out of the record; a talk it became stays. Raises ``NotFound``."""
    before = one_to_one(ws, one_to_one_id)
    with ws.change(f"Delete the planned one-to-one with {in_title(before.name)}") as change:
        ws.run(OneToOne.delete().where(OneToOne.id == one_to_one_id))
    return change.changes


def one_to_one(ws: Workspace, one_to_one_id: int) -> OneToOnePlan:
    """Return a plan, whatever became of it. Raises ``NotFound``."""
    row = ws.sql(
        f"SELECT {_COLUMNS} FROM one_to_one o JOIN person p ON p.id = o.person_id WHERE o.id = ?",
        (one_to_one_id,),
    ).fetchone()
    if row is None:
        raise NotFound("That one-to-one is not in the workspace any more.")
    values: tuple[Any, ...] = (*row[:3], parse_moment(row[3]), *row[4:14], bool(row[14]), *row[15:])
    return OneToOnePlan(*values)


def open_plan_on(ws: Workspace, person_id: int, day: str) -> int | None:
    """Return the only open plan with somebody on an ISO day; None for none, and where there are several."""
    rows = ws.sql(
        "SELECT id FROM one_to_one WHERE person_id = ? AND substr(starts_at, 1, 10) = ?"
        " AND interaction_id IS NULL AND called_off_at IS NULL LIMIT 2",
        (person_id, day),
    ).fetchall()
    return int(rows[0][0]) if len(rows) == 1 else None


def proposed(ws: Workspace, person_id: int) -> Proposed:
    """Return what a plan begins with: what is not known yet, the place of the last one. Raises ``NotFound``."""
    draft = read_draft(ws, person_id)
    known = {
        name: getattr(draft, name)
        for name in (
            "what_they_do", "ideal_client", "good_introduction", "where_to", "accomplishments", "interests",
            "networks", "skills",
        )
    }  # fmt: skip
    name = draft.given or draft.nickname or person_name(ws, person_id).name
    questions = proposed_questions(known, method_settings(ws).first_ask)
    return Proposed(proposed_objective(in_title(name), known), *questions, _last_place(ws, person_id))


def clash_words(ws: Workspace, starts: datetime, zone: str, minutes: int, but: int | None = None) -> str:
    """Say what else is planned at that time: "At 10:00 you sit down with Ravi Menon."; "" when nothing is.

    ``but`` is a plan that does not count: the one that is being edited. Raises ``InvalidInput`` for the zone.
    """
    begin, _ = moments(starts, None, zone)
    row = ws.sql(
        "SELECT p.display_name, o.starts_at FROM one_to_one o JOIN person p ON p.id = o.person_id"
        " WHERE o.interaction_id IS NULL AND o.called_off_at IS NULL AND o.id IS NOT ? AND p.binned_at IS NULL"
        " AND julianday(o.starts_at) < julianday(?) + ? / 1440.0"
        " AND julianday(o.starts_at) + o.minutes / 1440.0 > julianday(?) + 0.00001"
        " ORDER BY o.starts_at LIMIT 1",
        (but, format_moment(begin), minutes, format_moment(begin)),
    ).fetchone()
    return "" if row is None else f"At {parse_moment(row[1]):%H:%M} you sit down with {in_title(row[0])}."


def already_planned_words(
    ws: Workspace, person_ids: Sequence[int], today: date, but: int | None = None
) -> str:
    """Say with whom of these people one is planned already: "Planned with Grace Adeyemi already: Tue 24 Nov, 10:00."

    What was before ``today`` does not count, nor the plan ``but``; "" for none.
    """
    rows = ws.sql(
        "SELECT p.display_name, o.starts_at FROM one_to_one o JOIN person p ON p.id = o.person_id"
        " WHERE o.person_id IN (SELECT value FROM json_each(?)) AND o.interaction_id IS NULL"
        " AND o.called_off_at IS NULL AND o.id IS NOT ? AND o.starts_at >= ? ORDER BY o.starts_at LIMIT ?",
        (json.dumps(list(person_ids)), but, str(today), _NAMED + 1),
    ).fetchall()
    if not rows:
        return ""
    found = [(in_title(row[0]), parse_moment(row[1])) for row in rows[:_NAMED]]
    said = ", ".join(name for name, _ in found)
    if len(rows) == 1:
        starts = found[0][1]
        return f"Planned with {said} already: {weekday_and_day(starts.date())}, {starts:%H:%M}."
    return f"Planned already with {said}{' and others' if len(rows) > _NAMED else ''}."


def _columns(draft: OneToOneDraft, now: datetime | None) -> dict[str, object]:
    """Return the row of a draft; with ``now`` it must not be over by then."""
    if draft.starts.tzinfo is not None:
        raise ValueError("The time on the wall has no offset.")
    begin, _ = moments(draft.starts, None, draft.zone)
    if now is not None and begin.date() < now.astimezone(begin.tzinfo).date():
        raise InvalidInput("That day has been.", "Log the conversation instead.", field="starts")
    if not 1 <= draft.minutes <= LONGEST_MINUTES:
        raise InvalidInput("A one-to-one lasts between a minute and a day.", field="minutes")
    if draft.remind_minutes is not None and not 0 <= draft.remind_minutes <= LONGEST_REMINDER:
        raise InvalidInput("A reminder comes up to two weeks before.", field="remind_minutes")
    return {
        "person_id": draft.person_id,
        "objective": clean_line(draft.objective, SENTENCE, field="objective"),
        "starts_at": format_moment(begin),
        "minutes": draft.minutes,
        "zone": draft.zone,
        "place": clean_line(draft.place, field="place"),
        "remind_minutes": draft.remind_minutes,
        "first_question": clean_line(draft.first_question, SENTENCE, field="first_question"),
        "second_question": clean_line(draft.second_question, SENTENCE, field="second_question"),
        "group_id": draft.group_id,
        "event_id": draft.event_id,
    }


def _planned(ws: Workspace, one_to_one_id: int) -> OneToOnePlan:
    plan = one_to_one(ws, one_to_one_id)
    if plan.talk_id is not None:
        raise InvalidInput("You held that one-to-one already.", "Edit the conversation instead.")
    if plan.called_off:
        raise InvalidInput("That one-to-one was called off.", "Put it back first.")
    return plan


def _update(ws: Workspace, one_to_one_id: int, values: dict[str, object]) -> None:
    ws.run(OneToOne.update(values).where(OneToOne.id == one_to_one_id))


def _last_place(ws: Workspace, person_id: int) -> str:
    row = ws.sql(
        "SELECT i.place FROM interaction_person ip JOIN interaction i ON i.id = ip.interaction_id"
        " WHERE ip.person_id = ? AND i.kind = 'one_to_one' AND i.place <> '' ORDER BY i.happened_at DESC LIMIT 1",
        (person_id,),
    ).fetchone()
    return "" if row is None else str(row[0])
