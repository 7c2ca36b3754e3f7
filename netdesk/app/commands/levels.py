"""`netdesk level list`, `set`, `ladder` and `history`."""

from __future__ import annotations

from datetime import date

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.finding import find_level, find_person
from netdesk.app.commands.output import say, write_json, write_line, write_table
from netdesk.method.errors import InvalidInput
from netdesk.method.ladders import LADDERS, Ladder, ladder_of
from netdesk.method.levels import EvidenceKind, Level
from netdesk.method.rhythm import DAYS_A_WEEK, rhythm_words
from netdesk.services.level_page import LevelRecord, level_record
from netdesk.services.levels import levels, save_level, use_ladder
from netdesk.services.workspaces import Workspace

_NONE = "none"


def level(ws: Workspace, given: Given, today: date) -> int:
    """Run the verb that was given."""
    if given.verb == "list":
        return _list(ws, given)
    if given.verb == "set":
        return _set(ws, given)
    if given.verb == "ladder":
        return _ladder(ws, given)
    return _history(ws, given, today)


def _list(ws: Workspace, given: Given) -> int:
    known = levels(ws)
    if given.json:
        chosen = ladder_of(known)
        write_json({"levels": [_as_json(one) for one in known], "ladder": chosen.key if chosen else None})
        return 0
    rows = [
        (
            str(one.number),
            one.name,
            rhythm_words(one.rhythm_days),
            str(one.capacity or "-"),
            (" or " if one.evidence_any else " and ").join(one.evidence) or "-",
        )
        for one in known
    ]
    write_table(("level", "name", "in touch", "capacity", "ready with"), rows)
    return 0


def _set(ws: Workspace, given: Given) -> int:
    number = find_level(ws, given.level)
    if number is None:
        raise InvalidInput("Those who are unsorted have no level to set.", field="level")
    before = levels(ws)[number - 1]
    changes = save_level(
        ws,
        number,
        name=before.name if given.name is None else given.name,
        meaning=before.meaning if given.meaning is None else given.meaning,
        rhythm_days=_rhythm(given, before),
        capacity=_capacity(given.capacity, before),
        moves_up=before.moves_up if given.moves_up is None else given.moves_up,
        evidence=None if given.evidence is None else _evidence(given.evidence),
        evidence_any=given.any,
    )
    say(f"{changes.title}." if not changes.is_empty else "It stands there already.")
    return 0


def _ladder(ws: Workspace, given: Given) -> int:
    if given.ladder:
        changes = use_ladder(ws, given.ladder)
        say(f"{changes.title}." if not changes.is_empty else "It stands there already.")
        return 0
    used = ladder_of(levels(ws))
    if given.json:
        write_json({"ladders": [_ladder_as_json(one, used) for one in LADDERS]})
    else:
        rows = [(one.key, one.name, "used" if one == used else "") for one in LADDERS]
        write_table(("ladder", "name", ""), rows)
    return 0


def _history(ws: Workspace, given: Given, today: date) -> int:
    person = find_person(ws, given.person)
    record = level_record(ws, person.id, today)
    if given.json:
        write_json({"id": person.id, "name": person.name, **_record_as_json(record)})
        return 0
    if record.readiness is not None:
        write_line(record.readiness.sentence)
    if record.times:
        rows = [(str(one.level.number), one.level.name, str(one.days)) for one in record.times]
        write_table(("level", "name", "days"), rows)
    if record.moves:
        moved = [(str(one.on), one.heading, one.detail, one.why) for one in record.moves]
        write_table(("on", "move", "", "why"), moved)
    return 0


def _rhythm(given: Given, before: Level) -> int:
    if given.days is not None:
        return int(given.days)
    return before.rhythm_days if given.weeks is None else int(given.weeks) * DAYS_A_WEEK


def _capacity(typed: str | None, before: Level) -> int | None:
    if typed is None:
        return before.capacity
    if typed.casefold() == _NONE:
        return None
    if not typed.isdecimal():
        raise InvalidInput(f"“{typed}” is no number of people.", "Say a number, or none.", field="capacity")
    return int(typed)


def _evidence(typed: str) -> list[EvidenceKind]:
    if typed.casefold() == _NONE:
        return []
    known = {kind.value: kind for kind in EvidenceKind}
    wanted = [word.strip().casefold().replace("-", "_") for word in typed.split(",")]
    unknown = next((word for word in wanted if word not in known), None)
    if unknown is not None:
        kinds = ", ".join(known)
        raise InvalidInput(f"“{unknown}” is no evidence.", f"Evidence: {kinds}; or none.", field="evidence")
    return [known[word] for word in wanted]


def _as_json(one: Level) -> dict[str, object]:
    return {
        "level": one.number,
        "name": one.name,
        "meaning": one.meaning,
        "rhythm_days": one.rhythm_days,
        "capacity": one.capacity,
        "moves_up": one.moves_up,
        "evidence": list(one.evidence),
        "evidence_any": one.evidence_any,
    }


def _ladder_as_json(one: Ladder, used: Ladder | None) -> dict[str, object]:
    return {
        "ladder": one.key,
        "name": one.name,
        "meaning": one.meaning,
        "used": one == used,
        "levels": [_as_json(level) for level in one.levels],
    }


def _record_as_json(record: LevelRecord) -> dict[str, object]:
    ready = record.readiness
    return {
        "level": record.level.number if record.level else None,
        "ready_to_move_up": bool(ready and ready.ready),
        "readiness": ready.sentence if ready else "",
        "times": [
            {"level": one.level.number, "level_name": one.level.name, "days": one.days, "now": one.now}
            for one in record.times
        ],
        "moves": [
            {"id": one.id, "on": str(one.on), "move": one.heading, "detail": one.detail, "why": one.why}
            for one in record.moves
        ],
    }
