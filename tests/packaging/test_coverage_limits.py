"""The wall of coverage: summed by layer, statements and branches alike, and it falls below the limit only."""

import json
from pathlib import Path

import pytest

from tests.support.setup_scripts import setup_script

limits = setup_script("coverage_limits")


def entry(lines: tuple[int, int], branches: tuple[int, int]) -> dict[str, dict[str, int]]:
    return {
        "summary": {
            "covered_lines": lines[0],
            "num_statements": lines[1],
            "covered_branches": branches[0],
            "num_branches": branches[1],
        }
    }


REPORT = {
    "files": {
        "netdesk/method/levels.py": entry((8, 10), (2, 4)),
        "netdesk\\method\\rhythm.py": entry((6, 6), (0, 0)),
        "netdesk/ui/theme/tokens.py": entry((1, 4), (0, 0)),
        "netdesk/__init__.py": entry((0, 1), (0, 0)),
        "elsewhere/method/other.py": entry((0, 99), (0, 0)),
    }
}


def run(tmp_path: Path, least: int) -> int:
    (tmp_path / "report.json").write_text(json.dumps(REPORT), encoding="utf-8")
    project = f"[tool.netdesk.coverage]\nmethod = {least}\nstore = 95\n"
    (tmp_path / "pyproject.toml").write_text(project, encoding="utf-8")
    code = limits.main([str(tmp_path / "report.json"), str(tmp_path / "pyproject.toml")])
    assert isinstance(code, int)
    return code


def test_a_layer_is_the_sum_of_its_files() -> None:
    method, ui = limits.measure(REPORT, {"method": 0, "ui": 85})
    assert (method.covered, method.total, method.percent) == (16, 20, 80.0)
    assert method.holds
    assert not ui.holds


@pytest.mark.parametrize(("least", "code"), [(80, 0), (81, 1)])
def test_the_exit_code_tells(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], least: int, code: int
) -> None:
    assert run(tmp_path, least) == code
    told = capsys.readouterr().out
    assert "80.0%" in told
    assert ("too low" in told) is bool(code)


def test_a_layer_with_no_code_yet_is_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, 0) == 0
    assert "store          100.0%" in capsys.readouterr().out


def test_wrong_use_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert limits.main([]) == 2
    assert "Usage" in capsys.readouterr().err
