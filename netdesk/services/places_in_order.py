"""The order of an event's goals and of the people to meet: rows numbered from nought."""

from __future__ import annotations

from typing import Literal

from netdesk.store.workspace import Workspace

Ordered = Literal["goal", "expected_person"]


def next_place(ws: Workspace, table: Ordered, event_id: int) -> int:
    """Return the place after the last row of an event."""
    query = f"SELECT coalesce(max(position) + 1, 0) FROM {table} WHERE event_id = ?"
    return int(ws.sql(query, (event_id,)).fetchone()[0])


def move_row(ws: Workspace, table: Ordered, event_id: int, row_id: int, place: int) -> None:
    """Put a row at ``place`` among its event's rows, numbering anew only what changes; inside a change."""
    rows = ws.sql(
        f"SELECT id, position FROM {table} WHERE event_id = ? ORDER BY position, id", (event_id,)
    ).fetchall()
    before = dict(rows)
    order = [number for number, _ in rows if number != row_id]
    order.insert(max(0, min(place, len(order))), row_id)
    if order == list(before):
        return
    ws.many(
        f"UPDATE {table} SET position = ? WHERE id = ?",
        [(position, number) for position, number in enumerate(order) if before[number] != position],
    )
