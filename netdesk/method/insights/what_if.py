"""The arithmetic "if": events a month × solid contacts each × share closed × 12 (method §9).

Two events a month, four good connections at each and half of them closed make 48 clients a year. The fractions are
exact; only words are rounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from netdesk.method.errors import InvalidInput
from netdesk.method.insights.readings import number, rounded

MONTHS_A_YEAR = 12
MOST = 100
"""As many events a month, and solid contacts at one event, are believed."""
_LONGEST = 20
_TENTHS = 10
_WHOLE = 100
_BROKEN = re.compile(r"(\d{1,6})\s*/\s*(\d{1,6})")
_NUMBER = re.compile(r"\d{0,20}([.,]\d{0,6})?")
_GLYPHS = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5),
    "⅛": Fraction(1, 8),
}
_NAMES = {
    Fraction(1, 2): "half",
    Fraction(1, 3): "a third",
    Fraction(2, 3): "two thirds",
    Fraction(1, 4): "a quarter",
    Fraction(3, 4): "three quarters",
}
_SIMPLE = tuple(
    Fraction(part, whole)
    for part, whole in ((0, 1), (1, 10), (1, 5), (1, 4), (1, 3), (1, 2), (2, 3), (3, 4), (1, 1))
)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What would be if: events a month, solid contacts at each, and the share of those that become clients (0 to 1).

    Raises InvalidInput naming ``events``, ``solid`` or ``closed`` for what nobody could do.
    """

    events_a_month: Fraction
    solid_each: Fraction
    share_closed: Fraction

    def __post_init__(self) -> None:
        if not 0 <= self.events_a_month <= MOST:
            raise InvalidInput(f"Choose up to {MOST} events a month.", field="events")
        if not 0 <= self.solid_each <= MOST:
            raise InvalidInput(f"Choose up to {MOST} solid contacts at each event.", field="solid")
        if not 0 <= self.share_closed <= 1:
            raise InvalidInput("The share closed is between none and all of them.", field="closed")

    @property
    def clients_a_year(self) -> Fraction:
        """How many clients a year that would be, exactly."""
        return self.events_a_month * self.solid_each * self.share_closed * MONTHS_A_YEAR


THE_METHODS = WhatIf(Fraction(2), Fraction(4), Fraction(1, 2))
"""The method's example: 48 clients a year."""


def parse_amount(text: str, field: str, question: str) -> Fraction:
    """Read "2", "2.5", "2,5", "2½" or "1/3". Raises InvalidInput with ``question`` for anything else."""
    found = _read(text)
    if found is None:
        raise InvalidInput(f"“{text.strip()[:_LONGEST]}” is no number.", question, field=field)
    return found


def parse_share(text: str) -> Fraction:
    """Read "1/2", "½", "50%", "50" or "0.5"; a number above one is taken for percent. Raises InvalidInput."""
    typed = text.strip().casefold()
    percent = typed.endswith("%")
    if typed in ("half", "a half"):
        return Fraction(1, 2)
    found = _read(typed.removesuffix("%"))
    if found is None:
        raise InvalidInput(
            f"“{text.strip()[:_LONGEST]}” is no share.", "Write 1/2, ½ or 50%.", field="closed"
        )
    return found / _WHOLE if percent or found > 1 else found


def exactly(value: Fraction) -> str:
    """Write a fraction so that it can be read back exactly: "2", "5/2"."""
    return str(value)


def amount_text(value: Fraction) -> str:
    """Write an amount with one decimal at most: "2", "2.5"."""
    tenths = rounded(value * _TENTHS)
    return f"{tenths // _TENTHS}" if tenths % _TENTHS == 0 else f"{tenths // _TENTHS}.{tenths % _TENTHS}"


def share_text(value: Fraction) -> str:
    """Write a share for a field: "1/2", "1/3", "34%"."""
    if value.denominator in (2, 3, 4):
        return str(value)
    return f"{amount_text(value * _WHOLE)}%"


def stepped_amount(text: str, by: int) -> str | None:
    """Return the whole number above or below what is written, between none and 100; None for what is no number."""
    value = _read(text)
    if value is None:
        return None
    whole = rounded(value)
    near = whole if whole != value and (whole > value) == (by > 0) else whole + by
    return str(min(MOST, max(0, near)))


def stepped_share(text: str, by: int) -> str | None:
    """Return the next simple share above or below what is written: 1/4, 1/3, 1/2 …; None for what is no share."""
    try:
        value = parse_share(text)
    except InvalidInput:
        return None
    beyond = [share for share in _SIMPLE if (share > value if by > 0 else share < value)]
    return (str(min(beyond)) if by > 0 else str(max(beyond))) if beyond else None


def clients_words(what: WhatIf) -> str:
    """Write the result: "48 a year", "about 36 a year", "none"."""
    clients = what.clients_a_year
    if not clients:
        return "none"
    whole = rounded(clients)
    if clients.denominator == 1:
        return f"{whole:,} a year"
    return f"about {whole:,} a year" if whole else "less than one a year"


def events_words(value: Fraction) -> str:
    """Write "two events a month", "one event a month", "2.5 events a month"."""
    return f"{_amount_words(value)} {'event' if value == 1 else 'events'} a month"


def solid_words(value: Fraction) -> str:
    """Write "four solid contacts", "about three solid contacts"."""
    about = "" if value * _TENTHS == rounded(value * _TENTHS) else "about "
    return f"{about}{_amount_words(value)} solid {'contact' if value == 1 else 'contacts'}"


def share_name(value: Fraction) -> str:
    """Write a share in a sentence: "half", "a third", "34%"."""
    return _NAMES.get(value) or f"{rounded(value * _WHOLE)}%"


def if_sentence(what: WhatIf) -> str:
    """Say it: "At half, two events a month with four solid contacts each would bring 48 a year."."""
    share = what.share_closed
    closed = f"At {share_name(share)}" if 0 < share < 1 else f"If {'all are' if share else 'none is'} closed"
    return (
        f"{closed}, {events_words(what.events_a_month)} with {solid_words(what.solid_each)} each"
        f" would bring {clients_words(what)}."
    )


def _amount_words(value: Fraction) -> str:
    text = amount_text(value)
    return number(int(text)) if text.isdigit() else text


def _read(text: str) -> Fraction | None:
    """Read a number that is not negative; None for anything else."""
    typed = text.strip()
    if not typed or len(typed) > _LONGEST:
        return None
    rest = Fraction(0)
    if typed[-1] in _GLYPHS:
        rest, typed = _GLYPHS[typed[-1]], typed[:-1].strip()
        if not typed:
            return rest
        return rest + int(typed) if typed.isascii() and typed.isdigit() else None
    broken = _BROKEN.fullmatch(typed)
    if broken is not None and typed.isascii():
        return Fraction(int(broken[1]), int(broken[2])) if int(broken[2]) else None
    if not typed.isascii() or _NUMBER.fullmatch(typed) is None or not any(map(str.isdigit, typed)):
        return None
    return Fraction(typed.replace(",", ".").strip(".") if typed[-1] in ",." else typed.replace(",", "."))
