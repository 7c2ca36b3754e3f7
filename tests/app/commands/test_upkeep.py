"""Backup, restore, check and sample; a workspace that cannot be opened; processes of their own."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from netdesk.app import paths
from netdesk.app.instance import lock_of
from netdesk.services.workspaces import open_workspace
from tests.support.commands import CommandLine


def test_sample_comes_and_goes(netdesk: CommandLine) -> None:
    added = netdesk("sample")
    assert added.code == 0
    assert "80 people and 36 events" in added.err
    again = netdesk("sample")
    assert again.code == 2
    assert "already" in again.err
    assert netdesk("sample", "--remove").code == 0
    assert netdesk("list", "people", "--json").json["count"] == 0


def test_backup_and_restore(netdesk: CommandLine, tmp_path: Path) -> None:
    netdesk.sample()
    backup = netdesk("backup", tmp_path / "copies")
    assert backup.code == 0
    copy = Path(backup.out.strip())
    assert copy.parent == tmp_path / "copies"
    netdesk("move", "grace", "5")
    restored = netdesk("restore", copy)
    assert restored.code == 0, restored.err
    assert "is kept as network-replaced-" in restored.err
    assert netdesk("show", "grace", "--json").json["level"] == 3


def test_restore_lists_the_backups(netdesk: CommandLine) -> None:
    netdesk.sample()
    made = netdesk("backup").out
    listed = netdesk("restore")
    assert (listed.code, listed.out) == (0, made)
    assert "1 backup of network.netdesk" in listed.err


def test_restore_refuses_what_is_no_sound_backup(netdesk: CommandLine, tmp_path: Path) -> None:
    netdesk.sample()
    before = netdesk.path.read_bytes()
    letter = tmp_path / "letter.netdesk"
    letter.write_text("Dear Grace", encoding="utf-8")
    assert netdesk("restore", letter).code == 3
    assert netdesk("restore", tmp_path / "none.netdesk").code == 2
    assert netdesk.path.read_bytes() == before


def test_restore_waits_for_the_window_to_close(netdesk: CommandLine) -> None:
    netdesk.sample()
    copy = netdesk("backup").out.strip()
    folder = paths.made(paths.state_folder())
    lock = QLockFile(str(lock_of(paths.workspace_key(netdesk.path), folder)))
    assert lock.tryLock(0)
    answer = netdesk("restore", copy)
    lock.unlock()
    assert answer.code == 2
    assert "is open in a window. Close the window first" in answer.err
    assert netdesk("restore", copy).code == 0


def test_check_tells_sound_from_damaged(netdesk: CommandLine) -> None:
    netdesk.sample()
    sound = netdesk("check", "--json")
    assert sound.code == 0
    assert sound.json == {"sound": True, "problems": [], "people": 80, "events": 36, "operations": 1}
    connection = sqlite3.connect(netdesk.path)
    connection.execute("INSERT INTO person_search (person_search) VALUES ('delete-all')")
    connection.commit()
    connection.close()
    damaged = netdesk("check")
    assert damaged.code == 1
    assert "search index" in damaged.err
    assert "netdesk check --repair" in damaged.err
    repaired = netdesk("check", "--repair")
    assert repaired.code == 0
    assert "built anew" in repaired.err
    assert "Grace Adeyemi" in netdesk("list", "people", "--search", "grace").out


@pytest.mark.parametrize("command", [["list", "people"], ["show", "grace"], ["undo"], ["check"], ["backup"]])
def test_asking_a_workspace_that_is_not_there_makes_none(netdesk: CommandLine, command: list[str]) -> None:
    answer = netdesk(*command)
    assert answer.code == 3
    assert "There is no workspace at" in answer.err
    assert "netdesk import" in answer.err
    assert not netdesk.path.exists()


def test_a_file_that_is_no_workspace_is_left_as_it_is(netdesk: CommandLine) -> None:
    netdesk.path.write_text("Dear Grace,\nthank you for the list.\n", encoding="utf-8")
    answer = netdesk("list", "people")
    assert answer.code == 3
    assert "is not a NetDesk workspace" in answer.err
    assert netdesk.path.read_text(encoding="utf-8").startswith("Dear Grace")


def test_a_workspace_of_a_newer_netdesk_is_refused_in_words(netdesk: CommandLine) -> None:
    netdesk.sample()
    connection = sqlite3.connect(netdesk.path)
    connection.execute("PRAGMA user_version = 99000")
    connection.close()
    answer = netdesk("list", "people")
    assert answer.code == 3
    assert "newer NetDesk" in answer.err


def test_a_command_works_while_another_has_the_workspace_open(netdesk: CommandLine) -> None:
    netdesk.sample()
    window = open_workspace(netdesk.path)
    try:
        before = window.revision()
        answer = netdesk.process("move", "grace", "5", "--why", "Sent two clients")
        assert (answer.code, answer.out) == (0, "")
        _, changes = window.changed_since(before)
        assert changes.touches("person")
        assert window.sql("SELECT level FROM person WHERE display_name = 'Grace Adeyemi'").fetchone() == (5,)
    finally:
        window.close()


def test_a_locked_workspace_is_said_to_be_in_use(
    netdesk: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    netdesk.sample()
    monkeypatch.setattr("netdesk.store.opening.BUSY_SECONDS", 0.05)
    other = sqlite3.connect(netdesk.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        answer = netdesk("move", "grace", "5")
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert answer.code == 3
    assert "Another program is using network.netdesk" in answer.err


def test_a_process_of_its_own_writes_utf8(netdesk: CommandLine) -> None:
    netdesk.sample()
    answer = netdesk.process("list", "people", "--search", "zoë", "--json")
    assert answer.code == 0
    assert answer.json["people"][0]["name"] == "Zoë Laurent"
    assert answer.err == ""


def test_a_process_without_a_screen_writes_the_sheet(
    netdesk: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netdesk.sample()
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    out = tmp_path / "sheet.pdf"
    answer = netdesk.process("prep-sheet", "chamber autumn", "-o", out)
    assert answer.code == 0, answer.err
    assert out.stat().st_size > 5_000


def test_a_copy_of_the_workspace_is_another_workspace(netdesk: CommandLine, tmp_path: Path) -> None:
    netdesk.sample()
    copy = tmp_path / "other.netdesk"
    shutil.copyfile(netdesk("backup", tmp_path / "b").out.strip(), copy)
    netdesk("move", "grace", "5")
    netdesk.path = copy
    assert netdesk("show", "grace", "--json").json["level"] == 3
