"""Finding who fits a wish, by the stems of its words, in some milliseconds at 100,000 people.

Every word is looked up by itself: how many have it says what it is worth, and who has it comes from the full-text
index alone, without reading a record. Only those with the highest sums are then looked at.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from heapq import nlargest

from netdesk.method.fits import LEARNED_FOR_DAYS, LEARNED_WORTH, Wish, is_common, wish_words, worth
from netdesk.store.workspace import Workspace

_MOST = 600
"""Of a word that more people have only some are read: those who have a rarer one as well, and the newest."""
_MOST_TALKS = 200
TELLING_TALK = (
    "(SELECT happened_at FROM interaction t WHERE t.id = talk) >= ?2"
    " AND (SELECT count(*) FROM interaction_person x WHERE x.interaction_id = talk) <= 3"
)
"""A talk not too long ago (``?2``), and with three people at most: in a crowd it is about nobody in particular."""
MOST_FITS = 120
"""So many who fit one wish are looked at."""
_READ = MOST_FITS + 1
"""One of them may be the person who asks."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for: the text of each wish that is not empty."""

    person_id: int
    wishes: tuple[tuple[Wish, str], ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whose record holds words of a wish.

    ``learned`` are those found only in what was said with them, ``asked`` all words of the wish.
    """

    person_id: int
    wish: Wish
    wanted: str
    words: tuple[str, ...]
    learned: tuple[str, ...]
    asked: tuple[str, ...]
    score: float


@dataclass(slots=True)
class FitSearch:
    """Looks words up, each once for all wishes that are asked in one question."""

    ws: Workspace
    today: date
    people: int = field(init=False)
    _counts: dict[str, int] = field(default_factory=dict)
    _offers: dict[str, frozenset[int]] = field(default_factory=dict)
    _talked: dict[str, frozenset[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # Those in the bin and the archive count too: it is about how common a word is.
        self.people = int(self.ws.sql("SELECT count(*) FROM person").fetchone()[0])

    def candidates(self, wanted: Wanted) -> list[Candidate]:
        """Who has words of what is wanted, the best first; each person once, with the wish they answer best."""
        best: dict[int, Candidate] = {}
        for wish, text in wanted.wishes:
            for found in self._of_wish(wish, text):
                if found.person_id == wanted.person_id:
                    continue
                before = best.get(found.person_id)
                if before is None or found.score > before.score:
                    best[found.person_id] = found
        # Of those with the same sum the newest, who are most likely not introduced yet.
        return nlargest(MOST_FITS, best.values(), key=lambda one: (one.score, one.person_id))

    def _of_wish(self, wish: Wish, text: str) -> list[Candidate]:
        asked = wish_words(text)
        having = self._having(self._telling(asked))
        learned = {word: self._learned(word) - people for word, people in having.items()}
        sums: dict[int, float] = {}
        for word, people in having.items():
            value = worth(self._count(word), self.people)
            for number in people:
                sums[number] = sums.get(number, 0.0) + value
            for number in learned[word]:
                sums[number] = sums.get(number, 0.0) + value * LEARNED_WORTH
        first = nlargest(_READ, sums.items(), key=_by_score)
        return [
            Candidate(
                number,
                wish,
                text,
                tuple(word for word, people in having.items() if number in people),
                tuple(word for word, people in learned.items() if number in people),
                asked,
                score,
            )
            for number, score in first
        ]

    def _telling(self, asked: Sequence[str]) -> list[str]:
        """The words that tell people apart, the rarest first, each in one form only ("hire", not "hiring" too)."""
        kept: list[str] = []
        rarest_first = sorted(asked, key=self._count)
        for word in rarest_first:
            same = [one for one in kept if one[:3] == word[:3] and self._count(one) == self._count(word)]
            is_new = all(self._newest(one) != self._newest(word) for one in same)
            if is_new and not is_common(self._count(word), self.people):
                kept.append(word)
        return kept

    def _count(self, word: str) -> int:
        if word not in self._counts:
            row = self.ws.sql(
                "SELECT count(*) FROM offer_search WHERE offer_search MATCH ?", (_quoted(word),)
            )
            self._counts[word] = int(row.fetchone()[0])
        return self._counts[word]

    def _having(self, words: list[str]) -> dict[str, set[int]]:
        """Who has which of the words, which come the rarest first, on their record.

        Of a word that very many have only the newest who have a rarer one as well; and while these are not enough, the
        newest who have this word alone.
        """
        having: dict[str, set[int]] = {}
        for word in words:
            if not self._is_frequent(word):
                having[word] = set(self._newest(word))
                continue
            rare = [one for one in having if not self._is_frequent(one)]
            found = set(self._both(word, rare)) if rare else set()
            for other in having:
                if self._is_frequent(other):
                    both = self._both(word, [other])
                    found |= both
                    having[other] |= both
            if sum(map(len, having.values())) < MOST_FITS:
                found |= self._newest(word)
            having[word] = found
        return having

    def _is_frequent(self, word: str) -> bool:
        return self._count(word) > _MOST

    def _both(self, word: str, others: list[str]) -> frozenset[int]:
        """The newest who have the word and one of ``others``."""
        place = f"{_quoted(word)} AND ({offer_query(others)})"
        if place not in self._offers:
            self._offers[place] = self._matching(place, _READ)
        return self._offers[place]

    def _newest(self, word: str) -> frozenset[int]:
        if word not in self._offers:
            limit = _READ if self._is_frequent(word) else _MOST
            self._offers[word] = self._matching(_quoted(word), limit)
        return self._offers[word]

    def _matching(self, query: str, limit: int) -> frozenset[int]:
        rows = self.ws.sql(
            "SELECT rowid FROM offer_search WHERE offer_search MATCH ? ORDER BY rowid DESC LIMIT ?",
            (query, limit),
        )
        return frozenset([row[0] for row in rows])

    def _learned(self, word: str) -> frozenset[int]:
        if word not in self._talked:
            rows = self.ws.sql(
                "SELECT i.person_id FROM (SELECT rowid AS talk FROM learned_search WHERE learned_search MATCH ?1"
                " ORDER BY rowid DESC LIMIT ?3) JOIN interaction_person i ON i.interaction_id = talk"
                f" WHERE {TELLING_TALK}",
                (learned_query((word,)), learned_since(self.today), _MOST_TALKS),
            )
            self._talked[word] = frozenset(row[0] for row in rows)
        return self._talked[word]


def offer_query(words: Sequence[str]) -> str:
    """The FTS5 query for any of ``words`` on somebody's record."""
    return " OR ".join(map(_quoted, words))


def learned_query(words: Sequence[str]) -> str:
    """The FTS5 query for any of ``words`` in what was said; the title of a talk names an event as a rule."""
    return f"{{words}} : ({' OR '.join(map(_quoted, words))})"


def learned_since(today: date) -> str:
    """The first day on which what was said still counts."""
    return str(today - timedelta(days=LEARNED_FOR_DAYS))


def strangers(ws: Workspace, person_id: int, among: list[int]) -> dict[int, tuple[int, str]]:
    """Those of ``among`` who may be introduced to a person, each with how close they are: level and last contact.

    Left out are who is archived or in the bin, who is of the same firm, and whom :func:`_known_to` names.
    """
    rows = ws.sql(
        "SELECT o.id, coalesce(o.level, 0), coalesce(o.last_contact_on, '') FROM json_each(?2)"
        " JOIN person o ON o.id = value, person p WHERE p.id = ?1 AND o.id <> p.id"
        " AND o.archived_at IS NULL AND o.binned_at IS NULL"
        " AND (o.organisation_id IS NULL OR p.organisation_id IS NOT o.organisation_id)",
        (person_id, json.dumps(among)),
    )
    known = _known_to(ws, person_id)
    return {row[0]: (row[1], row[2]) for row in rows if row[0] not in known}


def _known_to(ws: Workspace, person_id: int) -> frozenset[int]:
    """Who knows them already, was introduced to them or proposed, or was said not to fit, whoever asked.

    Two know each other when they are related, when one met me through the other, or talked with me together.
    """
    rows = ws.sql(
        "SELECT other_id FROM relation WHERE person_id = ?1"
        " UNION ALL SELECT person_id FROM relation WHERE other_id = ?1"
        " UNION ALL SELECT other_id FROM introduction WHERE person_id = ?1"
        " UNION ALL SELECT person_id FROM introduction WHERE other_id = ?1"
        " UNION ALL SELECT other_id FROM fit_refusal WHERE person_id = ?1"
        " UNION ALL SELECT person_id FROM fit_refusal WHERE other_id = ?1"
        " UNION ALL SELECT id FROM person WHERE met_through_id = ?1"
        " UNION ALL SELECT met_through_id FROM person WHERE id = ?1 AND met_through_id IS NOT NULL"
        " UNION ALL SELECT y.person_id FROM interaction_person x"
        " JOIN interaction i ON i.id = x.interaction_id AND i.kind <> 'event'"
        " JOIN interaction_person y ON y.interaction_id = x.interaction_id WHERE x.person_id = ?1",
        (person_id,),
    )
    return frozenset(row[0] for row in rows)


def _by_score(one: tuple[int, float]) -> tuple[float, int]:
    # Of those with the same sum the newest, who are most likely not introduced yet.
    return one[1], one[0]


def _quoted(word: str) -> str:
    return '"{}"'.format(word.replace('"', '""'))
