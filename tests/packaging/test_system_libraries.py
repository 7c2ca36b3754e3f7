"""The check for Qt's system libraries: it tries to load, installs only where allowed, and else says what to type."""

import ast
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.setup_scripts import SETUP, setup_script
from tests.support.source_tree import TOP

check = setup_script("system_libraries")


class Commands:
    """Stands for running commands: keeps them, and answers each with a code."""

    def __init__(self, *codes: int) -> None:
        self.ran: list[list[str]] = []
        self._codes = list(codes)

    def __call__(self, command: Sequence[str]) -> int:
        self.ran.append(list(command))
        return self._codes.pop(0) if self._codes else 0


@pytest.fixture
def folder_with_apt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a PATH that holds apt-get and sudo, neither of which is ever run."""
    for name in ("apt-get", "sudo"):
        (tmp_path / name).write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_this_machine_has_what_the_tests_run_on() -> None:
    assert check.main() == 0


def test_a_font_is_found_however_deep(tmp_path: Path) -> None:
    assert not check.has_a_font([str(tmp_path)])
    deep = tmp_path / "truetype" / "any"
    deep.mkdir(parents=True)
    (deep / "fonts.dir").touch()
    assert not check.has_a_font([str(tmp_path), str(tmp_path / "absent")])
    (deep / "Any.TTF").touch()
    assert check.has_a_font([str(tmp_path)])


def test_lists_are_fetched_only_when_there_are_none(tmp_path: Path) -> None:
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "libgl1"]
    assert list(check.apt_commands(["libgl1"], [], tmp_path)) == [["apt-get", "update", "-qq"], install]
    (tmp_path / "deb.example_main_binary-amd64_Packages").touch()
    assert list(check.apt_commands(["libgl1"], [], tmp_path)) == [install]


def test_root_needs_no_sudo() -> None:
    assert check.right_to_install(Commands(), user=0) == []


@pytest.mark.usefixtures("folder_with_apt")
@pytest.mark.parametrize(("code", "allowed"), [(0, True), (1, False)])
def test_sudo_serves_only_without_a_password(code: int, allowed: bool) -> None:
    commands = Commands(code)
    assert (check.right_to_install(commands, user=1000) is not None) is allowed
    assert commands.ran == [["sudo", "-n", "true"]]


def test_without_sudo_nothing_is_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    commands = Commands()
    assert check.right_to_install(commands, user=1000) is None
    assert not check.install(["libgl1"], commands)
    assert commands.ran == []


@pytest.mark.usefixtures("folder_with_apt")
def test_old_lists_are_fetched_anew_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check.os, "geteuid", lambda: 0, raising=False)
    commands = Commands(100)
    assert check.install(["libgl1"], commands)
    assert ["apt-get", "update", "-qq"] in commands.ran
    assert commands.ran[-1][-1] == "libgl1"


def test_a_failing_command_shows_its_output(capfd: pytest.CaptureFixture[str]) -> None:
    fails = "import sys; print('no such package'); sys.exit(7)"
    assert check.run_quietly([sys.executable, "-c", fails]) == 7
    assert "no such package" in capfd.readouterr().err
    assert check.run_quietly([sys.executable, "-c", "print('fine')"]) == 0
    assert capfd.readouterr().err == ""


@pytest.mark.usefixtures("folder_with_apt")
def test_where_it_may_not_install_it_prints_the_exact_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check.sys, "platform", "linux")
    monkeypatch.setattr(check, "missing_libraries", lambda: ["libEGL.so.1", "libxcb-cursor.so.0"])
    monkeypatch.setattr(check, "has_a_font", lambda: False)
    monkeypatch.setattr(check, "install", lambda _packages: False)
    assert check.main() == 1
    told = capsys.readouterr().err
    assert "sudo apt-get update && sudo apt-get install libegl1 libxcb-cursor0 fonts-dejavu-core" in told
    assert "libEGL.so.1, libxcb-cursor.so.0, a font" in told


def test_other_systems_need_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check.sys, "platform", "darwin")
    monkeypatch.setattr(check, "missing_libraries", lambda: pytest.fail("looked for Linux libraries"))
    assert check.main() == 0


@pytest.mark.parametrize(
    "script",
    [
        SETUP / "system_libraries.py",
        SETUP / "coverage_limits.py",
        # What the set-up takes from the program, with the packages it lies in.
        TOP / "netdesk" / "app" / "starting" / "system_libraries.py",
        TOP / "netdesk" / "app" / "starting" / "__init__.py",
        TOP / "netdesk" / "app" / "__init__.py",
        TOP / "netdesk" / "__init__.py",
    ],
    ids=lambda script: str(script.relative_to(TOP)),
)
def test_the_scripts_need_python_alone(script: Path) -> None:
    tree = ast.parse(script.read_text(encoding="utf-8"))
    imported = {
        name
        for node in ast.walk(tree)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else []
        )
    }
    foreign = {name for name in imported if name.split(".")[0] not in sys.stdlib_module_names}
    assert foreign <= {"netdesk.app.starting.system_libraries"}


def test_the_check_runs_without_the_environment(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-S", "-I", str(SETUP / "system_libraries.py")],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
