"""Who knows whom, from all that the workspace says: how we met, relations, introductions that led to a meeting."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from netdesk.method.relations import RelationKind, beside
from netdesk.store.workspace import Workspace

KNOWN_TO_ONE = """
SELECT met_through_id AS other, 0 AS rank, NULL AS relation, 'introduced_by' AS kind, '' AS words, '' AS inverse,
       1 AS first FROM person WHERE id = {0} AND met_through_id IS NOT NULL
UNION ALL SELECT other_id, 1, id, kind, words, inverse, 1 FROM relation WHERE person_id = {0}
UNION ALL SELECT person_id, 1, id, kind, words, inverse, 0 FROM relation WHERE other_id = {0}
UNION ALL SELECT id, 2, NULL, 'introduced_by', '', '', 0 FROM person WHERE met_through_id = {0}
UNION ALL SELECT other_id, 3, NULL, 'introduction', '', '', 1 FROM introduction
          WHERE person_id = {0} AND state IN ('met', 'business')
UNION ALL SELECT person_id, 3, NULL, 'introduction', '', '', 0 FROM introduction
          WHERE other_id = {0} AND state IN ('met', 'business')
"""
"""Rows of who knows one person and how; ``{0}`` is that person's id in SQL."""

_LINKS = """
WITH asked(id) AS (SELECT value FROM json_each(?1))
SELECT p.id, p.met_through_id, 'introduced_by', '', '' FROM person p
       WHERE p.id IN asked AND p.met_through_id IS NOT NULL
UNION ALL SELECT p.id, p.met_through_id, 'introduced_by', '', '' FROM person p WHERE p.met_through_id IN asked
UNION ALL SELECT person_id, other_id, kind, words, inverse FROM relation WHERE person_id IN asked
UNION ALL SELECT person_id, other_id, kind, words, inverse FROM relation WHERE other_id IN asked
UNION ALL SELECT person_id, other_id, 'introduction', '', '' FROM introduction
          WHERE person_id IN asked AND state IN ('met', 'business')
UNION ALL SELECT person_id, other_id, 'introduction', '', '' FROM introduction
          WHERE other_id IN asked AND state IN ('met', 'business')
"""
_INTRODUCED = "introduced by you"


@dataclass(frozen=True, slots=True)
class Link:
    """Two people who know each other; ``kind`` None: I brought them together."""

    first: int
    second: int
    kind: RelationKind | None
    words: str = ""
    inverse: str = ""

    def other(self, person_id: int) -> int:
        """The other of the two."""
        return self.second if person_id == self.first else self.first

    def beside(self, person_id: int, given: str) -> str:
        """The word beside the other one where ``person_id``, called ``given``, is looked at."""
        if self.kind is None:
            return _INTRODUCED
        return beside(self.kind, given, self.words, self.inverse, first=person_id == self.first)


def told(words: Iterable[str], given: str) -> str:
    """All words beside somebody, each once; that they know each other goes without saying where more is known."""
    heard = list(dict.fromkeys(words))
    plain = beside(RelationKind.KNOWS, given, first=True)
    return ", ".join([one for one in heard if one != plain] or heard)


def kind_of(value: str) -> RelationKind | None:
    """The kind in a row; None for an introduction."""
    return None if value == "introduction" else RelationKind(value)


def links_of(ws: Workspace, people: Sequence[int]) -> tuple[Link, ...]:
    """All links with one of ``people`` at an end, each once; the other end may be in the bin."""
    rows = ws.sql(_LINKS, (json.dumps(list(people)),)).fetchall()
    return tuple(dict.fromkeys(Link(row[0], row[1], kind_of(row[2]), row[3], row[4]) for row in rows))
