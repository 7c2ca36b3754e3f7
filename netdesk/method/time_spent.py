"""How long something took, as people type it when they log time: "1 h 30", "45 min", "1:30", "2", "90"."""

from __future__ import annotations

import re

from netdesk.method.typed_times import parse_typed_length

_MINUTES_AN_HOUR = 60
_CLOCK = re.compile(r"(\d{1,2})[:h](\d{2})")
_BARE = re.compile(r"(\d{1,4})(?:[.,](\d{1,2}))?")
_MOST_BARE_HOURS = 12
"""A number alone is hours up to here, and minutes above: nobody types 45 for as many hours."""


def parse_time_spent(text: str) -> int | None:
    """Read a time as minutes; None when it is not understood or is none at all."""
    typed = " ".join(text.casefold().split())
    if not typed.isascii() or len(typed) > 40:
        return None
    clock = _CLOCK.fullmatch(typed.replace(" ", ""))
    if clock is not None and int(clock[2]) < _MINUTES_AN_HOUR:
        return int(clock[1]) * _MINUTES_AN_HOUR + int(clock[2]) or None
    bare = _BARE.fullmatch(typed)
    if bare is None:
        return parse_typed_length(typed)
    number = float(f"{bare[1]}.{bare[2] or 0}")
    return round(number * _MINUTES_AN_HOUR if number <= _MOST_BARE_HOURS else number) or None
