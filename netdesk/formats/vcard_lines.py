"""From a vCard file's text to cards of unfolded lines, forgiving what real programs get wrong.

Lines are unfolded (one blank removed), soft breaks of quoted-printable joined, base64 without indentation
taken together; then lines are gathered into cards, with missing ends and cards inside cards sorted out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from netdesk.formats.contact_card import Unreadable, excerpt

_BLANKS = frozenset(" \t")
_MAY_BE_BOUNDARY = frozenset("BbEe \t\ufeff")
_BOUNDARY = re.compile(r"[\s\ufeff]*(?:[\w-]+\.)?(BEGIN|END)\s*:\s*VCARD[\s;]*$", re.IGNORECASE)
_INDENTED_BEGIN = re.compile(r"^([ \t]+)BEGIN:VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE)
_BASE64_LINE = re.compile(r"[A-Za-z0-9+/]+={0,2}\s*")
_AGENT = re.compile(r"(?:[\w-]+\.)?AGENT(?:;[^:]*)?:\s*$", re.IGNORECASE)
_LOOK_AHEAD = 2000
_DEEPEST = 3


@dataclass(slots=True)
class RawCard:
    """The unfolded lines of one card with their numbers (from 1)."""

    line: int
    lines: list[tuple[int, str]] = field(default_factory=list)


Logical = tuple[int, str]


def unfolded(text: str) -> list[Logical]:
    """Split text into logical lines, each with the number (from 1) it begins on; empty ones are left out."""
    indented = _INDENTED_BEGIN.search(text)
    if indented and "\nBEGIN:VCARD" not in text[: indented.start() + 1].upper():
        margin = indented.group(1)
        text = re.sub(f"^{re.escape(margin)}", "", text, flags=re.MULTILINE)
    lines = text.split("\n")
    lines.append("")
    found: list[Logical] = []
    add = found.append
    position, last = 0, len(lines) - 1
    while position < last:
        line = lines[position]
        position += 1
        if not line:
            continue
        following = lines[position]
        if following[:1] in _BLANKS or line[-1] == "=" or (following and ":" not in following):
            start = position
            line, position = _joined(lines, position, line)
            add((start, line))
        else:
            add((position, line))
    return found


def _joined(lines: list[str], position: int, first: str) -> tuple[str, int]:
    """Join a line with what continues it; give it and the position of the next line."""
    if _BOUNDARY.match(first):
        return first, position
    parts = [first]
    quoted, base64 = _encoding_of(first)
    headless = ":" not in first
    while position < len(lines) - 1:
        following = lines[position]
        if following[:1] in _BLANKS:
            if quoted and parts[-1].endswith("="):
                parts[-1] = parts[-1][:-1]
                following = following.lstrip()
                parts.append(following)
            else:
                parts.append(following[1:])
            if headless and ":" in following:
                # The head itself was folded ("TYPE=" at a line's end).
                headless = False
                quoted, base64 = _encoding_of("".join(parts))
        elif quoted and parts[-1].endswith("=") and not _BOUNDARY.match(following):
            parts[-1] = parts[-1][:-1]
            parts.append(following)
        elif base64 and _BASE64_LINE.fullmatch(following):
            parts.append(following)
        else:
            break
        position += 1
    return "".join(parts), position


def _encoding_of(line: str) -> tuple[bool, bool]:
    """Tell whether a line's head announces quoted-printable, and whether base64."""
    head = line[:400].partition(":")[0].upper()
    if "QUOTED-PRINTABLE" in head:
        return True, False
    return False, "BASE64" in head or "ENCODING=B" in head


def raw_cards(text: str) -> Iterator[RawCard | Unreadable]:
    """Gather a file's lines into cards, in the order in which the cards end.

    A card without an end stops where the next begins. A card inside a card comes by itself, except an agent's
    (vCard 2.1), which stays in the line that announced it. Lines outside any card
    are reported once per stretch.
    """
    logical = unfolded(text)
    open_cards: list[RawCard] = []
    stray: tuple[int, str] | None = None
    index, count = 0, len(logical)
    while index < count:
        number, line = logical[index]
        index += 1
        boundary = _BOUNDARY.match(line) if line[0] in _MAY_BE_BOUNDARY else None
        if boundary is None:
            if open_cards:
                open_cards[-1].lines.append((number, line))
            elif stray is None and line.strip() and line[0] != "#":
                stray = (number, line)
            continue
        if stray:
            yield _outside(stray)
            stray = None
        if boundary.group(1).upper() == "END":
            if open_cards:
                yield open_cards.pop()
        elif open_cards and _announces_agent(open_cards[-1]):
            index = _take_agent(logical, index, open_cards[-1])
        else:
            if open_cards and not _is_nested(logical, index):
                yield open_cards.pop()
            open_cards.append(RawCard(number))
    if stray:
        yield _outside(stray)
    while open_cards:
        yield open_cards.pop()


def _outside(stray: tuple[int, str]) -> Unreadable:
    return Unreadable(stray[0], "These lines stand outside any card.", excerpt(stray[1]))


def _announces_agent(card: RawCard) -> bool:
    return bool(card.lines) and _AGENT.match(card.lines[-1][1]) is not None


def _take_agent(logical: list[Logical], index: int, card: RawCard) -> int:
    """Fold an agent's card into the line that announced it, as vCard 3.0 writes it; give the next index."""
    inner = ["BEGIN:VCARD"]
    depth = 1
    while index < len(logical) and depth:
        line = logical[index][1]
        index += 1
        inner.append(line)
        boundary = _BOUNDARY.match(line)
        if boundary:
            depth += 1 if boundary.group(1).upper() == "BEGIN" else -1
    number, head = card.lines[-1]
    escaped = (
        "\n".join(inner).replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")
    )
    card.lines[-1] = (number, head.rstrip() + escaped)
    return index


def _is_nested(logical: list[Logical], index: int) -> bool:
    """Tell a card inside a card from one whose predecessor lacks its end: a second end follows it."""
    depth = 1
    for _, line in logical[index : index + _LOOK_AHEAD]:
        boundary = _BOUNDARY.match(line) if line[0] in _MAY_BE_BOUNDARY else None
        if boundary is None:
            continue
        begins = boundary.group(1).upper() == "BEGIN"
        if depth == 0:
            return not begins
        depth += 1 if begins else -1
        if depth > _DEEPEST:
            return False
    return False
