"""Places follow the platform, lie below the person's home, and name a workspace the same however it is written."""

import os
import sys
import tempfile
from pathlib import Path

import pytest

from netdesk.app import paths

EVERY_PLACE = [
    paths.data_folder,
    paths.default_workspace,
    paths.config_folder,
    paths.window_settings,
    paths.log_folder,
    paths.state_folder,
]


@pytest.mark.parametrize("place", EVERY_PLACE)
def test_every_place_is_below_home_and_nothing_is_made_by_asking(place: object, home: Path) -> None:
    assert callable(place)
    found = place()
    assert found.is_relative_to(home)
    assert not found.exists()


def test_places_follow_xdg_where_it_is_the_custom(home: Path) -> None:
    data, log = paths.default_workspace(), paths.log_folder()
    assert data.parent.name.lower() == "netdesk"
    assert data.name == "My network.netdesk"
    if sys.platform.startswith("linux"):
        assert data.parent.parent == home / "data"
        assert log == home / "state" / "netdesk" / "log"


def test_backups_lie_beside_their_workspace() -> None:
    assert paths.backups_folder(Path("/data/Work.netdesk")) == Path("/data/Work backups")


def test_a_made_folder_is_the_persons_alone(tmp_path: Path) -> None:
    folder = paths.made(tmp_path / "one" / "two")
    assert folder.is_dir()
    assert sys.platform == "win32" or folder.stat().st_mode & 0o077 == 0
    assert paths.made(folder) == folder


def test_one_workspace_has_one_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.netdesk"
    file.touch()
    (tmp_path / "link.netdesk").symlink_to(file)
    monkeypatch.chdir(tmp_path)
    key = paths.workspace_key(file)
    assert key == paths.workspace_key(Path("a.netdesk"))
    assert key == paths.workspace_key(tmp_path / "link.netdesk")
    assert key == paths.workspace_key(tmp_path / "x" / ".." / "a.netdesk")
    assert key != paths.workspace_key(tmp_path / "b.netdesk")


def test_another_user_has_another_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "anna")
    anna = paths.workspace_key(tmp_path)
    monkeypatch.setenv("LOGNAME", "ben")
    assert paths.workspace_key(tmp_path) != anna


def test_a_key_tells_nothing_of_the_path() -> None:
    key = paths.workspace_key(Path("/data/Clients of Anna.netdesk"))
    assert len(key) == 16
    assert set(key) <= set("0123456789abcdef")


def test_the_lock_lies_with_the_state_where_that_can_be_written() -> None:
    assert paths.lock_folder() == paths.state_folder()
    assert paths.state_folder().is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="a user has a number")
def test_elsewhere_the_lock_lies_among_temporary_files_of_this_user_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    folder = paths.lock_folder()
    assert folder.parent == tmp_path
    assert folder.stat().st_mode & 0o777 == 0o700
    # Another user may make the folder first, to have a lock of theirs taken for ours.
    stranger = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: stranger)
    paths.made(tmp_path / f"netdesk-{stranger}")
    with pytest.raises(PermissionError, match="Permission denied"):
        paths.lock_folder()


def test_who_has_no_home_gets_places_that_are_refused_later(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home(*_: object, **__: object) -> Path:
        raise RuntimeError("could not determine the home directory")

    assert paths._place(no_home).parts[0] == paths.NO_HOME
