"""The manual page holds every command and option the program reads, and is well-formed."""

import argparse
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from netdesk.app.arguments.commands import add_commands
from netdesk.app.arguments.reading import COMMANDS, parser
from tests.support.installer_code import installer_code
from tests.support.linux_bundles import MOMENT, needs

manual = installer_code("linux.manual_page")
TEMPLATE = installer_code("linux.desktop_files").TEXTS / "netdesk.1"


@pytest.fixture(scope="module")
def page() -> str:
    """The page of a version that is given."""
    return str(manual.manual_page(TEMPLATE.read_text(encoding="utf-8"), "0.1.0", MOMENT))


def commands(top: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Every command and verb, as the program describes them."""
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield command
                yield from commands(command)


def read(page: str) -> str:
    """The page without the signs that are for the formatter."""
    return page.replace("\\-", "-").replace("\\&", "").replace("\\:", "").replace("\\e", "\\")


def test_every_command_and_each_of_its_options_is_there(page: str) -> None:
    top = parser()
    add_commands(top)
    text, missing = read(page), []
    for command in commands(top):
        verbs = any(isinstance(action, argparse._SubParsersAction) for action in command._actions)
        start = text.find(f".B {command.prog} ") if f".B {command.prog} " in text else -1
        alone = f".B {command.prog}\n" in text
        if start < 0 and not alone and not verbs:
            missing.append(command.prog)
            continue
        line = text[start : text.index("\n", start)] if start >= 0 else ""
        missing += [
            f"{command.prog} {action.option_strings[-1]}"
            for action in command._actions
            if start >= 0
            and action.option_strings
            and not {"--help", "--workspace"} & set(action.option_strings)
            and not any(option in line for option in action.option_strings)
        ]
    assert missing == []
    assert all(f".SS {name}\n" in text for name in COMMANDS)


def test_the_options_of_the_program_itself_are_explained(page: str) -> None:
    text = read(page)
    for action in parser()._actions:
        assert f".B {', '.join(action.option_strings)}" in text


def test_the_version_and_the_day_are_in_its_head(page: str) -> None:
    assert '.TH NETDESK 1 "2026-11-22" "NetDesk 0.1.0" "User Commands"' in page
    assert re.findall(r"@[A-Z]+@", page) == []


def test_signs_of_the_formatter_are_only_text() -> None:
    assert manual.escaped(r".B \fB --dry-run") == r"\&.B \efB \-\-dry\-run"
    assert manual.escaped("'tis") == r"\&'tis"


@needs("man")
def test_the_formatter_has_no_complaints(page: str, tmp_path: Path) -> None:
    file = tmp_path / "netdesk.1"
    file.write_text(page, encoding="utf-8")
    told = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(file)],
        env={**os.environ, "LC_ALL": "C.UTF-8", "MANROFFSEQ": "", "MANWIDTH": "80"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, "")


@needs("mandoc")
def test_another_formatter_has_none_either(page: str, tmp_path: Path) -> None:
    file = tmp_path / "netdesk.1"
    file.write_text(page, encoding="utf-8")
    told = subprocess.run(
        ["mandoc", "-T", "lint", "-W", "warning", str(file)], capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stdout) == (0, "")
