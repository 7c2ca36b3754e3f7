"""One-to-ones as a file for the calendar (method §5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from netdesk.formats.calendar_file import Appointment, calendar_bytes
from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.services.one_to_ones import OneToOnePlan, one_to_one
from netdesk.store.workspace import Workspace, moment


def one_to_one_calendar(ws: Workspace, ids: Sequence[int]) -> bytes:
    """Return an .ics file of these plans. Raises ``NotFound``, ``InvalidInput`` for none."""
    if not ids:
        raise InvalidInput("There is nothing to put into the calendar.", "Plan a one-to-one first.")
    now = datetime.fromisoformat(moment())
    return calendar_bytes([_appointment(one_to_one(ws, one), now) for one in ids])


def save_one_to_one_calendar(ws: Workspace, ids: Sequence[int], path: Path) -> Path:
    """Write the file and return its path. Raises ``NetDeskError`` when it cannot be written, ``NotFound``."""
    content = one_to_one_calendar(ws, ids)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise NetDeskError(
            f"The file {path.name} could not be written: {error.strerror or error}.", "Choose another place."
        ) from error
    return path


def calendar_file_name(ws: Workspace, ids: Sequence[int]) -> str:
    """Propose a name: "one-to-one Grace Adeyemi 2026-11-24.ics". Raises ``NotFound``."""
    if len(ids) != 1:
        return "one-to-ones.ics"
    plan = one_to_one(ws, ids[0])
    name = "".join(char for char in plan.name if char.isalnum() or char in " -.'").strip(" .")
    return f"one-to-one {' '.join(name.split())[:60]} {plan.starts:%Y-%m-%d}.ics".replace("  ", " ")


def _appointment(plan: OneToOnePlan, now: datetime) -> Appointment:
    asked = [words for words in (plan.first_question, plan.second_question) if words]
    notes = [f"Objective: {plan.objective}"] if plan.objective else []
    notes += [f"To ask: {words}" for words in asked]
    return Appointment(
        uid=plan.uid,
        title=f"One-to-one with {plan.name}",
        starts=plan.starts,
        # Through UTC: an hour is an hour on the day the clocks change, too.
        ends=plan.starts.astimezone(UTC) + timedelta(minutes=plan.minutes),
        changed=now,
        place=plan.place,
        notes="\n".join(notes),
        remind_minutes=plan.remind_minutes,
        called_off=plan.called_off,
    )
