"""Lines of text with their places on a photographed card: mended, put in the order one reads them, turned upright."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

Box = tuple[float, float, float, float]
_LONGEST = 2_000
_AT = re.compile(r"(?<=[\w.-])\s*(?:@|＠|\(at\)|\[at\])\s*(?=[\w-])")
_MAIL_WITH_GAPS = re.compile(r"(@[\w-]+(?:\.[\w-]+)*)\s*\.\s+(?=[a-z]{2,})")
_WEB_WITH_GAPS = re.compile(r"\b(www|https?)\s*(\.|:)\s*", re.IGNORECASE)
# Two numbers read as one word: "T:02079460123M:07700900222".
_JOINED = re.compile(r"(?<=\d{5})(?=(?:tel|mob(?:ile)?|fax|[tmfpd])\.?:?\s*[+(]?\d{4})", re.IGNORECASE)
_CONTACT = re.compile(r"@|www\.|https?:|\d[\d\s().-]{6,}")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line as it was read: its box in pixels, and from 0 to 1 how sure its letters are.

    ``seen`` is the box on the picture itself, when the line's own box has been turned since.
    """

    text: str
    left: float
    top: float
    width: float
    height: float
    confidence: float
    seen: Box | None = None

    @property
    def box(self) -> Box:
        """Where the line stands on the picture: left, top, width, height."""
        return self.seen or (self.left, self.top, self.width, self.height)


def mended_line(text: str) -> str:
    """Repair what readers of letters get wrong: wide forms, blanks inside addresses; drop what cannot be shown."""
    text = unicodedata.normalize("NFKC", text[:_LONGEST])
    text = "".join(char if char.isprintable() else " " for char in text)
    text = _AT.sub("@", text)
    text = _MAIL_WITH_GAPS.sub(r"\1.", text)
    text = _WEB_WITH_GAPS.sub(r"\1\2", text)
    text = _JOINED.sub(" ", text)
    return " ".join(text.split())


def in_reading_order(lines: Sequence[TextLine]) -> tuple[list[TextLine], int]:
    """Sort lines from the top down, and from left to right where they stand beside each other.

    When most lines stand upright on their ends, the picture lies on its side: the boxes are turned first, and the
    degrees clockwise by which the picture would stand upright are given with them (0, 90 or 270).
    """
    turn = 0
    if sum(_is_on_end(line) for line in lines) * 2 > len(lines):
        turn = _turn_needed(lines)
        lines = [_turned(line, turn) for line in lines]
    ordered: list[TextLine] = []
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda one: one.top + one.height / 2):
        middle = line.top + line.height / 2
        last = rows[-1][-1] if rows else None
        if last is not None and abs(middle - (last.top + last.height / 2)) < 0.5 * min(
            line.height, last.height
        ):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        ordered += sorted(row, key=lambda one: one.left)
    return ordered, turn


def _is_on_end(line: TextLine) -> bool:
    return line.height > 1.5 * line.width and len(line.text) > 2


def _turn_needed(lines: Sequence[TextLine]) -> int:
    """90 or 270: on a card, numbers and addresses stand below the names, so they tell which side was up."""
    contact = [line.left + line.width / 2 for line in lines if _CONTACT.search(line.text)]
    others = [line.left + line.width / 2 for line in lines if not _CONTACT.search(line.text)]
    if not contact or not others:
        return 90
    # Turned clockwise, the left side becomes the upper one.
    return 90 if sum(contact) / len(contact) > sum(others) / len(others) else 270


def _turned(line: TextLine, turn: int) -> TextLine:
    left, top = (-line.top - line.height, line.left) if turn == 90 else (line.top, -line.left - line.width)
    return replace(line, left=left, top=top, width=line.height, height=line.width, seen=line.box)


def around(lines: Sequence[TextLine]) -> Box:
    """The box on the picture that holds all these lines."""
    boxes = [line.box for line in lines]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
    return left, top, right - left, bottom - top
