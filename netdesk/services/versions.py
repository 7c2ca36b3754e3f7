"""What NetDesk is made of, in a few words: the parts that matter most, and their versions.

Every part with its licence is told by `netdesk/services/about`.
"""

from __future__ import annotations

import platform
import sqlite3
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from netdesk import __version__


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the program; ``version`` is empty when it cannot be told."""

    name: str
    version: str
    licence: str


_PACKAGES = (
    ("Qt for Python", "PySide6_Essentials", "LGPL 3"),
    ("Peewee", "peewee", "MIT"),
    ("QtAwesome with Phosphor icons", "qtawesome", "MIT"),
    ("phonenumbers", "phonenumbers", "Apache 2.0"),
    ("icalendar", "icalendar", "BSD 2-Clause"),
    ("RapidFuzz", "rapidfuzz", "MIT"),
    ("platformdirs", "platformdirs", "MIT"),
    ("tzdata", "tzdata", "Apache 2.0"),
    ("zxing-cpp", "zxing-cpp", "Apache 2.0"),
    ("pygal", "pygal", "LGPL 3"),
)


def parts() -> tuple[Part, ...]:
    """NetDesk itself first, then what it stands on."""
    return (
        Part("NetDesk", __version__, "MIT"),
        Part("Python", platform.python_version(), "PSF"),
        Part("SQLite", sqlite3.sqlite_version, "public domain"),
        *(Part(name, _version(package), licence) for name, package, licence in _PACKAGES),
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # not everything is inside everywhere
        return ""
