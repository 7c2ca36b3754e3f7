"""The log says what the program did and holds no word a person wrote."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from netdesk.app.watching import logs

SECRET = "Anna Example <anna@mail.example>"
log = logging.getLogger("netdesk.app.test")


class Weekday(str):
    """Any text, even of a type of its own, is a person's until it is marked as fixed."""


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    handler = logs.start(tmp_path / "log")
    yield tmp_path / "log" / logs.LOG_NAME
    logs.stop(handler)


def test_numbers_and_dates_are_written(file: Path) -> None:
    log.info("Imported %d people, %d not, on %s", 412, 3, date(2026, 11, 22))
    assert "Imported 412 people, 3 not, on 2026-11-22" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "value",
    [
        SECRET,
        Weekday(SECRET),
        [SECRET],
        {SECRET: 1},
        (SECRET,),
        SECRET.encode(),
        Path(SECRET),
        ValueError(SECRET),
    ],
)
def test_a_persons_text_is_not_written(file: Path, value: object) -> None:
    log.info("Took %s", value)
    written = file.read_text(encoding="utf-8")
    assert "Took " in written
    assert "Anna" not in written
    assert "example" not in written.replace("netdesk.app.test", "")


def test_fixed_text_is_written(file: Path) -> None:
    log.info("Version %s", logs.Fixed("0.1.0"))
    assert "Version 0.1.0" in file.read_text(encoding="utf-8")


def test_named_arguments_are_as_discreet(file: Path) -> None:
    log.info("%(who)s has %(count)d", {"who": SECRET, "count": 4})
    written = file.read_text(encoding="utf-8")
    assert "has 4" in written
    assert "Anna" not in written


def test_a_trace_names_places_and_kinds_but_not_words(file: Path, expect_log: object) -> None:
    assert callable(expect_log)
    expect_log("^Could not read$")
    try:
        try:
            int(SECRET)
        except ValueError as cause:
            raise KeyError(SECRET) from cause
    except KeyError:
        log.exception("Could not read")
    written = file.read_text(encoding="utf-8")
    assert "test_a_trace_names_places" in written
    assert written.index("ValueError") < written.index("KeyError")
    # The line of source shown beside a place is the program's, and may name the variable, never its value.
    assert "Anna" not in written


def test_words_of_the_programs_own_errors_stay(file: Path) -> None:
    log.info("Went wrong: %s", AttributeError("no attribute 'moved'"))
    log.info("Went wrong: %s", OSError(28, SECRET))
    written = file.read_text(encoding="utf-8")
    assert "AttributeError: no attribute 'moved'" in written
    assert "OSError (errno 28)" in written
    assert "Anna" not in written


def test_a_wrong_format_loses_arguments_not_the_line() -> None:
    record = logging.makeLogRecord({"msg": "Sorted %d", "args": (SECRET,)})
    assert logs.DiscreetFormatter("%(message)s").format(record) == "Sorted %d"


def test_only_a_known_kind_of_file_is_named() -> None:
    assert logs.safe(Path("Anna.vcf")) == "‹path.vcf›"
    assert logs.safe(Path("anna.example")) == "‹path›"


def test_other_handlers_still_see_the_whole_record(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    log.info("Took %s", SECRET)
    assert f"Took {SECRET}" in caplog.messages
    assert "Anna" not in file.read_text(encoding="utf-8")


def test_the_file_is_kept_small(file: Path) -> None:
    line = logs.Fixed("x" * 10_000)
    for _ in range(4 * logs.MAX_BYTES // 10_000):
        log.info("%s", line)
    files = sorted(file.parent.iterdir())
    assert len(files) == logs.KEPT + 1
    assert all(each.stat().st_size <= logs.MAX_BYTES for each in files)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a file on a disk that is always full")
def test_a_full_disk_bothers_nobody_with_the_logs_own_trouble(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / logs.LOG_NAME).symlink_to("/dev/full")
    handler = logs.start(tmp_path)
    log.info("Opened")
    log.info("Closed")
    logs.stop(handler)
    assert tuple(capsys.readouterr()) == ("", "")


def test_a_folder_that_cannot_be_written_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        logs.start(tmp_path / "file" / "log")


def test_without_a_place_for_a_log_nothing_is_printed_in_its_stead() -> None:
    code = """
import logging
from netdesk.app.watching import logs
handler = logs.nowhere()
try:
    raise ValueError("Anna")
except ValueError:
    logging.getLogger("netdesk.app.test").exception("Nobody caught this")
logs.stop(handler)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30
    )
    assert (done.stdout, done.stderr) == ("", "")
