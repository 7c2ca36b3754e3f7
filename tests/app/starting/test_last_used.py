"""Which workspace a start opens: one among the files, the one named, the one used last, the usual one."""

from __future__ import annotations

from pathlib import Path

import pytest

from netdesk.app import paths
from netdesk.app.arguments.reading import read_arguments
from netdesk.app.starting.last_used import missed, recent_workspaces


@pytest.fixture
def work(tmp_path: Path) -> Path:
    path = tmp_path / "Work ü.netdesk"
    path.touch()
    return path


def test_the_usual_one_is_opened_before_any_other_was(tmp_path: Path) -> None:
    assert read_arguments([]).workspace == paths.default_workspace()
    assert missed(paths.default_workspace()) is None


def test_the_one_used_last_is_opened_as_long_as_it_is_there(work: Path) -> None:
    recent_workspaces().note(work)
    assert read_arguments([]).workspace == work
    work.unlink()
    assert read_arguments([]).workspace == paths.default_workspace()
    assert missed(paths.default_workspace()) == work
    assert missed(work) is None


def test_a_workspace_among_the_files_is_the_one_that_is_opened(work: Path, tmp_path: Path) -> None:
    other, card = tmp_path / "Other.NETDESK", tmp_path / "grace.vcf"
    other.touch()
    card.touch()
    for before in ([], ["--workspace", str(tmp_path / "named.netdesk")]):
        given = read_arguments([*before, str(card), str(work), str(other)])
        assert (given.workspace, given.files) == (work, [card, other])


def test_commands_and_the_self_test_keep_to_the_usual_workspace(work: Path) -> None:
    recent_workspaces().note(work)
    assert read_arguments(["list", "people"]).workspace == paths.default_workspace()
    assert read_arguments(["--self-test"]).workspace == paths.default_workspace()


def test_a_workspace_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        read_arguments([str(tmp_path / "gone.netdesk")])
    assert ended.value.code == 2
    assert "gone.netdesk” is neither a command nor a file." in capsys.readouterr().err
