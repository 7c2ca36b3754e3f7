"""Keeps the modules of a frozen program readable when its file is replaced while it runs.

PyInstaller opens the program's file anew for each module that is imported later, by its name; after an upgrade that is
another version's file. On Linux the file that was started stays readable as long as it runs, under another name.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

STARTED = "/proc/self/exe"
"""The file this process was started from, whatever has become of its name; see proc(5)."""
_IMPORTER = "pyimod02_importers"
"""PyInstaller's own module, which knows the archive of modules."""


def hold(importer: Any = None, started: str = STARTED) -> frozenset[str]:
    """Read modules from the file that was started from now on; gives their names.

    Nothing is held, and no name given, where this is no frozen program, where the file has no second name (Windows
    does not let a running program be replaced), or where PyInstaller keeps its archive in another way.
    """
    if importer is None:
        if not (getattr(sys, "frozen", False) and sys.platform.startswith("linux")):
            return frozenset()
        importer = sys.modules.get(_IMPORTER)
    archive = getattr(importer, "pyz_archive", None)
    names = getattr(archive, "toc", None)
    file = getattr(archive, "_filename", None)
    if not isinstance(names, dict) or not isinstance(file, str):
        return frozenset()
    try:
        if not Path(file).samefile(started):
            return frozenset()
    except OSError:
        return frozenset()
    archive._filename = started  # type: ignore[union-attr]
    return frozenset(names)
