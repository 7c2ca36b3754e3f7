"""`netdesk group meetings`: a group's meetings listed, or many of them planned in one step."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.clock import moment_of, typed_day, typed_time
from netdesk.app.commands.output import say, write_json, write_line
from netdesk.app.commands.planning import local_zone
from netdesk.method.recurrence import Every
from netdesk.services.group_list import group_called
from netdesk.services.group_meetings import Meeting, meetings, plan_meetings, proposed_meetings
from netdesk.services.workspaces import Workspace


def group_meetings(ws: Workspace, given: Given, today: date) -> int:
    """List the meetings of the group that is meant; with --plan or --year plan new ones and print their ids."""
    group, now = group_called(ws, given.group), moment_of(today)
    if given.plan is None and not given.year:
        _list(ws, group, now, as_json=given.json)
        return 0
    offered = proposed_meetings(ws, group, now, local_zone())
    every = Every(given.every.replace("-", "_")) if given.every else offered.every
    day = typed_day(ws, given.first, today) if given.first else offered.first.date()
    at = typed_time(given.at) if given.at else offered.first.time()
    times = every.times_a_year if given.year else given.plan
    first = datetime.combine(day, at)
    made = plan_meetings(ws, group, first, every, times, zone=offered.zone, like_last=not given.plain)
    if given.json:
        write_json({"made": list(made.made), "already_there": list(made.already_there)})
    else:
        for event in made.made:
            write_line(str(event))
    say(f"{made.sentence}.")
    return 0


def _list(ws: Workspace, group: int, now: datetime, *, as_json: bool) -> None:
    found = meetings(ws, group, now)
    if as_json:
        write_json(
            {
                "coming": [_meeting_json(one) for one in found.coming],
                "past": [_meeting_json(one) for one in found.past],
                "held": found.held,
            }
        )
        return
    for one in (*found.coming, *found.past):
        over = "" if one in found.coming else "  over"
        write_line(f"{one.event_id}  {one.starts:%a %Y-%m-%d %H:%M}  {one.title}{over}")


def _meeting_json(one: Meeting) -> dict[str, Any]:
    return {
        "event": one.event_id,
        "title": one.title,
        "starts": one.starts.isoformat(),
        "ends": None if one.ends is None else one.ends.isoformat(),
        "place": one.place,
        "attended": one.took_part,
    }
