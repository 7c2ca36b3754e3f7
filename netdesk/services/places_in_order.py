"""The order of an event's goals and of the people to meet: rows numbered from nought."""

from __future__ import annotations

from typing import Literal

from peewee import fn

from netdesk.store.tables.events import ExpectedPerson, Goal
from netdesk.store.workspace import Workspace

Ordered = Literal["goal", "expected_person"]
_MODELS: dict[Ordered, type[Goal] | type[ExpectedPerson]] = {"goal": Goal, "expected_person": ExpectedPerson}


def next_place(ws: Workspace, table: Ordered, event_id: int) -> int:
    """Return the place after the last row of an event."""
    rows = _MODELS[table]
    (last,) = ws.row(rows.select(fn.max(rows.position)).where(rows.event_id == event_id))
    return 0 if last is None else int(last) + 1


def move_row(ws: Workspace, table: Ordered, event_id: int, row_id: int, place: int) -> None:
    """Put a row at ``place`` among its event's rows, numbering anew only what changes; inside a change."""
    rows = _MODELS[table]
    asked = rows.select(rows.id, rows.position).where(rows.event_id == event_id)
    before = dict(ws.run(asked.order_by(rows.position, rows.id).tuples()))
    order = [number for number in before if number != row_id]
    order.insert(max(0, min(place, len(order))), row_id)
    if order == list(before):
        return
    for position, number in enumerate(order):
        if before[number] != position:
            ws.run(rows.update(position=position).where(rows.id == number))
