"""`netdesk export`: everybody as vCards, as a table or as JSON."""

from __future__ import annotations

from datetime import date

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.output import say
from netdesk.background.jobs import Report
from netdesk.services.exporting import export as write
from netdesk.services.importing import people
from netdesk.services.workspaces import Workspace


def export(ws: Workspace, given: Given, today: date) -> int:
    """Write the file; one that is there is replaced whole, or not at all."""
    count = write(ws, given.out, None, Report(), today=today, version=given.vcard)
    say(f"Wrote {people(count)} to {given.out}.")
    return 0
