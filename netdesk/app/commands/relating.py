"""`netdesk relation add`, `list`, `remove`; `netdesk map`; `netdesk path`."""

from __future__ import annotations

from datetime import date

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.finding import find_person
from netdesk.app.commands.output import say, write_json, write_line, write_table
from netdesk.method.dates import ago
from netdesk.method.relations import RelationKind
from netdesk.services.path_to import Way, path_to
from netdesk.services.relations import (
    Relation,
    RelationDraft,
    add_relation,
    relation,
    relations_of,
    remove_relation,
)
from netdesk.services.surroundings import Acquaintance, surroundings
from netdesk.services.workspaces import Workspace


def relate(ws: Workspace, given: Given, today: date) -> int:
    """Run the verb that was given."""
    return {"add": _add, "list": _list, "remove": _remove}[given.verb](ws, given)


def show_map(ws: Workspace, given: Given, today: date) -> int:
    """Say whom a person knows, and whom these know."""
    found = surroundings(ws, find_person(ws, given.person).id)
    if given.json:
        people = [
            _person_as_json(one) | {"step": step, "how": one.words, "via": one.via, "more": one.more}
            for near, far in zip(found.near, found.far, strict=True)
            for step, one in ((1, near), *((2, other) for other in far))
        ]
        lines = [{"people": [one, other], "how": words} for one, other, words in found.lines]
        more = {"more_near": found.more_near, "more_far": found.more_far}
        write_json({"person": _person_as_json(found.centre), "people": people, "lines": lines, **more})
        return 0
    write_line(found.centre.name)
    for near, far in zip(found.near, found.far, strict=True):
        write_line(f"  {near.name}, {near.words}")
        for other in far:
            write_line(f"    {other.name}, {other.words}")
    if found.more_near or found.more_far:
        say(f"{found.more_near + found.more_far} more are not shown")
    return 0


def show_path(ws: Workspace, given: Given, today: date) -> int:
    """Say how I get to a person; 1 when no way is known."""
    found = path_to(ws, find_person(ws, given.person).id)
    if given.json:
        ways = [
            [_person_as_json(step.person) | {"how": step.words} for step in way.steps] for way in found.ways
        ]
        write_json({"person": _person_as_json(found.person), "known": found.known, "ways": ways})
    elif found.known and found.person.contacted is not None:
        write_line(
            f"You know {found.person.name} yourself: in touch {ago((today - found.person.contacted).days)}."
        )
    for way in () if given.json else found.ways:
        write_line(_in_words(way))
    if found.known or found.ways:
        return 0
    say(f"No way to {found.person.name} is known yet.")
    return 1


def relation_as_json(one: Relation) -> dict[str, object]:
    """A relation as the JSON answer has it."""
    return {
        "id": one.id,
        "person": one.person.id,
        "name": one.person.name,
        "kind": one.kind.value,
        "other": one.other.id,
        "other_name": one.other.name,
        "words": one.words,
        "inverse": one.inverse,
        "sentence": one.sentence,
    }


def _add(ws: Workspace, given: Given) -> int:
    person, other = find_person(ws, given.person), find_person(ws, given.other)
    kind = RelationKind(given.kind.replace("-", "_"))
    number = add_relation(ws, RelationDraft(person.id, other.id, kind, given.words, given.inverse))
    noted = relation(ws, number)
    if given.json:
        write_json(relation_as_json(noted))
    else:
        write_line(str(number))
        say(f"{noted.sentence}.")
    return 0


def _list(ws: Workspace, given: Given) -> int:
    found = relations_of(ws, find_person(ws, given.person).id)
    if given.json:
        write_json({"relations": [relation_as_json(one) for one in found], "count": len(found)})
        return 0
    write_table(("id", "relation"), [(str(one.id), one.sentence) for one in found])
    say(f"{len(found)} relations")
    return 0


def _remove(ws: Workspace, given: Given) -> int:
    noted = relation(ws, given.id)
    remove_relation(ws, given.id)
    say(f"Forgot that: {noted.sentence}.")
    return 0


def _person_as_json(one: Acquaintance) -> dict[str, object]:
    contacted = one.contacted.isoformat() if one.contacted else None
    return {
        "id": one.id,
        "name": one.name,
        "organisation": one.organisation,
        "level": one.level,
        "last_contact": contacted,
    }


def _in_words(way: Way) -> str:
    told = [f"{step.person.name} ({step.words})" if step.words else step.person.name for step in way.steps]
    return " → ".join(["You", *told])
