"""Making the environment: what a person reads when Python is too old, absent, or without its venv module."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.source_tree import TOP

TOOLS = ("sh", "uname", "cat", "rm")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """Make a machine with a shell and apt, but no Python yet; the copy lies in a folder with a space."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found
        (tools / tool).symlink_to(found)
    script(tools / "apt-get", "exit 1")
    copy = tmp_path / "my copy"
    for name in (
        "packaging/setup/prepare.sh",
        "packaging/setup/system_libraries.py",
        "netdesk/__init__.py",
        "netdesk/app/__init__.py",
        "netdesk/app/starting/__init__.py",
        "netdesk/app/starting/system_libraries.py",
    ):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(TOP / name, copy / name)
    return tmp_path


def script(path: Path, body: str) -> None:
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)


def prepare(machine: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "packaging/setup/prepare.sh"],
        cwd=machine / "my copy",
        env={"PATH": str(machine / "bin"), "HOME": str(machine)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_no_python_at_all_says_what_to_install(machine: Path) -> None:
    done = prepare(machine)
    assert done.returncode == 1
    assert "Python 3.11 or newer" in done.stderr
    assert "apt-get install python3 python3-venv" in done.stderr


def test_an_old_python_is_named(machine: Path) -> None:
    script(machine / "bin" / "python3", '[ "$1" = --version ] && echo "Python 3.9.2" && exit 0\nexit 1')
    done = prepare(machine)
    assert done.returncode == 1
    assert "python3 here: Python 3.9.2" in done.stderr
    assert "python3.11 python3.11-venv" in done.stderr


def test_python_without_venv_names_its_package(machine: Path) -> None:
    body = f'case "$2" in *ensurepip*) exit 1;; esac\nexec "{sys.executable}" "$@"'
    script(machine / "bin" / "python3", body)
    done = prepare(machine)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert done.returncode == 1
    assert f"sudo apt-get install python{version}-venv" in done.stderr


def test_a_newer_python_is_taken_before_an_old_python3(machine: Path) -> None:
    script(machine / "bin" / "python3", "exit 1")
    # Enough of Python to be asked for its version; it then refuses to make an environment.
    script(
        machine / "bin" / "python3.12",
        'case "$*" in *"-m venv"*) echo "asked to make $3" >&2; exit 5;; --version) echo "Python 3.12.9";; esac',
    )
    done = prepare(machine)
    assert done.returncode == 5
    assert "with Python 3.12.9" in done.stderr
    assert "asked to make .venv" in done.stderr


def test_a_failed_fetch_leaves_no_stamp(machine: Path) -> None:
    environment = machine / "my copy" / ".venv"
    (environment / "bin").mkdir(parents=True)
    script(environment / "bin" / "python", 'case "$*" in *install*) exit 3;; esac')
    (environment / ".ready").write_text(f"{machine / 'my copy'}\n", encoding="utf-8")
    assert prepare(machine).returncode == 3
    assert not (environment / ".ready").exists()


def test_a_good_fetch_leaves_the_stamp_and_keeps_the_environment(machine: Path) -> None:
    environment = machine / "my copy" / ".venv"
    (environment / "bin").mkdir(parents=True)
    script(environment / "bin" / "python", "exit 0")
    assert prepare(machine).returncode == 0
    assert (environment / ".ready").read_text(encoding="utf-8") == f"{(machine / 'my copy').resolve()}\n"


def test_an_environment_from_another_folder_is_not_used(machine: Path) -> None:
    environment = machine / "my copy" / ".venv"
    (environment / "bin").mkdir(parents=True)
    script(environment / "bin" / "python", "exit 0")
    (environment / ".ready").write_text("/somewhere/else\n", encoding="utf-8")
    done = prepare(machine)
    # There is no other Python here to make one with, and it says so rather than use what it found.
    assert done.returncode == 1
    assert "Python 3.11 or newer" in done.stderr
    assert not environment.exists()
