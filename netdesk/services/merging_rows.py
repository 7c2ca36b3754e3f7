"""What belongs to one person, moved to another: every table that points to people, nothing twice.

Used inside the change of :func:`netdesk.services.merging.merge_people`. A row that both have in a place where there
can be one only (the same tag, group, event or market) is joined first; what is then left of the second goes with them.
"""

from __future__ import annotations

from netdesk.store.workspace import Workspace

_MOVED = ("follow_up", "level_move", "one_to_one", "ledger_entry")
"""Tables of which a person may have any number of rows."""
_ONE_EACH = {
    "interaction_person": "interaction_id",
    "person_kind": "kind",
    "person_tag": "tag_id",
    "person_market": "target_market_id",
    "own_field_value": "own_field_id",
    "card": "event_id",
    "expected_person": "event_id",
    "member": "group_id",
}
"""Tables with one row a person for each of the second column."""
_PAIRS = ("introduction", "fit_refusal", "relation")
"""Tables about two people."""


def move_rows(ws: Workspace, kept: int, gone: int) -> None:
    """Let everything that points to ``gone`` point to ``kept``, or join it with what ``kept`` has already."""
    people = {"kept": kept, "gone": gone}
    _join_cards(ws, people)
    _join_expected(ws, people)
    _join_members(ws, people)
    _join_thanks(ws, people)
    ws.sql(
        "UPDATE person_market SET standing = 'in' WHERE person_id = :kept AND target_market_id IN"
        " (SELECT target_market_id FROM person_market WHERE person_id = :gone AND standing = 'in')",
        people,
    )
    for table in _MOVED:
        ws.sql(f"UPDATE {table} SET person_id = :kept WHERE person_id = :gone", people)
    for table, key in _ONE_EACH.items():
        ws.sql(
            f"UPDATE {table} SET person_id = :kept WHERE person_id = :gone AND ({key} IS NULL OR {key} NOT IN"
            f" (SELECT {key} FROM {table} WHERE person_id = :kept AND {key} IS NOT NULL))",
            people,
        )
    for table in _PAIRS:
        _move_pairs(ws, table, people)
    ws.sql("UPDATE win SET client_id = :kept WHERE client_id = :gone", people)
    ws.sql("UPDATE win_thanks SET person_id = :kept WHERE person_id = :gone", people)
    ws.sql("UPDATE person SET met_through_id = NULL WHERE id = :kept AND met_through_id = :gone", people)
    ws.sql("UPDATE person SET met_through_id = :kept WHERE met_through_id = :gone AND id <> :kept", people)


def _join_cards(ws: Workspace, people: dict[str, int]) -> None:
    """Where both gave a card at the same event, one card with what is known from either, and the plans of both."""
    both = ws.sql(
        "SELECT k.id, g.id FROM card k JOIN card g ON g.event_id = k.event_id"
        " WHERE k.person_id = :kept AND g.person_id = :gone",
        people,
    ).fetchall()
    for kept, gone in both:
        cards = {"kept": kept, "gone": gone}
        ws.sql("UPDATE follow_up SET card_id = :kept WHERE card_id = :gone", cards)
        ws.sql(
            "UPDATE card SET kind = CASE WHEN card.kind = '' THEN g.kind ELSE card.kind END,"
            " solid = max(card.solid, g.solid), learned = max(card.learned, g.learned),"
            " was_new = min(card.was_new, g.was_new), received_at = min(card.received_at, g.received_at),"
            # Let go on purpose only where both were.
            " let_go_at = CASE WHEN g.let_go_at IS NULL THEN NULL ELSE card.let_go_at END,"
            " photo = coalesce(card.photo, g.photo)"
            " FROM (SELECT * FROM card WHERE id = :gone) g WHERE card.id = :kept",
            cards,
        )
        ws.sql("DELETE FROM card WHERE id = :gone", cards)


def _join_expected(ws: Workspace, people: dict[str, int]) -> None:
    joined = ", ".join(
        f"{column} = CASE WHEN expected_person.{column} = '' THEN g.{column} ELSE expected_person.{column} END"
        for column in ("why", "give", "ask")
    )
    ws.sql(
        f"UPDATE expected_person SET {joined} FROM (SELECT * FROM expected_person WHERE person_id = :gone) g"
        " WHERE expected_person.person_id = :kept AND g.event_id = expected_person.event_id",
        people,
    )


def _join_members(ws: Workspace, people: dict[str, int]) -> None:
    """In a group both are in: since the earlier day, left only if both did, what was learned from either."""
    both = ws.sql(
        "SELECT k.id, g.id FROM member k JOIN member g ON g.group_id = k.group_id"
        " WHERE k.person_id = :kept AND g.person_id = :gone",
        people,
    ).fetchall()
    for kept, gone in both:
        members = {"kept": kept, "gone": gone}
        ws.sql(
            "UPDATE member SET"
            " joined_on = coalesce(min(member.joined_on, g.joined_on), member.joined_on, g.joined_on),"
            " left_on = max(member.left_on, g.left_on),"
            " role = CASE WHEN member.role = '' THEN g.role ELSE member.role END,"
            " learned = trim(member.learned || CASE WHEN instr(member.learned, g.learned) THEN ''"
            " ELSE char(10) || g.learned END, char(10))"
            " FROM (SELECT * FROM member WHERE id = :gone) g WHERE member.id = :kept",
            members,
        )
        ws.sql(
            "UPDATE audit_mark SET member_id = :kept WHERE member_id = :gone"
            " AND mark NOT IN (SELECT mark FROM audit_mark WHERE member_id = :kept)",
            members,
        )


def _join_thanks(ws: Workspace, people: dict[str, int]) -> None:
    """In a chain of thanks both are part of, one of them with the share of both."""
    both = (
        "SELECT k.id AS kept, g.id AS gone FROM win_thanks k JOIN win_thanks g ON g.win_id = k.win_id"
        " AND g.chain = k.chain WHERE k.person_id = :kept AND g.person_id = :gone"
    )
    for kept, gone in ws.sql(both, people).fetchall():
        rows = {"kept": kept, "gone": gone}
        ws.sql(
            "UPDATE win_thanks SET weight = weight + (SELECT weight FROM win_thanks WHERE id = :gone) WHERE id = :kept",
            rows,
        )
        ws.sql("DELETE FROM win_thanks WHERE id = :gone", rows)


def _move_pairs(ws: Workspace, table: str, people: dict[str, int]) -> None:
    """Move a table about two people; what stood between the two themselves says nothing any more."""
    ws.sql(
        f"DELETE FROM {table} WHERE (person_id = :kept AND other_id = :gone)"
        f" OR (person_id = :gone AND other_id = :kept)",
        people,
    )
    alike = {"relation": " AND r.kind = {0}.kind AND r.words = {0}.words", "fit_refusal": ""}
    for one, other in (("person_id", "other_id"), ("other_id", "person_id")):
        unless = ""
        if table in alike:
            unless = (
                f" AND NOT EXISTS (SELECT 1 FROM {table} r WHERE r.{one} = :kept"
                f" AND r.{other} = {table}.{other}{alike[table].format(table)})"
            )
        ws.sql(f"UPDATE {table} SET {one} = :kept WHERE {one} = :gone{unless}", people)
