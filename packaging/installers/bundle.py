"""The frozen program: a folder with the program, all it needs, and nothing of a Python of this computer."""

from __future__ import annotations

import platform
import re
import sys
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
"""The checkout."""
WORK = TOP / "build" / "package"
"""What is made on the way."""
PRODUCTS = TOP / "dist"
"""What is given to people."""
APPLICATION_ID = "org.netdesk.NetDesk"
"""How desktops and macOS tell this application from all others."""

_PLATFORMS = {"linux": "linux", "darwin": "macos", "win32": "windows"}
_MACHINES = {"amd64": "x86_64", "x64": "x86_64", "aarch64": "arm64"}


class PackagingError(Exception):
    """Something is missing or wrong; the words say what, and what to do."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """One frozen program: ``folder`` holds the program and its parts (on macOS: ``NetDesk.app`` itself).

    ``platform`` is "linux", "windows" or "macos"; ``machine`` "x86_64" or "arm64".
    """

    folder: Path
    version: str
    platform: str
    machine: str

    @property
    def size(self) -> int:
        """Bytes of all files together; a link counts nothing."""
        return sum(file.stat().st_size for file in self.files())

    def files(self) -> list[Path]:
        """Every file, in order of its path."""
        return sorted(path for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink())

    def product(self, ending: str) -> str:
        """The name of a product for this platform: ``netdesk-0.1.0-linux-x86_64.tar.gz``."""
        return f"netdesk-{self.version}-{self.platform}-{self.machine}{ending}"


def own_version(top: Path = TOP) -> str:
    """The version of NetDesk; ``netdesk/__init__.py`` is the one place it is written. Raises PackagingError."""
    text = (top / "netdesk" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if found is None:
        raise PackagingError("netdesk/__init__.py names no __version__.")
    return found[1]


def this_platform(name: str = sys.platform) -> str:
    """The platform as products name it. Raises PackagingError where NetDesk is not built."""
    try:
        return _PLATFORMS[name]
    except KeyError:
        raise PackagingError(f"NetDesk is not built on {name}; use Linux, Windows or macOS.") from None


def this_machine(name: str | None = None) -> str:
    """The kind of processor as products name it: "x86_64" or "arm64"."""
    lowered = (platform.machine() if name is None else name).lower()
    return _MACHINES.get(lowered, lowered)
