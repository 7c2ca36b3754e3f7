"""The pieces of SQL behind the board: who is shown, and by what key a column is sorted.

The expressions follow ``netdesk.method.attention`` to the letter, so that 10,000 cards are put in order by SQLite; a
test holds them against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netdesk.method.levels import Level
from netdesk.services import attention_sql
from netdesk.services.attention_sql import SINCE
from netdesk.services.board_query import BoardQuery, BoardSort, Only
from netdesk.store.search_index import match_query

ON_BOARD = "p.archived_at IS NULL AND p.binned_at IS NULL"
_DAYS = f"max(0, julianday(:today) - julianday({SINCE}))"


@dataclass(frozen=True, slots=True)
class BoardSql:
    """What the levels and the day make of the board's expressions over ``person p``, with ``:today`` in them."""

    cold: str
    ready: str
    keys: dict[BoardSort, str]


def expressions(levels: Sequence[Level], today: date) -> BoardSql:
    """Make the expressions for the levels as they are set."""
    cold, ready = attention_sql.cold(levels, today), attention_sql.ready(levels)
    by_level = " ".join(f"WHEN {level.number} THEN {level.rhythm_days}" for level in levels)
    past = f"({_DAYS} - coalesce(p.rhythm_days, CASE p.level {by_level} END))"
    # The kind of attention weighs more than any number of days: some 270 years of them.
    attention = f"""CASE
        WHEN p.next_follow_up_on < :today THEN 0 - (julianday(:today) - julianday(p.next_follow_up_on))
        WHEN p.next_follow_up_on = :today THEN 1e5
        WHEN {cold} THEN 2e5 - {past}
        WHEN {ready} THEN 3e5 - {_DAYS}
        ELSE 4e5 - {_DAYS} END"""
    keys = {
        BoardSort.ATTENTION: attention,
        BoardSort.NAME: "0.0",
        BoardSort.LAST_CONTACT: "coalesce(-julianday(p.last_contact_on), 0.0)",
        BoardSort.OWN: "p.board_rank",
    }
    return BoardSql(cold, ready, keys)


def condition(query: BoardQuery, made: BoardSql, *, with_only: bool = True) -> tuple[str, dict[str, object]]:
    """SQL that holds for the people ``query`` asks for, and its named values; ``1`` when it asks for all."""
    parts: list[str] = []
    values: dict[str, object] = {}
    words = match_query(query.text)
    if words:
        parts.append("p.id IN (SELECT rowid FROM person_search WHERE person_search MATCH :words)")
        values["words"] = words
    if query.tag is not None:
        parts.append("p.id IN (SELECT person_id FROM person_tag WHERE tag_id = :tag)")
        values["tag"] = query.tag
    if query.market is not None:
        parts.append("p.id IN (SELECT person_id FROM person_market WHERE target_market_id = :market)")
        values["market"] = query.market
    if query.kind is not None:
        parts.append("p.id IN (SELECT person_id FROM person_kind WHERE kind = :kind)")
        values["kind"] = query.kind.value
    if with_only and query.only is not None:
        parts.append(made.cold if query.only is Only.COLD else made.ready)
    return " AND ".join(parts) or "1", values
