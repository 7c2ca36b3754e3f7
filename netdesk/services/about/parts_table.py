"""Reads `resources/licences/parts.toml`: the parts of NetDesk that are no Python packages."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

NAME = "parts.toml"


@dataclass(frozen=True, slots=True)
class OtherPart:
    """A part by hand: ``version`` is how to tell it, ``file`` a pattern of the files it is in.

    ``frozen`` is said of what is inside installed programs only.
    """

    name: str
    what: str
    licence: str
    texts: tuple[str, ...]
    version: str = ""
    platforms: tuple[str, ...] = ()
    file: str = ""
    frozen: bool = False


@dataclass(frozen=True, slots=True)
class PartsTable:
    """The parts that are no packages, and what is added to packages, by their names in small letters."""

    others: tuple[OtherPart, ...]
    packages: dict[str, OtherPart]


def read_table(folder: Path) -> PartsTable:
    """Read the table in ``folder``; an empty one where it is missing or odd."""
    try:
        table = tomllib.loads((folder / NAME).read_text(encoding="utf-8"))
        others = tuple(_part(one) for one in table.get("part", []) if one["name"])
        return PartsTable(others, {name: _part(one) for name, one in table.get("packages", {}).items()})
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return PartsTable((), {})


def _part(one: dict[str, object]) -> OtherPart:
    def word(name: str) -> str:
        return str(one.get(name, ""))

    def words(name: str) -> tuple[str, ...]:
        value = one.get(name, [])
        return tuple(str(each) for each in value) if isinstance(value, list) else ()

    return OtherPart(
        word("name"),
        word("what"),
        word("licence"),
        words("texts"),
        word("version"),
        words("platforms"),
        word("file"),
        one.get("frozen") is True,
    )
