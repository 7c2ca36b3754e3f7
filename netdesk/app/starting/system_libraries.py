"""The system libraries that Qt stands on under Linux, the packages that bring them, and what to type for them.

Qt's own libraries come with PySide6 or lie in the bundle; these are the system's. The set-up script of a checkout
reads this table before there is an environment, so this file needs Python alone.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

LIBRARIES = {
    "libEGL.so.1": ("libegl1", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libx11"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype2"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2", "krb5"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xinerama.so.0": ("libxcb-xinerama0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
}
"""The name Qt loads, with the package that holds it in Debian and its kin, and in Arch; Fedora knows the name."""
_OTHERS = {
    "libOpenGL.so.0": ("libopengl0", "libglvnd"),
    "libX11.so.6": ("libx11-6", "libx11"),
    "libXau.so.6": ("libxau6", "libxau"),
    "libXdmcp.so.6": ("libxdmcp6", "libxdmcp"),
    "libcups.so.2": ("libcups2", "libcups"),
    "libgcc_s.so.1": ("libgcc-s1", "gcc-libs"),
    "libstdc++.so.6": ("libstdc++6", "gcc-libs"),
    "libwayland-client.so.0": ("libwayland-client0", "wayland"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "wayland"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
}
"""What Qt or its libraries ask for as well, and every desktop has: named when it is missing, never asked for ahead."""
FONT_PACKAGES = ("fonts-dejavu-core", "ttf-dejavu", "dejavu-sans-fonts")
"""A font for Qt to draw with: Debian's, Arch's and Fedora's package."""


def can_load(library: str) -> bool:
    """Say whether the dynamic loader finds `library` and all that it needs itself."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(loads: Callable[[str], bool] = can_load) -> list[str]:
    """Return the names from LIBRARIES that cannot be loaded, in that order."""
    return [library for library in LIBRARIES if not loads(library)]


def packages_for(libraries: Iterable[str], font_here: bool) -> list[str]:
    """Return the Debian packages that bring `libraries` and, unless one is here, a font."""
    known = LIBRARIES | _OTHERS
    packages = sorted({known[library][0] for library in libraries if library in known})
    return packages if font_here else [*packages, FONT_PACKAGES[0]]


def not_found(files: Sequence[Path], inside: Path | None = None) -> list[str]:
    """The libraries that ``files`` and what they need ask for in vain, by the system's own tool; empty without it.

    ``inside`` is a folder of libraries that the program brings, which the loader looks into first.
    """
    tool = shutil.which("ldd")
    if tool is None:
        return []
    done = subprocess.run(
        [tool, *files],
        env=dict(os.environ) if inside is None else {**os.environ, "LD_LIBRARY_PATH": str(inside)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    lines = (line.split() for line in done.stdout.splitlines())
    return list(dict.fromkeys(words[0] for words in lines if words[1:] == ["=>", "not", "found"]))


def advice(libraries: Sequence[str], font_here: bool = True) -> str:
    """Return what a person has to type on this system for `libraries` and, unless one is here, a font.

    A library that is in no table is named as it is.
    """
    packages = LIBRARIES | _OTHERS
    known = all(library in packages for library in libraries)
    if known and shutil.which("apt-get"):
        wanted = " ".join(packages_for(libraries, font_here))
        return f"sudo apt-get update && sudo apt-get install {wanted}"
    if shutil.which("dnf"):
        names = [f"'{library}()(64bit)'" for library in libraries]
        return f"sudo dnf install {' '.join(names if font_here else [*names, FONT_PACKAGES[2]])}"
    if known and shutil.which("pacman"):
        names = sorted({packages[library][1] for library in libraries})
        return f"sudo pacman -S {' '.join(names if font_here else [*names, FONT_PACKAGES[1]])}"
    held = [*libraries, *([] if font_here else ["a TrueType font"])]
    return f"your package manager, from the packages that hold {', '.join(held)}"
