"""`netdesk import`: contacts and events from files; those of a kind are one step of the history."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.bringing_events import bring_calendars
from netdesk.app.commands.finding import find_level
from netdesk.app.commands.output import plain, say, write_json
from netdesk.app.commands.remarks import tell_remarks, tell_remedies
from netdesk.background.jobs import Progress, Report
from netdesk.services.importing import ImportPlan, ImportReport, Remark, Verdict, plan
from netdesk.services.importing import bring as write
from netdesk.services.opened_files import OpenedKind, by_kind
from netdesk.services.workspaces import Workspace

_IN_PART = 1
_NOTHING_READ = 2


def bring(ws: Workspace, given: Given, today: date) -> int:
    """Bring in contacts, and events from calendars; who may be somebody known already is left out and named."""
    found = by_kind(given.files)
    calendars = found.get(OpenedKind.EVENTS, [])
    others = [file for file in dict.fromkeys(given.files) if file not in calendars]
    told: dict[str, object] = {}
    codes = []
    # Who comes in with this very command is known to the events already.
    if others:
        codes.append(_bring_contacts(ws, given, others, told))
    if calendars:
        codes.append(bring_calendars(ws, calendars, today, told, Report(_progress())))
    if given.json:
        write_json(told)
    # Nothing read at all is wrong use; something read, but not all of it, is done in part.
    return codes[0] if len(set(codes)) == 1 else _IN_PART


def _bring_contacts(ws: Workspace, given: Given, files: Sequence[Path], told: dict[str, object]) -> int:
    level = find_level(ws, given.level) if given.level else None
    report = Report(_progress())
    planned = plan(ws, files, report)
    done = write(ws, planned, {}, tag=given.tag, level=level, report=report)
    undecided = _undecided(planned)
    told.update(_as_json(planned, done, undecided))
    _tell(planned, done, undecided)
    if len(planned.problems) == len(planned.sources):
        return _NOTHING_READ
    return 0 if done.is_whole and not undecided else _IN_PART


def _undecided(planned: ImportPlan) -> tuple[Remark, ...]:
    return tuple(
        Remark(planned.sources[row.file].name, row.line, row.found, row.name)
        for row in planned.rows
        if row.verdict is Verdict.TO_DECIDE
    )


def _tell(planned: ImportPlan, done: ImportReport, undecided: tuple[Remark, ...]) -> None:
    say(f"{done.sentence()}, {done.already_there:,} already there.")
    tell_remarks(
        ("Left out, for you to decide in the window", undecided),
        ("Could not be read", done.unreadable),
        ("Left out of a card", done.warnings),
    )
    tell_remedies(planned.problems)


def _as_json(planned: ImportPlan, done: ImportReport, undecided: tuple[Remark, ...]) -> dict[str, object]:
    return {
        "files": [
            {"name": one.name, "kind": one.kind, "problem": one.problem, "remedy": one.remedy}
            for one in planned.sources
        ],
        "added": done.added,
        "updated": done.updated,
        "already_there": done.already_there,
        "left_out": done.left_out,
        "to_decide": [_remark(one) for one in undecided],
        "unreadable": [_remark(one) for one in done.unreadable],
        "warnings": [_remark(one) for one in done.warnings],
    }


def _remark(one: Remark) -> dict[str, object]:
    return {"file": one.file, "line": one.line, "why": one.why, "text": one.text}


def _progress() -> Callable[[Progress], None] | None:
    """A line that is written over again and again, for a person at a terminal."""
    if not sys.stderr.isatty():
        return None
    said: list[str] = []

    def show(state: Progress) -> None:
        share = f" {100 * state.done // state.total} %" if state.total else ""
        line = f"{state.text}{share}"
        if not said or said[-1] != line:
            said[:] = [line]
            # Back to the line's start and clear it; nothing stays of it when all is done.
            over = state.total and state.done >= state.total
            print(f"\r\x1b[K{'' if over else plain(line)}", end="", file=sys.stderr, flush=True)

    return show
