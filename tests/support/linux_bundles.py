"""Stand-ins for the frozen program on Linux: a program that really runs, and a few files it brings."""

import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.installer_code import installer_code

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="these are files for Linux")
MOMENT = 1_795_350_600
"""2026-11-22, 12:30 UTC."""
SCRIPT = '#!/bin/sh\necho "NetDesk stand-in"\n'


def needs(*tools: str) -> pytest.MarkDecorator:
    """Leave a test out, in words, where a tool of the distribution is not installed."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    return pytest.mark.skipif(bool(missing), reason=f"needs {', '.join(missing)}")


def linux_bundle(folder: Path, program: str | Path = SCRIPT, version: str = "0.1.0") -> Any:
    """Make a bundle in ``folder``: ``program`` is what its program says, or a file to copy as it."""
    inner = folder / "_internal"
    (inner / "resources" / "themes").mkdir(parents=True)
    (inner / "resources" / "themes" / "light.toml").write_text("[colours]\n")
    (inner / "base library.zip").write_bytes(b"parts")
    (inner / "libpart.so.1").symlink_to("base library.zip")
    if isinstance(program, Path):
        shutil.copyfile(program, folder / "netdesk")
    else:
        (folder / "netdesk").write_text(program)
    (folder / "netdesk").chmod(0o700)
    return installer_code("bundle").Bundle(folder, version, "linux", "x86_64")


def tree_of(folder: Path) -> dict[str, bytes | str | None]:
    """Everything below ``folder``: files with their bytes, links with where they lead, folders with nothing."""
    return {
        path.relative_to(folder).as_posix(): str(path.readlink())
        if path.is_symlink()
        else (path.read_bytes() if path.is_file() else None)
        for path in folder.rglob("*")
    }
