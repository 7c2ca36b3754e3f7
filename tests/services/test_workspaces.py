"""The file of a workspace: checked, copied, restored, tidied, and what Settings shows of it."""

from datetime import datetime
from pathlib import Path

import pytest

from netdesk.method.errors import Cancelled, NotFound
from netdesk.services import workspaces
from netdesk.services.versions import parts
from netdesk.services.workspace_file import workspace_file
from netdesk.store.workspace import Workspace
from tests.support.workspaces import sample_people

NOW = datetime(2026, 11, 22, 7, 15).astimezone()


def test_a_sound_workspace_is_sound_and_counted(workspace: Workspace) -> None:
    sample_people(workspace, 3)
    with workspace.change("Bin"):
        workspace.sql("UPDATE person SET binned_at = '2026-11-01T00:00:00+00:00' WHERE id = 1")
    health = workspaces.check(workspace)
    assert health == workspaces.Health((), people=2, events=0, operations=2)


def test_a_search_index_that_lost_somebody_is_a_problem(workspace: Workspace) -> None:
    sample_people(workspace, 2)
    with workspace.transaction() as connection:
        connection.execute("INSERT INTO person_search (person_search) VALUES ('delete-all')")
    (problem,) = workspaces.check(workspace).problems
    assert "person_search" in problem


def test_a_row_that_points_nowhere_is_a_problem(workspace: Workspace) -> None:
    sample_people(workspace, 1)
    workspace.sql("PRAGMA foreign_keys = off")
    with workspace.change("Break"):
        workspace.sql("UPDATE person SET met_through_id = 99 WHERE id = 1")
    assert workspaces.check(workspace).problems == (
        "Row 1 of person points to a row of person that is not there.",
    )


def test_a_copy_is_made_once_a_day_and_brings_back_what_it_held(tmp_path: Path) -> None:
    path, folder = tmp_path / "network.netdesk", tmp_path / "backups"
    opened = workspaces.open_workspace(path, folder)
    sample_people(opened, 2)
    said: list[tuple[int, int, str]] = []
    made = workspaces.back_up_daily(opened, NOW, lambda *told: said.append(told))
    assert made is not None
    assert {text for _, _, text in said} == {"Backing up"}
    assert workspaces.back_up_daily(opened, datetime.now().astimezone()) is None
    sample_people(opened, 3)
    opened.close()
    old = workspaces.restore(made, path)
    assert old is not None
    assert old.is_file()
    again = workspaces.open_workspace(path, folder)
    assert workspaces.check(again).people == 2
    again.close()


def test_a_copy_called_off_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    def stop(_done: int, _total: int, _text: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        workspaces.back_up_daily(workspace, NOW, stop)
    assert list((tmp_path / "backups").iterdir()) == []


def test_without_a_folder_for_copies_none_is_made(tmp_path: Path) -> None:
    opened = workspaces.open_workspace(tmp_path / "alone.netdesk")
    assert workspaces.back_up_daily(opened, NOW) is None
    assert workspace_file(opened).copies == ()
    opened.close()


def test_a_copy_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no backup at"):
        workspaces.restore(tmp_path / "gone.netdesk", tmp_path / "network.netdesk")


def test_settings_show_the_file_and_its_copies_newest_first(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    made = workspaces.back_up(workspace, folder)
    older = folder / "network-20010101-080000.netdesk"
    older.write_bytes(made.read_bytes())
    (folder / "notes.txt").write_text("not a copy")
    shown = workspace_file(workspace)
    assert shown.path == workspace.path
    assert shown.size >= workspace.path.stat().st_size > 0
    assert [copy.path for copy in shown.copies] == workspaces.copies(folder, "network") == [made, older]
    assert shown.copies[1].made_at.isoformat()[:19] == "2001-01-01T08:00:00"
    assert shown.copies[0].size == made.stat().st_size


def test_tidying_keeps_the_latest_steps(workspace: Workspace) -> None:
    sample_people(workspace, 1)
    workspaces.tidy(workspace)
    assert [step.title for step in workspace.history()] == ["Add 1 people"]


def test_every_part_of_the_program_has_a_version_and_a_licence() -> None:
    told = parts()
    assert [part.name for part in told[:3]] == ["NetDesk", "Python", "SQLite"]
    assert all(part.version and part.licence for part in told)
