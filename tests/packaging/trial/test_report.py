"""What the proof says of its steps."""

import re

import pytest

from tests.support.installer_code import installer_code

report = installer_code("trial.report")


def test_a_step_is_a_line_with_its_time_and_what_was_found() -> None:
    lines: list[str] = []
    said = report.Report(lines.append)
    with said.step("the window starts") as found:
        found.append("in view")
    said.end()
    assert re.fullmatch(r"ok +\d+\.\d s  the window starts: in view", lines[0])
    assert re.fullmatch(r"All 1 steps came about in \d+ s\.", lines[1])


def test_a_step_that_fails_says_which_and_lets_the_reason_through() -> None:
    lines: list[str] = []
    said = report.Report(lines.append)
    with pytest.raises(report.TrialError, match="nothing is there"), said.step("something is there"):
        report.demand(False, "nothing is there")
    assert lines == ["FAILED  something is there"]
    assert said.steps == 0
