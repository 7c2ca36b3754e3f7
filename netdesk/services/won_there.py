"""What was won through events and groups: a win counts once, whole, for its event and for its group.

A win's group is its own; where none is set, its event's. Amounts are in the chosen own currency; where
none is chosen, in that of most wins ("" for the computer's).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from netdesk.method.money import Total, add_up
from netdesk.services.currency_rates import rates, usual_currency
from netdesk.services.win_list import GROUP
from netdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Won:
    """How many wins, and what they are worth together."""

    count: int
    total: Total


def won_at_events(ws: Workspace, event_ids: Iterable[int] | None = None, own: str = "") -> dict[int, Won]:
    """Return what was won by event, in ``own`` where it is given; of all events that won anything, or of these."""
    chosen = "" if event_ids is None else f" AND event_id IN ({','.join(str(int(one)) for one in event_ids)})"
    found = ws.sql(
        f"SELECT event_id, value, currency FROM win WHERE binned_at IS NULL AND event_id IS NOT NULL{chosen}"
    ).fetchall()
    if not found:
        return {}
    amounts: dict[int, list[tuple[float | None, str]]] = defaultdict(list)
    for event, value, currency in found:
        amounts[event].append((value, currency))
    known = rates(ws, own or usual_currency(ws))
    return {event: Won(len(told), add_up(told, known)) for event, told in amounts.items()}


def won_through_group(ws: Workspace, group_id: int, after: str, until: str) -> Won | None:
    """Return what was won through a group after one day and up to another; None where no win is written down at all."""
    found = ws.sql(
        "SELECT w.value, w.currency FROM win w WHERE w.binned_at IS NULL"
        f" AND w.won_on > :after AND w.won_on <= :until AND {GROUP} = :group",
        {"group": group_id, "after": after, "until": until},
    ).fetchall()
    if not found and ws.sql("SELECT 1 FROM win WHERE binned_at IS NULL LIMIT 1").fetchone() is None:
        return None
    return Won(len(found), add_up(found, rates(ws, usual_currency(ws))))
