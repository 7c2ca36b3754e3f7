"""`netdesk move`, `netdesk undo` and `netdesk redo`."""

from __future__ import annotations

from datetime import date

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.finding import find_level, find_person
from netdesk.app.commands.output import say
from netdesk.services.levels import move_people
from netdesk.services.workspaces import Workspace

_NOTHING = 1


def move(ws: Workspace, given: Given, _today: date) -> int:
    """Move a person to a level and say so."""
    person = find_person(ws, given.person)
    changes = move_people(ws, [person.id], find_level(ws, given.level), given.why)
    say(f"{changes.title}." if not changes.is_empty else f"{person.name} stands there already.")
    return 0


def undo(ws: Workspace, _given: Given, _today: date) -> int:
    """Take the newest step back."""
    changes = ws.undo()
    say(f"Undone: {changes.title}" if changes else "There is nothing to undo.")
    return 0 if changes else _NOTHING


def redo(ws: Workspace, _given: Given, _today: date) -> int:
    """Do the step undone last again."""
    changes = ws.redo()
    say(f"Done again: {changes.title}" if changes else "There is nothing to redo.")
    return 0 if changes else _NOTHING
