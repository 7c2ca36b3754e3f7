"""How this NetDesk came onto the computer, as far as it can be told from where it lies."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import netdesk

_DPKG = Path("/var/lib/dpkg/info")


@dataclass(frozen=True, slots=True)
class Installed:
    """``words`` say how ("from the Debian package"), ``folder`` is the program's own.

    ``frozen`` says whether it brings a Python of its own.
    """

    words: str
    folder: Path
    frozen: bool


def installed(
    executable: Path | None = None,
    *,
    frozen: bool | None = None,
    platform: str = sys.platform,
    dpkg: Path = _DPKG,
) -> Installed:
    """Look where the program lies. The arguments stand for this program's own, for tests."""
    if not (getattr(sys, "frozen", False) if frozen is None else frozen):
        package = Path(netdesk.__file__).resolve().parent
        is_checkout = (package.parent / "pyproject.toml").is_file()
        words = "from source, in a checkout" if is_checkout else "as a Python package"
        return Installed(words, package.parent if is_checkout else package, False)
    program = (executable or Path(sys.executable)).resolve()
    folder = program.parent
    if platform == "darwin" and folder.parent.name == "Contents":
        folder = folder.parents[1]
    return Installed(_way(program, platform, dpkg), folder, True)


def _way(program: Path, platform: str, dpkg: Path) -> str:
    folder = program.parent
    if platform == "darwin":
        return "as a macOS application"
    if platform == "win32":
        has_uninstaller = any(each.name.lower().startswith("uninst") for each in folder.glob("*.exe"))
        return "by the Windows installer" if has_uninstaller else "unpacked from the portable ZIP"
    return _linux_way(folder, dpkg)


def _linux_way(folder: Path, dpkg: Path) -> str:
    if os.environ.get("APPIMAGE"):
        return "as an AppImage"
    if folder == Path("/usr/lib/netdesk") and any(dpkg.glob("netdesk*.list")):
        return "from the Debian package"
    if folder.is_relative_to("/usr") and not folder.is_relative_to("/usr/local"):
        return "from a package of the system"
    if (folder / "share-folder").is_file():  # left there by packaging/linux/install.sh
        return "from the tar.gz"
    if (folder.parent / "install.sh").is_file():
        return "unpacked from the tar.gz, not installed"
    return "in a folder of its own"
