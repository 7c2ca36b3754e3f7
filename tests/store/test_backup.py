"""Copies read back whole, thin out with age, and come back without a trace of the old file."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from netdesk.method.errors import Cancelled
from netdesk.services import workspaces
from netdesk.store import backup, blobs, journal
from netdesk.store.errors import WorkspaceError
from netdesk.store.workspace import Workspace
from tests.support.workspaces import sample_people

NOW = datetime(2026, 11, 22, 9, 0).astimezone()


def people_in(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT count(*) FROM person").fetchone()[0])
    finally:
        connection.close()


def test_a_copy_holds_what_was_written_and_opens_as_a_workspace(workspace: Workspace, tmp_path: Path) -> None:
    sample_people(workspace, 3)
    copy = workspaces.back_up(workspace, tmp_path / "elsewhere")
    opened = Workspace(copy)
    assert opened.sql("SELECT count(*) FROM person").fetchone() == (3,)
    opened.close()
    assert not list(copy.parent.glob("*.unfinished"))


def test_one_copy_a_day_is_made(workspace: Workspace, tmp_path: Path) -> None:
    today = datetime.now().astimezone()
    assert workspaces.back_up_daily(workspace, today) is not None
    assert workspaces.back_up_daily(workspace, today) is None
    assert len(workspaces.copies(tmp_path / "backups", "network")) == 1


def test_old_copies_thin_out_by_the_time_in_their_names(tmp_path: Path) -> None:
    for days in range(400):
        made = NOW - timedelta(days=days)
        (tmp_path / f"network-{made:%Y%m%d-%H%M%S}.netdesk").touch()
    backup.thin(tmp_path, "network", NOW)
    kept = [backup.made_at(path) for path in backup.existing(tmp_path, "network")]
    ages = [(NOW - made).days for made in kept if made is not None]
    assert ages[:8] == list(range(8))
    assert 11 <= sum(8 <= age < 92 for age in ages) <= 14
    assert 9 <= sum(age >= 92 for age in ages) <= 12


def test_a_foreign_file_in_the_folder_is_no_copy_and_stays(tmp_path: Path) -> None:
    foreign = tmp_path / "network-notes.netdesk"
    foreign.touch()
    backup.thin(tmp_path, "network", NOW)
    assert foreign.exists()
    assert backup.existing(tmp_path, "network") == []


def test_a_folder_that_cannot_be_made_is_named(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WorkspaceError, match="Choose another folder"):
        workspaces.back_up(workspace, tmp_path / "file" / "deeper")


def test_restoring_sets_the_old_file_and_its_log_aside(workspace: Workspace, tmp_path: Path) -> None:
    sample_people(workspace, 2)
    copy = workspaces.back_up(workspace, tmp_path / "backups")
    sample_people(workspace, 5)
    # A log is left beside the file, as after a power cut.
    wal = workspace.path.with_name(workspace.path.name + "-wal")
    left_over = wal.read_bytes()
    workspace.close()
    wal.write_bytes(left_over)
    aside = workspaces.restore(copy, workspace.path)
    assert people_in(workspace.path) == 2
    assert aside is not None
    assert people_in(aside) == 7


def test_restoring_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="There is no backup"):
        workspaces.restore(tmp_path / "none.netdesk", tmp_path / "network.netdesk")


def test_a_check_finds_a_sound_workspace_sound_and_a_lost_index_row(workspace: Workspace) -> None:
    sample_people(workspace, 3)
    health = workspaces.check(workspace)
    assert health.problems == ()
    assert health.people == 3
    workspace.sql("INSERT INTO person_search (person_search) VALUES ('delete-all')")
    assert "person_search" in workspaces.check(workspace).problems[0]
    workspaces.repair(workspace)
    assert workspaces.check(workspace).problems == ()


def test_pictures_stay_while_the_history_may_bring_them_back(workspace: Workspace) -> None:
    person = sample_people(workspace, 1)[0]
    with workspace.change("Photo"):
        address = blobs.keep_photo(workspace.connection, b"first", "image/png")
        workspace.sql("UPDATE person SET photo = ? WHERE id = ?", (address, person))
    with workspace.change("Another photo"):
        second = blobs.keep_photo(workspace.connection, b"second", "image/png")
        workspace.sql("UPDATE person SET photo = ? WHERE id = ?", (second, person))
    blobs.keep_photo(workspace.connection, b"nobody's", "image/png")
    assert blobs.collect(workspace.connection) == 1
    workspace.undo()
    assert blobs.read_photo(workspace.connection, address) == b"first"


def test_the_picture_of_a_card_stays_as_long_as_the_card_or_the_history_has_it(workspace: Workspace) -> None:
    person = sample_people(workspace, 1)[0]
    with workspace.change("Card"):
        address = blobs.keep_photo(workspace.connection, b"a card", "image/jpeg")
        workspace.sql(
            "INSERT INTO card (person_id, received_at, photo, created_at) VALUES (?, '2026-11-20', ?, '')",
            (person, address),
        )
    assert blobs.collect(workspace.connection) == 0
    with workspace.change("Delete for good"):
        workspace.sql("DELETE FROM person WHERE id = ?", (person,))
    assert blobs.collect(workspace.connection) == 0
    workspace.undo()
    assert blobs.read_photo(workspace.connection, address) == b"a card"


def test_a_copy_that_is_called_off_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    sample_people(workspace, 500)

    def stop(done: int, total: int, words: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        workspaces.back_up_daily(workspace, datetime.now().astimezone(), stop)
    assert list((tmp_path / "backups").iterdir()) == []
    told: list[tuple[int, int, str]] = []
    workspaces.back_up_daily(workspace, datetime.now().astimezone(), lambda *state: told.append(state))
    assert told
    assert told[-1][0] == told[-1][1]
    assert told[-1][2] == "Backing up"


def test_tidying_forgets_the_oldest_steps_and_pictures_nobody_needs(workspace: Workspace) -> None:
    person = sample_people(workspace, 1)[0]
    for number in range(journal.KEPT_OPERATIONS + 2):
        with workspace.change(f"Photo {number}"):
            address = blobs.keep_photo(workspace.connection, str(number).encode(), "image/png")
            workspace.sql("UPDATE person SET photo = ? WHERE id = ?", (address, person))
    workspaces.tidy(workspace)
    assert len(workspace.history()) == journal.KEPT_OPERATIONS
    kept = workspace.sql("SELECT count(*) FROM photo").fetchone()[0]
    assert kept == journal.KEPT_OPERATIONS + 1
