"""Takes out of Python's own libraries what only a debugger reads; a Python built from source carries it along."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from installers.contents import Entry


def without_debugging(entries: Sequence[Entry], folder: Path) -> list[Entry]:
    """Give ``entries`` with copies in ``folder`` in place of Python's own libraries, without debugging tables.

    Only Python's own: others come without them, and some do not bear to be touched. Without `strip` on this
    computer nothing changes but the size.
    """
    if shutil.which("strip") is None:
        print("`strip` (binutils) is not here: Python's libraries go in with their debugging tables.")
        return list(entries)
    folder.mkdir(parents=True, exist_ok=True)
    return [_slim(entry, folder) if _is_pythons(entry) else entry for entry in entries]


def _is_pythons(entry: Entry) -> bool:
    name, source, kind = entry
    own = Path(name).name.startswith("libpython") or "lib-dynload" in name
    return own and kind in {"BINARY", "EXTENSION"} and Path(source).is_file()


def _slim(entry: Entry, folder: Path) -> Entry:
    name, source, kind = entry
    copy = folder / Path(name).name
    done = subprocess.run(
        ["strip", "--strip-unneeded", "-o", copy, source], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        print(f"{Path(name).name} stays as it is: {done.stderr.strip()[:200]}")
        return entry
    return (name, str(copy), kind)
