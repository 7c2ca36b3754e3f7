"""The power goes, the disk fills up or fails at any write: what was committed stays, nothing is half-written."""

from __future__ import annotations

import sqlite3
import textwrap
from pathlib import Path

import pytest

from netdesk.services import workspaces
from netdesk.store import migrations
from netdesk.store.errors import WorkspaceError, WorkspaceFull
from netdesk.store.workspace import Workspace
from tests.support.workspaces import sample_people

faults = pytest.importorskip(
    "tests.support.faults", reason="needs limits on file sizes, which Windows has not"
)


def assert_sound(path: Path) -> Workspace:
    opened = Workspace(path)
    assert workspaces.check(opened).problems == ()
    assert opened.sql("SELECT operation_id, recording, indexing FROM write_state").fetchone() == (None, 1, 1)
    return opened


def _log(workspace: Workspace) -> Path:
    return workspace.path.with_name(workspace.path.name + "-wal")


@pytest.mark.parametrize("pages", [0, 1, 2, 3, 4, 6, 9, 14])
def test_a_drop_whose_nth_write_fails_is_not_there_and_the_next_one_is(
    workspace: Workspace, pages: int
) -> None:
    people = sample_people(workspace, 200)
    with faults.disk_failing_after(_log(workspace), pages):
        try:
            with workspace.change("Move"):
                workspace.sql("UPDATE person SET level = 3, note = hex(randomblob(400))")
            failed = False
        except WorkspaceError:
            failed = True
    moved = workspace.sql("SELECT count(*) FROM person WHERE level = 3").fetchone()[0]
    assert moved == (0 if failed else len(people))
    with workspace.change("Move again"):
        workspace.sql("UPDATE person SET level = 4")
    assert assert_sound(workspace.path).sql("SELECT DISTINCT level FROM person").fetchall() == [(4,)]


def test_some_of_those_writes_really_failed(workspace: Workspace) -> None:
    sample_people(workspace, 200)
    with (
        faults.disk_failing_after(_log(workspace), 1),
        pytest.raises(WorkspaceError, match="saved before is safe"),
        workspace.change("Move"),
    ):
        workspace.sql("UPDATE person SET level = 3, note = hex(randomblob(400))")


@pytest.mark.parametrize("more_pages", [1, 2, 3, 5, 8, 13, 40])
def test_a_disk_that_fills_up_during_an_import_takes_the_whole_import_back(
    workspace: Workspace, more_pages: int
) -> None:
    sample_people(workspace, 3)
    pages = workspace.sql("PRAGMA page_count").fetchone()[0]
    workspace.sql(f"PRAGMA max_page_count = {pages + more_pages}")
    with (
        pytest.raises(WorkspaceFull, match="Free some room in "),
        workspace.batched_change("Bring") as bringing,
    ):
        for start in range(0, 2000, 50):
            with bringing.batch() as connection:
                connection.executemany(
                    "INSERT INTO person (uid, display_name, sort_name, note, created_at, updated_at)"
                    " VALUES (?, 'New', 'new', hex(randomblob(300)), '', '')",
                    [(f"urn:new:{start + step}",) for step in range(50)],
                )
    workspace.sql("PRAGMA max_page_count = 1073741823")
    opened = assert_sound(workspace.path)
    assert opened.sql("SELECT count(*) FROM person").fetchone() == (3,)
    assert [entry.title for entry in opened.history()] == ["Add 3 people"]
    opened.close()


@pytest.mark.parametrize("pages", [0, 1, 5, 20])
def test_a_backup_that_cannot_be_written_leaves_no_half_copy(
    workspace: Workspace, tmp_path: Path, pages: int
) -> None:
    sample_people(workspace, 500)
    with faults.disk_failing_after(tmp_path / "none", pages), pytest.raises(WorkspaceError):
        workspaces.back_up(workspace, tmp_path / "copies")
    assert list((tmp_path / "copies").iterdir()) == []
    assert_sound(workspace.path).close()


@pytest.mark.parametrize("pages", [1, 2, 3, 4, 6, 10, 30])
def test_a_migration_that_fails_leaves_the_old_file_and_runs_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pages: int
) -> None:
    path = tmp_path / "network.netdesk"
    opened = Workspace(path)
    sample_people(opened, 300)
    opened.close()
    _add_a_migration(monkeypatch)
    with faults.disk_failing_after(path, pages):
        try:
            Workspace(path).close()
            failed = False
        except WorkspaceError:
            failed = True
    if failed:
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 1000 + migrations.MINOR
        assert "shoe_size" not in [row[1] for row in connection.execute("PRAGMA table_info(person)")]
        connection.close()
    again = assert_sound(path)
    assert again.sql("SELECT count(*) FROM person WHERE shoe_size = 'unknown'").fetchone() == (300,)
    again.close()


def test_a_migration_is_backed_up_before_it_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "network.netdesk"
    opened = Workspace(path)
    sample_people(opened, 3)
    opened.close()
    _add_a_migration(monkeypatch)
    migrated = Workspace(path, tmp_path / "backups")
    with migrated.change("Edit"):
        migrated.sql("UPDATE person SET shoe_size = '41'")
    migrated.undo()
    assert migrated.sql("SELECT DISTINCT shoe_size FROM person").fetchall() == [("unknown",)]
    migrated.close()
    (copy,) = (tmp_path / "backups").iterdir()
    assert "before-update" in copy.name
    connection = sqlite3.connect(copy)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == 1000 + migrations.MINOR
    connection.close()


def _add_a_migration(monkeypatch: pytest.MonkeyPatch) -> None:
    from netdesk.store import opening

    more = """
    ALTER TABLE person ADD COLUMN shoe_size TEXT NOT NULL DEFAULT '';
    UPDATE person SET shoe_size = 'unknown', note = 'measured';
    """
    monkeypatch.setattr(opening, "MIGRATIONS", (*migrations.MIGRATIONS, more))
    monkeypatch.setattr(opening, "MINOR", migrations.MINOR + 1)


DROPS = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from netdesk.store.workspace import Workspace
    workspace = Workspace(Path(sys.argv[1]))
    for rank in range(1, 10_000):
        with workspace.change(f"Move to {rank}"):
            workspace.sql("UPDATE person SET board_rank = ? WHERE id = 1", (rank,))
        print(rank, flush=True)
    """
)
IMPORT = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from netdesk.store.workspace import Workspace
    workspace = Workspace(Path(sys.argv[1]))
    with workspace.batched_change("Bring") as bringing:
        for start in range(0, 1_000_000, 20):
            with bringing.batch() as connection:
                connection.executemany(
                    "INSERT INTO person (uid, display_name, sort_name, created_at, updated_at)"
                    " VALUES (?, 'New', 'new', '', '')", [(f"urn:new:{start + step}",) for step in range(20)])
                last = connection.execute("SELECT max(id) FROM person").fetchone()[0]
                bringing.index(last - 19, last)
            print(start + 20, flush=True)
    """
)


@pytest.mark.parametrize("lines", [1, 17, 60])
def test_a_drop_that_was_committed_survives_the_power_going(tmp_path: Path, lines: int) -> None:
    path = tmp_path / "network.netdesk"
    opened = Workspace(path)
    sample_people(opened, 50)
    opened.close()
    said = faults.run_and_kill(DROPS, path, lines)
    again = assert_sound(path)
    rank = again.sql("SELECT board_rank FROM person WHERE id = 1").fetchone()[0]
    assert rank >= int(said[-1]) >= lines
    again.undo()
    assert again.sql("SELECT board_rank FROM person WHERE id = 1").fetchone()[0] == rank - 1
    again.close()


@pytest.mark.parametrize("lines", [1, 12, 40])
def test_an_import_cut_off_by_the_power_keeps_what_was_committed_and_can_be_undone(
    tmp_path: Path, lines: int
) -> None:
    path = tmp_path / "network.netdesk"
    Workspace(path).close()
    said = faults.run_and_kill(IMPORT, path, lines)
    again = assert_sound(path)
    people = again.sql("SELECT count(*) FROM person").fetchone()[0]
    assert people >= int(said[-1])
    assert people % 20 == 0
    again.undo()
    assert again.sql("SELECT count(*) FROM person").fetchone() == (0,)
    again.close()


def test_a_row_deleted_before_a_migration_comes_back_with_the_new_columns_at_their_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "network.netdesk"
    opened = Workspace(path)
    sample_people(opened, 2)
    with opened.change("Delete"):
        opened.sql("DELETE FROM person WHERE id = 1")
    opened.close()
    _add_a_migration(monkeypatch)
    migrated = Workspace(path)
    migrated.undo()
    assert migrated.sql("SELECT id, shoe_size FROM person ORDER BY id").fetchall() == [
        (1, ""),
        (2, "unknown"),
    ]
    migrated.close()
