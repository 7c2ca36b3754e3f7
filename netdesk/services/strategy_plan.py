"""Over which activities I want my hours of networking to go: the plan of the strategy mix (method §9)."""

from __future__ import annotations

import json
from collections.abc import Mapping

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput
from netdesk.method.strategy import DEFAULT_PLAN, Activity, Plan, plan_problem
from netdesk.store.workspace import Workspace

PLAN = "strategy_plan"


def strategy_plan(ws: Workspace) -> dict[Activity, int]:
    """Return the plan; the method's own while none is kept, or one that another version wrote is no plan."""
    row = ws.sql("SELECT value FROM preference WHERE name = ?", (PLAN,)).fetchone()
    return (_read(row[0]) if row else None) or dict(DEFAULT_PLAN)


def save_strategy_plan(ws: Workspace, plan: Plan) -> Changes:
    """Keep a plan. Raises InvalidInput (field "plan") where its shares do not sum to 100."""
    whole = {activity: plan.get(activity, 0) for activity in Activity}
    problem = plan_problem(whole)
    if problem:
        raise InvalidInput(problem, "The five shares sum to 100.", field="plan")
    words = " / ".join(str(share) for share in whole.values())
    with ws.change(f"Plan networking time as {words}") as change:
        kept = json.dumps({activity.value: share for activity, share in whole.items()})
        ws.sql(
            "INSERT INTO preference (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (PLAN, kept),
        )
    return change.changes


def reset_strategy_plan(ws: Workspace) -> Changes:
    """Take the plan back to the one the method proposes."""
    with ws.change("Set the plan for networking time back") as change:
        ws.sql("DELETE FROM preference WHERE name = ?", (PLAN,))
    return change.changes


def _read(kept: str) -> dict[Activity, int] | None:
    try:
        told = json.loads(kept)
    except ValueError:
        return None
    if not isinstance(told, Mapping):
        return None
    shares = {activity: told.get(activity.value) for activity in Activity}
    plan = {
        one: share for one, share in shares.items() if isinstance(share, int) and not isinstance(share, bool)
    }
    return plan if len(plan) == len(shares) and not plan_problem(plan) else None
