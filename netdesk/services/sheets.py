"""What the sheets print, read from the workspace."""

from __future__ import annotations

from datetime import date, datetime, time

from netdesk.method.prep_sheet import PrepSheetInput, SheetPerson, SheetPitch
from netdesk.method.triage import known_purpose
from netdesk.services.event_page import ExpectedLine, event_page
from netdesk.store.workspace import Workspace


def prep_sheet_input(ws: Workspace, event_id: int, printed_on: date) -> PrepSheetInput:
    """Return an event as its prep sheet needs it (see ``compose_prep_sheet``). Raises NotFound."""
    page = event_page(ws, event_id, datetime.combine(printed_on, time()).astimezone())
    pitch = page.pitch
    return PrepSheetInput(
        title=page.title,
        start=page.starts,
        printed_on=printed_on,
        end=page.ends,
        place=page.place,
        host=page.host,
        purpose=known_purpose(page.shares, page.overruled),
        shares=page.shares,
        goals=tuple(line.goal for line in page.goals),
        pitch=None
        if pitch is None
        else SheetPitch(pitch.kind, pitch.name, pitch.text, page.different or page.answers.different),
        people=tuple(_person(line) for line in page.people),
        competitors=page.competitors,
        own_sentence=page.own_sentence,
    )


def _person(line: ExpectedLine) -> SheetPerson:
    return SheetPerson(
        name=line.name,
        organisation=line.organisation,
        note=line.role,
        level=line.level,
        why=line.why,
        give=line.give,
        ask=line.ask,
        is_contact=line.person_id is not None,
    )
