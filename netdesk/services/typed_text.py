"""Typed text at the border of the services: what is kept of it, and how much."""

from __future__ import annotations

import unicodedata

from netdesk.method.errors import InvalidInput

LINE = 200
"""The longest name or title, in characters."""
SENTENCE = 500
PAGE = 20_000
"""The longest note, in characters."""
_KEPT_CONTROLS = frozenset("\n\t")


def clean_line(text: str, limit: int = LINE, *, field: str = "") -> str:
    """One line: no control characters, runs of white space as one blank, none at its ends.

    Raises ``InvalidInput`` for more than ``limit`` characters, naming ``field``.
    """
    return _capped(" ".join(_without_controls(text).split()), limit, field)


def clean_text(text: str, limit: int = PAGE, *, field: str = "") -> str:
    """Text of several lines: line feeds and tabs stay, other control characters go, the ends are trimmed.

    Raises ``InvalidInput`` for more than ``limit`` characters, naming ``field``.
    """
    return _capped(_without_controls(text.replace("\r\n", "\n").replace("\r", "\n")).strip(), limit, field)


def _without_controls(text: str) -> str:
    return "".join(
        character
        if character in _KEPT_CONTROLS or unicodedata.category(character) not in ("Cc", "Cs")
        else " "
        for character in text
    )


def _capped(text: str, limit: int, field: str) -> str:
    if len(text) > limit:
        raise InvalidInput(
            f"That is {len(text):,} characters long; {limit:,} fit here.", "Shorten it.", field=field
        )
    return text
