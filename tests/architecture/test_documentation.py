"""Ruff holds documentation, names and sizes; these tests hold that ruff is asked to."""

import subprocess
import sys
import tomllib

from tests.support.source_tree import TOP

PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))


def ruff(code: str, name: str = "netdesk/method/example.py") -> str:
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--stdin-filename", name, "--output-format=concise", "-"],
        input=code,
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


def test_a_public_function_without_a_word_is_found() -> None:
    assert "D103" in ruff('"""A module."""\n\n\ndef wordless() -> None:\n    print(1)\n')


def test_a_function_longer_than_a_screen_is_found() -> None:
    body = "".join(f"    print({number})\n" for number in range(41))
    assert "PLR0915" in ruff(f'"""A module."""\n\n\ndef long() -> None:\n    """Print."""\n{body}')


def test_a_log_call_with_a_formatted_string_is_found() -> None:
    code = '"""A module."""\n\nimport logging\n\nname = "x"\nlogging.getLogger("a").info(f"{name}")\n'
    assert "G004" in ruff(code)


def test_every_left_out_rule_says_why() -> None:
    lines = (TOP / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    for rule in PROJECT["tool"]["ruff"]["lint"]["ignore"]:
        line = next(line for line in lines if line.strip().startswith(f'"{rule}"'))
        assert "#" in line, f"{rule} is ignored without a reason"


def test_types_are_checked_strictly() -> None:
    assert PROJECT["tool"]["mypy"]["strict"] is True
