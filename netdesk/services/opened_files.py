"""What a file is that somebody double-clicked, dropped or named: told from its first bytes, else from its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from pathlib import Path

from netdesk.store.opening import APPLICATION_ID

WORKSPACE_ENDING = ".netdesk"
CALENDAR_ENDINGS = (".ics", ".ical", ".icalendar", ".ifb")
CONTACT_ENDINGS = (".vcf", ".vcard", ".csv", ".tsv", ".txt")
PICTURE_ENDINGS = (
    *(".jpg", ".jpeg", ".jpe", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff"),
    *(".heic", ".heif"),
)
_LOOKED_AT = 4096
_CARD = re.compile(rb"BEGIN\s{0,3}:\s{0,3}VCARD", re.IGNORECASE)
_CALENDAR = re.compile(rb"BEGIN\s{0,3}:\s{0,3}VCALENDAR", re.IGNORECASE)
_DATABASE = b"SQLite format 3\0"
_ID_AT = 68
"""Where SQLite keeps whose database a file is."""


class OpenedKind(Enum):
    """What NetDesk does with a file: opens it, brings events or contacts in, scans a card, or nothing."""

    WORKSPACE = "workspace"
    EVENTS = "events"
    CONTACTS = "contacts"
    PICTURE = "picture"
    UNKNOWN = "unknown"


def kind_of(path: Path) -> OpenedKind:
    """Tell what a file is. One that cannot be read is what its name says; folders are unknown."""
    ending = path.suffix.casefold()
    start = _first_bytes(path)
    if ending == WORKSPACE_ENDING or _is_workspace(start):
        return OpenedKind.WORKSPACE
    if _CARD.search(start):
        return OpenedKind.CONTACTS
    if ending in CALENDAR_ENDINGS or _CALENDAR.search(start):
        return OpenedKind.EVENTS
    if ending in PICTURE_ENDINGS:
        return OpenedKind.PICTURE
    # A name is no proof: what is no contacts after all is refused in words when it is read.
    return OpenedKind.CONTACTS if ending in CONTACT_ENDINGS else OpenedKind.UNKNOWN


def by_kind(files: Iterable[Path]) -> dict[OpenedKind, list[Path]]:
    """The files of each kind in their order, each once; kinds without files are left out."""
    found: dict[OpenedKind, list[Path]] = {}
    for path in dict.fromkeys(files):
        found.setdefault(kind_of(path), []).append(path)
    return found


def unknown_words(files: Iterable[Path]) -> str:
    """Say which files NetDesk can do nothing with, and what it takes."""
    names = [path.name for path in files]
    which = f"“{names[0]}”" if len(names) == 1 else f"{len(names)} files (“{names[0]}” and others)"
    return (
        f"NetDesk cannot open {which}. It takes contacts (.vcf, .csv), events (.ics), pictures of cards"
        " and workspaces (.netdesk)."
    )


def _is_workspace(start: bytes) -> bool:
    return start.startswith(_DATABASE) and start[_ID_AT : _ID_AT + 4] == APPLICATION_ID.to_bytes(4, "big")


def _first_bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(_LOOKED_AT)
    except OSError:
        return b""
