"""What a picture looks like, as plain values: colours by role, a font family and how wide words are. Needs no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

Measure = Callable[[str, float, int], float]
"""How wide words are, in pixels: (words, font size in pixels, weight 400 … 700)."""

ELLIPSIS = "…"
_PLUS, _LONGEST_SUM = " + ", 200
_LONGEST = 300
"""The most letters of a label that are looked at."""


class Letters(Enum):
    """The sizes of letters in a picture: pixels at the usual font size, the weight, and the colour's role."""

    LABEL = (12, 400, "text")
    UNDER = (11, 400, "text-2")
    FIGURE = (13, 600, "text")
    MORE = (12, 400, "faint")
    NAME = (11, 500, "text")
    AXIS = (10, 400, "faint")
    TITLE = (14, 600, "text")
    READING = (12, 400, "text-2")


def roughly(words: str, size: float, weight: int) -> float:
    """Guess how wide words are where no font can be asked: a little too wide rather than too narrow."""
    narrow = sum(letter in "iljtfrI.,:;'|!()[] " for letter in words)
    wide = sum(letter in "mwMWQO@%—" or ord(letter) > 0x2E7F for letter in words)
    plain = len(words) - narrow - wide
    return (narrow * 0.34 + plain * 0.6 + wide * 0.98) * size * (1.05 if weight >= 600 else 1.0)


@dataclass(frozen=True, slots=True)
class ChartLook:
    """Colours (``#rrggbb``) by the theme's roles, the font, and the scale: 1.0 where letters of text are 13 high.

    ``dashes``: lines differ by their dashes as well, because the paper has no colours.
    """

    colours: Mapping[str, str]
    family: str = "sans-serif"
    scale: float = 1.0
    measure: Measure = roughly
    dashes: bool = False

    def colour(self, role: str) -> str:
        """The colour of a role; a role nobody knows is drawn like the accent."""
        return self.colours.get(role) or self.colours.get("accent", "black")

    def px(self, logical: float) -> float:
        """Scale a length given at the usual font size."""
        return logical * self.scale

    def size(self, letters: Letters) -> float:
        """The font size of letters in pixels."""
        return float(max(9, round(letters.value[0] * self.scale)))

    def width(self, words: str, letters: Letters) -> float:
        """How wide words are in these letters, in pixels; of endless words only the line that is shown."""
        if len(words) > _LONGEST:
            words = one_line(words)
        return self.measure(words, self.size(letters), letters.value[1]) if words else 0.0

    def widest(self, lines: tuple[str, ...], letters: Letters) -> float:
        """How wide the widest of some lines is."""
        return max((self.width(line, letters) for line in lines), default=0.0)

    def cut(self, words: str, letters: Letters, room: float) -> str:
        """Cut words to the room there is, with an ellipsis; nothing at all if not even one letter has room."""
        line = one_line(words)
        if self.width(line, letters) <= room:
            return line
        short, long = 0, len(line)
        while short < long:
            middle = (short + long + 1) // 2
            if self.width(line[:middle].rstrip() + ELLIPSIS, letters) <= room:
                short = middle
            else:
                long = middle - 1
        return line[:short].rstrip() + ELLIPSIS if short else ""

    def cut_sum(self, words: str, letters: Letters, room: float) -> str:
        """Cut a sum such as "£14,100 + 3,100 CHF" before an amount, never within one while one amount has room."""
        amounts = words.split(_PLUS) if len(words) <= _LONGEST_SUM else [words]
        for count in range(len(amounts), 0, -1):
            shown = _PLUS.join([*amounts[:count], *([ELLIPSIS] if count < len(amounts) else [])])
            if self.width(shown, letters) <= room:
                return one_line(shown)
        return self.cut(words, letters, room)

    def broken(self, words: str, letters: Letters, room: float) -> list[str]:
        """Break words into lines that fit; a word too long for a line is cut."""
        lines: list[str] = []
        line = ""
        for word in one_line(words).split():
            longer = f"{line} {word}".strip()
            if line and self.width(longer, letters) > room:
                lines.append(line)
                longer = word
            line = longer if self.width(longer, letters) <= room else self.cut(longer, letters, room)
        return [*lines, line] if line else lines


def one_line(words: str) -> str:
    """Bring words to one short line of letters XML may hold: no control characters, no halves of letters."""
    line = " ".join(words[: 4 * _LONGEST].split())
    return "".join(letter for letter in line[:_LONGEST] if _may_stand(ord(letter)))


def _may_stand(code: int) -> bool:
    """Whether XML 1.0 allows a character (section 2.2 there)."""
    return code >= 0x20 and not 0xD800 <= code <= 0xDFFF and code not in (0xFFFE, 0xFFFF)
