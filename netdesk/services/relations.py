"""Relations between people: who works with whom, who is whose client, in one's own words; read from both sides."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.relations import RelationKind, relation_words, says_the_same
from netdesk.services.acquaintance import KNOWN_TO_ONE, Link, kind_of, told
from netdesk.services.history_words import in_title
from netdesk.services.introduced_by import refuse_circle
from netdesk.services.people import PersonName, person_name
from netdesk.services.typed_text import clean_line
from netdesk.store.workspace import Workspace, moment

SHOWN = 6
"""Whom a person's page names before it says how many more there are."""
_WORDS = 100
_PEOPLE = f"""
SELECT p.id, p.display_name, p.organisation_name, count(*) OVER () FROM ({KNOWN_TO_ONE.format("?1")}) k
JOIN person p ON p.id = k.other AND p.binned_at IS NULL
GROUP BY p.id ORDER BY min(k.rank), p.level IS NULL, p.level DESC, p.sort_name, p.id LIMIT ?2
"""
_HOW = f"""
SELECT other, relation, kind, words, inverse, first FROM ({KNOWN_TO_ONE.format("?1")})
WHERE other IN (SELECT value FROM json_each(?2)) ORDER BY rank, relation
"""


@dataclass(frozen=True, slots=True)
class RelationDraft:
    """``person_id`` is … ``other_id``; ``words`` and ``inverse`` (the other way round) count for one's own kind."""

    person_id: int
    other_id: int
    kind: RelationKind
    words: str = ""
    inverse: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation with the names of both."""

    id: int
    person: PersonName
    other: PersonName
    kind: RelationKind
    words: str = ""
    inverse: str = ""

    @property
    def sentence(self) -> str:
        """The relation read from the first: "Nadia Rahman: client of Grace Adeyemi"."""
        return f"{self.person.name}: {relation_words(self.kind, self.words, first=True)} {self.other.name}"

    @property
    def draft(self) -> RelationDraft:
        """What a form edits."""
        return RelationDraft(self.person.id, self.other.id, self.kind, self.words, self.inverse)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whom a person knows, how in a few words, and the relations that say so (none: how we met says it)."""

    person: PersonName
    words: str
    relations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """The first of those a person knows, and how many there are in all."""

    people: tuple[Known, ...] = ()
    count: int = 0


def add_relation(ws: Workspace, draft: RelationDraft) -> int:
    """Note how two people stand to each other and give the relation's id.

    Raises ``InvalidInput`` naming the field: a relation to oneself, one that is noted already, own words that are
    missing, or a circle of who introduced whom; ``NotFound``.
    """
    clean = _clean(ws, draft)
    names = [in_title(person_name(ws, one).name) for one in (clean.person_id, clean.other_id)]
    with ws.change(f"Note how {names[0]} and {names[1]} know each other"):
        cursor = ws.sql(
            "INSERT INTO relation (person_id, other_id, kind, words, inverse, created_at) VALUES (?, ?, ?, ?, ?, ?)",
            (clean.person_id, clean.other_id, clean.kind.value, clean.words, clean.inverse, moment()),
        )
    return int(cursor.lastrowid or 0)


def edit_relation(ws: Workspace, relation_id: int, draft: RelationDraft) -> Changes:
    """Say it in another way. Raises as :func:`add_relation` does."""
    before = relation(ws, relation_id)
    clean = _clean(ws, draft, relation_id)
    with ws.change(
        f"Edit how {in_title(before.person.name)} and {in_title(before.other.name)} know each other"
    ) as change:
        ws.sql(
            "UPDATE relation SET person_id = ?, other_id = ?, kind = ?, words = ?, inverse = ? WHERE id = ?",
            (clean.person_id, clean.other_id, clean.kind.value, clean.words, clean.inverse, relation_id),
        )
    return change.changes


def remove_relation(ws: Workspace, relation_id: int) -> Changes:
    """Forget a relation; the people stay. Raises ``NotFound``."""
    before = relation(ws, relation_id)
    title = f"Forget how {in_title(before.person.name)} and {in_title(before.other.name)} know each other"
    with ws.change(title) as change:
        ws.sql("DELETE FROM relation WHERE id = ?", (relation_id,))
    return change.changes


def relation(ws: Workspace, relation_id: int) -> Relation:
    """One relation. Raises ``NotFound``."""
    row = ws.sql(
        "SELECT id, person_id, other_id, kind, words, inverse FROM relation WHERE id = ?", (relation_id,)
    ).fetchone()
    if row is None:
        raise NotFound("That relation is not noted any more.")
    return _relation(ws, row)


def relations_of(ws: Workspace, person_id: int) -> tuple[Relation, ...]:
    """All relations of one person, from whichever side they were noted, in the order they were."""
    rows = ws.sql(
        "SELECT r.id, r.person_id, r.other_id, r.kind, r.words, r.inverse FROM relation r"
        " JOIN person p ON p.id = iif(r.person_id = ?1, r.other_id, r.person_id)"
        " WHERE (r.person_id = ?1 OR r.other_id = ?1) AND p.binned_at IS NULL ORDER BY r.id",
        (person_id,),
    ).fetchall()
    return tuple(_relation(ws, row) for row in rows)


def known_by(ws: Workspace, person_id: int, given: str, limit: int = SHOWN) -> KnownPeople:
    """Whom a person, called ``given`` in the words, knows: who introduced us first, then relations, then the rest."""
    people = ws.sql(_PEOPLE, (person_id, limit)).fetchall()
    if not people:
        return KnownPeople()
    shown = json.dumps([row[0] for row in people])
    words: dict[int, list[str]] = {}
    noted: dict[int, list[int]] = {}
    for other, number, kind, own, inverse, first in ws.sql(_HOW, (person_id, shown)):
        ends = (person_id, other) if first else (other, person_id)
        said = Link(ends[0], ends[1], kind_of(kind), own, inverse).beside(person_id, given)
        words.setdefault(other, []).append(said)
        if number is not None:
            noted.setdefault(other, []).append(number)
    found = tuple(
        Known(PersonName(*row[:3]), told(words[row[0]], given), tuple(noted.get(row[0], ())))
        for row in people
    )
    return KnownPeople(found, int(people[0][3]))


def _relation(ws: Workspace, row: tuple[int, int, int, str, str, str]) -> Relation:
    number, person, other, kind, words, inverse = row
    return Relation(
        number, person_name(ws, person), person_name(ws, other), RelationKind(kind), words, inverse
    )


def _clean(ws: Workspace, draft: RelationDraft, relation_id: int = 0) -> RelationDraft:
    if draft.person_id == draft.other_id:
        raise InvalidInput("A relation joins two people.", "Choose somebody else.", field="other")
    names = {one: person_name(ws, one).name for one in (draft.person_id, draft.other_id)}
    words = inverse = ""
    if draft.kind is RelationKind.OWN:
        words = clean_line(draft.words, _WORDS, field="words")
        inverse = clean_line(draft.inverse, _WORDS, field="inverse")
        if not words:
            raise InvalidInput("How do they know each other? A word or two is enough.", field="words")
    if draft.kind is RelationKind.INTRODUCED_BY:
        refuse_circle(ws, draft.person_id, draft.other_id, field="other", leaving_out=relation_id)
    clean = replace(draft, words=words, inverse=inverse)
    if _is_noted(ws, clean, relation_id):
        first, second = (names[one][:60] for one in (draft.person_id, draft.other_id))
        raise InvalidInput(f"That is noted already of {first} and {second}.", field="other")
    return clean


def _is_noted(ws: Workspace, draft: RelationDraft, relation_id: int) -> bool:
    if draft.kind is RelationKind.INTRODUCED_BY:
        met = ws.sql("SELECT met_through_id FROM person WHERE id = ?", (draft.person_id,)).fetchone()
        if met and met[0] == draft.other_id:
            return True
    rows = ws.sql(
        "SELECT person_id, words, inverse FROM relation WHERE kind = ?3 AND id <> ?4"
        " AND ((person_id = ?1 AND other_id = ?2) OR (person_id = ?2 AND other_id = ?1))",
        (draft.person_id, draft.other_id, draft.kind.value, relation_id),
    )
    mine = (draft.words, draft.inverse)
    return any(
        says_the_same(draft.kind, mine, (words, inverse), turned=person != draft.person_id)
        for person, words, inverse in rows
    )
