"""Questions about contacts kept under a name: the chips a person makes for herself."""

from __future__ import annotations

from dataclasses import dataclass

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.services.contact_query import ContactQuery
from netdesk.services.history_words import in_title
from netdesk.services.typed_text import required_line
from netdesk.services.workspaces import Workspace

LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A question and the name it is kept under."""

    id: int
    name: str
    query: ContactQuery


def saved_filters(ws: Workspace) -> tuple[SavedFilter, ...]:
    """All saved filters in their order; one whose text cannot be read is left where it is and not shown."""
    found = []
    for number, name, text in ws.sql("SELECT id, name, query FROM saved_filter ORDER BY position, id"):
        try:
            found.append(SavedFilter(number, name, ContactQuery.from_json(text)))
        except InvalidInput:
            continue
    return tuple(found)


def save_filter(ws: Workspace, name: str, query: ContactQuery) -> Changes:
    """Keep ``query`` under ``name``; one of that name is replaced. Raises ``InvalidInput`` for no or a long name."""
    name = required_line(name, LONGEST_NAME, "A saved filter needs a name.", field="name")
    with ws.change(f"Save the filter “{in_title(name)}”") as change:
        ws.sql(
            "INSERT INTO saved_filter (name, query, position)"
            " VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM saved_filter))"
            " ON CONFLICT (name) DO UPDATE SET query = excluded.query",
            (name, query.to_json()),
        )
    return change.changes


def remove_filter(ws: Workspace, filter_id: int) -> Changes:
    """Forget a saved filter. Raises ``NotFound`` when it is gone already."""
    row = ws.sql("SELECT name FROM saved_filter WHERE id = ?", (filter_id,)).fetchone()
    if row is None:
        raise NotFound("That filter is gone already.")
    with ws.change(f"Remove the filter “{in_title(row[0])}”") as change:
        ws.sql("DELETE FROM saved_filter WHERE id = ?", (filter_id,))
    return change.changes
