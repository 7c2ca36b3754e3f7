"""Finding contacts by what is typed: words as prefixes, phone digits as dialled at home, and near misses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from netdesk.method.names import fold
from netdesk.services.workspaces import Workspace
from netdesk.store.search_index import match_query

RANKED_FROM = 3
"""From so many letters on the best matches come first; ranking fewer would cost more than it tells."""
_MOST_WORDS = 12
_FEWEST_DIGITS = 3
_NEAR_ENOUGH = 0.82
_PHONE = re.compile(r"[\d\s()+./–-]+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, as FTS5 queries: everybody who matches, those whose name does, those whose name begins so.

    The last two are empty when nothing is to be ranked.
    """

    anywhere: str
    in_name: str = ""
    name_begins: str = ""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Somebody whose name is close to what was typed, by id and the name shown."""

    person_id: int
    name: str


def typed_queries(text: str) -> Typed | None:
    """Return the queries for ``text``, or None when it holds neither letters nor digits."""
    plain = match_query(text)
    if not plain:
        return None
    words = _WORD.findall(text)[:_MOST_WORDS]
    digits = dialled_digits(text)
    if digits:
        return Typed(f'({plain}) OR ({{contact}} : "{digits}" *)')
    folded = match_query(" ".join(fold(word) for word in words))
    # Quoted words in brackets: what matches as typed, or with strokes and ligatures taken as plain letters.
    anywhere = f"({plain}) OR ({folded})" if folded and folded != plain else plain
    if sum(len(word) for word in words) < RANKED_FROM:
        return Typed(anywhere)
    first, *rest = [f'"{word}" *' for word in words]
    begins = f"{{name}} : (^{first})" + "".join(f" AND {{name}} : ({word})" for word in rest)
    return Typed(anywhere, f"{{name}} : ({plain})", begins)


def dialled_digits(text: str) -> str:
    """Return the digits of a phone number as typed, without the 0 or 00 dialled in front; "" for other text."""
    if not _PHONE.fullmatch(text):
        return ""
    digits = "".join(char for char in text if char.isascii() and char.isdigit()).lstrip("0")
    return digits if len(digits) >= _FEWEST_DIGITS else ""


def near_misses(ws: Workspace, text: str, limit: int = 5) -> tuple[NearMiss, ...]:
    """People whose names hold words close to every word of ``text``; some 80 ms at 100,000 people."""
    # Imported when nothing was found for the first time: the first window need not wait for it.
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    words = _WORD.findall(fold(text))[:_MOST_WORDS]
    if not words:
        return ()
    rows = ws.sql("SELECT sort_name FROM person WHERE archived_at IS NULL AND binned_at IS NULL")
    known = list(set(" ".join(row[0] for row in rows).split()))
    near: list[list[str]] = []
    for word in words:
        found = process.extract(
            word, known, scorer=JaroWinkler.normalized_similarity, score_cutoff=_NEAR_ENOUGH, limit=4
        )
        if found:
            near.append([name for name, _, _ in found])
    return _people_named(ws, near, limit) if near else ()


def _people_named(ws: Workspace, near: list[list[str]], limit: int) -> tuple[NearMiss, ...]:
    """The nearest first: those with the best word for each place, then with any of the near words."""
    best = " AND ".join(_quoted(names[:1]) for names in near)
    any_of = " AND ".join(f"({_quoted(names)})" for names in near)
    loose = " OR ".join(_quoted(names) for names in near)
    found: dict[int, str] = {}
    for query in (best, any_of, loose):
        rows = ws.sql(
            "SELECT p.id, p.display_name FROM person_search s CROSS JOIN person p ON p.id = s.rowid"
            " WHERE person_search MATCH ? AND p.archived_at IS NULL AND p.binned_at IS NULL"
            " ORDER BY p.sort_name LIMIT ?",
            (f"{{name}} : ({query})", limit),
        )
        for person_id, name in rows:
            found.setdefault(person_id, name)
        if len(found) >= limit:
            break
    return tuple(NearMiss(person_id, name) for person_id, name in list(found.items())[:limit])


def _quoted(words: list[str]) -> str:
    return " OR ".join('"{}"'.format(word.replace('"', '""')) for word in words)
