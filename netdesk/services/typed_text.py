"""Text as people type or paste it, made safe to keep: no control characters, no lone halves, a sensible length."""

from __future__ import annotations

import unicodedata

from netdesk.method.errors import InvalidInput

LINE = 200
"""The longest name or title, in characters."""
SENTENCE = 500
PAGE = 20_000
"""The longest note, in characters."""
LONGEST_LINE = 300
LONGEST_TEXT = PAGE
_SHOWN_IN_TITLE = 60


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


def typed_line(text: str, field: str, longest: int = LONGEST_LINE) -> str:
    """Return ``text`` on one line without control characters; raises InvalidInput above ``longest`` letters.

    ``field`` is the word for the field ("title"); it stands in the sentence and in the error.
    """
    return clean_line(text, longest, field=field)


def typed_text(text: str, field: str, longest: int = LONGEST_TEXT) -> str:
    """Return ``text`` with its lines, without control characters; raises InvalidInput above ``longest``."""
    return clean_text(text, longest, field=field)


def required_line(text: str, field: str, ask: str, longest: int = LONGEST_LINE) -> str:
    """Return :func:`typed_line`; raises InvalidInput with the sentence ``ask`` when nothing is left."""
    line = typed_line(text, field, longest)
    if not line:
        raise InvalidInput(ask, field=field)
    return line


def in_title(text: str) -> str:
    """Shorten a name for a sentence of the history."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN_IN_TITLE else f"{line[: _SHOWN_IN_TITLE - 1].rstrip()}…"


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
        start = f"The {field} has" if field else "That has"
        raise InvalidInput(
            f"{start} {len(text):,} letters; up to {longest:,} can be kept.",
            "Shorten it, or put the rest into the notes.",
            field=field,
        )
    return text
