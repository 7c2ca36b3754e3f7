"""A file's name made from the title of an event, fit for every system."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 80
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|]+')
# Names Windows keeps for devices: Microsoft, "Naming Files, Paths, and Namespaces".
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def pdf_name(title: str, *, pocket: bool = False) -> str:
    """Give ``Chamber autumn mixer.pdf``; slashes and the like become spaces, a very long title is cut."""
    letters = "".join(char for char in title if unicodedata.category(char)[0] != "C")
    name = " ".join(_NOT_IN_NAMES.sub(" ", letters).split())[:_LONGEST].strip(" .")
    if not name or _DEVICES.fullmatch(name):
        name = f"Prep sheet {name}".strip()
    return f"{name} (pocket).pdf" if pocket else f"{name}.pdf"
