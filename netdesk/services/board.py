"""The board: who stands in which column, in which order, and what each card says."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from datetime import date

from netdesk.method.attention import Standing, attention_chip
from netdesk.method.evidence import readiness, ready_chip
from netdesk.method.levels import Level
from netdesk.method.names import hue_index, initials
from netdesk.method.rhythm import InteractionKind, counted_from, effective_rhythm, is_snoozed
from netdesk.services.attention_sql import cold_people, ready_people
from netdesk.services.board_query import (
    BoardCard,
    BoardCounts,
    BoardQuery,
    BoardSort,
    ColumnOrder,
    Only,
    SortKey,
)
from netdesk.services.board_sql import ON_BOARD, condition, expressions
from netdesk.services.counts import at_levels
from netdesk.services.levels import levels
from netdesk.services.record import RECORD, evidence_of
from netdesk.store.search_index import match_query
from netdesk.store.workspace import Workspace

__all__ = [
    "BoardCard",
    "BoardCounts",
    "BoardQuery",
    "BoardSort",
    "ColumnOrder",
    "Only",
    "SortKey",
    "cards",
    "choices",
    "column_order",
    "counts",
    "keys_at",
    "starting_with",
]


def column_order(ws: Workspace, query: BoardQuery, level: int | None, today: date) -> ColumnOrder:
    """The people of a column (None: the unsorted) whom ``query`` asks for, in its order."""
    made = expressions(levels(ws), today)
    wanted, values = condition(query, made)
    rows = ws.sql(
        f"SELECT {made.keys[query.sort]}, p.sort_name, p.id FROM person p"
        f" WHERE p.level IS :level AND {ON_BOARD} AND {wanted} ORDER BY 1, 2, 3",
        {**values, "level": level, "today": today.isoformat()},
    ).fetchall()
    return ColumnOrder(array("q", [row[2] for row in rows]), rows)


def keys_at(
    ws: Workspace, query: BoardQuery, ids: Sequence[int], level: int | None, today: date
) -> dict[int, SortKey]:
    """By what people would be sorted if they stood at ``level``; whom the board does not show is missing.

    In a column's own order that is the place they have now: only the column knows where they are put.
    """
    key = expressions(levels(ws), today).keys[query.sort]
    rows = ws.sql(
        f"SELECT {key}, p.sort_name, p.id FROM {_AS_IF_AT_LEVEL} WHERE {ON_BOARD}",
        {"ids": json.dumps(list(ids)), "level": level, "today": today.isoformat()},
    ).fetchall()
    return {row[2]: row for row in rows}


def counts(ws: Workspace, query: BoardQuery, today: date) -> BoardCounts:
    """How many stand where, how many of those asked for are going cold or ready to move up."""
    known = levels(ws)
    wanted, values = condition(query, expressions(known, today), with_only=False)
    cold, ready = cold_people(known, today, on_board=True), ready_people(known)
    if wanted == "1":
        among = "(SELECT count(*) FROM ({}))"
    else:
        among = f"(SELECT count(*) FROM person p WHERE {wanted} AND p.id IN ({{}}))"
    found = ws.sql(f"SELECT {among.format(cold)}, {among.format(ready)}", values).fetchone()
    standing = at_levels(ws)
    unsorted = standing.pop(0, 0)
    return BoardCounts(standing, unsorted, int(found[0]), int(found[1]))


def cards(ws: Workspace, ids: Iterable[int], today: date) -> tuple[BoardCard, ...]:
    """What stands on the cards of these people, in the order of ``ids``; who is gone is left out."""
    wanted = list(ids)
    rows = ws.sql(_CARDS, (json.dumps(wanted),)).fetchall()
    known = {level.number: level for level in levels(ws)}
    made = {row[0]: _card(row, known, today) for row in rows}
    return tuple(made[one] for one in wanted if one in made)


def starting_with(ws: Workspace, text: str) -> frozenset[int]:
    """The people in whose name or organisation every typed word begins a word; columns pick theirs from them."""
    words = match_query(text)
    if not words:
        return frozenset()
    rows = ws.sql(
        "SELECT rowid FROM person_search WHERE person_search MATCH ?", (f"{{name organisation}} : ({words})",)
    )
    return frozenset(row[0] for row in rows)


def choices(ws: Workspace) -> tuple[tuple[tuple[int, str], ...], tuple[tuple[int, str], ...]]:
    """What the filter offers: the tags and the target markets, each as (id, name), by name."""
    tags = ws.sql("SELECT id, name FROM tag ORDER BY folded").fetchall()
    markets = ws.sql("SELECT id, name FROM target_market ORDER BY name COLLATE NOCASE").fetchall()
    return tuple(tags), tuple(markets)


_AS_IF_AT_LEVEL = f"""
(SELECT id, sort_name, last_contact_on, met_on, created_at, rhythm_days, next_follow_up_on, {RECORD},
    snoozed_until, board_rank, archived_at, binned_at, :level AS level
 FROM person WHERE id IN (SELECT value FROM json_each(:ids))) p"""
_CARDS = f"""
SELECT id, display_name, organisation_name, photo, level, rhythm_days, last_contact_on, met_on, created_at,
    next_follow_up_on, snoozed_until,
    (SELECT i.kind FROM interaction_person ip JOIN interaction i ON i.id = ip.interaction_id
     WHERE ip.person_id = person.id AND i.real_contact ORDER BY i.happened_at DESC, i.id DESC LIMIT 1),
    {RECORD}
FROM person WHERE id IN (SELECT value FROM json_each(?))
"""


def _card(row: tuple[object, ...], known: dict[int, Level], today: date) -> BoardCard:
    person, name, firm, picture, number, own, contact, met, added, due, snoozed, kind, *record = row
    level = known.get(_number(number))
    day = counted_from(_day(contact), _day(met), date.fromisoformat(str(added)[:10]))
    evidence = evidence_of(record)
    ready = level is not None and readiness(level, evidence, today).ready
    rhythm = effective_rhythm(None if own is None else _number(own), level)
    standing = Standing(
        since=day,
        follow_up_due=_day(due),
        rhythm_days=None if is_snoozed(_day(snoozed), today) else rhythm,
        ready=ready_chip(evidence) if ready else "",
        last_contact=InteractionKind(str(kind)) if contact is not None and kind is not None else None,
        met=contact is None and _day(met) == day,
    )
    return BoardCard(
        _number(person),
        str(name),
        str(firm),
        initials(str(name)),
        hue_index(str(name)),
        "" if picture is None else str(picture),
        None if level is None else level.number,
        ready,
        attention_chip(standing, today),
    )


def _day(text: object) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) and len(text) == 10 else None


def _number(value: object) -> int:
    return int(value) if isinstance(value, int | float) else 0
