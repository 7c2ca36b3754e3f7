"""The list of contacts: who is in it, in which order, how many there are of each sort.

``ids(ws, query, today)`` is a snapshot, sorted and filtered in SQL; ``first_ids`` gives just its beginning, fast
enough to be shown between two keys; ``rows(ws, ids)`` what to show of some of them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from netdesk.services import attention_sql
from netdesk.services.contact_query import ContactQuery, ContactSort, conditions, order
from netdesk.services.contact_rows import ContactRow, rows
from netdesk.services.contact_search import NearMiss, Typed, near_misses, typed_queries
from netdesk.services.counts import at_levels
from netdesk.services.levels import levels
from netdesk.services.workspaces import Workspace

__all__ = [
    "Beginning",
    "ContactCounts",
    "ContactQuery",
    "ContactRow",
    "ContactSort",
    "NearMiss",
    "beginning",
    "counts",
    "first_ids",
    "ids",
    "near_misses",
    "rows",
]

PAGE = 200
SHOWN = 50
"""Rows read with the beginning of an answer: what a window shows, and some more."""
# How many matches are first looked for in the order of the list before all of them are sorted.
_COMMON_WORD = 2_000


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first people of an answer, the rows of the very first; ``complete`` when there are no more."""

    ids: array[int]
    rows: tuple[ContactRow, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class ContactCounts:
    """How many people stand behind each chip: neither archived nor binned unless the name says so.

    ``snoozed`` are left in peace until a day to come.
    ``levels`` holds a number for each level, 0 for unsorted; ``tags``, ``markets`` and ``kinds`` those in use.
    """

    people: int
    going_cold: int
    ready: int
    archived: int
    binned: int
    levels: dict[int, int]
    tags: dict[int, int]
    markets: dict[int, int]
    kinds: dict[str, int]
    snoozed: int = 0


def ids(ws: Workspace, query: ContactQuery, today: date) -> array[int]:
    """Everybody the question asks for, in its order; the best matches first from three typed letters on."""
    return _ids(ws, query, today, None)


def first_ids(ws: Workspace, query: ContactQuery, today: date, count: int = PAGE) -> array[int]:
    """The first ``count`` people of :func:`ids`, in milliseconds."""
    return _ids(ws, query, today, count)


def beginning(ws: Workspace, query: ContactQuery, today: date, count: int = PAGE) -> Beginning:
    """The first people of the answer and what to show of as many as a window holds."""
    found = first_ids(ws, query, today, count)
    return Beginning(found, rows(ws, found[:SHOWN]), len(found) < count)


def _ids(ws: Workspace, query: ContactQuery, today: date, count: int | None) -> array[int]:
    where, values = conditions(ws, query, today)
    if not query.text:
        return _numbers(ws, f"{_source(query)} WHERE {where}", values, query, count)
    typed = typed_queries(query.text)
    if typed is None:
        return array("q")
    if not typed.name_begins:
        return _unranked(ws, typed.anywhere, query, (where, values), count)
    return _ranked(ws, typed, query, (where, values), count)


def _ranked(
    ws: Workspace, typed: Typed, query: ContactQuery, chosen: tuple[str, list[object]], count: int | None
) -> array[int]:
    """Names that begin so, then other names, then the rest; each in the chosen order."""
    found: dict[int, None] = {}
    for match in (typed.name_begins, typed.in_name, typed.anywhere):
        limit = None if count is None else count + len(found)
        found.update(dict.fromkeys(_matching(ws, match, query, chosen, limit)))
        if count is not None and len(found) >= count:
            break
    return array("q", list(found)[:count])


def _unranked(
    ws: Workspace, match: str, query: ContactQuery, chosen: tuple[str, list[object]], count: int | None
) -> array[int]:
    """Everybody who matches in the order of the list. One letter matches nearly everybody: then the beginning
    is found faster by walking along the list and asking of each whether they match.
    """
    if count is not None and query.sort is not ContactSort.LEVEL and _is_common(ws, match):
        where, values = chosen
        matches = "+p.id IN (SELECT rowid FROM person_search WHERE person_search MATCH ?)"
        source = f"{_source(query)} WHERE {where} AND {matches}"
        return _numbers(ws, source, [*values, match], query, count)
    return _matching(ws, match, query, chosen, count)


def _is_common(ws: Workspace, match: str) -> bool:
    found = ws.sql(
        "SELECT count(*) FROM (SELECT 1 FROM person_search WHERE person_search MATCH ? LIMIT ?)",
        (match, _COMMON_WORD),
    )
    return bool(found.fetchone()[0] == _COMMON_WORD)


def _matching(
    ws: Workspace, match: str, query: ContactQuery, chosen: tuple[str, list[object]], count: int | None
) -> array[int]:
    where, values = chosen
    hint = "INDEXED BY person_known" if _is_plain(query) else ""
    source = f"person_search s CROSS JOIN person p {hint} ON p.id = s.rowid"
    return _numbers(ws, f"{source} WHERE person_search MATCH ? AND {where}", [match, *values], query, count)


def _source(query: ContactQuery) -> str:
    if _is_plain(query) or _is_about_attention(query):
        return "person p INDEXED BY person_listed"
    if query.binned:
        return "person p INDEXED BY person_binned"
    return "person p INDEXED BY person_archived" if query.archived else "person p"


def _is_plain(query: ContactQuery) -> bool:
    """Whether the two indexes over everybody who is listed hold all that is asked."""
    return query.sort is ContactSort.NAME and not query.is_filtered


def _is_about_attention(query: ContactQuery) -> bool:
    """Whether of everybody listed only those are asked for who are going cold or ready: nobody is looked up then."""
    plain = replace(query, going_cold=False, ready=False)
    return query != plain and _is_plain(plain) and not query.text


def _numbers(
    ws: Workspace, source: str, values: Iterable[object], query: ContactQuery, count: int | None
) -> array[int]:
    limit = "" if count is None else f" LIMIT {int(count)}"
    # One row for all ids: fetched one by one, each would ask for the interpreter’s lock, which the window wants too.
    found = ws.sql(
        f"SELECT group_concat(id) FROM (SELECT p.id AS id FROM {source} ORDER BY {order(query)}{limit})",
        list(values),
    ).fetchone()[0]
    return array("q", map(int, found.split(","))) if found else array("q")


def counts(ws: Workspace, today: date) -> ContactCounts:
    """Count for every chip; some 100 ms at 100,000 people, so ask it on a reading thread."""
    by_level = at_levels(ws)
    known = levels(ws)
    cold, ready, snoozed = ws.sql(
        f"SELECT (SELECT count(*) FROM ({attention_sql.cold_people(known, today)})),"
        f" (SELECT count(*) FROM ({attention_sql.ready_people(known)})),"
        " (SELECT count(*) FROM person WHERE snoozed_until > ? AND archived_at IS NULL AND binned_at IS NULL)",
        (today.isoformat(),),
    ).fetchone()
    binned, archived = ws.sql(
        "SELECT count(*), (SELECT count(*) FROM person WHERE archived_at IS NOT NULL AND binned_at IS NULL)"
        " FROM person WHERE binned_at IS NOT NULL"
    ).fetchone()
    return ContactCounts(
        people=sum(by_level.values()),
        going_cold=int(cold),
        ready=int(ready),
        archived=int(archived),
        binned=int(binned),
        levels=by_level,
        tags={int(one): number for one, number in _grouped(ws, "person_tag", "tag_id")},
        markets={int(one): number for one, number in _grouped(ws, "person_market", "target_market_id")},
        snoozed=int(snoozed),
        kinds={str(one): number for one, number in _grouped(ws, "person_kind", "kind")},
    )


def _grouped(ws: Workspace, table: str, column: str) -> list[tuple[Any, int]]:
    found = ws.sql(
        f"SELECT t.{column}, count(*) FROM {table} t"
        " JOIN person p INDEXED BY person_known ON p.id = t.person_id"
        f" AND p.binned_at IS NULL AND p.archived_at IS NULL GROUP BY t.{column}"
    )
    return found.fetchall()
