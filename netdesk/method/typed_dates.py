"""Days as people type or pick them: "tomorrow", "fri", "24 nov", "24/11/2026", "in 3 days"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from netdesk.method.calendar_words import MONTHS, WEEKDAYS

FRIDAY = 4
_DAYS_A_WEEK = 7
_MONTHS_A_YEAR = 12
_CENTURY = 2000
_SHORTEST_NAME = 3
_NUMBER_WORDS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve")
_NUMBERS = dict(zip(_NUMBER_WORDS, (1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12), strict=True))
_NEAR = {"today": 0, "tod": 0, "now": 0, "tomorrow": 1, "tom": 1, "tmr": 1, "yesterday": -1}
_SPAN = re.compile(r"(?:in |\+ ?)?(\d{1,4}|[a-z]+) ?(days?|d|weeks?|wks?|w|months?|m|years?|y)( ago)?")
_NUMERIC = re.compile(r"(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ?(?:of )?([a-z]+)(?: (\d{4}|\d{2}))?")
_MONTH_DAY = re.compile(r"([a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}|\d{2}))?")


class QuickDate(NamedTuple):
    """A day offered beside a follow-up: its words and the day itself."""

    label: str
    day: date


def next_weekday(weekday: int, today: date) -> date:
    """Return the next such weekday (0 is Monday) after today, never today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % _DAYS_A_WEEK + 1)


def quick_dates(today: date) -> tuple[QuickDate, ...]:
    """Return the days offered for a follow-up: today, tomorrow, the coming Friday and in two weeks."""
    return (
        QuickDate("Today", today),
        QuickDate("Tomorrow", today + timedelta(days=1)),
        QuickDate("Friday", next_weekday(FRIDAY, today)),
        QuickDate("In two weeks", today + timedelta(days=2 * _DAYS_A_WEEK)),
    )


def add_months(day: date, months: int) -> date:
    """Return the same day some months on; the month's last day where it has no such day."""
    count = day.year * _MONTHS_A_YEAR + day.month - 1 + months
    year, month = divmod(count, _MONTHS_A_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def parse_typed_date(text: str, today: date, *, day_first: bool = True) -> date | None:
    """Read a day a person typed, or return None when it is not understood.

    Understands near words, weekdays (the next one after today; "next fri" is in the coming calendar week),
    "in 3 days", "2 w", "two weeks ago", "next week", "24 nov", "Nov 24 2026", ISO dates, and numbers in the
    order ``day_first`` says. A day without a year is the next such day, today included.
    """
    typed = " ".join(text.casefold().replace(",", " ").split()).rstrip(".")
    if typed in _NEAR:
        return today + timedelta(days=_NEAR[typed])
    try:
        return (
            _parse_weekday(typed, today)
            or _parse_span(typed, today)
            or _parse_written(typed, today, day_first)
        )
    except (ValueError, OverflowError):
        return None


def _parse_weekday(typed: str, today: date) -> date | None:
    word = typed.removeprefix("on ").removeprefix("this ")
    following = word.startswith("next ")
    weekday = _place(word.removeprefix("next "), WEEKDAYS)
    if weekday is None:
        return None
    if following:
        return today + timedelta(days=_DAYS_A_WEEK - today.weekday() + weekday)
    return next_weekday(weekday, today)


def _parse_span(typed: str, today: date) -> date | None:
    typed = {"next week": "1 week", "next month": "1 month", "next year": "1 year"}.get(typed, typed)
    found = _SPAN.fullmatch(typed)
    if found is None:
        return None
    number = int(found[1]) if found[1].isdecimal() else _NUMBERS.get(found[1])
    if number is None:
        return None
    number = -number if found[3] else number
    unit = found[2][0]
    if unit == "d":
        return today + timedelta(days=number)
    if unit == "w":
        return today + timedelta(weeks=number)
    return add_months(today, number if unit == "m" else number * _MONTHS_A_YEAR)


def _parse_written(typed: str, today: date, day_first: bool) -> date | None:
    if iso := _ISO.fullmatch(typed):
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    written = _without_weekday(typed)
    if found := _NUMERIC.fullmatch(written):
        first, second = int(found[1]), int(found[2])
        day, month = (first, second) if day_first else (second, first)
        return _complete(day, month, found[3], today)
    for pattern, day_group, month_group in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        found = pattern.fullmatch(written)
        place = None if found is None else _place(found[month_group], MONTHS)
        if found is not None and place is not None:
            return _complete(int(found[day_group]), place + 1, found[3], today)
    return None


def _complete(day: int, month: int, year: str | None, today: date) -> date:
    if year is not None:
        return date(int(year) + (_CENTURY if len(year) == len("26") else 0), month, day)
    # Eight years on there has been a 29 February, whatever the century.
    for candidate in range(today.year, today.year + 9):
        if day <= monthrange(candidate, _month(month))[1] and date(candidate, month, day) >= today:
            return date(candidate, month, day)
    raise ValueError("No such day.")


def _month(month: int) -> int:
    if not 1 <= month <= _MONTHS_A_YEAR:
        raise ValueError("No such month.")
    return month


def _without_weekday(typed: str) -> str:
    first, _, rest = typed.partition(" ")
    return rest if rest and _place(first, WEEKDAYS) is not None else typed


def _place(word: str, names: tuple[str, ...]) -> int | None:
    word = word.removesuffix(".")
    if len(word) < _SHORTEST_NAME:
        return None
    return next((place for place, name in enumerate(names) if name.casefold().startswith(word)), None)
