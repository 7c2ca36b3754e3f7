"""Keeps the modules of a frozen program readable when its files are replaced while it runs.

PyInstaller opens the program's file anew for each module that is imported later, by its name, and Python does so with
the archive of its own basic modules; after an upgrade those are another version's files. On Linux the files that
were started stay readable as long as the program runs, under other names.
"""

from __future__ import annotations

import os
import sys
import zipimport
from pathlib import Path
from typing import Any

STARTED = "/proc/self/exe"
"""The file this process was started from, whatever has become of its name; see proc(5)."""
_OPENED = "/proc/self/fd/{}"
_IMPORTER = "pyimod02_importers"
"""PyInstaller's own module, which knows the archive of modules."""
_BASIC = "base_library.zip"
"""Where PyInstaller puts what Python itself needs, such as its encodings, of which Qt for Python uses some late."""


def hold() -> frozenset[str]:
    """Read modules from the files that were started from now on; gives their names.

    Nothing is held, and no name given, where this is no frozen program, or where files have no second name (Windows
    does not let a running program be replaced).
    """
    if not (getattr(sys, "frozen", False) and sys.platform.startswith("linux")):
        return frozenset()
    basic = Path(getattr(sys, "_MEIPASS", "")) / _BASIC
    return hold_program(sys.modules.get(_IMPORTER)) | hold_archive(basic)


def hold_program(importer: Any, started: str = STARTED) -> frozenset[str]:
    """Hold the archive of modules within the program; no name where PyInstaller keeps it in another way."""
    archive = getattr(importer, "pyz_archive", None)
    names = getattr(archive, "toc", None)
    file = getattr(archive, "_filename", None)
    if archive is None or not isinstance(names, dict) or not isinstance(file, str):
        return frozenset()
    try:
        if not Path(file).samefile(started):
            return frozenset()
    except OSError:
        return frozenset()
    archive._filename = started
    return frozenset(names)


def hold_archive(file: Path) -> frozenset[str]:
    """Hold an archive that modules are imported from already; no name where there is none.

    It stays open until the program ends.
    """
    if not isinstance(sys.path_importer_cache.get(str(file)), zipimport.zipimporter):
        return frozenset()
    try:
        opened = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return frozenset()
    names: set[str] = set()
    for importer in _importers_of(file):
        names.update(_modules_of(importer))
        importer.archive = _OPENED.format(opened)
    return frozenset(names)


def _importers_of(file: Path) -> list[zipimport.zipimporter]:
    """What imports from the archive: one for its top, one for each package in it, made where it was not used yet."""
    top = zipimport.zipimporter(str(file))
    packages = {name.rpartition(".")[0] for name in _modules_of(top)} - {""}
    places = [str(file), *(str(file.joinpath(*package.split("."))) for package in sorted(packages))]
    found = []
    for place in places:
        importer = sys.path_importer_cache.get(place)
        if not isinstance(importer, zipimport.zipimporter):
            importer = sys.path_importer_cache[place] = zipimport.zipimporter(place)
        found.append(importer)
    return found


def _modules_of(importer: zipimport.zipimporter) -> set[str]:
    files: dict[str, object] = getattr(importer, "_files", {})
    modules = {
        name.rpartition(".")[0].replace(os.sep, ".") for name in files if name.endswith((".pyc", ".py"))
    }
    return {name.removesuffix(".__init__") for name in modules}
