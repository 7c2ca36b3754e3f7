"""Counts, hours and amounts as people type them: "7", "1,000", "2.5", "2 h 30", "-1"."""

from __future__ import annotations

import math
import re

from netdesk.method.typed_times import parse_typed_length

_COUNT = re.compile(r"[+\-\u2212]?\d{1,18}")
_SPACES = re.compile("[\\s\u00a0\u2009\u202f]")
_MINUTES_AN_HOUR = 60
_LONGEST = 40


def parse_count(text: str) -> int | None:
    """Read a whole number, with or without marks between its thousands; None when it is no number."""
    typed = _SPACES.sub("", text[:_LONGEST].strip()).replace("\u2212", "-")
    if re.fullmatch(r"[+\-]?\d{1,3}([,.'’]\d{3})+", typed):
        typed = re.sub(r"[,.'’]", "", typed)
    if len(text) > _LONGEST or not typed.isascii() or not _COUNT.fullmatch(typed):
        return None
    return int(typed)


def parse_hours(text: str) -> float | None:
    """Read a number of hours: "2.5", "2,5", "2 h 30", "90 min"; below nought, too; None when it is no length."""
    minutes = parse_typed_length(text)
    if minutes is not None:
        return minutes / _MINUTES_AN_HOUR
    typed = (
        _SPACES.sub("", text[:_LONGEST].casefold()).replace(",", ".").replace("\u2212", "-").removesuffix("h")
    )
    if len(text) > _LONGEST or not typed.isascii() or not re.fullmatch(r"[+\-]?\d{0,12}(\.\d{0,6})?", typed):
        return None
    try:
        hours = float(typed)
    except ValueError:
        return None
    return hours if math.isfinite(hours) else None


def hours_words(hours: float) -> str:
    """Write hours: "3 h", "2 h 30", "45 min"."""
    whole, minutes = divmod(round(hours * _MINUTES_AN_HOUR), _MINUTES_AN_HOUR)
    if not whole and minutes:
        return f"{minutes} min"
    return f"{whole} h {minutes:02}" if minutes else f"{whole} h"
