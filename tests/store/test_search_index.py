"""Everything somebody might type finds the person, and moving a card leaves the index alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.store import search_index
from netdesk.store.workspace import Workspace, moment
from tests.support.workspaces import sample_people


def found(workspace: Workspace, text: str) -> list[int]:
    query = search_index.match_query(text)
    rows = workspace.sql(
        "SELECT rowid FROM person_search WHERE person_search MATCH ? ORDER BY rowid", (query,)
    )
    return [row[0] for row in rows]


@pytest.fixture
def grace(workspace: Workspace) -> int:
    person = sample_people(workspace, 3)[0]
    with workspace.change("Fill"):
        workspace.sql("INSERT INTO organisation (name, sort_name) VALUES ('Bright Copy', 'bright copy')")
        workspace.sql(
            "UPDATE person SET organisation_id = 1, note = 'Sagt „grüß dich“' WHERE id = ?", (person,)
        )
        workspace.sql(
            "INSERT INTO contact_point (person_id, kind, value, normalised)"
            " VALUES (?, 'phone', '+44 7700 900123', '+447700900123')",
            (person,),
        )
        workspace.sql("INSERT INTO tag (name, folded) VALUES ('Copywriting', 'copywriting')")
        workspace.sql("INSERT INTO person_tag (person_id, tag_id) VALUES (?, 1)", (person,))
        workspace.sql("INSERT INTO own_field (name, kind) VALUES ('Dog', 'text')")
        workspace.sql(
            "INSERT INTO own_field_value (person_id, own_field_id, value) VALUES (?, 1, 'Rex')", (person,)
        )
    return person


@pytest.mark.parametrize(
    "text", ["gra", "ADEY", "bright", "gruss dich"[:3], "copyw", "rex", "7700 900123", "grace cop"]
)
def test_a_person_is_found_by_whatever_is_known_of_them(workspace: Workspace, grace: int, text: str) -> None:
    assert grace in found(workspace, text)


def test_accents_do_not_matter_either_way(workspace: Workspace) -> None:
    person = sample_people(workspace, 1)[0]
    with workspace.change("Rename"):
        workspace.sql("UPDATE person SET display_name = 'Zoë Novák', given = 'Zoë', family = 'Novák'")
    assert found(workspace, "zoe nov") == [person]
    assert found(workspace, "Zoë Novák") == [person]


def test_what_is_gone_is_no_longer_found(workspace: Workspace, grace: int) -> None:
    with workspace.change("Untag"):
        workspace.sql("DELETE FROM person_tag")
        workspace.sql("UPDATE organisation SET name = 'Dark Copy'")
    assert found(workspace, "copywriting") == []
    assert found(workspace, "bright") == []
    assert found(workspace, "dark") == [grace]
    workspace.undo()
    assert found(workspace, "copywriting") == [grace]
    assert found(workspace, "bright") == [grace]


def test_moving_a_card_never_touches_the_index(workspace: Workspace, grace: int) -> None:
    before = workspace.sql("SELECT * FROM person_search_data ORDER BY id").fetchall()
    with workspace.change("Move"):
        workspace.sql(
            "UPDATE person SET level = 3, board_rank = 7.5, level_since = ? WHERE id = ?", (moment(), grace)
        )
    assert workspace.sql("SELECT * FROM person_search_data ORDER BY id").fetchall() == before


def test_the_index_built_anew_is_the_same(workspace: Workspace, grace: int) -> None:
    before = workspace.sql("SELECT * FROM search_text ORDER BY person_id").fetchall()
    with workspace.transaction() as connection:
        search_index.rebuild(connection)
    assert workspace.sql("SELECT * FROM search_text ORDER BY person_id").fetchall() == before
    assert found(workspace, "bright") == [grace]
    workspace.sql("INSERT INTO person_search (person_search, rank) VALUES ('integrity-check', 1)")


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_question_and_never_an_error(text: str) -> None:
    query = search_index.match_query(text)
    import sqlite3

    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5 (a, tokenize='unicode61 remove_diacritics 2')")
        if query:
            assert connection.execute("SELECT * FROM t WHERE t MATCH ?", (query,)).fetchall() == []
    finally:
        connection.close()


def test_what_people_offer_is_found_by_the_stems_of_words_and_apart_from_what_they_look_for(
    workspace: Workspace,
) -> None:
    with workspace.change("Add two"):
        for number, note, wish in ((1, "Trustee of a charity, hiring two people", ""), (2, "", "charities")):
            workspace.sql(
                "INSERT INTO person (id, uid, display_name, sort_name, note, ideal_client, created_at, updated_at)"
                " VALUES (?, ?, 'x', 'x', ?, ?, '2026-01-01', '2026-01-01')",
                (number, f"u{number}", note, wish),
            )
        workspace.sql(
            "INSERT INTO interaction (kind, happened_at, words, created_at)"
            " VALUES ('note', '2026-01-01', 'Runs three shops on one spreadsheet', '2026-01-01')"
        )

    def offers(words: str) -> list[int]:
        asked = "SELECT rowid FROM offer_search WHERE offer_search MATCH ?"
        return [row[0] for row in workspace.sql(asked, (words,))]

    assert offers("charities OR hired") == [1]
    said = workspace.sql("SELECT count(*) FROM learned_search WHERE learned_search MATCH 'shop'").fetchone()
    assert said == (1,)
    for index in ("offer_search", "learned_search"):
        workspace.sql(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
