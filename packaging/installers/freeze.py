"""Makes the frozen program: an environment with NetDesk and PyInstaller alone, the spec run in it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from installers.bundle import TOP, WORK, Bundle, PackagingError, own_version, this_machine, this_platform
from installers.running import said_by

ENVIRONMENT = WORK / "environment"


def environment_python(folder: Path = ENVIRONMENT) -> Path:
    """The Python of the environment that `prepare` makes."""
    return folder / "Scripts" / "python.exe" if sys.platform == "win32" else folder / "bin" / "python"


def prepare() -> Path:
    """Make or renew the environment the program is frozen from, and give its Python.

    It is apart from the one for development, so that nothing of a developer's gets into the program. Raises
    PackagingError with the words of pip.
    """
    python = environment_python()
    stamp = ENVIRONMENT / "made-for"
    wanted = f"{sys.version}\n{(TOP / 'pyproject.toml').read_text(encoding='utf-8')}{own_version()}\n{TOP}"
    if not (stamp.is_file() and python.is_file() and stamp.read_text(encoding="utf-8") == wanted):
        print("Fetching what the program is made of …", flush=True)
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        _run([sys.executable, "-m", "venv", str(ENVIRONMENT)], "The environment could not be made")
        pip = [str(python), "-m", "pip", "install", "-qq", "--no-input", "--disable-pip-version-check"]
        _run([*pip, "--editable", f"{TOP}[package]"], "What is needed could not be fetched")
        stamp.write_text(wanted, encoding="utf-8")
    return python


def freeze() -> Bundle:
    """Make the program and give it as a bundle. Raises PackagingError."""
    python = prepare()
    folder = WORK / "bundle"
    shutil.rmtree(folder, ignore_errors=True)
    print("Freezing NetDesk …", flush=True)
    said = _run(
        [
            *(str(python), "-m", "PyInstaller", "--noconfirm", "--log-level=WARN"),
            *("--distpath", str(folder), "--workpath", str(WORK / "work")),
            str(TOP / "packaging" / "netdesk.spec"),
        ],
        "The program could not be frozen",
    )
    (WORK / "freeze.log").write_text(said, encoding="utf-8")
    print(_left_out(said))
    return made_bundle()


def made_bundle() -> Bundle:
    """The bundle made last. Raises PackagingError if there is none."""
    names = {"linux": "netdesk", "windows": "NetDesk", "macos": "NetDesk.app"}
    platform = this_platform()
    folder = WORK / "bundle" / names[platform]
    if not folder.is_dir():
        raise PackagingError("There is no frozen program yet: run `make package` first.")
    return Bundle(folder, own_version(), platform, this_machine())


def _left_out(said: str) -> str:
    _, heading, lines = said.partition("Left out of the program:")
    found = [line for line in lines.splitlines() if " MB " in line and " files " in line]
    return "\n".join([heading, *found]) if found else ""


def _run(command: Sequence[str], failing: str) -> str:
    """Run ``command`` so that it makes the same bytes each time. Raises PackagingError with what it said."""
    environment = {**os.environ, "PYTHONHASHSEED": "1"}
    if not environment.get("SOURCE_DATE_EPOCH"):
        environment.pop("SOURCE_DATE_EPOCH", None)
    return said_by(command, failing, folder=TOP, environment=environment)
