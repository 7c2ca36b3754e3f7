"""Which person, event or level is meant by what was typed: an id, a name, or the beginning of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.names import fold
from netdesk.services.contacts import near_misses
from netdesk.services.levels import levels
from netdesk.services.people import PersonName, people_named, person_name
from netdesk.services.person_page import EventName, events_named
from netdesk.services.workspaces import Workspace

_SHOWN = 8
_LOOKED_AT = 50
_UNSORTED = {"unsorted", "none", "0"}
T = TypeVar("T", PersonName, EventName)


@dataclass(frozen=True, slots=True)
class Found:
    """What was meant: a person or an event, by id."""

    kind: Literal["person", "event"]
    id: int


def find(ws: Workspace, typed: str, *, people: bool = True, events: bool = True) -> Found:
    """Find what was meant. Raises ``InvalidInput`` naming the choices when several fit, ``NotFound`` for none."""
    persons = _people(ws, typed) if people else []
    planned = _events(ws, typed) if events else []
    if persons and planned and not _is_exact(persons, planned, typed):
        raise InvalidInput(
            f"“{typed}” fits people and events: {_listed([*map(_person, persons), *map(_event, planned)])}.",
            "Say --person or --event, or give more of the name.",
        )
    exact_people = [one for one in persons if fold(one.name) == fold(typed)]
    exact_events = [one for one in planned if fold(one.title) == fold(typed)]
    if (exact_people or not exact_events) and persons:
        return Found("person", _one(typed, exact_people or persons, _person).id)
    if planned:
        return Found("event", _one(typed, exact_events or planned, _event).id)
    raise NotFound(_nobody(ws, typed, people, events))


def find_person(ws: Workspace, typed: str) -> PersonName:
    """Find a person. Raises as ``find``."""
    return person_name(ws, find(ws, typed, events=False).id)


def find_event(ws: Workspace, typed: str) -> int:
    """Find an event and give its id. Raises as ``find``."""
    return find(ws, typed, people=False).id


def find_level(ws: Workspace, typed: str) -> int | None:
    """A level by number or name, None for unsorted. Raises ``InvalidInput`` naming the levels."""
    if fold(typed) in _UNSORTED:
        return None
    known = levels(ws)
    for level in known:
        if typed.strip() == str(level.number) or fold(typed) == fold(level.name):
            return level.number
    names = ", ".join(f"{level.number} {level.name}" for level in known)
    raise InvalidInput(f"There is no level “{typed}”.", f"Levels: {names}; or unsorted.", field="level")


def _is_exact(persons: Sequence[PersonName], planned: Sequence[EventName], typed: str) -> bool:
    """Whether a whole name was typed, and only on one side."""
    person = any(fold(one.name) == fold(typed) for one in persons)
    event = any(fold(one.title) == fold(typed) for one in planned)
    return person != event


def _people(ws: Workspace, typed: str) -> list[PersonName]:
    if typed.isdecimal():
        try:
            return [person_name(ws, int(typed))]
        except (NotFound, OverflowError):
            return []
    return list(people_named(ws, typed, _LOOKED_AT))


def _events(ws: Workspace, typed: str) -> list[EventName]:
    if typed.isdecimal():
        return [one for one in events_named(ws, "", 1_000_000) if one.id == int(typed)]
    return list(events_named(ws, typed, _LOOKED_AT)) if typed.strip() else []


def _one(typed: str, found: Sequence[T], shown: Callable[[T], str]) -> T:
    if len(found) > 1:
        raise InvalidInput(f"“{typed}” may be {_listed([shown(one) for one in found])}.", "Give the id.")
    return found[0]


def _person(one: PersonName) -> str:
    return (
        f"{one.name} of {one.organisation} (id {one.id})" if one.organisation else f"{one.name} (id {one.id})"
    )


def _event(one: EventName) -> str:
    return f"{one.title} on {_day(one.on)} (id {one.id})"


def _day(on: date) -> str:
    return on.isoformat()


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _SHOWN
    return "; ".join([*names[:_SHOWN], *([f"and {more} more"] if more > 0 else [])])


def _nobody(ws: Workspace, typed: str, people: bool, events: bool) -> str:
    what = "person or event" if people and events else "person" if people else "event"
    near = near_misses(ws, typed, 3) if people and not typed.isdecimal() else ()
    perhaps = f" Did you mean {', '.join(one.name for one in near)}?" if near else ""
    return f"There is no {what} “{typed}”.{perhaps}"
