"""People with everything the list of contacts asks about, and a look at the whole workspace for undo."""

from __future__ import annotations

from collections.abc import Sequence

from netdesk.method.names import NameParts, display_name, fold, sort_key
from netdesk.store.workspace import Workspace

TRACKED = (
    "person", "organisation", "contact_point", "person_kind", "tag", "person_tag", "person_market", "level_move",
    "interaction", "interaction_person", "follow_up", "saved_filter",
)  # fmt: skip


def add_person(
    ws: Workspace,
    name: str,
    organisation: str = "",
    *,
    level: int | None = None,
    tags: Sequence[str] = (),
    kinds: Sequence[str] = (),
    points: Sequence[tuple[str, str, str]] = (),
    note: str = "",
    added: str = "2026-01-01T09:00:00+00:00",
    met_on: str | None = None,
    rhythm: int | None = None,
) -> int:
    """Add somebody and give the id; ``points`` are kind, value and normalised value."""
    given, _, family = name.partition(" ")
    with ws.change(f"Add {name}"):
        firm = _named(ws, "organisation", "sort_name", organisation) if organisation else None
        number = ws.sql(
            "INSERT INTO person (uid, given, family, display_name, sort_name, organisation_id, level, note,"
            " met_on, rhythm_days, created_at, updated_at)"
            " VALUES (hex(randomblob(8)), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (given, family, display_name(NameParts(given=given, family=family)),
             sort_key(given, family, organisation), firm, level, note, met_on, rhythm, added, added),
        ).lastrowid  # fmt: skip
        person = int(number or 0)
        for tag in tags:
            ws.sql(
                "INSERT INTO person_tag (person_id, tag_id) VALUES (?, ?)",
                (person, _named(ws, "tag", "folded", tag)),
            )
        for kind in kinds:
            ws.sql("INSERT INTO person_kind (person_id, kind) VALUES (?, ?)", (person, kind))
        for kind, value, normalised in points:
            ws.sql(
                "INSERT INTO contact_point (person_id, kind, value, normalised) VALUES (?, ?, ?, ?)",
                (person, kind, value, normalised),
            )
    return person


def talk(
    ws: Workspace, people: Sequence[int], day: str, kind: str = "met", outcome: str | None = None
) -> int:
    """Log a conversation with some people and give its id."""
    with ws.change("Log a conversation"):
        number = ws.sql(
            "INSERT INTO interaction (kind, happened_at, outcome, created_at) VALUES (?, ?, ?, ?)",
            (kind, f"{day}T10:00:00+00:00", outcome, f"{day}T10:00:00+00:00"),
        ).lastrowid
        ws.many(
            "INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)",
            [(number, person) for person in people],
        )
    return int(number or 0)


def tag_id(ws: Workspace, name: str) -> int:
    """The id of a tag that is there."""
    return int(ws.sql("SELECT id FROM tag WHERE folded = ?", (fold(name),)).fetchone()[0])


def everything(ws: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables a person can change, to compare before with after."""
    return {table: ws.sql(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TRACKED}


def _named(ws: Workspace, table: str, column: str, name: str) -> int:
    row = ws.sql(f"SELECT id FROM {table} WHERE {column} = ?", (fold(name),)).fetchone()
    if row is not None:
        return int(row[0])
    return int(
        ws.sql(f"INSERT INTO {table} (name, {column}) VALUES (?, ?)", (name, fold(name))).lastrowid or 0
    )
