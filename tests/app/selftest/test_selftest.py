"""The self-test passes here, and notices when something is wrong."""

import logging
import os
import subprocess
import sys
import textwrap
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning

from netdesk.app.arguments.reading import read_arguments
from netdesk.app.selftest.run import self_test
from netdesk.app.selftest.steps import STEPS, Bench, SelfTestFailed
from netdesk.method.errors import InvalidInput
from tests.support.log_records import ExpectedRecords

Check = Callable[[Bench], str]


def test_a_process_of_its_own_passes_every_check_and_leaves_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "netdesk", "--self-test"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
        | {"DISPLAY": "", "TMPDIR": str(tmp_path), "TEMP": str(tmp_path)},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert [line for line in lines[:-1] if not line.startswith("ok ")] == []
    assert len(lines) == len(STEPS) + 1
    assert lines[-1].startswith(f"all {len(STEPS)} checks passed in ")
    assert list(tmp_path.iterdir()) == []


def fails(_bench: Bench) -> str:
    raise SelfTestFailed("The card fell off.")


def warns(_bench: Bench) -> str:
    warnings.warn("an old way", DeprecationWarning, stacklevel=1)
    return ""


def warns_in_qt(_bench: Bench) -> str:
    qWarning("a loose wire")
    return ""


def warns_in_the_log(_bench: Bench) -> str:
    logging.getLogger("netdesk.somewhere").warning("nearly full")
    return ""


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (fails, "The card fell off."),
        (warns, "warning: an old way"),
        (warns_in_qt, "Qt: a loose wire"),
        (warns_in_the_log, "log: nearly full"),
    ],
)
def test_whatever_goes_wrong_fails_it(
    capsys: pytest.CaptureFixture[str], expect_log: ExpectedRecords, step: Check, sentence: str
) -> None:
    if sentence.startswith("log: "):
        expect_log("nearly full")
    assert self_test((("odd", step), ("good", lambda _: "fine"))) == 1
    odd, good, end = capsys.readouterr().out.splitlines()
    assert odd.startswith("FAILED")
    assert sentence in odd
    assert good.split() == ["ok", "good", "fine"]
    assert end.startswith("1 of 2 checks failed")


def run_alone(folder: Path, code: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python code that hangs in a process of its own; what it cannot take away stays in ``folder``."""
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *words],
        env={**os.environ, "TMPDIR": str(folder), "TEMP": str(folder)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


HANGS = """
import sys, threading
from pathlib import Path
from netdesk.app.starting import surroundings
from netdesk.app.selftest.run import self_test
def waits_for_ever(_bench):
    threading.Event().wait()
if "no console" in sys.argv:
    sys.stdout = sys.stderr = sys.__stderr__ = sys.__stdout__ = None
    surroundings.prepare()
report = Path(sys.argv[1]) if sys.argv[1] else None
steps = (("good", lambda _: "fine"), ("odd", waits_for_ever))
sys.exit(self_test(steps, report=report, longest=0.5))
"""


def test_a_check_that_hangs_ends_the_program_and_says_where(tmp_path: Path) -> None:
    done = run_alone(tmp_path, HANGS, "")
    assert done.returncode == 1
    assert done.stdout.split() == ["ok", "good", "fine"]
    assert "waits_for_ever" in done.stderr


@pytest.mark.parametrize("console", ["", "no console"])
def test_without_a_console_the_hang_is_in_the_report(tmp_path: Path, console: str) -> None:
    report = tmp_path / "Zoë’s report.txt"
    done = run_alone(tmp_path, HANGS, str(report), console)
    assert done.returncode == 1
    said = report.read_text(encoding="utf-8")
    assert said.split()[:3] == ["ok", "good", "fine"]
    assert "waits_for_ever" in said


def test_without_console_and_report_a_hang_still_ends_the_program(tmp_path: Path) -> None:
    done = run_alone(tmp_path, HANGS, "", "no console")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")


@pytest.mark.usefixtures("qapp")
def test_the_report_holds_what_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "report.txt"
    assert self_test((("good", lambda _: "fine – été"),), report) == 0
    assert report.read_text(encoding="utf-8") == capsys.readouterr().out
    assert "fine – été" in report.read_text(encoding="utf-8")


def test_a_report_that_cannot_be_written_is_refused_before_anything_runs(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="No such file or directory"):
        self_test((("odd", fails),), tmp_path / "nowhere" / "report.txt")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a file on a disk that is always full")
@pytest.mark.usefixtures("qapp")
def test_a_report_that_finds_no_room_is_told_in_words() -> None:
    with pytest.raises(InvalidInput, match="cannot be written to /dev/full: No space left on device"):
        self_test((("good", lambda _: "fine"),), Path("/dev/full"))


def test_the_command_line_knows_the_report(tmp_path: Path) -> None:
    given = read_arguments(["--self-test", "--report", str(tmp_path / "today")])
    assert (given.command, given.report) == ("self-test", tmp_path / "today")
    assert read_arguments(["--self-test", "--report", "today"]).report == Path("today")
    with pytest.raises(SystemExit) as ended:
        read_arguments(["--report", "today"])
    assert ended.value.code == 2
