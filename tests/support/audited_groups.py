"""A group with members as the audit is asked about it, and what the record says of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from netdesk.method.groups import FeePer
from netdesk.method.ledger import HelpWay, LedgerKind
from netdesk.method.recurrence import Every
from netdesk.services.group_members import add_members
from netdesk.services.groups import GroupDraft, add_group
from netdesk.store.workspace import Workspace

TODAY = date(2026, 11, 22)
BREAKFAST = GroupDraft(
    "Breakfast Club",
    "Learn how small firms choose help",
    "Mill Café",
    Every.WEEK,
    4,
    time(7),
    90,
    780,
    FeePer.YEAR,
    "GBP",
    date(2024, 2, 2),
)


def breakfast_club(ws: Workspace, people: Sequence[int] = (), joined: date | None = date(2025, 3, 7)) -> int:
    """Add the group, its members joined on one day, and give its id."""
    group_id = add_group(ws, BREAKFAST)
    if people:
        add_members(ws, group_id, people, joined)
    return group_id


def member_of(ws: Workspace, group_id: int, person_id: int) -> int:
    """The id of a person's membership."""
    query = "SELECT id FROM member WHERE group_id = ? AND person_id = ?"
    return int(ws.sql(query, (group_id, person_id)).fetchone()[0])


def helped(ws: Workspace, person_id: int, kind: LedgerKind, way: HelpWay, state: str = "done") -> None:
    """Write an entry of the ledger."""
    due = "2026-12-01" if kind is LedgerKind.PROMISE else None
    with ws.change("Note help"):
        ws.sql(
            "INSERT INTO ledger_entry (person_id, kind, way, happened_on, due_on, state, created_at)"
            " VALUES (?, ?, ?, '2026-05-04', ?, ?, '2026-05-04T10:00:00+00:00')",
            (person_id, kind.value, way.value, due, state),
        )


def one_to_one_planned(ws: Workspace, person_id: int, day: str, *, called_off: bool = False) -> None:
    """Plan a one-to-one at ten."""
    with ws.change("Plan a one-to-one"):
        ws.sql(
            "INSERT INTO one_to_one (person_id, starts_at, called_off_at, uid, created_at) VALUES (?, ?, ?, ?, ?)",
            (person_id, f"{day}T10:00:00+00:00", "2026-11-20T09:00:00+00:00" if called_off else None,
             f"{person_id}-{day}@netdesk", "2026-11-01T10:00:00+00:00"),
        )  # fmt: skip
