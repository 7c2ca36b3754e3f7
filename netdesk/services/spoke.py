"""One press after a call: we spoke today. The rhythm starts anew; what was said can be written afterwards."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.rhythm import InteractionKind
from netdesk.services.history_words import in_title
from netdesk.services.snooze import end_snooze
from netdesk.store.workspace import Workspace, moment

MOST_PEOPLE = 500
_WORDS = {
    InteractionKind.MET: "Met {who} today",
    InteractionKind.CALL: "Spoke with {who} today",
    InteractionKind.ONE_TO_ONE: "One-to-one with {who} today",
    InteractionKind.MESSAGE: "Wrote to {who} today",
    InteractionKind.EMAIL: "E-mailed {who} today",
}
KINDS = tuple(_WORDS)
"""How one may have spoken; a note is no contact, and an event is kept with the event."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """What was noted: with whom in words, the talks made (one a person), and what it touched.

    ``talks`` leaves out people with whom the same is noted today already.
    """

    who: str
    talks: tuple[int, ...]
    changes: Changes


def spoke_today(ws: Workspace, person_ids: Sequence[int], kind: InteractionKind, today: date) -> Spoke:
    """Note real contact today with each of these people, one talk each; a second press the same day adds none.

    Whoever was snoozed is told of again once the new rhythm is over. Raises ``InvalidInput`` for a kind that is no
    talk or for more than 500 people, ``NotFound`` when none of them exists.
    """
    if kind not in _WORDS:
        raise InvalidInput(f"{kind.label} is no way to have spoken.", field="kind")
    if len(set(person_ids)) > MOST_PEOPLE:
        raise InvalidInput(
            f"Nobody speaks with more than {MOST_PEOPLE} people in a day.", "Choose fewer.", field="people"
        )
    people = _people(ws, person_ids)
    noted = _noted(ws, list(people), kind, today)
    new = [one for one in people if one not in noted]
    who = in_title(next(iter(people.values()))) if len(people) == 1 else f"{len(people):,} people"
    with ws.change(_WORDS[kind].format(who=who)) as change:
        talks = tuple(_talk(ws, one, kind, today) for one in new)
        end_snooze(ws, json.dumps(list(people)))
    return Spoke(who, talks, change.changes)


def _people(ws: Workspace, person_ids: Sequence[int]) -> dict[int, str]:
    rows = ws.sql(
        "SELECT p.id, p.display_name FROM json_each(?) wanted CROSS JOIN person p ON p.id = wanted.value"
        " ORDER BY wanted.key",
        (json.dumps(list(dict.fromkeys(person_ids))),),
    )
    found = {int(row[0]): str(row[1]) for row in rows}
    if not found:
        raise NotFound("That person is not in the workspace any more.")
    return found


def _noted(ws: Workspace, people: Sequence[int], kind: InteractionKind, today: date) -> set[int]:
    """With whom the same is noted today already."""
    rows = ws.sql(
        "SELECT ip.person_id FROM json_each(?) wanted"
        " CROSS JOIN interaction_person ip ON ip.person_id = wanted.value"
        " JOIN interaction i ON i.id = ip.interaction_id"
        " WHERE i.kind = ? AND i.real_contact AND substr(i.happened_at, 1, 10) = ?",
        (json.dumps(list(people)), kind.value, str(today)),
    )
    return {int(row[0]) for row in rows}


def _talk(ws: Workspace, person: int, kind: InteractionKind, today: date) -> int:
    now = moment()
    # The day is the caller's, the time of day the clock's.
    at = (
        datetime.combine(today, datetime.fromisoformat(now).time()).astimezone().isoformat(timespec="seconds")
    )
    row = ws.sql(
        "INSERT INTO interaction (kind, happened_at, real_contact, created_at) VALUES (?, ?, 1, ?) RETURNING id",
        (kind.value, at, now),
    ).fetchone()
    ws.sql("INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)", (row[0], person))
    return int(row[0])
