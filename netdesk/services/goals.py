"""The counted goals of an event: adding, wording, ordering, ticking off."""

from __future__ import annotations

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.goals import MOST, Goal, GoalKind, goal_title
from netdesk.services.event_edit import event_title
from netdesk.services.history_words import in_title
from netdesk.services.places_in_order import move_row, next_place
from netdesk.services.typed_text import SENTENCE, clean_line
from netdesk.store.tables.events import Goal as GoalRow
from netdesk.store.workspace import Workspace


def add_goal(ws: Workspace, event_id: int, goal: Goal) -> int:
    """Add a goal at the end of an event's goals and return its id. Raises InvalidInput, NotFound."""
    kept = _checked(goal)
    with ws.change(f"Add a goal to {in_title(event_title(ws, event_id))}"):
        place = next_place(ws, "goal", event_id)
        return int(ws.run(GoalRow.insert({**_columns(kept), "event_id": event_id, "position": place})))


def edit_goal(ws: Workspace, goal_id: int, goal: Goal) -> Changes:
    """Change a goal's kind, words, count or follow-up. Raises InvalidInput (field "count", …), NotFound."""
    kept = _checked(goal)
    _event_of(ws, goal_id)
    title = f"Change the goal “{in_title(goal_title(kept))}”"
    with ws.change(title, merge_key=f"goal:{goal_id}:edit") as change:
        ws.run(GoalRow.update(_columns(kept)).where(GoalRow.id == goal_id))
    return change.changes


def set_reached(ws: Workspace, goal_id: int, reached: int) -> Changes:
    """Keep how many were reached. Raises InvalidInput below nought or above the most a goal counts."""
    if not 0 <= reached <= MOST:
        raise InvalidInput(f"A number from 0 to {MOST:,}, please.", field="reached")
    event = _event_of(ws, goal_id)
    title = f"Count {reached} for a goal of {in_title(event_title(ws, event))}"
    with ws.change(title, merge_key=f"goal:{goal_id}:reached") as change:
        ws.run(GoalRow.update(reached=reached).where(GoalRow.id == goal_id))
    return change.changes


def move_goal(ws: Workspace, goal_id: int, place: int) -> Changes:
    """Put a goal at ``place`` (0 is first) among its event's goals."""
    event = _event_of(ws, goal_id)
    with ws.change(f"Order the goals of {in_title(event_title(ws, event))}") as change:
        move_row(ws, "goal", event, goal_id, place)
    return change.changes


def delete_goal(ws: Workspace, goal_id: int) -> Changes:
    """Take a goal away."""
    event = _event_of(ws, goal_id)
    with ws.change(f"Remove a goal from {in_title(event_title(ws, event))}") as change:
        ws.run(GoalRow.delete().where(GoalRow.id == goal_id))
    return change.changes


def copy_goals(ws: Workspace, from_event: int, to_event: int) -> None:
    """Write an event's goals to another one inside a change; what was reached starts at nought."""
    ws.sql(
        "INSERT INTO goal (event_id, kind, words, count, follow_up, position)"
        " SELECT ?, kind, words, count, follow_up, position FROM goal WHERE event_id = ?"
        " ORDER BY position, id",
        (to_event, from_event),
    )


def _checked(goal: Goal) -> Goal:
    if goal.count is not None and not 1 <= goal.count <= MOST:
        raise InvalidInput(
            f"A goal counts from 1 to {MOST:,}.",
            "Choose a number you can reach in one evening.",
            field="count",
        )
    return Goal(
        GoalKind(goal.kind),
        goal.count,
        clean_line(goal.follow_up, SENTENCE, field="follow_up"),
        clean_line(goal.subject, field="subject"),
    )


def _columns(goal: Goal) -> dict[str, object]:
    return {
        "kind": goal.kind.value,
        "words": goal.subject,
        "count": goal.count,
        "follow_up": goal.follow_up,
    }


def _event_of(ws: Workspace, goal_id: int) -> int:
    row = ws.row(GoalRow.select(GoalRow.event_id).where(GoalRow.id == goal_id))
    if row is None:
        raise NotFound("That goal is not there any more.")
    return int(row[0])
