"""What triggers keep in step on a card: its state, the day planned, and when it was done."""

from __future__ import annotations

import pytest

from netdesk.store import derived
from netdesk.store.workspace import Workspace
from tests.support.workspaces import sample_people


@pytest.fixture
def card(workspace: Workspace) -> int:
    sample_people(workspace, 1)
    with workspace.change("Meet"):
        workspace.sql(
            "INSERT INTO event (title, starts_at, created_at) VALUES ('Mixer', '2026-11-20T18:00:00+00:00', '')"
        )
        cursor = workspace.sql(
            "INSERT INTO card (event_id, person_id, received_at, created_at)"
            " VALUES (1, 1, '2026-11-20T20:00:00+00:00', '')"
        )
    return int(cursor.lastrowid or 0)


def test_a_card_follows_its_plans(workspace: Workspace, card: int) -> None:
    assert _state(workspace, card) == ("no_plan", None, None)
    with workspace.change("Plan"):
        for day in ("2026-11-25", "2026-11-21"):
            workspace.sql(
                "INSERT INTO follow_up (person_id, card_id, action, due_on, created_at) VALUES (1, ?, 'Call', ?, '')",
                (card, day),
            )
    assert _state(workspace, card) == ("planned", "2026-11-21", None)
    _close(workspace, 2, "done", "2026-11-21T09:00:00+00:00")
    assert _state(workspace, card) == ("planned", "2026-11-25", "2026-11-21T09:00:00+00:00")
    _close(workspace, 1, "dropped", "2026-11-22T09:00:00+00:00")
    assert _state(workspace, card) == ("done", None, "2026-11-21T09:00:00+00:00")


def test_a_card_whose_only_plan_was_dropped_has_no_plan_again(workspace: Workspace, card: int) -> None:
    with workspace.change("Plan"):
        workspace.sql(
            "INSERT INTO follow_up (person_id, card_id, action, due_on, created_at)"
            " VALUES (1, ?, 'Call', '2026-11-21', '')",
            (card,),
        )
    _close(workspace, 1, "dropped", "2026-11-21T09:00:00+00:00")
    assert _state(workspace, card) == ("no_plan", None, None)
    with workspace.change("Forget the plan"):
        workspace.sql("DELETE FROM follow_up")
    with workspace.change("Let go"):
        workspace.sql("UPDATE card SET let_go_at = '2026-11-22T09:00:00+00:00' WHERE id = ?", (card,))
    assert _state(workspace, card) == ("let_go", None, None)


def test_a_card_that_comes_back_by_undo_has_its_state_again(workspace: Workspace, card: int) -> None:
    with workspace.change("Plan"):
        workspace.sql(
            "INSERT INTO follow_up (person_id, card_id, action, due_on, created_at)"
            " VALUES (1, ?, 'Call', '2026-11-21', '')",
            (card,),
        )
    with workspace.change("Delete for good"):
        workspace.sql("DELETE FROM person")
    assert workspace.sql("SELECT count(*) FROM card").fetchone() == (0,)
    workspace.undo()
    assert _state(workspace, card) == ("planned", "2026-11-21", None)


def test_all_cards_can_be_derived_anew(workspace: Workspace, card: int) -> None:
    with workspace.change("Plan"):
        workspace.sql(
            "INSERT INTO follow_up (person_id, card_id, action, due_on, created_at)"
            " VALUES (1, ?, 'Call', '2026-11-21', '')",
            (card,),
        )
    with workspace.change("Spoil"):
        workspace.sql("UPDATE card SET state = 'done', due_on = NULL")
        derived.rebuild(workspace.sql("SELECT 1").connection)
    assert _state(workspace, card) == ("planned", "2026-11-21", None)


def _state(workspace: Workspace, card: int) -> tuple[str, str | None, str | None]:
    row: tuple[str, str | None, str | None] = workspace.sql(
        "SELECT state, due_on, done_at FROM card WHERE id = ?", (card,)
    ).fetchone()
    return row


def _close(workspace: Workspace, follow_up: int, state: str, at: str) -> None:
    with workspace.change("Close"):
        workspace.sql("UPDATE follow_up SET state = ?, closed_at = ? WHERE id = ?", (state, at, follow_up))


def test_a_card_is_derived_from_its_own_plans_alone(workspace: Workspace) -> None:
    """Else planning for a thousand cards looks at all open follow-ups a thousand times."""
    steps = workspace.sql(f"EXPLAIN QUERY PLAN UPDATE card SET {derived._CARD} WHERE id = 1").fetchall()
    searches = [str(step[3]) for step in steps if " f " in str(step[3])]
    assert searches == ["SEARCH f USING INDEX follow_up_card (card_id=?)"] * 4
