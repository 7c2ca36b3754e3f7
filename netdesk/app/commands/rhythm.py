"""`netdesk cold`, `ready`, `spoke` and `snooze`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.clock import typed_day
from netdesk.app.commands.finding import find_person
from netdesk.app.commands.output import say, write_json, write_table
from netdesk.method.rhythm import InteractionKind, snooze_choices
from netdesk.services.going_cold import ColdPerson, going_cold
from netdesk.services.levels import levels
from netdesk.services.ready import ReadyPerson, ready_to_move_up
from netdesk.services.snooze import SnoozedPerson, snooze, snoozed, unsnooze
from netdesk.services.spoke import spoke_today
from netdesk.services.workspaces import Workspace

_NOTHING = 1
_EVERYBODY = 1_000_000
_TWO_WEEKS = 1


def cold(ws: Workspace, given: Given, today: date) -> int:
    """List who is going cold, as Today shows them; whoever has a follow-up planned is left out."""
    found = going_cold(ws, today, _limit(given))
    names = {level.number: level.name for level in levels(ws)}
    if given.json:
        write_json({"people": [_cold(one, names, today) for one in found], "count": len(found)})
    elif not found:
        say("Nobody is going cold.")
    else:
        rows = [
            (str(one.person_id), str(one.level or "-"), one.name, one.organisation, one.words)
            for one in found
        ]
        write_table(("id", "level", "person", "organisation", "rhythm"), rows)
    return 0


def ready(ws: Workspace, given: Given, today: date) -> int:
    """List who is ready to move up, with the reasons."""
    found = ready_to_move_up(ws, today, _limit(given))
    if given.json:
        write_json({"people": [_ready(one) for one in found], "count": len(found)})
    elif not found:
        say("Nobody is ready to move up yet.")
    else:
        rows = [
            (str(one.person_id), str(one.level.number), one.name, one.next_level.name, ", ".join(one.because))
            for one in found
        ]
        write_table(("id", "level", "person", "ready for", "because"), rows)
    return 0


def spoke(ws: Workspace, given: Given, today: date) -> int:
    """Note real contact today."""
    kind = InteractionKind(given.kind.replace("-", "_"))
    done = spoke_today(ws, _ids(ws, given.people), kind, today)
    say(f"{done.changes.title}." if done.talks else "That is noted already.")
    return 0 if done.talks else _NOTHING


def rest(ws: Workspace, given: Given, today: date) -> int:
    """Leave people in peace until a day, tell of them again, or list who is left in peace."""
    if not given.people:
        return _list_snoozed(ws, given, today)
    people = _ids(ws, given.people)
    if given.end:
        changes = unsnooze(ws, people)
    else:
        usual = snooze_choices(today)[_TWO_WEEKS][1]
        changes = snooze(ws, people, typed_day(ws, given.until, today) if given.until else usual, today)
    say(f"{changes.title}." if not changes.is_empty else "It stands there already.")
    return 0


def _list_snoozed(ws: Workspace, given: Given, today: date) -> int:
    found = snoozed(ws, today)
    if given.json:
        write_json({"people": [_snoozed(one) for one in found], "count": len(found)})
    elif not found:
        say("Nobody is left in peace.")
    else:
        write_table(
            ("id", "person", "until"), [(str(one.person_id), one.name, str(one.until)) for one in found]
        )
    return 0


def _ids(ws: Workspace, typed: Sequence[str]) -> list[int]:
    return [find_person(ws, one).id for one in typed]


def _limit(given: Given) -> int:
    return _EVERYBODY if given.limit is None else max(0, given.limit)


def _cold(one: ColdPerson, names: dict[int, str], today: date) -> dict[str, object]:
    return {
        "id": one.person_id,
        "name": one.name,
        "organisation": one.organisation,
        "level": one.level or None,
        "level_name": names.get(one.level, ""),
        "rhythm_days": one.rhythm_days,
        "since": str(one.since),
        "spoke": one.spoke,
        "days_past": (today - one.since).days - one.rhythm_days,
        "phone": one.phone,
        "email": one.email,
        "words": one.words,
    }


def _ready(one: ReadyPerson) -> dict[str, object]:
    return {
        "id": one.person_id,
        "name": one.name,
        "organisation": one.organisation,
        "level": one.level.number,
        "level_name": one.level.name,
        "next_level": one.next_level.number,
        "next_level_name": one.next_level.name,
        "because": list(one.because),
    }


def _snoozed(one: SnoozedPerson) -> dict[str, object]:
    return {"id": one.person_id, "name": one.name, "organisation": one.organisation, "until": str(one.until)}
