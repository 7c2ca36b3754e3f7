"""What goes into the frozen program and what is left out, each with its reason.

The rules are plain data and plain functions on the lists that PyInstaller calls tables of contents: entries of
(name in the bundle, source file, kind). `packaging/netdesk.spec` applies them, on every platform.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]
"""Name in the bundle, source file, kind ("BINARY", "EXTENSION", "DATA", "SYMLINK")."""

MODULES_LEFT_OUT = {
    "ssl": "NetDesk speaks to nobody over a network, so no encryption library needs to be kept up to date",
    "_ssl": "as ssl",
    "_hashlib": "Python's own SHA-256 serves; this one brings OpenSSL",
    "_lzma": "nothing NetDesk reads or writes is packed so",
    "_bz2": "as _lzma",
    "_uuid": "made of chance, not of the network card's number",
    "lxml": "pygal draws with the standard library's XML as well",
    "PIL": "pictures are Qt's",
    "numpy": "nothing in NetDesk computes with it",
    "phonenumbers.geodata": "places of numbers are never asked for",
    "phonenumbers.geocoder": "as geodata",
    "phonenumbers.carrierdata": "companies of numbers are never asked for",
    "phonenumbers.carrier": "as carrierdata",
    "phonenumbers.tzdata": "time zones of numbers are never asked for",
    "phonenumbers.timezone": "as tzdata",
    "rapidocr": "the reader of photographed text would make the download four times as large",
    "onnxruntime": "as rapidocr",
    "cv2": "as rapidocr",
    "tkinter": "another window library",
    "curses": "no terminal is drawn on",
    "readline": "nothing is typed at a prompt",
    "pydoc": "texts for programmers",
    "pydoc_data": "texts for programmers",
    "doctest": "for tests",
    "unittest": "for tests",
    "pdb": "for programmers",
    "lib2to3": "for programmers",
    "setuptools": "for programmers",
    "pip": "for programmers",
    "PySide6.QtQml": "Qt Quick is not used",
    "PySide6.QtQuick": "Qt Quick is not used",
    "PySide6.QtOpenGL": "nothing is drawn with OpenGL",
    "PySide6.QtDBus": "nothing in NetDesk speaks to the desktop's bus itself",
    "qtpy.QtTest": "for tests",
}
"""Modules nobody imports on the way to anything NetDesk does."""

QT_PLUGINS_KEPT = {
    "platforms/*qxcb*": "windows on X11",
    "platforms/*qwayland*": "windows on Wayland",
    "platforms/*qoffscreen*": "printing, pictures and the self-test without a screen",
    "platforms/*qwindows*": "windows on Windows",
    "platforms/*qcocoa*": "windows on macOS",
    "wayland-shell-integration/*xdg-shell*": "windows on Wayland",
    "wayland-decoration-client/*": "frames where the desktop draws none",
    "platforminputcontexts/*compose*": "accents typed with several keys",
    "platforminputcontexts/*ibus*": "writing systems typed with several keys",
    "platformthemes/*xdgdesktopportal*": "the desktop's own file dialogs",
    "styles/*": "the platform's own controls",
    "iconengines/*qsvgicon*": "the program's icon, sharp in every size",
    "imageformats/*qjpeg*": "people's pictures",
    "imageformats/*qgif*": "people's pictures",
    "imageformats/*qwebp*": "people's pictures",
    "imageformats/*qsvg*": "charts and icons",
    "imageformats/*qico*": "icons",
    "imageformats/*qicns*": "icons on macOS",
    "printsupport/*": "printers",
}
"""Qt's plug-ins in use; all others are left out."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Leaves out every entry whose name fits ``pattern`` (see `fnmatch`; slashes forward)."""

    pattern: str
    reason: str


SYSTEM_LIBRARIES = {
    "libcups": "the system's own knows its printers",
    "libdbus-1": "the system's own fits its bus",
    "libX11": "the system's own fits its display",
    "libX11-xcb": "the system's own fits its display",
    "libfontconfig": "the system's own reads its list of fonts",
    "libfreetype": "the system's own draws as its desktop does",
    "libstdc++": "an older one than the system's keeps its graphics drivers from loading",
    "libgcc_s": "an older one than the system's keeps its graphics drivers from loading",
}
"""Linux: libraries every desktop has, and must have from its own system; installers name them as needed."""

RULES = (
    Rule("PySide6/*translations/*", "NetDesk speaks English so far, and Qt's own words with it"),
    Rule("PySide6/*/qml/*", "Qt Quick is not used"),
    Rule("PySide6/opengl32sw.dll", "nothing is drawn with OpenGL"),
    Rule("PySide6/Qt6Pdf*", "PDF files are written by Qt's printing, not read"),
    # PyInstaller brings an OpenSSL that happens to lie on the computer, for Qt's network.
    *(
        Rule(name, MODULES_LEFT_OUT["ssl"])
        for name in ("*libssl-*.dll", "*libcrypto-*.dll", "*libssl.*dylib", "*libcrypto.*dylib")
    ),
    Rule("qtawesome/fonts/phosphor-*", ""),
    Rule("qtawesome/fonts/*", "only Phosphor's icons are drawn"),
    Rule("*/qtawesome/tests/*", "for tests"),
    Rule("*.pyi", "for programmers"),
    Rule("*/py.typed", "for programmers"),
    Rule("*.dist-info/RECORD", "lists files that are packed away here"),
    Rule("*.dist-info/INSTALLER", "says who unpacked it on another computer"),
    Rule("*.dist-info/REQUESTED", "says who unpacked it on another computer"),
    Rule("*.dist-info/direct_url.json", "names a folder of the computer it was made on"),
    Rule("*.dist-info/uv_*.json", "says who unpacked it on another computer"),
    Rule("rapidfuzz/*_avx2.*", "the plain ones are fast enough, and serve every processor"),
    *(Rule(f"{library}.so.*", reason) for library, reason in SYSTEM_LIBRARIES.items()),
)
"""The first rule that fits decides; one with an empty reason keeps."""


def why_left_out(name: str) -> str:
    """Why the entry called ``name`` does not go in; empty when it goes in."""
    path = PurePosixPath(name.replace("\\", "/")).as_posix()
    if "/plugins/" in path and path.startswith("PySide6/"):
        plugin = path.split("/plugins/", 1)[1]
        kept = any(fnmatch(plugin, pattern) for pattern in QT_PLUGINS_KEPT)
        return "" if kept else f"Qt plug-ins of the kind “{plugin.split('/')[0]}” that nothing here uses"
    rule = next((rule for rule in RULES if fnmatch(path, rule.pattern)), None)
    return rule.reason if rule else ""


@dataclass(slots=True)
class Sorted:
    """What goes in, and what is left out by reason."""

    kept: list[Entry]
    left_out: dict[str, list[Entry]]


def sort_out(entries: Iterable[Entry]) -> Sorted:
    """Apply the rules to ``entries``."""
    done = Sorted([], {})
    for entry in entries:
        reason = why_left_out(entry[0])
        if reason:
            done.left_out.setdefault(reason, []).append(entry)
        else:
            done.kept.append(entry)
    return done


UNREACHED = "libraries only the parts left out asked for"


def drop_unreached(entries: Sequence[Entry], imports_of: Callable[[str], Iterable[str]]) -> Sorted:
    """Leave out shared libraries that nothing which goes in asks for any more.

    ``imports_of`` gives the names of the libraries that a source file is linked to. Libraries are told from
    plug-ins and extension modules by their kind and by lying at the top or in Qt's own folder of libraries.
    """
    libraries = {
        PurePosixPath(name).name: (name, source, kind)
        for name, source, kind in entries
        if _is_library(name, kind)
    }
    reached: set[str] = set()
    waiting = [source for name, source, kind in entries if kind != "SYMLINK" and not _is_library(name, kind)]
    while waiting:
        for wanted in imports_of(waiting.pop()):
            base = PurePosixPath(wanted.replace("\\", "/")).name
            if base in libraries and base not in reached:
                reached.add(base)
                waiting.append(libraries[base][1])
    done = Sorted([], {})
    for entry in entries:
        base = PurePosixPath(entry[0]).name
        if _is_library(entry[0], entry[2]) and base not in reached:
            done.left_out.setdefault(UNREACHED, []).append(entry)
        else:
            done.kept.append(entry)
    return done


def drop_dead_links(entries: Sequence[Entry], inside: Iterable[str]) -> list[Entry]:
    """Give ``entries`` without links to what is not ``inside`` (names in the bundle) any more."""
    there = set(inside)
    return [entry for entry in entries if entry[2] != "SYMLINK" or _target(entry[0], entry[1]) in there]


def _target(name: str, link: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), link))


def _is_library(name: str, kind: str) -> bool:
    """Whether an entry is a library others are linked to, by the places where PyInstaller puts them on Linux.

    Python's own library is loaded by the program itself, and is none of these.
    """
    path = PurePosixPath(name)
    at_library_place = path.parent.as_posix() in {".", "PySide6/Qt/lib"}
    return (
        kind == "BINARY" and at_library_place and ".so" in path.name and not path.name.startswith("libpython")
    )


def size_of(entries: Iterable[Entry]) -> int:
    """Bytes of the entries' sources; a source that is gone counts nothing."""
    return sum(path.stat().st_size for _, source, _ in entries if (path := Path(source)).is_file())


def report(left_out: dict[str, list[Entry]]) -> list[str]:
    """One line for each reason, the largest first: how many files and megabytes stay out, and why."""
    sized = sorted(
        ((size_of(entries), len(entries), reason) for reason, entries in left_out.items()), reverse=True
    )
    return [f"{size / 1e6:7.1f} MB  {count:4} files  {reason}" for size, count, reason in sized]
