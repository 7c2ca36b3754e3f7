"""The levels of one person read back: what is asked for the next, time at each, and all moves with their reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netdesk.method.dates import span_words
from netdesk.method.errors import NotFound
from netdesk.method.evidence import Readiness, has, readiness
from netdesk.method.level_history import days_at
from netdesk.method.levels import Level, next_level
from netdesk.services.levels import LevelMove, levels, moves, time_at_levels
from netdesk.services.record import record_of
from netdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Asked:
    """One kind of evidence a level asks for, in words, and whether it stands in the record."""

    words: str
    there: bool


@dataclass(frozen=True, slots=True)
class LevelTime:
    """How long somebody stood at a level, over all stays; ``share`` is its part of the whole (0 to 1)."""

    level: Level
    days: int
    share: float
    now: bool


@dataclass(frozen=True, slots=True)
class MoveLine:
    """A move in words: "Moved to Familiar face", "from Sausage sharer, after 3 months", and why ("" when not said)."""

    id: int
    heading: str
    detail: str
    why: str
    on: date
    up: bool


@dataclass(frozen=True, slots=True)
class LevelRecord:
    """All of it. ``level`` is None for somebody who is not on the board, ``moves`` come newest first."""

    level: Level | None
    next_level: Level | None
    readiness: Readiness | None
    asked: tuple[Asked, ...]
    times: tuple[LevelTime, ...]
    moves: tuple[MoveLine, ...]


def level_record(ws: Workspace, person_id: int, today: date) -> LevelRecord:
    """Read the levels of one person; a few milliseconds. Raises ``NotFound``."""
    row = ws.sql("SELECT level FROM person WHERE id = ?", (person_id,)).fetchone()
    if row is None:
        raise NotFound("That person is not in the workspace any more.")
    known = levels(ws)
    level = next((one for one in known if one.number == row[0]), None)
    evidence = record_of(ws, person_id)
    asked = level.evidence if level is not None and not level.is_top else ()
    stays = time_at_levels(ws, person_id, today)
    days = {one.number: days_at(stays, one.number) for one in known}
    stood = {stay.level for stay in stays}
    whole = sum(days.values()) or 1
    return LevelRecord(
        level,
        next_level(level, known) if level is not None else None,
        readiness(level, evidence, today) if level is not None else None,
        tuple(Asked(kind.label, has(kind, evidence)) for kind in asked),
        tuple(
            LevelTime(one, days[one.number], days[one.number] / whole, one.number == row[0])
            for one in known
            if one.number in stood
        ),
        _lines(moves(ws, person_id), known),
    )


def _lines(made: Sequence[LevelMove], known: Sequence[Level]) -> tuple[MoveLine, ...]:
    names = {one.number: one.name for one in known}
    # Newest first: the move before one in time follows it in the list, but between the two may stand moves of a
    # contact that was merged into this one.
    return tuple(
        _line(move, _led_to(move.from_level, made[place + 1 :]), names) for place, move in enumerate(made)
    )


def _led_to(level: int | None, earlier: Sequence[LevelMove]) -> LevelMove | None:
    return next((move for move in earlier if move.to_level == level), None)


def _line(move: LevelMove, before: LevelMove | None, names: dict[int, str]) -> MoveLine:
    on = move.moved_at.date()
    to, origin = (names.get(number or 0, "") for number in (move.to_level, move.from_level))
    heading = f"{'Moved to' if origin else 'Started as'} {to}" if to else "Taken off the board"
    stood = (on - before.moved_at.date()).days if before is not None else 0
    detail = f"from {origin}{f', after {span_words(stood)}' if stood > 0 else ''}" if origin else ""
    up = (move.to_level or 0) > (move.from_level or 0)
    return MoveLine(move.id, heading, detail, move.why, on, up)
