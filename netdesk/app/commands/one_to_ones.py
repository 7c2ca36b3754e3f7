"""`netdesk one-to-one`: plan, list, move, hold, call off, the file for the calendar, the sheet, my side of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from netdesk.app.arguments.reading import Given
from netdesk.app.commands import sheets
from netdesk.app.commands.clock import moment_of, typed_day, typed_past_day, typed_time
from netdesk.app.commands.finding import find_person
from netdesk.app.commands.one_to_one_answers import held_json, plan_json, planned_json
from netdesk.app.commands.output import say, write_json, write_line, write_table
from netdesk.app.commands.planning import local_zone
from netdesk.method.calendar_words import weekday_and_day
from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput
from netdesk.method.one_to_ones import Outcome, slots
from netdesk.services import one_to_ones
from netdesk.services.calendar_files import save_one_to_one_calendar
from netdesk.services.contact_rows import rows
from netdesk.services.held_one_to_ones import Held, Promise, hold
from netdesk.services.my_side import PARTS, my_side, save_my_side
from netdesk.services.one_to_one_lists import (
    HeldLine,
    PlannedLine,
    held,
    never_held,
    person_one_to_ones,
    upcoming,
)
from netdesk.services.one_to_ones import OneToOneDraft
from netdesk.services.workspaces import Workspace

_QUESTIONS = 2


def one_to_one(ws: Workspace, given: Given, today: date) -> int:
    """Run the verb that was given."""
    verbs: dict[str, Callable[[Workspace, Given, date], int]] = {
        "plan": _plan, "list": _list, "held": _hold, "ics": _calendar, "about-me": _about_me,
        "sheet": sheets.one_to_one_sheet, "move": _move, "call-off": _call_off, "put-back": _put_back,
    }  # fmt: skip
    return verbs[given.verb](ws, given, today)


def _plan(ws: Workspace, given: Given, today: date) -> int:
    if len(given.ask) > _QUESTIONS:
        raise InvalidInput(
            "Two questions are enough for an hour.", "Leave out --ask for the rest.", field="ask"
        )
    people = [find_person(ws, typed) for typed in given.people]
    drafts = []
    for person, starts in zip(people, slots(_moment(ws, given.at, today), len(people)), strict=True):
        known = one_to_ones.proposed(ws, person.id)
        questions = [*given.ask, known.first_question, known.second_question]
        drafts.append(
            OneToOneDraft(
                person.id,
                starts,
                given.zone or local_zone(),
                given.minutes,
                given.place or known.place,
                given.objective or known.objective,
                given.remind,
                questions[0],
                questions[1],
            )
        )
    ids = one_to_ones.plan_several(ws, drafts, moment_of(today))
    if given.json:
        write_json(
            {"planned": [plan_json(one_to_ones.one_to_one(ws, one)) for one in ids], "count": len(ids)}
        )
        return 0
    for one in ids:
        write_line(str(one))
        plan = one_to_ones.one_to_one(ws, one)
        say(
            f"{plan.name}: {weekday_and_day(plan.starts.date())}, {plan.starts:%H:%M}. {plan.objective}".strip()
        )
    return 0


def _list(ws: Workspace, given: Given, today: date) -> int:
    now = moment_of(today)
    if given.never:
        return _never(ws, given)
    planned: Sequence[PlannedLine] = ()
    done: Sequence[HeldLine] = ()
    if given.person:
        found = person_one_to_ones(ws, find_person(ws, given.person).id, now)
        planned = () if given.held else (*found.planned, *found.called_off)
        done = found.held
    elif given.held:
        done = held(ws)
    else:
        planned = upcoming(ws, now)
    if given.json:
        write_json(
            {
                "planned": [planned_json(one) for one in planned],
                "held": [held_json(one) for one in done],
                "count": len(planned) + len(done),
            }
        )
    elif not planned and not done:
        say("No one-to-one was held yet." if given.held else "No one-to-one is planned.")
    else:
        lines = [*map(_planned_row, planned), *map(_held_row, done)]
        write_table(("id", "when", "person", "place", "objective", "state"), lines)
    return 0


def _planned_row(one: PlannedLine) -> tuple[str, ...]:
    state = one.standing.value.replace("_", " ")
    return str(one.id), f"{one.starts:%Y-%m-%d %H:%M}", one.name, one.place, one.objective, state


def _held_row(one: HeldLine) -> tuple[str, ...]:
    outcome = one.outcome.value if one.outcome else "held"
    return "", one.on.isoformat(), one.name, one.place, one.objective, outcome


def _never(ws: Workspace, given: Given) -> int:
    found = rows(ws, never_held(ws))
    if given.json:
        people = [
            {
                "id": one.id,
                "name": one.name,
                "organisation": one.organisation,
                "level": one.level or None,
                "last_contact": one.last_contact_on.isoformat() if one.last_contact_on else None,
            }
            for one in found
        ]
        write_json({"people": people, "count": len(people)})
    elif not found:
        say("You sat down with everybody who matters.")
    else:
        table = [(str(one.id), str(one.level or ""), one.name, one.organisation) for one in found]
        write_table(("id", "level", "name", "organisation"), table)
    return 0


def _hold(ws: Workspace, given: Given, today: date) -> int:
    plan = one_to_ones.one_to_one(ws, given.id)
    written = Held(
        typed_past_day(ws, given.on, today) if given.on else min(plan.starts.date(), today),
        Outcome(given.outcome) if given.outcome else None,
        given.learned,
        given.made_together,
        "",
        dict(_field(typed) for typed in given.keep),
        tuple(_promise(ws, typed, today) for typed in given.promise),
        tuple(Promise(typed) for typed in given.they_promise),
    )
    talk = hold(ws, given.id, written, today)
    if given.json:
        lines = person_one_to_ones(ws, plan.person_id, moment_of(today)).held
        write_json(held_json(next(line for line in lines if line.id == talk)))
    else:
        say(f"Kept the one-to-one with {plan.name}.")
    return 0


def _move(ws: Workspace, given: Given, today: date) -> int:
    return _told(
        one_to_ones.move_one_to_one(ws, given.id, _moment(ws, given.moment, today), moment_of(today))
    )


def _call_off(ws: Workspace, given: Given, _today: date) -> int:
    return _told(one_to_ones.call_off(ws, given.id, given.why))


def _put_back(ws: Workspace, given: Given, _today: date) -> int:
    return _told(one_to_ones.put_back(ws, given.id))


def _calendar(ws: Workspace, given: Given, today: date) -> int:
    ids = given.ids or [one.id for one in upcoming(ws, moment_of(today))]
    save_one_to_one_calendar(ws, ids, given.output)
    say(f"Wrote {given.output}: {len(ids)} {'one-to-one' if len(ids) == 1 else 'one-to-ones'}.")
    return 0


def _about_me(ws: Workspace, given: Given, _today: date) -> int:
    if given.part is not None and given.words is not None:
        return _told(save_my_side(ws, given.part, given.words))
    mine = my_side(ws)
    parts = {part: getattr(mine, part) for part in PARTS if given.part in (None, part)}
    if given.json:
        write_json(parts)
    else:
        write_table(("part", "about me"), [(PARTS[part], text) for part, text in parts.items()])
    return 0


def _told(changes: Changes) -> int:
    say("It stands there already." if changes.is_empty else f"{changes.title}.")
    return 0


def _moment(ws: Workspace, typed: str, today: date) -> datetime:
    """Read "2026-11-24 10:00" or "fri 3pm" as a time on the wall. Raises ``InvalidInput``."""
    words = typed.replace("T", " ").split() if typed[:4].isdecimal() else typed.split()
    if len(words) < _QUESTIONS:
        raise InvalidInput(f"“{typed}” is no day and time.", "Write it as 2026-11-24 10:00.", field="at")
    return datetime.combine(typed_day(ws, " ".join(words[:-1]), today), typed_time(words[-1]))


def _field(typed: str) -> tuple[str, str]:
    name, parted, words = typed.partition("=")
    if not parted:
        raise InvalidInput(f"“{typed}” names no field.", "Write it as interests=rowing.", field="keep")
    return name.strip().replace("-", "_"), words


def _promise(ws: Workspace, typed: str, today: date) -> Promise:
    words, parted, day = typed.rpartition(" by ")
    if not parted:
        raise InvalidInput(
            "By when? A promise has a date.", "Write it as “Send the list by fri”.", field="promise"
        )
    return Promise(words, typed_day(ws, day, today))
