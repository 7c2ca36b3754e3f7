"""What triggers keep in step on a person: the wins they brought, and the business I brought them."""

from __future__ import annotations

import pytest

from netdesk.store import derived
from netdesk.store.workspace import Workspace
from tests.support.workspaces import sample_people


@pytest.fixture
def win(workspace: Workspace) -> int:
    """A win with thanks to the first person, who stands in two chains of it, and to the second."""
    sample_people(workspace, 3)
    with workspace.change("Win"):
        cursor = workspace.sql(
            "INSERT INTO win (title, won_on, value, created_at) VALUES ('Inbox set-up', '2026-11-18', 1200, '')"
        )
        for chain, person in enumerate((1, 2, 1)):
            workspace.sql(
                "INSERT INTO win_thanks (win_id, person_id, name, chain) VALUES (1, ?, 'Olga', ?)",
                (person, chain),
            )
    return int(cursor.lastrowid or 0)


def test_a_win_counts_once_for_each_of_whom_it_came_through(workspace: Workspace, win: int) -> None:
    assert _received(workspace) == [1, 1, 0]
    with workspace.change("Thank somebody else"):
        workspace.sql("UPDATE win_thanks SET person_id = 3 WHERE person_id = 2")
    assert _received(workspace) == [1, 0, 1]
    with workspace.change("Thank nobody"):
        workspace.sql("DELETE FROM win_thanks WHERE win_id = ?", (win,))
    assert _received(workspace) == [0, 0, 0]


def test_a_win_in_the_bin_counts_for_nobody_until_it_comes_back(workspace: Workspace, win: int) -> None:
    with workspace.change("Bin"):
        workspace.sql("UPDATE win SET binned_at = '2026-11-22' WHERE id = ?", (win,))
    assert _received(workspace) == [0, 0, 0]
    workspace.undo()
    assert _received(workspace) == [1, 1, 0]
    with workspace.change("Delete"):
        workspace.sql("DELETE FROM win WHERE id = ?", (win,))
    assert _received(workspace) == [0, 0, 0]
    workspace.undo()
    assert _received(workspace) == [1, 1, 0]


def test_whoever_is_deleted_leaves_the_win_and_their_name(workspace: Workspace, win: int) -> None:
    with workspace.change("Delete"):
        workspace.sql("DELETE FROM person WHERE id = 2")
    assert workspace.sql("SELECT person_id, name FROM win_thanks ORDER BY chain").fetchall() == [
        (1, "Olga"),
        (None, "Olga"),
        (1, "Olga"),
    ]
    assert workspace.sql("SELECT count(*) FROM win WHERE id = ?", (win,)).fetchone() == (1,)
    workspace.undo()
    assert _received(workspace) == [1, 1, 0]


def test_business_from_an_introduction_was_given(workspace: Workspace) -> None:
    sample_people(workspace, 3)
    with workspace.change("Introduce"):
        workspace.sql(
            "INSERT INTO introduction (person_id, other_id, state, made_on, created_at)"
            " VALUES (1, 2, 'made', '2026-11-01', '')"
        )
    assert _given(workspace) == [0, 0, 0]
    with workspace.change("Follow"):
        workspace.sql("UPDATE introduction SET state = 'business'")
    assert _given(workspace) == [1, 0, 0]
    with workspace.change("For somebody else"):
        workspace.sql("UPDATE introduction SET person_id = 3")
    assert _given(workspace) == [0, 0, 1]
    with workspace.change("Forget"):
        workspace.sql("DELETE FROM introduction")
    assert _given(workspace) == [0, 0, 0]


def test_deriving_anew_changes_nothing(workspace: Workspace, win: int) -> None:
    before = workspace.sql("SELECT * FROM person").fetchall()
    with workspace.change("Derive"):
        derived.rebuild(workspace.connection)
    assert workspace.sql("SELECT * FROM person").fetchall() == before
    assert win == 1


def _received(workspace: Workspace) -> list[int]:
    return [row[0] for row in workspace.sql("SELECT wins_received FROM person ORDER BY id")]


def _given(workspace: Workspace) -> list[int]:
    return [row[0] for row in workspace.sql("SELECT wins_given FROM person ORDER BY id")]
