"""`netdesk list people` and `netdesk list events`."""

from __future__ import annotations

from datetime import date, datetime, time

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.finding import find_level
from netdesk.app.commands.output import say, write_json, write_table
from netdesk.method.dates import ago
from netdesk.services.contact_query import NO_LEVEL, ContactQuery
from netdesk.services.contact_rows import ContactRow
from netdesk.services.contacts import ids, rows
from netdesk.services.event_list import EventRow, event_ids, event_rows
from netdesk.services.levels import levels
from netdesk.services.workspaces import Workspace


def list_them(ws: Workspace, given: Given, today: date) -> int:
    """List people or events; nobody found is an empty list, not an error."""
    return _people(ws, given, today) if given.what == "people" else _events(ws, given, today)


def _people(ws: Workspace, given: Given, today: date) -> int:
    chosen: tuple[int, ...] = ()
    if given.level:
        level = find_level(ws, given.level)
        chosen = (NO_LEVEL if level is None else level,)
    query = ContactQuery(text=given.search, levels=chosen, archived=given.archived)
    names = {level.number: level.name for level in levels(ws)}
    found = rows(ws, ids(ws, query, today))
    if given.json:
        people = [_person(row, names) for row in found]
        write_json({"people": people, "count": len(people)})
        return 0
    write_table(
        ("id", "name", "organisation", "level", "last contact"),
        [
            (
                str(row.id),
                row.name,
                row.organisation,
                names.get(row.level, ""),
                ago((today - row.last_contact_on).days) if row.last_contact_on else "",
            )
            for row in found
        ],
    )
    say(f"{len(found)} people")
    return 0


def _person(row: ContactRow, names: dict[int, str]) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.name,
        "organisation": row.organisation,
        "role": row.role,
        "level": row.level or None,
        "level_name": names.get(row.level, ""),
        "last_contact": _iso(row.last_contact_on),
        "follow_up": _iso(row.follow_up_on),
        "archived": row.archived,
    }


def _events(ws: Workspace, given: Given, today: date) -> int:
    now = datetime.combine(today, time()).astimezone()
    found = event_ids(ws, now, given.search)
    events = event_rows(ws, [*found.coming, *found.past], now)
    if given.json:
        write_json({"events": [_event(row) for row in events], "count": len(events)})
        return 0
    write_table(
        ("id", "starts", "title", "place", "purpose", ""),
        [
            (
                str(row.id),
                row.starts.strftime("%Y-%m-%d %H:%M"),
                row.title,
                row.place,
                row.purpose.label if row.purpose else "",
                "" if row.over else row.chip,
            )
            for row in events
        ],
    )
    say(f"{len(found.coming)} coming, {len(found.past)} past")
    return 0


def _event(row: EventRow) -> dict[str, object]:
    return {
        "id": row.id,
        "title": row.title,
        "starts": row.starts.isoformat(),
        "ends": row.ends.isoformat() if row.ends else None,
        "place": row.place,
        "host": row.host,
        "purpose": row.purpose.value if row.purpose else None,
        "prepared": row.prepared,
        "status": row.chip,
        "attended": row.attended,
        "over": row.over,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
