"""The "if" of the way from events to clients that a person chose: kept in the workspace, and undone like anything."""

from __future__ import annotations

import json
from fractions import Fraction

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput
from netdesk.method.insights.what_if import THE_METHODS, WhatIf, clients_words, exactly
from netdesk.store.workspace import Workspace

WHAT_IF = "insights.what_if"
_MINE = "mine"


def what_if(ws: Workspace) -> WhatIf | None:
    """Return the "if" that is kept, the method's example while none is; None: my own figures, as it was."""
    row = ws.sql("SELECT value FROM preference WHERE name = ?", (WHAT_IF,)).fetchone()
    if row is None:
        return THE_METHODS
    try:
        kept = json.loads(row[0])
        if kept == _MINE:
            return None
        return WhatIf(*(Fraction(str(kept[name])) for name in ("events", "solid", "closed")))
    except (ValueError, TypeError, KeyError, ZeroDivisionError, InvalidInput):
        # What another version wrote and this one does not understand counts as not chosen.
        return THE_METHODS


def keep_what_if(ws: Workspace, what: WhatIf) -> Changes:
    """Keep an "if"; several changes one after the other are one step of the history."""
    kept = {
        "events": exactly(what.events_a_month),
        "solid": exactly(what.solid_each),
        "closed": exactly(what.share_closed),
    }
    return _write(ws, f"See what would be if: {clients_words(what)}", kept)


def forget_what_if(ws: Workspace) -> Changes:
    """Go back to my own figures, as it was."""
    return _write(ws, "Count clients as it was", _MINE)


def _write(ws: Workspace, title: str, value: object) -> Changes:
    with ws.change(title, merge_key=f"preference {WHAT_IF}") as change:
        ws.sql(
            "INSERT INTO preference (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (WHAT_IF, json.dumps(value)),
        )
    return change.changes
