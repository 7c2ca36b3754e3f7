"""`netdesk goal count` and `netdesk reaction add`: what an event gave."""

from __future__ import annotations

from datetime import date

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.clock import moment_of
from netdesk.app.commands.finding import find_event
from netdesk.app.commands.output import say, write_line
from netdesk.method.errors import InvalidInput
from netdesk.method.goals import goal_title
from netdesk.services.event_edit import event_title
from netdesk.services.event_page import event_page
from netdesk.services.goal_counts import GoalCount, count_goal, goal_counts
from netdesk.services.reactions import add_reactions, event_reactions
from netdesk.services.workspaces import Workspace


def goal(ws: Workspace, given: Given, _today: date) -> int:
    """Count a goal by hand and write how far it is."""
    event = find_event(ws, given.event)
    lines = goal_counts(ws, [event])[event]
    line = _line(ws, event, lines, given.goal)
    count_goal(ws, line.goal_id, _wanted(given.count, line.reached))
    now = next(one for one in goal_counts(ws, [event])[event] if one.goal_id == line.goal_id)
    write_line(f"{now.reached} / {now.goal.count}" if now.goal.count else str(now.reached))
    say(f"{goal_title(now.goal)}: {'reached' if now.is_reached else 'not reached yet'}.")
    return 0


def reaction(ws: Workspace, given: Given, today: date) -> int:
    """Count reactions to the pitch said at an event, and write them all."""
    event = find_event(ws, given.event)
    if not (given.asked_more or given.polite or given.blank):
        raise InvalidInput("No reaction was given.", "Say how many with --asked-more, --polite or --blank.")
    add_reactions(ws, event, given.asked_more, given.polite, given.blank)
    pitch = event_page(ws, event, moment_of(today)).pitch
    if pitch is not None:
        said = event_reactions(ws, event, pitch.id)
        write_line(f"asked more {said.asked_more}, polite {said.polite}, blank {said.blank}")
        say(f"Counted for “{pitch.name}” at {event_title(ws, event)}.")
    return 0


def _line(ws: Workspace, event: int, lines: tuple[GoalCount, ...], typed: str) -> GoalCount:
    if typed.isdecimal() and 1 <= int(typed) <= len(lines):
        return lines[int(typed) - 1]
    listed = "; ".join(f"{place} {goal_title(line.goal)}" for place, line in enumerate(lines, 1))
    title = event_title(ws, event)
    if not lines:
        raise InvalidInput(f"{title} has no goal to count.", "Set one in the window.", field="goal")
    raise InvalidInput(f"“{typed}” is no goal of {title}.", f"Goals by number: {listed}.", field="goal")


def _wanted(typed: str, so_far: int) -> int:
    """A number, or +1 and -2 for so many more or fewer."""
    digits = typed.lstrip("+-")
    if not digits.isdecimal() or len(typed) - len(digits) > 1 or len(digits) > 6:
        raise InvalidInput(f"“{typed}” is no count.", "Write 5, +1 or -1.", field="count")
    return so_far + int(typed) if typed[0] in "+-" else int(typed)
