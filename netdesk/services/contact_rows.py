"""The rows of a list of people: only what a row shows, read in one statement for a page of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netdesk.method.names import hue_index, initials
from netdesk.services.workspaces import Workspace

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One person as a list shows them. ``level`` is 0 for somebody never placed; ``photo`` the picture's address.

    ``last_contact_on`` is the day of the last real contact, ``follow_up_on`` that of the earliest open follow-up.
    """

    id: int
    name: str
    organisation: str
    role: str
    level: int
    photo: str
    initials: str
    hue: int
    last_contact_on: date | None = None
    follow_up_on: date | None = None
    archived: bool = False
    binned: bool = False


def rows(ws: Workspace, ids: Sequence[int]) -> tuple[ContactRow, ...]:
    """The people of ``ids`` in that order; whoever is gone is left out. Under 3 ms for 200."""
    found = ws.sql(
        "SELECT p.id, p.display_name, p.organisation_name, p.role, p.level, p.photo, p.last_contact_on,"
        " p.next_follow_up_on, p.archived_at, p.binned_at"
        " FROM json_each(?) wanted CROSS JOIN person p ON p.id = wanted.value ORDER BY wanted.key",
        (json.dumps(list(ids)),),
    )
    return tuple(_row(row) for row in found)


def _row(row: tuple[object, ...]) -> ContactRow:
    number, name, organisation, role, level, picture, last, due, archived, binned = row
    shown = str(name)[:_SHOWN]
    return ContactRow(
        id=int(str(number)),
        name=shown,
        organisation=str(organisation)[:_SHOWN],
        role=str(role)[:_SHOWN],
        level=int(str(level or 0)),
        photo=str(picture or ""),
        initials=initials(shown),
        hue=hue_index(shown),
        last_contact_on=_day(last),
        follow_up_on=_day(due),
        archived=archived is not None,
        binned=binned is not None,
    )


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text)[:10]) if text else None
    except ValueError:
        return None
