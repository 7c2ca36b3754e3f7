"""Events from calendar files for `netdesk import`, all of them one step of the history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from netdesk.app.commands.output import say
from netdesk.app.commands.planning import local_zone
from netdesk.app.commands.remarks import tell_remarks, tell_remedies
from netdesk.background.jobs import Report
from netdesk.services.event_import import EventPlan, EventReport, bring_events, plan_events
from netdesk.services.import_plan import Remark
from netdesk.services.workspaces import Workspace

_IN_PART = 1
_NOTHING_READ = 2


def bring_calendars(
    ws: Workspace, files: Sequence[Path], today: date, told: dict[str, object], report: Report
) -> int:
    """Bring in what the window would tick: what is to come, or the one event of a file. Gives the exit code.

    What was done is said, and put into ``told`` under "events".
    """
    planned = plan_events(ws, files, zone=local_zone(), today=today, report=report)
    done = bring_events(ws, planned, planned.proposed(), report=report)
    told["events"] = _as_json(planned, done)
    _tell(planned, done)
    if len(planned.problems) == len(planned.sources):
        return _NOTHING_READ
    return 0 if done.is_whole else _IN_PART


def _tell(planned: EventPlan, done: EventReport) -> None:
    left = f", {done.left_out:,} left out (past, or in the bin)" if done.left_out else ""
    say(f"{done.sentence()}, {done.already_there:,} already there{left}.")
    tell_remarks(("Could not be read", done.unreadable), ("Understood otherwise", done.remarks))
    tell_remedies(planned.problems)


def _as_json(planned: EventPlan, done: EventReport) -> dict[str, object]:
    return {
        "files": [
            {"name": one.name, "kind": one.kind, "problem": one.problem, "remedy": one.remedy}
            for one in planned.sources
        ],
        "added": list(done.added),
        "updated": list(done.updated),
        "binned": done.binned,
        "already_there": done.already_there,
        "left_out": done.left_out,
        "unreadable": [_remark(one) for one in done.unreadable],
        "remarks": [_remark(one) for one in done.remarks],
    }


def _remark(one: Remark) -> dict[str, object]:
    return {"file": one.file, "line": one.line, "why": one.why, "text": one.text}
