"""Dates as address books write them, whole or in part, made into ISO text."""

from __future__ import annotations

import calendar
import re

NO_YEAR = 1604  # Apple writes this year when none is known: the first leap year of its calendar's epoch.

_WHOLE = re.compile(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[T\s].*|Z)?$", re.DOTALL)
_NO_YEAR = re.compile(r"--?(\d{2})-?(\d{2})(?:[T\s].*)?$", re.DOTALL)
_YEAR_MONTH = re.compile(r"(\d{4})-(\d{2})$")
_YEAR = re.compile(r"(\d{4})$")
_MONTH_ONLY = re.compile(r"--(\d{2})-?$")
_DAY_FIRST = re.compile(r"(\d{1,2})[\s.-]+([A-Za-z]{3,9})\.?,?(?:[\s.-]+(\d{4}|\d{2}))?$")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}))?$")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})$")
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {name[:3]: number for name, number in _MONTHS.items()}


def partial_date(text: str, omitted_year: int | None = None) -> str | None:
    """Read a date as ISO text: "1980-03-22", "--05-17", "1980-05" or "1980"; None when it is no date.

    ``omitted_year`` is the year that stands for "no year" (X-APPLE-OMIT-YEAR); 0 and 1604 always do.
    """
    text = text.strip()
    if len(text) > 60:
        return None
    if match := _WHOLE.match(text):
        return _iso(int(match[1]), int(match[3]), int(match[4]), omitted_year)
    if match := _NO_YEAR.match(text):
        return _iso(None, int(match[1]), int(match[2]), omitted_year)
    if match := _YEAR_MONTH.match(text):
        return text if 1 <= int(match[2]) <= 12 and int(match[1]) else None
    return _year_or_month(text) or _written_out(text, omitted_year)


def _year_or_month(text: str) -> str | None:
    if _YEAR.match(text):
        return text if int(text) else None
    if match := _MONTH_ONLY.match(text):
        return f"--{match[1]}" if 1 <= int(match[1]) <= 12 else None
    return None


def _written_out(text: str, omitted_year: int | None) -> str | None:
    if match := _DAY_FIRST.match(text):
        day, name, year = match[1], match[2], match[3]
    elif match := _MONTH_FIRST.match(text):
        name, day, year = match[1], match[2], match[3]
    elif match := _DOTTED.match(text):
        return _iso(int(match[3]), int(match[2]), int(match[1]), omitted_year)
    else:
        return None
    month = _MONTHS.get(name.lower()) or _SHORT.get(name.lower())
    if month is None:
        return None
    return _iso(_four_digits(year), month, int(day), omitted_year)


def _four_digits(year: str | None) -> int | None:
    """Read a year; two digits mean the last hundred years seen from 2069, as POSIX has it."""
    if not year:
        return None
    number = int(year)
    return number if len(year) == 4 else number + (2000 if number < 69 else 1900)


def _iso(year: int | None, month: int, day: int, omitted_year: int | None) -> str | None:
    if year in (0, NO_YEAR) or (omitted_year is not None and year == omitted_year):
        year = None
    if not 1 <= month <= 12:
        return None
    longest = calendar.monthrange(year if year is not None else 2000, month)[1]
    if not 1 <= day <= longest:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}" if year is not None else f"--{month:02d}-{day:02d}"
