"""The self-test passes here, and notices when something is wrong."""

import logging
import os
import subprocess
import sys
import warnings
from collections.abc import Callable

import pytest
from PySide6.QtCore import qWarning

from netdesk.app.selftest import self_test
from netdesk.app.selftest_steps import STEPS, Bench, SelfTestFailed
from tests.support.log_records import ExpectedRecords

Check = Callable[[Bench], str]


def test_a_process_of_its_own_passes_every_check() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "netdesk", "--self-test"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
        | {"DISPLAY": ""},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert [line for line in lines[:-1] if not line.startswith("ok ")] == []
    assert len(lines) == len(STEPS) + 1
    assert lines[-1].startswith(f"all {len(STEPS)} checks passed in ")


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
