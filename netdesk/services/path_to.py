"""The way from me to a person: through somebody I am in touch with, and those who know each other from there."""

from __future__ import annotations

from dataclasses import dataclass

from netdesk.method.errors import NotFound
from netdesk.services.acquaintance import Link, links_of
from netdesk.services.surroundings import Acquaintance, people_by_importance, words_between
from netdesk.store.workspace import Workspace

FURTHEST = 6
"""Steps between the person and somebody I know; beyond that nobody passes a word on."""
WAYS = 3
_MOST_SEEN = 20_000


@dataclass(frozen=True, slots=True)
class Step:
    """Somebody on the way, and how they stand to the one before ("" for the first, whom I know)."""

    person: Acquaintance
    words: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """From somebody I know to the person, in the order in which I would ask."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class WaysTo:
    """The shortest ways to a person, the best first. ``known`` says that I am in touch with them myself."""

    person: Acquaintance
    known: bool
    ways: tuple[Way, ...] = ()


def path_to(ws: Workspace, person_id: int, *, furthest: int = FURTHEST, most: int = WAYS) -> WaysTo:
    """The shortest ways to a person; I know everybody with whom I had real contact. Raises ``NotFound``.

    Of several of one length those come first that begin with somebody closer: by level, then by the last contact.
    """
    person = next(iter(people_by_importance(ws, [person_id])), None)
    if person is None:
        raise NotFound("That person is in the bin, or not in the workspace any more.")
    if person.contacted is not None:
        return WaysTo(person, True)
    seen: dict[int, Acquaintance] = {person.id: person}
    towards: dict[int, tuple[int, str]] = {}
    edge = [person]
    for _ in range(furthest):
        found = _beyond(ws, edge, seen, towards)
        starts = [one for one in found if one.contacted is not None]
        if starts:
            return WaysTo(person, False, tuple(_way(one, seen, towards) for one in starts[:most]))
        if not found or len(seen) > _MOST_SEEN:
            break
        edge = found
    return WaysTo(person, False)


def _beyond(
    ws: Workspace,
    edge: list[Acquaintance],
    seen: dict[int, Acquaintance],
    towards: dict[int, tuple[int, str]],
) -> list[Acquaintance]:
    """Everybody one step further out who was not seen yet, the most important first."""
    links = links_of(ws, [one.id for one in edge])
    by_end: dict[int, list[Link]] = {}
    for link in links:
        by_end.setdefault(link.first, []).append(link)
        by_end.setdefault(link.second, []).append(link)
    people = [one for one in people_by_importance(ws, by_end, archived=False) if one.id not in seen]
    ranks = {one.id: rank for rank, one in enumerate(edge)}
    for one in people:
        nearer = min(
            (end for link in by_end[one.id] if (end := link.other(one.id)) in ranks), key=ranks.__getitem__
        )
        # How the nearer one stands to this one: this one is asked first.
        towards[one.id] = (nearer, words_between(by_end[one.id], one, nearer))
    seen.update({one.id: one for one in people})
    return people


def _way(start: Acquaintance, seen: dict[int, Acquaintance], towards: dict[int, tuple[int, str]]) -> Way:
    steps = [Step(start)]
    while (onward := towards.get(steps[-1].person.id)) is not None:
        steps.append(Step(seen[onward[0]], onward[1]))
    return Way(tuple(steps))
