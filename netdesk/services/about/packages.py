"""The Python packages inside NetDesk: what it asks for, what those ask for, and their licences."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions
from pathlib import Path

ROOTS = (
    "netdesk",
    "PySide6_Essentials",
    "peewee",
    "qtawesome",
    "platformdirs",
    "icalendar",
    "python-dateutil",
    "phonenumbers",
    "rapidfuzz",
    "tzdata",
    "zxing-cpp",
    "pygal",
)
"""NetDesk and what `pyproject.toml` says it needs. Written down here as well: what an installation remembers of a
checkout is as old as the installation."""
OPTIONAL = ("rapidocr", "onnxruntime")
"""What is used where somebody put it there."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors\.md$)", re.IGNORECASE)
_CLASSIFIER = "License :: OSI Approved :: "
_LONGEST_LICENCE = 80


@dataclass(frozen=True, slots=True)
class Package:
    """A Python package: its name as its makers write it, its version, its licence in a word, the licence's files."""

    name: str
    version: str
    licence: str
    files: tuple[Path, ...]


def packages(roots: Iterable[str] = (*ROOTS, *OPTIONAL)) -> tuple[Package, ...]:
    """Everything that runs as part of NetDesk here, by name, NetDesk first.

    A frozen NetDesk holds nothing else, so there it is every package that is inside.
    """
    found = {_plain(one.name): one for one in _closure(roots)}
    if getattr(sys, "frozen", False):
        found |= {_plain(one.name): one for one in distributions() if one.name}
    described = (package(one) for one in found.values())
    return tuple(sorted(described, key=lambda one: (one.name != "netdesk", _plain(one.name))))


def package(one: Distribution) -> Package:
    """What ``one`` says of itself."""
    return Package(one.name, one.version, _licence(one), _licence_files(one))


def required_names(requirements: Iterable[str], extras: frozenset[str] = frozenset()) -> list[str]:
    """The names in ``requirements``; those of an extra only where it is among ``extras``.

    Conditions on the platform are passed over: what another platform needs is not installed here.
    """
    names = []
    for requirement in requirements:
        wanted = re.search(r"""extra\s*==\s*["']([^"']+)""", requirement)
        name = _NAME.match(requirement.strip())
        if name is not None and (wanted is None or wanted[1] in extras):
            names.append(name[0])
    return names


def _closure(roots: Iterable[str]) -> list[Distribution]:
    waiting, seen, found = list(roots), set[str](), []
    while waiting:
        name = waiting.pop()
        if _plain(name) in seen:
            continue
        seen.add(_plain(name))
        try:
            one = distribution(name)
        except PackageNotFoundError:
            continue
        found.append(one)
        waiting += required_names(one.requires or [])
    return found


def _plain(name: str) -> str:
    """A name as all its spellings have it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _licence(one: Distribution) -> str:
    for field in ("License-Expression", "License"):
        said = next(iter(one.metadata.get_all(field) or []), "").strip()
        if said and "\n" not in said and len(said) <= _LONGEST_LICENCE:
            return said
    named = [
        entry.removeprefix(_CLASSIFIER)
        for entry in one.metadata.get_all("Classifier") or []
        if entry.startswith(_CLASSIFIER)
    ]
    return ", ".join(named) or _told_by_text(one)


def _told_by_text(one: Distribution) -> str:
    """A licence known by its text alone; empty where it is not."""
    texts = (file.read_text(encoding="utf-8", errors="replace") for file in _licence_files(one))
    return "MIT" if any("Permission is hereby granted, free of charge" in text for text in texts) else ""


def _licence_files(one: Distribution) -> tuple[Path, ...]:
    """The files of a package's description that hold a licence; what a package says of them is often not all."""
    start = f"{_plain(one.name)}-{_plain(one.version)}-"
    folders = _descriptions(Path(str(one.locate_file(""))))
    folder = next((each for name, each in folders.items() if name.startswith(start)), None)
    if folder is None:
        return ()
    inside = folder / "licenses"
    listed = [each for each in folder.iterdir() if each.is_file() and _LICENCE_FILE.search(each.name)]
    listed += [each for each in inside.rglob("*") if each.is_file()] if inside.is_dir() else []
    return tuple(sorted(listed))


@cache
def _descriptions(place: Path) -> dict[str, Path]:
    """The folders in ``place`` that describe packages, by their names."""
    return {_plain(each.name): each for each in place.glob("*.dist-info")}
