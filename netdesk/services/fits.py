"""Who fits whom: people of mine who have what another one looks for, with the words that say so (method §4).

Asked is by what somebody calls their ideal client and a good introduction; answered by the organisation, tags, markets
and notes of the others, and by what I learned of them. Each fit names the words that matched and where they stand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import zip_longest

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.fits import Runs, Where, Wish, plain, sentence, wanted_runs, why
from netdesk.services.fit_evidence import Evidence, evidence
from netdesk.services.fit_search import MOST_FITS, Candidate, FitSearch, Wanted, strangers
from netdesk.services.history_words import in_title
from netdesk.services.people import person_name
from netdesk.services.typed_text import SENTENCE
from netdesk.store.tables.help import FitRefusal
from netdesk.store.workspace import Workspace

__all__ = [
    "Fit",
    "Fits",
    "Refusal",
    "Where",
    "Wish",
    "allow_fit",
    "fits_for",
    "is_refused",
    "refusals",
    "refuse_fit",
    "who_fits_whom",
]

_ASKED = 120
"""So many of those who look for somebody are asked for, the least helped first."""
_EACH = 3
"""So many fits are proposed for one of them where all are asked."""
_MANY = 5_000
"""Among more people than that nobody is asked for any more, once there are enough fits to show; among fewer they are
counted on for a while."""
_SHOWN = 200
_CALLED = 40


@dataclass(frozen=True, slots=True)
class Fit:
    """Somebody looks for what another one has.

    ``wanted`` is the whole text of the wish, ``words`` those of it that matched, ``excerpt`` the place where they
    stand in the other's record; ``runs`` the sentence of both with the words marked. ``given`` and ``other_given`` are
    what they are called, ``photo`` and ``other_photo`` the addresses of their pictures or "". ``score`` tells how good
    it is beside others.
    """

    person_id: int
    person: str
    other_id: int
    other: str
    wish: Wish
    wanted: str
    words: tuple[str, ...]
    where: Where
    excerpt: str
    runs: Runs
    given: str = ""
    other_given: str = ""
    organisation: str = ""
    other_organisation: str = ""
    photo: str = ""
    other_photo: str = ""
    score: float = 0.0

    @property
    def sentence(self) -> str:
        """The fit in words: "wants shops; Marta’s notes say “three shops”"."""
        return plain(self.runs)

    @property
    def why(self) -> str:
        """The reason of an introduction: "Luis looks for shops that outgrew a spreadsheet"."""
        return why(self.given, self.other_given, self.wanted)[:SENTENCE]


@dataclass(frozen=True, slots=True)
class Fits:
    """The first fits of ``count``; ``is_all`` is False when there are more than were counted."""

    count: int = 0
    fits: tuple[Fit, ...] = ()
    is_all: bool = True


@dataclass(frozen=True, slots=True)
class _Person:
    id: int
    name: str
    given: str
    organisation: str
    photo: str


def fits_for(ws: Workspace, person_id: int, today: date, limit: int = 10) -> Fits:
    """Who of my contacts has what this person looks for, the best first. Raises ``NotFound``."""
    wanted = _wanted(ws, person_id)
    candidates = FitSearch(ws, today).candidates(wanted)
    found = _introducible(ws, person_id, candidates)
    fits = _explained(ws, [(person_id, one) for one in found[:limit]], today)
    return Fits(len(found), fits, len(candidates) < MOST_FITS)


def who_fits_whom(ws: Workspace, today: date, limit: int = 20) -> Fits:
    """Fits over everybody: for those I helped least and who are closest first, and for each of them the best first.

    Nobody is proposed to whom the other is known already, or who was said not to fit.
    """
    search = FitSearch(ws, today)
    enough = limit if search.people > _MANY else limit * 2
    columns: list[list[tuple[int, Candidate]]] = []
    for wanted in _who_wants(ws):
        found = _introducible(ws, wanted.person_id, search.candidates(wanted))[:_EACH]
        if found:
            columns.append([(wanted.person_id, one) for one in found])
        if len(columns) > enough:
            break
    pairs: dict[frozenset[int], tuple[int, Candidate]] = {}
    for row in zip_longest(*columns):
        for pair in row:
            if pair is not None:
                # Two who look for each other are one introduction.
                pairs.setdefault(frozenset((pair[0], pair[1].person_id)), pair)
    chosen = list(pairs.values())
    fits = _explained(ws, chosen[:limit], today)
    return Fits(len(chosen), fits, len(columns) <= enough)


def refuse_fit(ws: Workspace, person_id: int, other_id: int, now: datetime) -> Changes:
    """These two do not fit: they are not proposed again, either way round. Raises ``NotFound``, ``InvalidInput``."""
    first, second = person_name(ws, person_id).name, person_name(ws, other_id).name
    if person_id == other_id:
        raise InvalidInput("Nobody is introduced to themselves.", field="other")
    with ws.change(f"{in_title(first)} and {in_title(second)}: not a fit") as change:
        values = {
            "person_id": person_id,
            "other_id": other_id,
            "refused_at": now.isoformat(timespec="seconds"),
        }
        ws.run(FitRefusal.insert(values).on_conflict_ignore())
    return change.changes


def allow_fit(ws: Workspace, person_id: int, other_id: int) -> Changes:
    """Propose these two again, whoever of them it was refused for. Raises ``NotFound``."""
    first, second = person_name(ws, person_id).name, person_name(ws, other_id).name
    with ws.change(f"Propose {in_title(first)} and {in_title(second)} again") as change:
        ws.sql(
            "DELETE FROM fit_refusal WHERE (person_id = ?1 AND other_id = ?2) OR (person_id = ?2 AND other_id = ?1)",
            (person_id, other_id),
        )
    return change.changes


def is_refused(ws: Workspace, person_id: int, other_id: int) -> bool:
    """Whether it was said of these two that they do not fit."""
    found = ws.sql(
        "SELECT EXISTS (SELECT 1 FROM fit_refusal"
        " WHERE (person_id = ?1 AND other_id = ?2) OR (person_id = ?2 AND other_id = ?1))",
        (person_id, other_id),
    )
    return bool(found.fetchone()[0])


@dataclass(frozen=True, slots=True)
class Refusal:
    """Two of whom it was said that they do not fit; ``id`` is that of the refusal."""

    id: int
    person_id: int
    person: str
    other_id: int
    other: str


def refusals(ws: Workspace, limit: int = 20) -> tuple[Refusal, ...]:
    """Who was said not to fit, the newest first; of nobody who is archived or in the bin."""
    rows = ws.sql(
        "SELECT r.id, r.person_id, p.display_name, r.other_id, o.display_name FROM fit_refusal r"
        " JOIN person p ON p.id = r.person_id JOIN person o ON o.id = r.other_id"
        " WHERE coalesce(p.archived_at, p.binned_at, o.archived_at, o.binned_at) IS NULL"
        " ORDER BY r.id DESC LIMIT ?",
        (limit,),
    )
    return tuple(Refusal(row[0], row[1], row[2][:_SHOWN], row[3], row[4][:_SHOWN]) for row in rows)


# Who asks ----------------------------------------------------------------------------------------------


def _wanted(ws: Workspace, person_id: int) -> Wanted:
    row = ws.sql(
        "SELECT id, ideal_client, good_introduction FROM person WHERE id = ?", (person_id,)
    ).fetchone()
    if row is None:
        raise NotFound("That person is not in the workspace any more.")
    return _wants(row)


def _who_wants(ws: Workspace) -> Iterator[Wanted]:
    """Those who look for somebody: the least helped first, of these who gave me most, then who is closest.

    Read by the index ``person_wishes``, whose expressions are repeated here.
    """
    rows = ws.sql(
        "SELECT id, ideal_client, good_introduction FROM person"
        " WHERE (ideal_client <> '' OR good_introduction <> '') AND archived_at IS NULL AND binned_at IS NULL"
        " ORDER BY gives, receives DESC, level DESC, id LIMIT ?",
        (_ASKED,),
    ).fetchall()
    return (_wants(row) for row in rows)


def _wants(row: Sequence[object]) -> Wanted:
    texts = ((Wish.IDEAL_CLIENT, str(row[1])), (Wish.GOOD_INTRODUCTION, str(row[2])))
    return Wanted(int(str(row[0])), tuple((wish, text) for wish, text in texts if text.strip()))


# Who fits ----------------------------------------------------------------------------------------------


def _introducible(ws: Workspace, person_id: int, found: Sequence[Candidate]) -> list[Candidate]:
    """Those who may be introduced to somebody: the best first, of equals the closest."""
    near = strangers(ws, person_id, [one.person_id for one in found]) if found else {}
    allowed = [one for one in found if one.person_id in near]
    return sorted(allowed, key=lambda one: (round(one.score, 6), near[one.person_id]), reverse=True)


def _explained(ws: Workspace, chosen: Sequence[tuple[int, Candidate]], today: date) -> tuple[Fit, ...]:
    people = _people(ws, {number for asks, one in chosen for number in (asks, one.person_id)})
    fits = []
    for asks, one in chosen:
        person, other = people[asks], people[one.person_id]
        told = evidence(ws, one, other.given, other.organisation, today)
        if told is not None:
            fits.append(_fit(person, other, one, told))
    return tuple(fits)


def _fit(person: _Person, other: _Person, one: Candidate, told: Evidence) -> Fit:
    return Fit(
        person_id=person.id,
        person=person.name,
        other_id=other.id,
        other=other.name,
        wish=one.wish,
        wanted=one.wanted,
        words=told.words,
        where=told.where,
        excerpt=plain(told.found),
        runs=sentence(wanted_runs(one.wish, one.wanted, told.words), told.has),
        given=person.given,
        other_given=other.given,
        organisation=person.organisation,
        other_organisation=other.organisation,
        photo=person.photo,
        other_photo=other.photo,
        score=one.score,
    )


def _people(ws: Workspace, ids: set[int]) -> dict[int, _Person]:
    rows = ws.sql(
        "SELECT id, display_name, coalesce(nullif(given, ''), nullif(nickname, ''), display_name),"
        " organisation_name, coalesce(photo, '') FROM person WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(ids)),),
    )
    return {row[0]: _Person(row[0], row[1][:_SHOWN], row[2][:_CALLED], row[3], row[4]) for row in rows}
