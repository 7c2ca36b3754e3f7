"""Leaving somebody in peace until a day: before it nobody is told that they are going cold (method §1)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netdesk.method.calendar_words import short_day
from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.rhythm import snooze_problem
from netdesk.services.history_words import in_title
from netdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class SnoozedPerson:
    """Somebody who is left in peace, and until when."""

    person_id: int
    name: str
    organisation: str
    until: date


_CHOSEN = "(SELECT value FROM json_each(?))"


def snooze(ws: Workspace, person_ids: Sequence[int], until: date, today: date) -> Changes:
    """Tell nobody before ``until`` that these people are going cold; on that day they are told of again.

    Raises ``InvalidInput`` naming ``until`` for a day that is not to come or very far off, ``NotFound`` when none of
    them exists.
    """
    if problem := snooze_problem(until, today):
        raise InvalidInput(problem, field="until")
    chosen, who = _who(ws, person_ids)
    with ws.change(f"Leave {who} in peace until {short_day(until, today)}") as change:
        ws.sql(
            f"UPDATE person SET snoozed_until = ? WHERE id IN {_CHOSEN} AND snoozed_until IS NOT ?",
            (str(until), chosen, str(until)),
        )
    return change.changes


def unsnooze(ws: Workspace, person_ids: Sequence[int]) -> Changes:
    """Tell of these people again from now on. Raises ``NotFound`` when none of them exists."""
    chosen, who = _who(ws, person_ids)
    with ws.change(f"Tell of {who} again") as change:
        end_snooze(ws, chosen)
    return change.changes


def snoozed(ws: Workspace, today: date) -> tuple[SnoozedPerson, ...]:
    """Return who is left in peace today, whose day comes first first; archived and binned people are left out."""
    rows = ws.sql(
        "SELECT id, display_name, organisation_name, snoozed_until FROM person WHERE snoozed_until > ?"
        " AND archived_at IS NULL AND binned_at IS NULL ORDER BY snoozed_until, sort_name, id",
        (str(today),),
    )
    return tuple(SnoozedPerson(row[0], row[1], row[2], date.fromisoformat(row[3][:10])) for row in rows)


def snoozed_until(ws: Workspace, person_ids: Sequence[int], today: date) -> date | None:
    """Return the latest day still to come until which one of these people is left in peace; None when there is none."""
    row = ws.sql(
        f"SELECT max(snoozed_until) FROM person WHERE id IN {_CHOSEN} AND snoozed_until > ?",
        (json.dumps(list(person_ids)), str(today)),
    ).fetchone()
    return date.fromisoformat(row[0][:10]) if row[0] else None


def end_snooze(ws: Workspace, chosen: str) -> None:
    """Forget the days of people, ``chosen`` by their ids as JSON: real contact starts the rhythm anew.

    Belongs inside a change.
    """
    ws.sql(
        f"UPDATE person SET snoozed_until = NULL WHERE id IN {_CHOSEN} AND snoozed_until IS NOT NULL",
        (chosen,),
    )


def _who(ws: Workspace, person_ids: Sequence[int]) -> tuple[str, str]:
    """The ids as JSON, and who they are in a title."""
    chosen = json.dumps(list(dict.fromkeys(person_ids)))
    people, name = ws.sql(
        f"SELECT count(*), min(display_name) FROM person WHERE id IN {_CHOSEN}", (chosen,)
    ).fetchone()
    if not people:
        raise NotFound("That person is not in the workspace any more.")
    return chosen, in_title(name) if people == 1 else f"{people:,} people"
