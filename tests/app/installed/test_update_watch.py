"""A NetDesk that is installed over while it is open says so, explains errors by it, and starts the new one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from netdesk import __version__
from netdesk.app.compose import Program
from netdesk.app.installed.import_guard import ImportGuard
from netdesk.app.installed.installation import Installation
from netdesk.app.installed.update_watch import (
    GONE,
    RESTART,
    SAID_AGAIN_SECONDS,
    OnDisk,
    UpdateWatch,
    start_on,
    watch_here,
)
from netdesk.app.watching.crash import CrashWatch, take_note
from netdesk.app.watching.errors_shown import NOW, ErrorsShown
from tests.support.programs import running, said

UPDATED = "NetDesk was updated to 9.9.0 while it was open. Restart to use it."
AGAIN = "NetDesk was installed again while it was open. Restart to use it."
ACTIVE, INACTIVE = Qt.ApplicationState.ApplicationActive, Qt.ApplicationState.ApplicationInactive


def installed(top: Path, version: str, part: str = "first") -> Installation:
    """A small installation in the folder ``top``, put there as an installer does: by renaming."""
    inside = top / "_internal"
    inside.mkdir(parents=True, exist_ok=True)
    listed = {"version": version, "files": {"netdesk": [len(part), part]}}
    fresh = inside / "fresh"
    fresh.write_text(json.dumps(listed), encoding="utf-8")
    fresh.replace(inside / "installed-files.json")
    return Installation(top, inside / "installed-files.json")


@pytest.fixture
def top(tmp_path: Path) -> Path:
    return tmp_path / "NetDesk here"


@pytest.fixture
def disk(top: Path) -> OnDisk:
    return OnDisk(installed(top, __version__))


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    with running(qapp, tmp_path / "network.netdesk") as one:
        yield one


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(disk: OnDisk, program: Program, clock: Clock) -> UpdateWatch:
    one = UpdateWatch(disk, program.window, clock=clock)
    one.show_on(program.window)
    return one


def test_nothing_is_said_while_the_files_are_the_same(disk: OnDisk, top: Path) -> None:
    assert disk.news() is None
    installed(top, __version__)
    assert disk.news() is None
    os.utime(top / "_internal" / "installed-files.json", (1, 1))
    assert disk.news() is None
    assert not disk.is_gone()


def test_another_version_is_named(disk: OnDisk, top: Path) -> None:
    installed(top, "9.9.0", "second")
    assert disk.news() == UPDATED
    assert disk.news() == UPDATED


def test_the_same_version_built_anew_is_said_too(disk: OnDisk, top: Path) -> None:
    installed(top, __version__, "second")
    assert disk.news() == AGAIN


def test_going_back_to_the_same_files_is_no_news(disk: OnDisk, top: Path) -> None:
    installed(top, "9.9.0", "second")
    assert disk.news() == UPDATED
    installed(top, __version__)
    assert disk.news() is None


def test_a_program_replaced_before_its_list_is_noticed(top: Path, tmp_path: Path) -> None:
    program = tmp_path / "netdesk"
    program.write_text("first", encoding="utf-8")
    disk = OnDisk(installed(top, __version__), program)
    assert disk.news() is None
    fresh = tmp_path / "fresh"
    fresh.write_text("the second", encoding="utf-8")
    fresh.replace(program)
    assert disk.is_another()
    assert disk.news() == AGAIN
    installed(top, "9.9.0", "second")
    assert disk.news() == UPDATED
    program.unlink()
    assert disk.is_gone()
    assert disk.news() is None


def test_while_an_installer_is_at_work_nothing_is_said(disk: OnDisk, top: Path) -> None:
    (top / "_internal" / "installed-files.json").unlink()
    assert disk.news() is None
    assert disk.is_gone()
    installed(top, "9.9.0", "second")
    assert disk.news() == UPDATED
    assert not disk.is_gone()


def test_a_list_nobody_can_read_is_said_without_a_version(disk: OnDisk, top: Path) -> None:
    (top / "_internal" / "installed-files.json").write_text("{", encoding="utf-8")
    assert disk.news() == "NetDesk’s own files were changed while it was open. Restart it."


def test_a_checkout_is_never_updated(tmp_path: Path) -> None:
    for disk in (OnDisk(None), OnDisk(Installation(tmp_path, tmp_path / "no list"))):
        assert disk.news() is None
        assert not disk.is_gone()


def test_the_window_says_it_when_it_comes_to_the_front(
    qapp: QApplication, watch: UpdateWatch, program: Program, top: Path
) -> None:
    installed(top, "9.9.0", "second")
    qapp.applicationStateChanged.emit(INACTIVE)
    assert said(program) == ""
    qapp.applicationStateChanged.emit(ACTIVE)
    assert said(program) == UPDATED
    assert watch.explains()


def test_who_goes_on_without_restarting_is_left_in_peace_for_a_while(
    qapp: QApplication, watch: UpdateWatch, program: Program, top: Path, clock: Clock
) -> None:
    installed(top, "9.9.0", "second")
    assert watch.tell()
    program.window.shell.says.hush()
    clock.now += SAID_AGAIN_SECONDS - 1
    qapp.applicationStateChanged.emit(ACTIVE)
    assert said(program) == ""
    clock.now += 2
    qapp.applicationStateChanged.emit(ACTIVE)
    assert said(program) == UPDATED


def test_restart_now_is_one_click(qtbot: QtBot, watch: UpdateWatch, program: Program, top: Path) -> None:
    installed(top, "9.9.0", "second")
    watch.tell()
    button = next(one for one in program.window.findChildren(QAbstractButton) if one.text() == RESTART)
    with qtbot.waitSignal(watch.restart_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_error_that_comes_of_it_is_told_as_that_and_not_noted(
    qtbot: QtBot, watch: UpdateWatch, program: Program, top: Path, tmp_path: Path, expect_log: object
) -> None:
    assert callable(expect_log)
    expect_log("Nobody caught this")
    errors = ErrorsShown(program.window, watch, tmp_path)
    errors.show_on(program.window)
    crash = CrashWatch(tmp_path / "log", "key", errors.noticed, watch.explains)
    crash.start()
    try:
        installed(top, "9.9.0", "second")
        sys.excepthook(ImportError, ImportError("No module named 'netdesk.ui.new'"), None)
        qtbot.waitUntil(lambda: said(program) == UPDATED)
    finally:
        crash.stop()
    assert take_note(tmp_path / "log", "key") is None


def test_an_error_while_the_files_are_gone_says_that_what_was_written_is_kept(
    qtbot: QtBot, watch: UpdateWatch, program: Program, top: Path
) -> None:
    errors = ErrorsShown(program.window, watch)
    errors.show_on(program.window)
    (top / "_internal" / "installed-files.json").unlink()
    assert not watch.tell()
    errors.noticed("a note")
    qtbot.waitUntil(lambda: said(program) == GONE)


def test_any_other_error_is_told_and_noted_as_ever(
    qtbot: QtBot, watch: UpdateWatch, program: Program, tmp_path: Path, expect_log: object
) -> None:
    assert callable(expect_log)
    expect_log("Nobody caught this")
    errors = ErrorsShown(program.window, watch, tmp_path)
    errors.show_on(program.window)
    crash = CrashWatch(tmp_path / "log", "key", errors.noticed, watch.explains)
    crash.start()
    try:
        sys.excepthook(ImportError, ImportError("No module named 'netdesk.ui.new'"), None)
        qtbot.waitUntil(lambda: said(program) == NOW)
    finally:
        crash.stop()
    assert "ImportError" in (take_note(tmp_path / "log", "key") or "")


@pytest.fixture
def guard(disk: OnDisk) -> Iterator[ImportGuard]:
    one = ImportGuard(disk.is_another)
    one.begin()
    yield one
    one.end()


@pytest.fixture
def unloaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a module that was not imported yet."""
    name = "module_nobody_has_imported"
    (tmp_path / f"{name}.py").write_text("WORDS = 'here'\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, name, raising=False)
    return name


@pytest.mark.usefixtures("guard")
def test_while_the_files_are_the_same_everything_is_imported(unloaded: str) -> None:
    assert import_module(unloaded).WORDS == "here"


@pytest.mark.usefixtures("guard")
def test_nothing_is_imported_from_another_installation(disk: OnDisk, top: Path, unloaded: str) -> None:
    installed(top, "9.9.0", "second")
    with pytest.raises(ImportError, match="another installation"):
        import_module(unloaded)
    # What is loaded goes on.
    assert import_module("json") is json
    (top / "_internal" / "installed-files.json").unlink()
    with pytest.raises(ImportError, match="another installation"):
        import_module(unloaded)
    installed(top, __version__)
    assert not disk.is_another()
    assert import_module(unloaded).WORDS == "here"


def test_the_guard_stands_once_and_stands_aside(guard: ImportGuard) -> None:
    guard.begin()
    assert sys.meta_path.count(guard) == 1
    guard.end()
    guard.end()
    assert guard not in sys.meta_path


def test_a_checkout_has_no_guard() -> None:
    before = list(sys.meta_path)
    watch_here()
    assert sys.meta_path == before


def test_an_installation_is_guarded_from_the_start(
    top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(top, __version__)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(top / "_internal"), raising=False)
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    watch = watch_here()
    assert any(isinstance(one, ImportGuard) for one in sys.meta_path)
    assert not watch.explains()
    installed(top, "9.9.0", "second")
    assert watch.explains()


def test_a_frozen_program_starts_itself_afresh_on_the_workspace(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told it.txt"
    program = tmp_path / "net desk"
    program.write_text(
        "#!/bin/sh\n"
        f'printf "%s|%s|%s" "$PYINSTALLER_RESET_ENVIRONMENT" "$1" "$2" > "{told}.part"\n'
        f'mv "{told}.part" "{told}"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert start_on(tmp_path / "Zoë’s network.netdesk")
    qtbot.waitUntil(told.exists)
    assert told.read_text(encoding="utf-8") == f"1|--workspace|{tmp_path / 'Zoë’s network.netdesk'}"
    program.unlink()
    assert not start_on(tmp_path / "network.netdesk")


def test_all_a_restart_needs_is_imported_with_the_watch() -> None:
    script = (
        "import sys; from netdesk.app.installed.update_watch import OnDisk, UpdateWatch, start_on;"
        "before = set(sys.modules);"
        "sys.executable = '/nowhere/netdesk'; from pathlib import Path; start_on(Path('x.netdesk'));"
        "print(sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
