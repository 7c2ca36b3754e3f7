"""What nobody caught is noted without anybody's words, and the next start finds the note once."""

import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning

from netdesk.app.watching.crash import CrashWatch, take_note

SECRET = "Anna Example"
KEY = "0123456789abcdef"


@pytest.fixture
def notes() -> list[str]:
    return []


@pytest.fixture
def watch(tmp_path: Path, notes: list[str]) -> Iterator[CrashWatch]:
    watch = CrashWatch(tmp_path, KEY, notes.append)
    watch.start()
    yield watch
    watch.stop()


def fail() -> None:
    raise ValueError(SECRET)


def test_a_good_end_leaves_nothing(tmp_path: Path) -> None:
    watch = CrashWatch(tmp_path / "new", KEY)
    hooks = (sys.excepthook, threading.excepthook)
    watch.start()
    watch.stop()
    assert take_note(tmp_path / "new", KEY) is None
    assert list((tmp_path / "new").iterdir()) == []
    assert (sys.excepthook, threading.excepthook) == hooks


@pytest.mark.usefixtures("watch")
def test_an_uncaught_error_is_noted_and_told(tmp_path: Path, notes: list[str], expect_log: object) -> None:
    assert callable(expect_log)
    expect_log("Nobody caught this")
    try:
        fail()
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    (told,) = notes
    assert "ValueError" in told
    assert "in fail" in told
    assert "NetDesk 0." in told
    assert SECRET not in told
    assert take_note(tmp_path, KEY) == told.strip()
    assert take_note(tmp_path, KEY) is None


@pytest.mark.usefixtures("watch")
def test_an_error_in_a_thread_is_noted_with_its_name(notes: list[str], expect_log: object) -> None:
    assert callable(expect_log)
    expect_log("Nobody caught this")
    thread = threading.Thread(target=fail, name="writer")
    thread.start()
    thread.join()
    assert "in writer\n" in notes[0]


def test_a_teller_that_fails_does_no_more_harm(tmp_path: Path, expect_log: object) -> None:
    assert callable(expect_log)
    expect_log("Nobody caught this")
    expect_log("The error could not be shown")

    def tell(_note: str) -> None:
        raise RuntimeError("no window")

    watch = CrashWatch(tmp_path, KEY, tell)
    watch.start()
    try:
        sys.excepthook(ValueError, ValueError(SECRET), None)
    finally:
        watch.stop()
    assert "ValueError" in (take_note(tmp_path, KEY) or "")


@pytest.mark.usefixtures("watch")
def test_qt_messages_reach_the_log_without_the_home_folder(expect_log: object, home: Path) -> None:
    assert callable(expect_log)
    expect_log(r"~/Clients/photo\.jpg")
    qWarning(f"Cannot read {home}/Clients/photo.jpg")


def test_a_note_does_not_grow_without_end(tmp_path: Path, watch: CrashWatch, expect_log: object) -> None:
    assert callable(expect_log)
    expect_log("Nobody caught this")
    (tmp_path / f"crash-{KEY}.txt").write_text("x" * 70_000, encoding="utf-8")
    sys.excepthook(ValueError, ValueError(SECRET), None)
    assert (tmp_path / f"crash-{KEY}.txt").stat().st_size == 70_000
    assert watch is not None


def run_to_its_end(program: str, folder: Path) -> int:
    code = f"folder, key = {str(folder)!r}, {KEY!r}\n" + textwrap.dedent(program)
    return subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, timeout=60
    ).returncode


def test_a_crash_of_the_process_is_found_by_the_next_start(tmp_path: Path) -> None:
    program = """
        import ctypes, faulthandler
        from pathlib import Path
        from netdesk.app.watching.crash import CrashWatch
        CrashWatch(Path(folder), key).start()
        def deep_inside():
            ctypes.string_at(0)
        deep_inside()
    """
    assert run_to_its_end(program, tmp_path) != 0
    note = take_note(tmp_path, KEY) or ""
    assert "Segmentation fault" in note or "access violation" in note
    assert "deep_inside" in note


def test_a_killed_process_is_no_crash(tmp_path: Path) -> None:
    program = """
        import os
        from pathlib import Path
        from netdesk.app.watching.crash import CrashWatch
        CrashWatch(Path(folder), key).start()
        os._exit(9)
    """
    assert run_to_its_end(program, tmp_path) == 9
    assert take_note(tmp_path, KEY) is None


def test_where_nothing_can_be_noted_errors_are_told_all_the_same(
    tmp_path: Path, notes: list[str], expect_log: object
) -> None:
    assert callable(expect_log)
    expect_log("Nobody caught this")
    (tmp_path / "file").touch()
    watch = CrashWatch(tmp_path / "file" / "log", KEY, notes.append)
    watch.start()
    try:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    finally:
        watch.stop()
    assert len(notes) == 1
    assert "ValueError" in notes[0]
    assert take_note(tmp_path / "file" / "log", KEY) is None
