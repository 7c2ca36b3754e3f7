"""Text as people type or paste it, made safe to keep: no control characters, no lone halves, a sensible length."""

from __future__ import annotations

import unicodedata

from netdesk.method.errors import InvalidInput

LINE = 200
"""The longest name or title, in characters."""
SENTENCE = 500
PAGE = 20_000
"""The longest note, in characters."""
_IN_WORDS = {
    "given": "given name",
    "additional": "middle name",
    "family": "family name",
    "points": "way to reach somebody",
    "markets": "target market",
    "what_they_do": "text about what they do",
    "where_to": "text about where they want to get to",
    "met_words": "sentence on how you met",
    "how": "sentence on how they are close",
    "good_at": "text about what you are good at",
    "different": "text about how you are different",
    "helps_room": "text about the people in the room",
    "purpose_words": "purpose",
}
"""How a sentence speaks of a field whose own name would not do."""


def clean_line(text: str, limit: int = LINE, *, field: str = "") -> str:
    """One line: no control characters, runs of white space as one blank, none at its ends.

    Raises ``InvalidInput`` for more than ``limit`` characters, naming ``field``.
    """
    return _of_length(" ".join(_printable(text, keep="").split()), field, limit)


def clean_text(text: str, limit: int = PAGE, *, field: str = "") -> str:
    """Text of several lines: line feeds and tabs stay, other control characters go, the ends are trimmed.

    Raises ``InvalidInput`` for more than ``limit`` characters, naming ``field``.
    """
    lines = _printable(text.replace("\r\n", "\n").replace("\r", "\n"), keep="\n\t").split("\n")
    return _of_length("\n".join(line.rstrip() for line in lines).strip(), field, limit)


def required_line(text: str, limit: int, ask: str, *, field: str) -> str:
    """Return :func:`clean_line`; raises ``InvalidInput`` with the sentence ``ask`` when nothing is left."""
    line = clean_line(text, limit, field=field)
    if not line:
        raise InvalidInput(ask, field=field)
    return line


def _printable(text: str, keep: str) -> str:
    """Drop what cannot be kept or shown; other control characters become spaces."""
    if text.isprintable():
        return text
    return "".join(
        char if char in keep or (kind := unicodedata.category(char)) not in {"Cc", "Cs", "Zl", "Zp"} else
        ("" if kind == "Cs" or char == "\0" else " ")
        for char in text
    )  # fmt: skip


def _of_length(text: str, field: str, longest: int) -> str:
    if len(text) > longest:
        start = f"The {_IN_WORDS.get(field) or field.replace('_', ' ')} has" if field else "That has"
        raise InvalidInput(
            f"{start} {len(text):,} letters; up to {longest:,} can be kept.",
            "Shorten it, or put the rest into the notes.",
            field=field,
        )
    return text
