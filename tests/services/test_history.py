"""The history can be walked back to any step and forth again."""

from __future__ import annotations

from netdesk.services.history import redo_up_to, steps, undo_up_to
from netdesk.store.workspace import Workspace
from tests.support.workspaces import sample_people


def notes(workspace: Workspace) -> list[str]:
    return [row[0] for row in workspace.sql("SELECT note FROM person")]


def test_undoing_up_to_a_step_and_redoing_up_to_one(workspace: Workspace) -> None:
    sample_people(workspace, 1)
    for words in ("one", "two", "three"):
        with workspace.change(f"Write {words}"):
            workspace.sql("UPDATE person SET note = ?", (words,))
    newest_first = steps(workspace)
    assert [step.title for step in newest_first] == ["Write three", "Write two", "Write one", "Add 1 people"]
    undo_up_to(workspace, newest_first[1].operation)
    assert notes(workspace) == ["one"]
    assert [step.undone for step in steps(workspace)] == [True, True, False, False]
    changes = redo_up_to(workspace, newest_first[1].operation)
    assert changes is not None
    assert notes(workspace) == ["two"]
    assert redo_up_to(workspace, newest_first[1].operation) is None
