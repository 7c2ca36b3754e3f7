"""The list of introductions: those to be made first, then the newest, each with what came of it."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from netdesk.method.introductions import IntroductionState
from netdesk.store.workspace import Workspace

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class IntroductionLine:
    """An introduction with all that its row and its form show.

    Made for ``person`` to ``other``; ``photo`` and ``other_photo`` are the addresses of their pictures or "", the
    e-mail addresses the preferred ones or "". ``on`` is the day it was made, or proposed.
    """

    id: int
    person_id: int
    person: str
    organisation: str
    photo: str
    email: str
    other_id: int
    other: str
    other_organisation: str
    other_photo: str
    other_email: str
    why: str
    message: str
    state: IntroductionState
    on: date
    made_on: date | None
    outcome: str
    outcome_on: date | None
    helps_both: bool

    @property
    def name(self) -> str:
        """Both names: "Luis Ortega to Marta Lindqvist"."""
        return f"{self.person} to {self.other}"


def introduction_ids(
    ws: Workspace, person_id: int | None = None, state: IntroductionState | None = None
) -> array[int]:
    """The ids of all introductions, or those of one person or in one state; of nobody who is in the bin."""
    rows = ws.sql(
        "SELECT i.id FROM introduction i JOIN person p ON p.id = i.person_id JOIN person o ON o.id = i.other_id"
        " WHERE p.binned_at IS NULL AND o.binned_at IS NULL AND (?1 IS NULL OR ?1 IN (i.person_id, i.other_id))"
        " AND (?2 IS NULL OR i.state = ?2)"
        " ORDER BY i.state = 'proposed' DESC, coalesce(i.made_on, substr(i.created_at, 1, 10)) DESC, i.id DESC",
        (person_id, state.value if state else None),
    )
    return array("q", (row[0] for row in rows))


def introductions(
    ws: Workspace, person_id: int | None = None, state: IntroductionState | None = None
) -> tuple[IntroductionLine, ...]:
    """All introductions, or those of one person or in one state: those to be made first, then the newest."""
    return introduction_lines(ws, introduction_ids(ws, person_id, state))


def introduction_lines(ws: Workspace, ids: Iterable[int]) -> tuple[IntroductionLine, ...]:
    """These introductions in this order; those that are gone are passed over."""
    wanted = list(ids)
    rows = ws.sql(
        f"SELECT i.id, i.person_id, p.display_name, p.organisation_name, coalesce(p.photo, ''), {_email('p')},"
        f" i.other_id, o.display_name, o.organisation_name, coalesce(o.photo, ''), {_email('o')},"
        " i.why, i.message, i.state, coalesce(i.made_on, substr(i.created_at, 1, 10)), i.made_on, i.outcome,"
        " i.outcome_on, EXISTS (SELECT 1 FROM ledger_entry l WHERE l.introduction_id = i.id"
        " AND l.person_id = i.other_id)"
        " FROM introduction i JOIN person p ON p.id = i.person_id JOIN person o ON o.id = i.other_id"
        " WHERE i.id IN (SELECT value FROM json_each(?))",
        (json.dumps(wanted),),
    )
    found = {row[0]: _line(row) for row in rows}
    return tuple(found[one] for one in wanted if one in found)


def introduction_counts(ws: Workspace) -> dict[IntroductionState, int]:
    """How many introductions are in each state, of people who are not in the bin; states without any are left out."""
    rows = ws.sql(
        "SELECT i.state, count(*) FROM introduction i JOIN person p ON p.id = i.person_id"
        " JOIN person o ON o.id = i.other_id WHERE p.binned_at IS NULL AND o.binned_at IS NULL GROUP BY i.state"
    )
    return {IntroductionState(state): count for state, count in rows}


def _line(row: tuple[Any, ...]) -> IntroductionLine:
    (number, person_id, person, firm, photo, email, other_id, other, other_firm, other_photo, other_email, why,
     message, state, on, made, outcome, outcome_on, both) = row  # fmt: skip
    return IntroductionLine(
        id=number,
        person_id=person_id,
        person=person[:_SHOWN],
        organisation=firm,
        photo=photo,
        email=email,
        other_id=other_id,
        other=other[:_SHOWN],
        other_organisation=other_firm,
        other_photo=other_photo,
        other_email=other_email,
        why=why,
        message=message,
        state=IntroductionState(state),
        on=date.fromisoformat(on),
        made_on=_day(made),
        outcome=outcome,
        outcome_on=_day(outcome_on),
        helps_both=bool(both),
    )


def _email(table: str) -> str:
    return (
        f"coalesce((SELECT value FROM contact_point t WHERE t.person_id = {table}.id AND t.kind = 'email'"
        " ORDER BY t.preferred DESC, t.position LIMIT 1), '')"
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
