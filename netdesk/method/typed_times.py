"""Times of day and lengths as people type them: "17:30", "5.30 pm", "noon", "2 h", "90 min"."""

from __future__ import annotations

import re
from datetime import time

_CLOCK = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))? ?(am|pm|a|p)?")
_LENGTH = re.compile(
    r"(?:(\d{1,3}(?:[.,]\d{1,2})?) ?(?:h|hr|hrs|hours?))? ?(?:(\d{1,4}) ?(?:m|min|mins|minutes?)?)?"
)
_WORDS = {"noon": time(12), "midday": time(12), "midnight": time(0)}
_HOURS = 24
_HALF_DAY = 12
_MINUTES = 60
_LONGEST_MINUTES = 366 * _HOURS * _MINUTES


def parse_typed_time(text: str) -> time | None:
    """Read a time of day, or return None when it is not understood.

    Understands "17:30", "17.30", "1730", "17", "5pm", "5.30 p.m.", "noon", "midnight".
    """
    typed = " ".join(text.casefold().split()).replace("p.m.", "pm").replace("a.m.", "am").rstrip(".")
    if typed in _WORDS:
        return _WORDS[typed]
    found = _CLOCK.fullmatch(typed)
    if found is None or not found[0].isascii():
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")[:1]
    if half:
        if not 1 <= hour <= _HALF_DAY:
            return None
        hour = hour % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
    return time(hour, minute) if hour < _HOURS and minute < _MINUTES else None


def read_kept_time(kept: str | None) -> time | None:
    """Return a time of day as it is kept ("10:00"); None for none, or one that another program wrote wrong."""
    try:
        return time.fromisoformat(kept) if kept else None
    except ValueError:
        return None


def parse_typed_length(text: str) -> int | None:
    """Read a length as minutes: "2 h", "1.5h", "1 h 30", "90 min"; None for anything else or no length at all."""
    typed = " ".join(text.casefold().split()).rstrip(".")
    found = _LENGTH.fullmatch(typed)
    if found is None or not typed.isascii() or not any(char.isalpha() for char in typed):
        return None
    hours = float((found[1] or "0").replace(",", "."))
    minutes = round(hours * _MINUTES) + int(found[2] or 0)
    return minutes if 0 < minutes <= _LONGEST_MINUTES else None
