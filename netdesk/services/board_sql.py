"""The pieces of SQL behind the board: who is shown, and by what key a column is sorted.

The expressions follow ``netdesk.method.attention`` and ``netdesk.method.evidence`` to the letter, so that 10,000
cards are put in order by SQLite; a test holds them against those rules.
"""

from __future__ import annotations

from netdesk.services.board_query import BoardQuery, BoardSort, Only
from netdesk.store.search_index import match_query

PEOPLE = "person p LEFT JOIN level l ON l.id = p.level"
ON_BOARD = "p.archived_at IS NULL AND p.binned_at IS NULL"

# A day met may be known in part only; then the rhythm counts from the day added.
_ADDED = "substr(p.created_at, 1, 10)"
_MET = f"CASE WHEN length(p.met_on) = 10 THEN p.met_on ELSE {_ADDED} END"
_SINCE = f"coalesce(p.last_contact_on, max({_MET}, {_ADDED}))"
_DAYS = f"max(0, julianday(:today) - julianday({_SINCE}))"
_COLD_DAYS = f"coalesce({_DAYS} - coalesce(p.rhythm_days, l.rhythm_days), 0)"
COLD = f"({_COLD_DAYS} > 0)"
READY = "((p.level = 1 AND (p.met_days >= 2 OR p.follow_ups_done > 0)) OR (p.level = 2 AND p.one_to_ones_achieved > 0))"
# The kind of attention weighs more than any number of days: some 270 years of them.
_ATTENTION = f"""CASE
    WHEN p.next_follow_up_on < :today THEN 0 - (julianday(:today) - julianday(p.next_follow_up_on))
    WHEN p.next_follow_up_on = :today THEN 1e5
    WHEN {_COLD_DAYS} > 0 THEN 2e5 - ({_COLD_DAYS})
    WHEN {READY} THEN 3e5 - {_DAYS}
    ELSE 4e5 - {_DAYS} END"""
KEYS = {
    BoardSort.ATTENTION: _ATTENTION,
    BoardSort.NAME: "0.0",
    BoardSort.LAST_CONTACT: "coalesce(-julianday(p.last_contact_on), 0.0)",
    BoardSort.OWN: "p.board_rank",
}


def condition(query: BoardQuery, *, with_only: bool = True) -> tuple[str, dict[str, object]]:
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
        parts.append(COLD if query.only is Only.COLD else READY)
    return " AND ".join(parts) or "1", values
