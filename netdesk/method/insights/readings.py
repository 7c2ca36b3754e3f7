"""The words that readings share: shares, counts, and when there is too little to say (method §9).

A reading is one sentence made from figures. It is said only where there is enough to say; else it says so, kindly.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction

TOO_FEW = 5
"""With fewer wins, events, cards or reactions than this nothing is read from them (method §7)."""

_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_TENTHS = 10
_NEAR = Fraction(2, 100)
_BROKEN = (
    (Fraction(1, 4), "a quarter"),
    (Fraction(1, 3), "a third"),
    (Fraction(2, 3), "two thirds"),
    (Fraction(3, 4), "three quarters"),
)


def is_too_few(count: float) -> bool:
    """Whether so many wins, events, cards or reactions are too few to read anything from."""
    return count < TOO_FEW


def too_few(count: int, one: str, many: str = "") -> str:
    """Say that there is too little to read: "3 wins in this time: too few to say."."""
    if not count:
        return f"No {many or one + 's'} in this time yet."
    return f"{counted(count, one, many)} in this time: too few to say."


def share(part: float, whole: float) -> Fraction | None:
    """Return the exact share of a part in the whole; None where there is no whole."""
    return Fraction(part) / Fraction(whole) if whole else None


def rounded(value: Fraction | float) -> int:
    """Round to the nearest whole number, a half away from nought; the same on every machine."""
    exact = Fraction(value)
    return int(math.copysign(math.floor(abs(exact) + Fraction(1, 2)), exact))


def percent(value: Fraction | float) -> int:
    """Return a share in whole percent: 34 for 24 of 71."""
    return rounded(Fraction(value) * 100)


def percent_words(value: Fraction | float | None) -> str:
    """Write a share as "34%"; "–" where there is none. What is there is never "0%", what is missing never "100%"."""
    if value is None:
        return "–"
    exact, whole = Fraction(value), percent(value)
    if exact > 0 and not whole:
        return "under 1%"
    return "over 99%" if exact < 1 and whole == 100 else f"{whole}%"


def share_words(value: Fraction | float) -> str:
    """Say a share as people do: "six in ten", "half", "a third", "none", "nearly all", "all".

    To the nearest tenth; a quarter, a third and their likes where it is within two points of them.
    """
    exact = Fraction(value)
    if exact <= 0:
        return "none"
    if exact >= 1:
        return "all"
    for fraction, words in _BROKEN:
        if abs(exact - fraction) <= _NEAR:
            return words
    tenths = rounded(exact * _TENTHS)
    if not tenths:
        return "hardly any"
    if tenths == _TENTHS:
        return "nearly all"
    return "half" if 2 * tenths == _TENTHS else f"{_NUMBERS[tenths]} in ten"


def share_of(value: Fraction | float, whole: str) -> str:
    """Say a share of something: "half of your time", "six tenths of it", "none of your time"."""
    words = share_words(value).replace(" in ten", " tenths").replace("one tenths", "a tenth")
    return f"{words} of {whole}"


def number(value: int) -> str:
    """Write a number as a word up to twelve, above in digits: "two", "13", "1,250"; nought is "0"."""
    return _NUMBERS[value] if 0 < value < len(_NUMBERS) else f"{value:,}"


def counted(count: int, one: str, many: str = "") -> str:
    """Write a count with its noun: "1 win", "24 wins", "0 one-to-ones"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def joined(parts: Iterable[str], last: str = "and") -> str:
    """Join words as a list in a sentence: "Ada", "Ada and Ben", "Ada, Ben and Cy"."""
    words = [part for part in parts if part]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def sentence(text: str) -> str:
    """Make a sentence of words: a capital first, a full stop last; "" stays ""."""
    words = text.strip()
    if not words:
        return ""
    return f"{words[0].upper()}{words[1:]}{'' if words[-1] in '.!?…' else '.'}"


def sentences(*texts: str) -> str:
    """Put sentences one after the other; empty ones are left out."""
    return " ".join(made for made in map(sentence, texts) if made)
