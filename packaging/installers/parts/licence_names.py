"""Licences by the identifiers of SPDX, from the words that packages and Debian use for them."""

from __future__ import annotations

import re

_NAMES = {
    "bsd 2-clause": "BSD-2-Clause",
    "bsd 3-clause": "BSD-3-Clause",
    "bsd-2-clause": "BSD-2-Clause",
    "bsd-3-clause": "BSD-3-Clause",
    "bzip2": "bzip2-1.0.6",
    "expat": "MIT",
    "freetype license": "FTL",
    "gnu lgpl v3+": "LGPL-3.0-or-later",
    "ijg, bsd 3-clause and zlib": "IJG AND BSD-3-Clause AND Zlib",
    "lgpl 3": "LGPL-3.0-only",
    "libpng": "libpng-2.0",
    "mit license": "MIT",
    "python software foundation license 2": "PSF-2.0",
    "unicode license 3": "Unicode-3.0",
    "zlib": "Zlib",
}
_GNU = re.compile(r"(A?GPL|LGPL|GFDL)-(\d)(\.\d)?(\+)?")
_MIT_BEGINS = "permission is hereby granted, free of charge, to any person obtaining a copy"


def spdx(words: str) -> str:
    """The SPDX expression that ``words`` stand for; the words themselves where none is known."""
    plain = " ".join(words.split())
    if plain.lower() in _NAMES:
        return _NAMES[plain.lower()]
    joined = re.split(r"(\s+(?:and|or)\s+)", plain, flags=re.IGNORECASE)
    return "".join(part.upper() if number % 2 else _one(part) for number, part in enumerate(joined))


def _one(name: str) -> str:
    """One licence's name; Debian writes "LGPL-2.1+" where SPDX writes "LGPL-2.1-or-later"."""
    gnu = _GNU.fullmatch(name)
    if gnu:
        family, major, minor, later = gnu.groups()
        return f"{family}-{major}{minor or '.0'}-{'or-later' if later else 'only'}"
    return _NAMES.get(name.lower(), name)


def by_its_text(text: str) -> str:
    """The licence whose text this is, where it is one of the few that are used word by word; else empty."""
    return "MIT" if _MIT_BEGINS in " ".join(text.lower().split()) else ""


def of_debian(copyright_file: str) -> str:
    """The licence of a Debian package, by its copyright file; empty where parts of it have different ones.

    Which part is in a library's file cannot be told from there. The form is
    https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/; older files are judged by their text.
    """
    if not copyright_file.startswith("Format:"):
        return by_its_text(copyright_file)
    found = set()
    for paragraph in re.split(r"\n\s*\n", copyright_file):
        files = re.search(r"^Files:\s*(\S+)", paragraph, re.MULTILINE)
        licence = re.search(r"^License:[ \t]*(\S.*)$", paragraph, re.MULTILINE)
        if files and licence and not files[1].startswith("debian/"):
            found.add(by_its_text(paragraph) or spdx(licence[1].strip()))
    return found.pop() if len(found) == 1 else ""
