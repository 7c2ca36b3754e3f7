"""The board: who stands in which column, in which order, and what each card says."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from datetime import date

from netdesk.method.attention import Standing, attention_chip
from netdesk.method.evidence import Evidence, readiness, ready_chip
from netdesk.method.names import hue_index, initials
from netdesk.method.rhythm import InteractionKind, counted_from
from netdesk.services.board_query import (
    BoardCard,
    BoardCounts,
    BoardQuery,
    BoardSort,
    ColumnOrder,
    Only,
    SortKey,
)
from netdesk.services.board_sql import COLD, KEYS, ON_BOARD, PEOPLE, READY, condition
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
    wanted, values = condition(query)
    rows = ws.sql(
        f"SELECT {KEYS[query.sort]}, p.sort_name, p.id FROM {PEOPLE}"
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
    rows = ws.sql(
        f"SELECT {KEYS[query.sort]}, p.sort_name, p.id FROM {_AS_IF_AT_LEVEL} WHERE {ON_BOARD}",
        {"ids": json.dumps(list(ids)), "level": level, "today": today.isoformat()},
    ).fetchall()
    return {row[2]: row for row in rows}


def counts(ws: Workspace, query: BoardQuery, today: date) -> BoardCounts:
    """How many stand where, how many of those asked for are going cold or ready to move up."""
    wanted, values = condition(query, with_only=False)
    rows = ws.sql(
        f"SELECT p.level, count(*), total({COLD} AND {wanted}), total({READY} AND {wanted}) FROM {PEOPLE}"
        f" WHERE {ON_BOARD} GROUP BY p.level",
        {**values, "today": today.isoformat()},
    ).fetchall()
    on_levels = [row for row in rows if row[0] is not None]
    return BoardCounts(
        {row[0]: row[1] for row in on_levels},
        next((row[1] for row in rows if row[0] is None), 0),
        int(sum(row[2] for row in on_levels)),
        int(sum(row[3] for row in on_levels)),
    )


def cards(ws: Workspace, ids: Iterable[int], today: date) -> tuple[BoardCard, ...]:
    """What stands on the cards of these people, in the order of ``ids``; who is gone is left out."""
    wanted = list(ids)
    rows = ws.sql(_CARDS, (json.dumps(wanted),)).fetchall()
    made = {row[0]: _card(row, today) for row in rows}
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


_AS_IF_AT_LEVEL = """
(SELECT id, sort_name, last_contact_on, met_on, created_at, rhythm_days, next_follow_up_on, met_days,
    follow_ups_done, one_to_ones_achieved, board_rank, archived_at, binned_at, :level AS level
 FROM person WHERE id IN (SELECT value FROM json_each(:ids))) p LEFT JOIN level l ON l.id = p.level"""
_CARDS = """
SELECT p.id, p.display_name, p.organisation_name, p.photo, p.level,
    coalesce(p.rhythm_days, l.rhythm_days), p.last_contact_on, p.met_on, p.created_at, p.next_follow_up_on,
    p.met_days, p.follow_ups_done, p.one_to_ones_achieved,
    (SELECT i.kind FROM interaction_person ip JOIN interaction i ON i.id = ip.interaction_id
     WHERE ip.person_id = p.id AND i.real_contact ORDER BY i.happened_at DESC, i.id DESC LIMIT 1)
FROM person p LEFT JOIN level l ON l.id = p.level
WHERE p.id IN (SELECT value FROM json_each(?))
"""


def _card(row: tuple[object, ...], today: date) -> BoardCard:
    (person, name, firm, picture, level, rhythm, contact, met, added, due, met_days, done, talks, kind) = row
    day = counted_from(_day(contact), _day(met), date.fromisoformat(str(added)[:10]))
    evidence = Evidence(
        days_met=_number(met_days), follow_ups_done=_number(done), one_to_ones_achieved=_number(talks)
    )
    ready = level is not None and readiness(_number(level), evidence, today).ready
    standing = Standing(
        since=day,
        follow_up_due=_day(due),
        rhythm_days=None if rhythm is None else _number(rhythm),
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
        None if level is None else _number(level),
        ready,
        attention_chip(standing, today),
    )


def _day(text: object) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) and len(text) == 10 else None


def _number(value: object) -> int:
    return int(value) if isinstance(value, int | float) else 0
