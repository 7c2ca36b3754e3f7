"""Where a workspace may lie, and a file that was left in the middle of something."""

import os
from pathlib import Path

import pytest

from netdesk.store import opening
from netdesk.store.errors import WorkspaceReadOnly
from netdesk.store.workspace import Workspace
from tests.support.workspaces import sample_people

NOBODY = 2**22 + 1
"""A process number no system gives."""


def left_open_by(path: Path, process: int) -> None:
    """Make a workspace look as if ``process`` still had it open."""
    left = Workspace(path)
    sample_people(left, 1)
    left.close()
    again = Workspace(path)
    with again.transaction() as connection:
        connection.execute("UPDATE workspace_info SET value = ? WHERE name = 'open_by'", (str(process),))
    again.close()


def opened_by(workspace: Workspace) -> str:
    return str(workspace.sql("SELECT value FROM workspace_info WHERE name = 'open_by'").fetchone()[0])


def test_a_process_that_is_gone_makes_way(tmp_path: Path) -> None:
    path = tmp_path / "network.netdesk"
    left_open_by(path, NOBODY)
    opened = Workspace(path)
    assert opened_by(opened) == str(os.getpid())
    assert opened.sql("SELECT count(*) FROM person").fetchone() == (1,)
    opened.close()


def test_a_process_that_still_runs_keeps_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "network.netdesk"
    left_open_by(path, os.getppid())
    opened = Workspace(path)
    assert opened_by(opened) == str(os.getppid())
    opened.close()


def test_a_folder_nothing_can_be_written_to_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    monkeypatch.setattr(os, "access", lambda path, mode: not (path == closed and mode == os.W_OK))
    with pytest.raises(WorkspaceReadOnly, match="Nothing can be written to") as refused:
        opening.prepare(closed / "network.netdesk", None)
    assert str(closed) in refused.value.what
    assert list(closed.iterdir()) == []
