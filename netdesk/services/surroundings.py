"""Whom a person knows, and whom these know: two steps around one person, the most important first."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from netdesk.method.errors import NotFound
from netdesk.services.acquaintance import Link, links_of, told
from netdesk.store.workspace import Workspace

NEAR = 12
"""People of the first step who are shown."""
FAR = 20
"""People of the second step who are shown, no more than so many in all."""
_FAR_EACH = 4
_PEOPLE = """
SELECT id, display_name, organisation_name, iif(given <> '', given, iif(nickname <> '', nickname, display_name)),
       photo, level, last_contact_on
FROM person WHERE id IN (SELECT value FROM json_each(?1)) AND binned_at IS NULL AND (?2 OR archived_at IS NULL)
ORDER BY level IS NULL, level DESC, last_contact_on IS NULL, last_contact_on DESC, sort_name, id
"""


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Somebody on the map. ``words`` say how they stand to the one they are known through.

    ``via`` is that one's id (None: the person in the middle themselves); ``more`` counts whom they know besides those
    who are shown; ``contacted`` is the day I was in touch with them last.
    """

    id: int
    name: str
    organisation: str
    given: str
    photo: str
    level: int | None
    contacted: date | None
    words: str = ""
    via: int | None = None
    more: int = 0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The person in the middle, the first step, the second by who they are known through, and all lines between them.

    ``lines`` are pairs of ids and the words between them; ``more_near`` and ``more_far`` count those left out.
    """

    centre: Acquaintance
    near: tuple[Acquaintance, ...]
    far: tuple[tuple[Acquaintance, ...], ...]
    lines: tuple[tuple[int, int, str], ...]
    more_near: int
    more_far: int

    @property
    def everybody(self) -> tuple[Acquaintance, ...]:
        """All who are shown: the middle, then each of the first step with those known through them."""
        rest = [one for near, far in zip(self.near, self.far, strict=True) for one in (near, *far)]
        return (self.centre, *rest)


def surroundings(ws: Workspace, person_id: int, *, near: int = NEAR, far: int = FAR) -> Surroundings:
    """Two steps around a person: closer levels and later contact first. Raises ``NotFound``."""
    centre = next(iter(people_by_importance(ws, [person_id])), None)
    if centre is None:
        raise NotFound("That person is in the bin, or not in the workspace any more.")
    first = links_of(ws, [person_id])
    known = people_by_importance(ws, {link.other(person_id) for link in first})
    shown = known[:near]
    second = links_of(ws, [one.id for one in shown])
    behind = _behind(ws, second, {centre.id, *(one.id for one in known)}, shown)
    kept = _shared_out(behind, far)
    inner = tuple(
        _with(one, words_between(first, centre, one.id), centre.id, len(behind[place]) - len(kept[place]))
        for place, one in enumerate(shown)
    )
    outer = tuple(
        tuple(_with(one, words_between(second, through, one.id), through.id, 0) for one in those)
        for through, those in zip(shown, kept, strict=True)
    )
    found = sum(len(those) for those in behind)
    standing = {
        centre.id: centre,
        **{one.id: one for one in (*inner, *(far for those in outer for far in those))},
    }
    return Surroundings(
        centre,
        inner,
        outer,
        _lines((*first, *second), standing),
        len(known) - len(shown),
        found - sum(len(those) for those in kept),
    )


def people_by_importance(ws: Workspace, ids: Iterable[int], *, archived: bool = True) -> list[Acquaintance]:
    """Those of ``ids`` who are not in the bin: the highest level first, then the latest contact.

    ``archived`` False leaves out those whom I put aside.
    """
    rows = ws.sql(_PEOPLE, (json.dumps(list(ids)), archived)).fetchall()
    return [
        Acquaintance(number, name, firm, given, photo or "", level, date.fromisoformat(on) if on else None)
        for number, name, firm, given, photo, level, on in rows
    ]


def words_between(links: Sequence[Link], looked_at: Acquaintance, other: int) -> str:
    """How ``other`` stands to the one looked at, from all links between the two."""
    given = looked_at.given[:40]
    ends = {looked_at.id, other}
    return told(
        (link.beside(looked_at.id, given) for link in links if {link.first, link.second} == ends), given
    )


def _behind(
    ws: Workspace, links: Sequence[Link], taken: set[int], shown: Sequence[Acquaintance]
) -> list[list[Acquaintance]]:
    """For each of the first step whom they know beyond it; somebody known through two stands with the first."""
    through: dict[int, int] = {}
    for one in shown:
        for link in links:
            if one.id in (link.first, link.second):
                other = link.other(one.id)
                if other not in taken:
                    through.setdefault(other, one.id)
    people = people_by_importance(ws, through)
    return [[other for other in people if through[other.id] == one.id] for one in shown]


def _shared_out(behind: Sequence[Sequence[Acquaintance]], most: int) -> list[list[Acquaintance]]:
    """The first of each in turn until there are ``most``, and never more than four of one."""
    kept: list[list[Acquaintance]] = [[] for _ in behind]
    left = most
    for turn in range(_FAR_EACH):
        for place, those in enumerate(behind):
            if left and turn < len(those):
                kept[place].append(those[turn])
                left -= 1
    return kept


def _with(one: Acquaintance, words: str, via: int, more: int) -> Acquaintance:
    return Acquaintance(
        one.id, one.name, one.organisation, one.given, one.photo, one.level, one.contacted, words, via, more
    )


def _lines(links: Sequence[Link], standing: dict[int, Acquaintance]) -> tuple[tuple[int, int, str], ...]:
    """One line for each two who know each other and are both shown."""
    pairs: dict[tuple[int, int], str] = {}
    for link in links:
        if link.first in standing and link.second in standing:
            ends = (min(link.first, link.second), max(link.first, link.second))
            if ends not in pairs:
                pairs[ends] = words_between(links, standing[ends[0]], ends[1])
    return tuple((*ends, words) for ends, words in sorted(pairs.items()))
