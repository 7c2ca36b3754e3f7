"""`netdesk merge`."""

from __future__ import annotations

from datetime import date

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.finding import find_person
from netdesk.app.commands.output import say, write_json, write_line
from netdesk.method.errors import InvalidInput
from netdesk.services.merging import LABELS, compare, merge_people
from netdesk.services.workspaces import Workspace


def merge(ws: Workspace, given: Given, today: date) -> int:
    """Make two contacts one, or with ``--compare`` only say where they differ."""
    kept, gone = find_person(ws, given.person), find_person(ws, given.other)
    taken = tuple(name.replace("-", "_") for name in given.take)
    for name in taken:
        if name not in LABELS:
            raise InvalidInput(f"There is no field “{name}”.", f"Choose from: {', '.join(LABELS)}.")
    if given.compare:
        seen = compare(ws, kept.id, gone.id)
        differing = [
            {"field": one.field, "label": one.label, "kept": one.kept, "gone": one.gone}
            for one in seen.differences
        ]
        if given.json:
            write_json(
                {"kept": kept.id, "gone": gone.id, "differences": differing, "comes_along": seen.comes_along}
            )
            return 0
        for one in seen.differences:
            write_line(f"{one.label}: {one.kept} | {one.gone}")
        say(f"Comes along: {seen.comes_along or 'nothing'}.")
        return 0
    say(f"{merge_people(ws, kept.id, gone.id, today, taken).title}.")
    return 0
