"""Every part inside NetDesk, with its version and the text of its licence.

Packages of Python describe themselves. What is none of them stands in `resources/licences/parts.toml`, with texts
beside it; what the computer that made an installer put in of its own libraries, in `libraries.json` there.
"""

from __future__ import annotations

import json
import platform
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from netdesk.services.about.packages import Package, packages
from netdesk.services.about.parts_table import OtherPart, PartsTable, read_table

FOLDER = "licences"
LIBRARIES = "libraries.json"
LONGEST_TEXT = 400_000
"""Letters; no licence is as long, whatever a file may hold."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the program. ``version`` and ``licence`` are empty where they cannot be told.

    ``what`` says what it is there for; ``texts`` are the files with its licence.
    """

    name: str
    version: str
    licence: str
    what: str
    texts: tuple[Path, ...]


def all_parts(resources: Path, qt_version: str = "") -> tuple[Part, ...]:
    """All parts by name, NetDesk first. ``resources`` is NetDesk's own folder of them.

    Files that are missing or odd there are passed over: the list says what it can.
    """
    folder = resources / FOLDER
    table = read_table(folder)
    found = [*_from_packages(folder, table), *_others(folder, table, qt_version), *_libraries(folder)]
    return tuple(sorted(found, key=lambda part: (part.name != "NetDesk", part.name.casefold())))


def licence_text(part: Part) -> str:
    """What the files of ``part`` say, one after another."""
    said = []
    for file in part.texts:
        try:
            said.append(file.read_text(encoding="utf-8", errors="replace").strip("\n\ufeff"))
        except OSError:
            said.append(f"{file.name} is missing. Install NetDesk again to read it.")
    if not said:
        named = f" It says of itself: {part.licence}." if part.licence else ""
        return f"{part.name} brings no text of its licence.{named}"
    return f"\n\n{'─' * 72}\n\n".join(said)[:LONGEST_TEXT]


def _from_packages(folder: Path, table: PartsTable) -> Iterator[Part]:
    for one in packages():
        yield _part_of(one, folder, table)


def _part_of(one: Package, folder: Path, table: PartsTable) -> Part:
    known = table.packages.get(one.name.lower())
    if known is not None:
        texts = one.files or tuple(folder / name for name in known.texts)
        return Part(known.name or one.name, one.version, known.licence or one.licence, known.what, texts)
    return Part(one.name, one.version, one.licence, "", one.files)


def _others(folder: Path, table: PartsTable, qt_version: str) -> Iterator[Part]:
    versions = {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version, "qt": qt_version}
    for one in table.others:
        if is_inside(one):
            texts = tuple(folder / name for name in one.texts)
            yield Part(one.name, versions.get(one.version, ""), one.licence, one.what, texts)


def is_inside(one: OtherPart, name: str = sys.platform) -> bool:
    """Whether ``one`` is part of NetDesk on this platform and, where NetDesk is frozen, in its folder."""
    here = {"darwin": "macos", "win32": "windows"}.get(name, "linux")
    if one.platforms and here not in one.platforms:
        return False
    folder = getattr(sys, "_MEIPASS", None)
    if one.frozen and not folder:
        return False
    return not (folder and one.file) or next(Path(folder).rglob(one.file), None) is not None


def _libraries(folder: Path) -> Iterator[Part]:
    """The libraries of the computer that made the installer; there are none in a checkout."""
    try:
        listed = json.loads((folder / LIBRARIES).read_text(encoding="utf-8"))
        for one in listed["libraries"]:
            text = folder / str(one["text"]) if one.get("text") else None
            yield Part(
                str(one["name"]),
                str(one.get("version", "")),
                str(one.get("licence", "")),
                "a library of the system",
                (text,) if text else (),
            )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return
