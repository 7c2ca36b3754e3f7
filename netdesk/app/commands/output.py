"""Answers on standard output, messages on standard error."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Sequence

_WIDEST = 48
_GAP = "  "


def say(text: str) -> None:
    """Write a message for the person at the keyboard."""
    print(plain(text), file=sys.stderr)


def write_json(values: object) -> None:
    """Write an answer as one JSON document."""
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "")
    print(json.dumps(values, indent=2, ensure_ascii=encoding != "utf8"))


def write_line(text: str) -> None:
    """Write a line of an answer."""
    print(_encodable(plain(text)))


def write_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write rows under their heads in columns as wide as they need, up to 48 letters."""
    table = [[_cut(plain(cell)) for cell in row] for row in (heads, *rows)]
    widths = [max(width(row[place]) for row in table) for place in range(len(heads))]
    for row in table:
        cells = [cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)]
        print(_encodable(_GAP.join(cells).rstrip()))


def plain(text: str) -> str:
    """One line without control characters, so that no name can steer a terminal."""
    return "".join(
        " " if char in "\n\t" else char
        for char in text
        if char in "\n\t" or unicodedata.category(char) != "Cc"
    )


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1].rstrip() + "…"


def _encodable(text: str) -> str:
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    return text.encode(encoding, "replace").decode(encoding)
