"""What is in a root, path by path, and what became of it."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

NOT_LOOKED_AT = ("proc", "dev", "run", "sys", "tmp")
"""What a system makes anew at each start."""
OF_THE_PACKAGE_SYSTEM = (
    "etc/ld.so.cache",
    "var/cache/apt*",
    "var/cache/debconf/*",
    "var/cache/ldconfig/*",
    "var/cache/man/*",
    "var/lib/apt/*",
    "var/lib/dpkg/available*",
    "var/lib/dpkg/lock*",
    "var/lib/dpkg/status*",
    "var/lib/dpkg/triggers/*",
    "var/log/alternatives.log",
    "var/log/apt/*",
    "var/log/apt",
    "var/log/dpkg.log",
)
"""Its own books: they name every package that ever was there."""

Listing = Mapping[str, str]
"""A path without the leading slash, and what it is: kind, rights, owner and content."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Paths that came, went, or are another thing than before."""

    come: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.come or self.gone or self.changed)

    def __str__(self) -> str:
        parts = (("left behind", self.come), ("taken away", self.gone), ("changed", self.changed))
        return "; ".join(f"{word}: {', '.join(paths)}" for word, paths in parts if paths)


def listing(top: Path) -> Listing:
    """Read a whole root; links are not followed."""
    found: dict[str, str] = {}
    for folder, folders, names in os.walk(top):
        here = Path(folder)
        if here == top:
            folders[:] = [name for name in folders if name not in NOT_LOOKED_AT]
        for name in (*folders, *names):
            path = here / name
            found[str(path.relative_to(top))] = _what(path)
    return found


def difference(before: Listing, after: Listing, but: Iterable[str] = ()) -> Difference:
    """What became of ``before``; paths that match a pattern of ``but`` are not told of."""
    patterns = tuple(but)

    def told(path: str) -> bool:
        return not any(fnmatch(path, pattern) for pattern in patterns)

    return Difference(
        tuple(sorted(path for path in after.keys() - before.keys() if told(path))),
        tuple(sorted(path for path in before.keys() - after.keys() if told(path))),
        tuple(
            sorted(
                path for path in before.keys() & after.keys() if before[path] != after[path] and told(path)
            )
        ),
    )


def _what(path: Path) -> str:
    state = path.lstat()
    said = f"{stat.filemode(state.st_mode)} {state.st_uid}:{state.st_gid}"
    if stat.S_ISLNK(state.st_mode):
        return f"{said} -> {path.readlink()}"
    if stat.S_ISREG(state.st_mode):
        return f"{said} {hashlib.sha256(path.read_bytes()).hexdigest()}"
    return said
