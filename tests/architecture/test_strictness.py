"""The ground of the tests is as strict as it says: what must fail a test does fail one, and says where."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.source_tree import TOP

HEAD = """
import logging, os, socket, threading, time, warnings
from pathlib import Path
from PySide6.QtCore import QLocale, QTimer, qWarning
from PySide6.QtWidgets import QWidget
KEPT = []
"""
# What a test does wrong -> what the run says about it.
WRONG = {
    "thread": (
        "release = threading.Event(); KEPT.append(release)\n"
        "    threading.Thread(target=release.wait, name='forgotten', daemon=True).start()",
        "thread 'forgotten' still runs, started at",
    ),
    "window": (
        "window = QWidget(); window.setObjectName('forgotten'); window.show(); KEPT.append(window)",
        "window PySide6.QtWidgets.QWidget named 'forgotten'",
    ),
    "timer": ("timer = QTimer(); timer.start(5000); KEPT.append(timer)", "timer '' every 5000 ms still runs"),
    "qt_warning": ("qWarning('odd size')", "QtWarningMsg: odd size"),
    "log_record": ("logging.getLogger('a').warning('half done')", "not announced: WARNING a"),
    "absent_record": ("expect_log('never said')", "announced, but did not come: never said"),
    "network": (
        "with socket.socket() as one: one.connect(('192.0.2.1', 80))",
        "NetDesk works without the network",
    ),
    "name_lookup": ("socket.getaddrinfo('mail.example', 25)", "name looked up"),
    "warning": ("warnings.warn('old way')", "UserWarning: old way"),
    "open_file": ("open(os.devnull)", "ResourceWarning"),
    "error_in_slot": (
        "QTimer.singleShot(0, lambda: 1 / 0); qtbot.waitUntil(lambda: False, timeout=50)",
        "ZeroDivisionError",
    ),
}
RIGHT = """
def test_all_in_order(qtbot, expect_log, home):
    expect_log("^half")
    logging.getLogger("a").warning("half done")
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.raise_()
    thread = threading.Thread(target=int)
    thread.start()
    assert Path.home() == home
    assert QLocale().name() == "en_GB"
    assert time.localtime(1_783_000_000).tm_isdst == 1
"""


def run(folder: Path, tests: str) -> tuple[int, str]:
    (folder / "test_inner.py").write_text(HEAD + tests, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-c", str(TOP / "pyproject.toml")]
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider", str(folder / "test_inner.py")],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Run every wrong test once, in one process."""
    tests = "".join(
        f"\ndef test_{name}(qtbot, expect_log):\n    {body}\n\ndef test_after_{name}(qtbot):\n    pass\n"
        for name, (body, _) in WRONG.items()
    )
    code, said = run(tmp_path_factory.mktemp("wrong"), tests)
    assert code == 1, said
    return said


@pytest.mark.parametrize("name", WRONG)
def test_it_fails_and_says_where(report: str, name: str) -> None:
    assert re.search(rf"::test_{name}\b", report.split("short test summary info")[1])
    assert WRONG[name][1] in report


def test_one_failure_does_not_spill_over(report: str) -> None:
    assert "::test_after_" not in report.split("short test summary info")[1]


def test_what_is_in_order_passes(tmp_path: Path) -> None:
    code, said = run(tmp_path, RIGHT)
    assert code == 0, said
