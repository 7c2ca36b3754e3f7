"""`netdesk followup list`, `done`, `move` and `drop`."""

from __future__ import annotations

from datetime import date, timedelta

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.clock import typed_day
from netdesk.app.commands.output import say, write_json, write_table
from netdesk.services.follow_ups import drop_follow_up, finish_follow_up, move_follow_up
from netdesk.services.open_follow_ups import ListedFollowUp, all_follow_ups
from netdesk.services.workspaces import Workspace

_WEEK = 7


def follow_up(ws: Workspace, given: Given, today: date) -> int:
    """Run the verb that was given."""
    if given.verb == "list":
        return _list(ws, given, today)
    if given.verb == "done":
        changes = finish_follow_up(ws, given.id)
    elif given.verb == "move":
        changes = move_follow_up(ws, given.id, typed_day(ws, given.day, today), today)
    else:
        changes = drop_follow_up(ws, given.id, given.why)
    say(f"{changes.title}." if not changes.is_empty else "It stands there already.")
    return 0


def _list(ws: Workspace, given: Given, today: date) -> int:
    found = all_follow_ups(ws, today + timedelta(days=_WEEK - 1) if given.week else None)
    if given.json:
        write_json({"follow_ups": [_as_json(one, today) for one in found], "count": len(found)})
    elif not found:
        say("Nothing is planned." if not given.week else "Nothing is planned for these seven days.")
    else:
        rows = [(str(one.id), _due(one), one.action, one.name, one.organisation) for one in found]
        write_table(("id", "due", "what", "person", "organisation"), rows)
    return 0


def _due(one: ListedFollowUp) -> str:
    return f"{one.due.isoformat()} {one.at:%H:%M}" if one.at else one.due.isoformat()


def _as_json(one: ListedFollowUp, today: date) -> dict[str, object]:
    return {
        "id": one.id,
        "action": one.action,
        "due": one.due.isoformat(),
        "at": f"{one.at:%H:%M}" if one.at else None,
        "days_late": max(0, (today - one.due).days),
        "moved": one.moved,
        "person": one.person_id,
        "name": one.name,
        "organisation": one.organisation,
        "card": one.card_id,
        "event_title": one.event,
    }
