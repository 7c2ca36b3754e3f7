"""Cutting a signature's text into pieces: the letter above it away, then at what people put between fields."""

from __future__ import annotations

import re

from netdesk.formats.signature_parts import TAKEN
from netdesk.formats.signature_words import ADDRESS, CLOSING, FIRM, LABEL_OF_FIELD, OTHER_LABEL, ROLE

_PIECES = re.compile(rf"[\t|•·;{TAKEN}]|\s[–—-]\s|\s/\s|\s{{3,}}|\s\((?=[^()]*\)?\s*$)")
_LEGAL_AFTER_COMMA = re.compile(r",\s*(?=(?:ltd|limited|inc|llc|llp|plc|gmbh|corp)\b)", re.IGNORECASE)
_FAMILY_FIRST = re.compile(r"[^\W\d_][\w'’-]+, [^\W\d_][\w'’-]+$")
_EMPTY_LABELS = re.compile(
    r"^(?:e-?mail|mail|e|web(?:site)?|w|url|linkedin|li|twitter|x|tel|phone|t|m|mob|mobile|and|or)?[\s:.,|<>()\[\]*_~/-]*$",
    re.IGNORECASE,
)


def below_the_closing(text: str) -> tuple[str, list[str]]:
    """Drop "Best regards" and its like; what stands above one, when something stands below, is the letter itself."""
    lines = [line.strip().lstrip(">").strip() for line in text.split("\n")]
    closings = [number for number, line in enumerate(lines) if line and CLOSING.match(line)]
    start = 0
    for number in closings:
        if any(line and not CLOSING.match(line) for line in lines[number + 1 :]):
            start = number + 1
    above = [line for line in lines[:start] if line and not CLOSING.match(line)]
    below = [line for line in lines[start:] if line and not CLOSING.match(line)]
    return "\n".join(below), above


def pieces_of(line: str) -> list[str]:
    """Split a line at what people put between fields; an address keeps its commas."""
    line = _LEGAL_AFTER_COMMA.sub(" ", line)
    found: list[str] = []
    parts = _PIECES.split(line)
    for part in parts:
        whole = part.strip(" ,:<>()[]*_-–").lstrip(".")
        if (
            ADDRESS.search(whole)
            and not LABEL_OF_FIELD.match(whole)
            and re.search(r"\d", whole)
            and "," in whole
        ):
            found += _address_and_rest(whole)
            continue
        if len(parts) > 1 and _FAMILY_FIRST.match(whole) and not (ROLE.search(whole) or FIRM.search(whole)):
            found.append("name: " + whole)
            continue
        for piece in whole.split(","):
            cleaned = piece.strip(" ,:<>()[]*_-–")
            if LABEL_OF_FIELD.match(cleaned):
                found.append(cleaned)
                continue
            cleaned = OTHER_LABEL.sub("", cleaned)
            if cleaned and not _EMPTY_LABELS.match(cleaned):
                found.append(cleaned)
    return found


def _address_and_rest(text: str) -> list[str]:
    """Keep an address with commas together; what stands before its first part that looks like one is its own piece."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    first = next(
        (number for number, part in enumerate(parts) if ADDRESS.search(part) or re.search(r"\d", part)), 0
    )
    return [*parts[:first], ", ".join(parts[first:])]


def is_address(text: str) -> bool:
    """Tell an address: a word for a street or place, and a number."""
    return ADDRESS.search(text) is not None and re.search(r"\d", text) is not None
