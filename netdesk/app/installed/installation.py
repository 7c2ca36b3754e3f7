"""The frozen program on this computer: where it lies, and whether all its files are as they were made.

An installer brings `installed-files.json`, a list of every file with its size and SHA-256. In a checkout and in a
wheel there is no such list and no installation in this sense: `here` gives None.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from netdesk.method.errors import NetDeskError

LIST_NAME = "installed-files.json"
_PIECE = 1 << 20
_NAMED = 5
_REMEDY = "Install NetDesk again; your workspace is not touched."


class InstallationDamaged(NetDeskError):
    """Files of the program are missing or not as they were installed; ``names`` has them."""

    def __init__(self, names: tuple[str, ...], state: str = "missing") -> None:
        super().__init__(_damage(names, state, _NAMED), _REMEDY)
        self.names = names
        self._state = state

    def in_one_line(self) -> str:
        """The same with one file named, where there is room for no more."""
        return f"{_damage(self.names, self._state, 1)} {_REMEDY}"


def _damage(names: tuple[str, ...], state: str, most: int) -> str:
    shown = ", ".join(names[:most])
    more = f" and {len(names) - most:,} more" if len(names) > most else ""
    return f"This installation of NetDesk is damaged: {shown}{more} {'is' if len(names) == 1 else 'are'} {state}."


@dataclass(frozen=True, slots=True)
class Findings:
    """What a look through the files found; names are relative to the top, with slashes, in order.

    ``seen`` is the number of files that were listed.
    """

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    seen: int

    @property
    def sound(self) -> bool:
        """Whether every file is there as it was installed; further files are no fault."""
        return not self.missing and not self.changed

    def damage(self) -> InstallationDamaged | None:
        """What is wrong with them, to be said or raised; None when all is well."""
        if self.missing:
            return InstallationDamaged(self.missing)
        return InstallationDamaged(self.changed, "not as installed") if self.changed else None

    def must_be_sound(self) -> None:
        """Raise ``InstallationDamaged`` unless they are."""
        if (damage := self.damage()) is not None:
            raise damage


@dataclass(frozen=True, slots=True)
class Installation:
    """A frozen program: ``top`` is its folder (on macOS NetDesk.app), ``list_file`` the list of its files."""

    top: Path
    list_file: Path

    def version(self) -> str:
        """The version on the disk, which differs from the running one once it was installed over.

        Raises ``InstallationDamaged`` where the list cannot be read.
        """
        return self._read()[0]

    def glance(self) -> Findings:
        """Look whether every file is there in its size, and read none but the list. Raises as ``look``."""
        return self._look(lambda path, digest: True)

    def look(self) -> Findings:
        """Look through every file, its bytes as well. Raises ``InstallationDamaged`` without a list to go by."""
        return self._look(lambda path, digest: _digest(path) == digest)

    def _look(self, is_same: Callable[[Path, str], bool]) -> Findings:
        missing, changed, seen = [], [], 0
        for name, size, digest in self._files():
            seen += 1
            found = _size(self.top / name)
            if found is None:
                missing.append(name)
            elif found != size or not is_same(self.top / name, digest):
                changed.append(name)
        return Findings(tuple(missing), tuple(changed), seen)

    def _files(self) -> Iterator[tuple[str, int, str]]:
        for name, (size, digest) in sorted(self._read()[1].items()):
            yield name, size, digest

    def _read(self) -> tuple[str, dict[str, tuple[int, str]]]:
        name = self.list_file.relative_to(self.top).as_posix()
        try:
            told = json.loads(self.list_file.read_text(encoding="utf-8"))
            files = {str(file): (int(size), str(digest)) for file, (size, digest) in told["files"].items()}
            return str(told["version"]), files
        except FileNotFoundError:
            raise InstallationDamaged((name,)) from None
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            raise InstallationDamaged((name,), "not readable") from None


def here() -> Installation | None:
    """The installation this program runs from; None in a checkout or a wheel."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is None or not getattr(sys, "frozen", False):
        return None
    inside = Path(bundle)
    if inside.name == "Frameworks":  # NetDesk.app/Contents/Frameworks
        return Installation(inside.parents[1], inside.parent / "Resources" / LIST_NAME)
    return Installation(inside.parent, inside / LIST_NAME)


def _size(path: Path) -> int | None:
    """Bytes of the file; None when there is none."""
    try:
        return path.stat().st_size if path.is_file() else None
    except OSError:
        return None


def _digest(path: Path) -> str:
    """The SHA-256 of the file in hexadecimal digits; empty when it cannot be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
    except OSError:
        return ""
    return digest.hexdigest()
