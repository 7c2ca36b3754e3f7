"""Organisations by name: one for each folded name, made when first needed."""

from __future__ import annotations

from netdesk.method.names import fold
from netdesk.services.typed_text import LINE, clean_line
from netdesk.store.tables.people import Organisation
from netdesk.store.workspace import Workspace


def organisation_id(ws: Workspace, name: str) -> int | None:
    """The organisation of that name, made inside a change when it is new; None for an empty name."""
    name = clean_line(name, LINE, field="organisation")
    if not name:
        return None
    # A name of marks alone folds to nothing; it is then its own key.
    key = fold(name) or name
    found = ws.row(Organisation.select(Organisation.id).where(Organisation.sort_name == key))
    if found is not None:
        return int(found[0])
    return int(ws.run(Organisation.insert(name=name, sort_name=key)))


def organisation_names(ws: Workspace, typed: str, limit: int = 12) -> tuple[str, ...]:
    """Names beginning with what was typed, for completing."""
    key = fold(typed)
    if not key:
        return ()
    rows = ws.sql(
        "SELECT name FROM organisation WHERE sort_name >= ? AND sort_name < ? ORDER BY sort_name LIMIT ?",
        (key, key + "\U0010ffff", limit),
    )
    return tuple(row[0] for row in rows)
