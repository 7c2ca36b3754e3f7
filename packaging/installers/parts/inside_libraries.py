"""The libraries in a bundle that are no Python packages: Python itself, SQLite, Qt, and those of the system."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from installers.bundle import Bundle
from installers.parts.debian_origin import DebianPackage
from installers.parts.inside import Part, place_inside
from installers.parts.licence_names import of_debian

_PYTHON = re.compile(
    r"libpython|python\d+\.dll$|Python\.framework/|lib-dynload/|^[^/]+\.pyd$|^[^/]+\.cpython-[^/]+\.so$"
)
_QT = re.compile(r"^PySide6/(.*/)?((lib)?Qt6\w+\.|Qt\w+\.framework/|plugins/)")
_NAME = re.compile(
    r"^(?P<name>.+?)(\.so(\.\d+)*|-\d+(\.\d+)*\.dll|\.dll|(\.\d+)*\.dylib|\.pyd)$", re.IGNORECASE
)
_WINDOWS_VERSION = re.compile("ProductVersion".encode("utf-16-le") + rb"(?:\0\0)+((?:[0-9.]\0)+)")
_READ_IN = 64 * 1024 * 1024
"""Bytes of a library that are searched for its version."""


@dataclass(frozen=True, slots=True)
class Known:
    """A library told by its files, with the words in it that say its version (one group)."""

    name: str
    licence: str
    files: re.Pattern[str]
    version: re.Pattern[bytes]
    what: str


KNOWN = (
    Known(
        "Python",
        "PSF-2.0",
        _PYTHON,
        re.compile(rb"(?<![\d.])(3\.\d+\.\d+(?:(?:a|b|rc)\d+)?)\+?\0"),
        "the language NetDesk is written in",
    ),
    Known(
        "SQLite",
        "blessing",
        re.compile(r"(^|/)(lib|_)?sqlite3[^/]*$"),
        re.compile(rb"(?<=\0)(3\.\d+\.\d+(?:\.\d+)?)(?=\0)"),
        "keeps the workspace",
    ),
    Known("Qt", "LGPL-3.0-only", _QT, re.compile(rb"Qt (6\.\d+\.\d+) \("), "windows, pictures and printing"),
    Known(
        "ICU",
        "Unicode-3.0",
        re.compile(r"^PySide6/.*icu(data|i18n|uc|dt|in)[^/]*$"),
        re.compile(rb"(?<=\0)(\d\d\.\d+)(?=\0)"),
        "sorts and compares words of all languages",
    ),
)
"""Those that are told by their files wherever they lie, before anybody else is asked."""
OPENSSL = Known(
    "OpenSSL",
    "Apache-2.0",
    re.compile(r"(^|/)lib(crypto|ssl)[-.][^/]*$"),
    re.compile(rb"OpenSSL (\d+\.\d+\.\d+[a-z]?) "),
    "encrypts",
)
Copies = Mapping[str, DebianPackage]
"""Which of a bundle's files are copies of an installed package's: see `debian_origin.origins`."""


def known_libraries(bundle: Bundle, compiled: Iterable[str], copies: Copies) -> list[Part]:
    """Python, SQLite, Qt and what Qt brings, with their files among ``compiled``; only what is there."""
    left, parts = list(compiled), list[Part]()
    for known in KNOWN:
        left = _take(bundle, known, left, parts, copies)
    return parts


def system_libraries(bundle: Bundle, left: Iterable[str], copies: Copies) -> list[Part]:
    """What the files ``left`` by packages and known libraries are: each in one part, by name."""
    copied = {path: copies[path] for path in left if path in copies}
    parts = _from_debian(copied)
    rest = _take(bundle, OPENSSL, [path for path in left if path not in copied], parts, copies)
    parts += _unknown(bundle, rest)
    return sorted(parts, key=lambda part: (part.name.lower(), part.files))


def _take(
    bundle: Bundle,
    known: Known,
    paths: list[str],
    parts: list[Part],
    copies: Copies,
) -> list[str]:
    """Put the files of a known library into ``parts``; gives the files that are left."""
    files = [path for path in paths if known.files.search(place_inside(path))]
    if files:
        version = _version(bundle, known, files)
        sources = sorted({copies[path].purl for path in files if path in copies})
        name = known.name.lower()
        parts.append(
            Part(
                known.name,
                version,
                known.licence,
                f"pkg:generic/{name}@{version}" if version else f"pkg:generic/{name}",
                known.what,
                tuple(files),
                origin=" ".join(sources),
            )
        )
    return [path for path in paths if path not in set(files)]


def _version(bundle: Bundle, known: Known, files: list[str]) -> str:
    for path in files:
        versions: set[str] = {found.decode() for found in known.version.findall(_bytes(bundle, path))}
        if known.name == "Python":
            ours = platform.python_version()
            if ours in versions:  # the one that made the bundle
                return ours
            minor = re.search(r"python(\d)\.?(\d+)", place_inside(path), re.IGNORECASE)
            versions = {one for one in versions if minor and one.startswith(f"{minor[1]}.{minor[2]}.")}
        if known.name == "ICU":
            major = re.search(r"(\d\d)$", path)
            versions = {one for one in versions if major and one.startswith(f"{major[1]}.")}
        if len(versions) == 1:
            return versions.pop()
    return ""


def _bytes(bundle: Bundle, path: str) -> bytes:
    with (bundle.folder / path).open("rb") as opened:
        return opened.read(_READ_IN)


def _from_debian(packages: dict[str, DebianPackage]) -> list[Part]:
    files: dict[DebianPackage, list[str]] = {}
    for path, package in packages.items():
        files.setdefault(package, []).append(path)
    return [
        Part(
            package.name,
            package.version,
            of_debian(package.copyright_text()),
            package.purl,
            "a library of the system",
            tuple(sorted(paths)),
        )
        for package, paths in files.items()
    ]


def _unknown(bundle: Bundle, paths: Iterable[str]) -> list[Part]:
    """Libraries nobody here knows: the name by the file, the version where Windows keeps one in it."""
    parts: dict[str, Part] = {}
    for path in paths:
        name = Path(path).name
        found = _NAME.match(name)
        name = found["name"] if found else name
        version = (
            _WINDOWS_VERSION.search(_bytes(bundle, path)) if path.lower().endswith((".dll", ".pyd")) else None
        )
        told = str(version[1], "utf-16-le").strip(".") if version else ""
        before = parts.get(name, Part(name, what="a library of the system"))
        parts[name] = replace(before, version=before.version or told, files=(*before.files, path))
    return list(parts.values())
