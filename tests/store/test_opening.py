"""What may be opened, what is refused, and in which words."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from netdesk.store import opening
from netdesk.store.errors import (
    NotAWorkspace,
    WorkspaceCorrupt,
    WorkspaceError,
    WorkspaceLocked,
    WorkspaceNewer,
    WorkspaceReadOnly,
)
from netdesk.store.migrations import MAJOR, MINOR
from netdesk.store.tables import choices, events, people, talks
from netdesk.store.tables.base import Table
from netdesk.store.workspace import Workspace
from tests.support.workspaces import sample_people


def test_a_new_workspace_has_the_five_levels_and_bears_our_mark(workspace: Workspace) -> None:
    assert [row[0] for row in workspace.sql("SELECT id FROM level ORDER BY id")] == [1, 2, 3, 4, 5]
    assert workspace.sql("PRAGMA application_id").fetchone()[0] == opening.APPLICATION_ID
    assert workspace.sql("PRAGMA user_version").fetchone()[0] == MAJOR * 1000 + MINOR
    assert workspace.sql("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert workspace.sql("PRAGMA synchronous").fetchone()[0] == 2
    assert workspace.sql("PRAGMA foreign_keys").fetchone()[0] == 1


@pytest.mark.parametrize(
    "model",
    [model for module in (people, talks, events, choices) for model in vars(module).values()
     if isinstance(model, type) and issubclass(model, Table) and model is not Table],
    ids=lambda model: model.__name__,
)  # fmt: skip
def test_the_models_name_the_columns_that_are_there(workspace: Workspace, model: type[Table]) -> None:
    table = model._meta.table_name
    columns = [row[1] for row in workspace.sql(f"PRAGMA table_info({table})")]
    assert sorted(model._meta.columns) == sorted(columns)


def test_an_empty_file_becomes_a_workspace(tmp_path: Path) -> None:
    path = tmp_path / "empty.netdesk"
    path.touch()
    opened = Workspace(path)
    assert opened.sql("SELECT count(*) FROM person").fetchone() == (0,)
    opened.close()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAWorkspace, match="is a folder"):
        Workspace(tmp_path)


@pytest.mark.parametrize(
    "content", [b"BEGIN:VCARD\r\n" * 50, bytes(range(256)) * 40, b"SQLite format 3\0" + b"x" * 90]
)
def test_a_file_of_another_kind_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "contacts.vcf"
    path.write_bytes(content)
    with pytest.raises(WorkspaceError, match=r"contacts\.vcf"):
        Workspace(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE person (name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(NotAWorkspace, match="left as it is"):
        Workspace(path)
    assert path.read_bytes() == before


def test_a_file_of_a_newer_major_version_is_refused_and_of_a_newer_minor_one_opens(tmp_path: Path) -> None:
    path = tmp_path / "network.netdesk"
    opened = Workspace(path)
    sample_people(opened, 1)
    opened.close()
    _set_version(path, MAJOR * 1000 + MINOR + 7)
    later = Workspace(path)
    assert later.sql("SELECT count(*) FROM person").fetchone() == (1,)
    later.close()
    _set_version(path, (MAJOR + 1) * 1000)
    with pytest.raises(WorkspaceNewer, match="Update NetDesk"):
        Workspace(path)


def _set_version(path: Path, version: int) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


def test_a_workspace_another_program_is_writing_to_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    path = tmp_path / "network.netdesk"
    opened = Workspace(path)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(WorkspaceLocked, match="Another program is using"), opened.change("Tag"):
        pass
    holder.execute("ROLLBACK")
    holder.close()
    sample_people(opened, 1)
    assert opened.sql("SELECT count(*) FROM person").fetchone() == (1,)
    opened.close()


def test_a_damaged_workspace_is_found_out_after_an_unclean_end(tmp_path: Path) -> None:
    path = tmp_path / "network.netdesk"
    opened = Workspace(path)
    sample_people(opened, 400)
    opened.sql("PRAGMA wal_checkpoint(truncate)")
    opened.close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE workspace_info SET value = '999999999' WHERE name = 'open_by'")
    root = connection.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = 'person_sort_name'"
    ).fetchone()[0]
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    connection.execute("PRAGMA wal_checkpoint(truncate)")
    connection.close()
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    with pytest.raises(WorkspaceCorrupt, match="Restore the newest backup"):
        Workspace(path)


def test_a_workspace_that_may_not_be_written_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "network.netdesk"
    Workspace(path).close()
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        if os.geteuid() != 0:
            with pytest.raises(WorkspaceReadOnly, match="cannot be written"):
                Workspace(path)
            return
        assert "cannot be written" in _open_as_nobody(path)
    finally:
        tmp_path.chmod(0o755)


def _open_as_nobody(path: Path) -> str:
    """Root may write everywhere, so the file is opened by somebody who may not."""
    script = textwrap.dedent(
        """
        import os, sys
        from pathlib import Path
        from netdesk.store.errors import WorkspaceReadOnly
        from netdesk.store.workspace import Workspace
        path = Path(sys.argv[1])
        os.chdir("/")
        for folder in [path, *path.parents]:
            if not folder.stat().st_mode & 0o005 and folder != Path("/"):
                folder.chmod(folder.stat().st_mode | 0o055)
        os.setuid(65534)
        try:
            Workspace(path)
        except WorkspaceReadOnly as error:
            print(error)
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False, timeout=60
    )
    return done.stdout + done.stderr


def test_a_place_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WorkspaceError, match="cannot be made"):
        Workspace(tmp_path / "file" / "deeper" / "network.netdesk")


def test_triggers_come_back_when_they_were_lost(tmp_path: Path) -> None:
    path = tmp_path / "network.netdesk"
    Workspace(path).close()
    connection = sqlite3.connect(path)
    connection.execute("DROP TRIGGER journal_person_insert")
    connection.close()
    opened = Workspace(path)
    sample_people(opened, 1)
    assert opened.undo() is not None
    assert opened.sql("SELECT count(*) FROM person").fetchone() == (0,)
    opened.close()
