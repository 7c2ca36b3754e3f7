"""`netdesk win import`: wins from a table, all of them one step of the history."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.output import plain, say, write_json
from netdesk.services.currency_rates import own_currency
from netdesk.services.preferences import preferences
from netdesk.services.win_paste import (
    PastedTable,
    PastePlan,
    PasteRow,
    Verdict,
    bring,
    plan,
    read_paste,
    read_paste_file,
)
from netdesk.services.workspaces import Workspace

_STANDARD_INPUT = "-"
_IN_PART = 1
_SAID = 20


def import_wins(ws: Workspace, given: Given, today: date) -> int:
    """Write the new wins of a table; those that are here already and rows to be put right are left out and named."""
    from netdesk.ui.customs import customs

    day_first = customs(preferences(ws)).day_first
    made = plan(ws, _table(given.file), today, own_currency(ws), day_first=day_first)
    ids = () if given.dry_run else bring(ws, made, made.proposed(), today)
    if given.json:
        write_json(
            {"added": list(ids), "rows": [_as_json(row) for row in made.rows], "remarks": list(made.said)}
        )
    _tell(made, len(ids), given.dry_run)
    return _IN_PART if made.counts()[Verdict.WRONG] else 0


def _table(name: str) -> PastedTable:
    return read_paste(sys.stdin.read()) if name == _STANDARD_INPUT else read_paste_file(Path(name))


def _tell(made: PastePlan, added: int, is_trial: bool) -> None:
    counts = made.counts()
    done = f"{counts[Verdict.NEW]:,} new" if is_trial else f"{added:,} added"
    say(f"{done}, {counts[Verdict.HERE]:,} already here, {counts[Verdict.WRONG]:,} to put right.")
    for remark in made.said:
        say(remark)
    left = [row for row in made.rows if row.verdict is not Verdict.NEW]
    for row in left[:_SAID]:
        say(f"  line {row.line}: {plain(row.found)}")
    if len(left) > _SAID:
        say(f"  and {len(left) - _SAID:,} more (all of them with --json)")


def _as_json(row: PasteRow) -> dict[str, object]:
    draft = row.draft
    return {
        "line": row.line,
        "found": row.verdict.name.lower(),
        "said": row.found,
        "title": draft.title if draft else None,
        "client": draft.client if draft else None,
        "won_on": draft.won_on.isoformat() if draft else None,
        "value": draft.value if draft else None,
        "currency": draft.currency if draft else None,
        "source": draft.source.value if draft and draft.source else None,
    }
