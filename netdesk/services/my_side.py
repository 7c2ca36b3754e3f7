"""What I bring to a one-to-one: goals, accomplishments, interests, networks and skills, for the sheet (method §5)."""

from __future__ import annotations

import json
from dataclasses import dataclass

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput
from netdesk.services.typed_text import clean_text
from netdesk.store.workspace import Workspace

LONGEST = 2_000
"""Characters of one part; the sheet has one page."""
PARTS = {
    "goals": "Goals",
    "accomplishments": "Accomplishments",
    "interests": "Interests",
    "networks": "Networks",
    "skills": "Skills",
}
"""The parts by name, with their words, in the order of the sheet."""
_PREFIX = "my_side."


@dataclass(frozen=True, slots=True)
class MySide:
    """My own side of the sheet; a part is "" until I write it."""

    goals: str = ""
    accomplishments: str = ""
    interests: str = ""
    networks: str = ""
    skills: str = ""


def my_side(ws: Workspace) -> MySide:
    """Read it; what another version wrote and this one does not understand counts as not written."""
    rows = ws.sql(
        "SELECT name, value FROM preference WHERE substr(name, 1, ?) = ?", (len(_PREFIX), _PREFIX)
    ).fetchall()
    found = {}
    for name, value in rows:
        part = name.removeprefix(_PREFIX)
        try:
            text = json.loads(value)
        except ValueError:
            continue
        if part in PARTS and isinstance(text, str):
            found[part] = text
    return MySide(**found)


def save_my_side(ws: Workspace, part: str, text: str) -> Changes:
    """Keep a part of it; empty takes it away. Raises ``InvalidInput`` for too long a text or a part there is not."""
    if part not in PARTS:
        raise InvalidInput("There is no such part of your side.", field="part")
    kept = clean_text(text, LONGEST, field=part)
    title = f"Write down my {PARTS[part].lower()}"
    with ws.change(title, merge_key=f"preference {_PREFIX}{part}") as change:
        ws.sql(
            "INSERT INTO preference (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value",
            (f"{_PREFIX}{part}", json.dumps(kept, ensure_ascii=False)),
        )
    return change.changes
