"""Partial dates, days in relative words, and moments that carry an offset. Nothing here reads a clock."""

from __future__ import annotations

import re
from calendar import isleap
from dataclasses import dataclass
from datetime import date, datetime

from netdesk.method.calendar_words import MONTHS, WEEKDAYS, short_day

_DAYS_A_WEEK = 7
_DAYS_A_MONTH = 30.4375
_DAYS_A_YEAR = 365.25
# Up to these many days (or weeks) the smaller unit is the clearer one.
_LAST_DAY_COUNT = 13
_LAST_WEEK_COUNT = 12
_MONTHS_IN_WORDS = 24
_LEAP_YEAR = 2000
_PARTIAL = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?"
    r"|(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"
    r"|--(?P<mm>\d{2})(?:-?(?P<dd>\d{2}))?"
    r"|---(?P<only>\d{2})"
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which parts may be unknown, as birthdays are; raises ValueError for an impossible one."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.year is None and self.month is None and self.day is None:
            raise ValueError("A date needs a year, a month or a day.")
        if self.year is not None and self.day is not None and self.month is None:
            raise ValueError("A date with a year and a day needs a month.")
        date(_LEAP_YEAR if self.year is None else self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        """Write the date as it is kept: ``1980-05-17``, ``1980-05``, ``1980``, ``--05-17`` or ``---17``."""
        month = "" if self.month is None else f"{self.month:02}"
        day = "" if self.day is None else f"{self.day:02}"
        if self.year is not None:
            return "-".join(part for part in (f"{self.year:04}", month, day) if part)
        if not month:
            return f"---{day}"
        return f"--{month}-{day}" if day else f"--{month}"

    def as_date(self) -> date | None:
        """Return the plain date when every part is known, else None."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def words(self) -> str:
        """Write the date for reading: "17 May 1980", "17 May", "May 1980", "1980", "the 17th" as "day 17"."""
        if self.month is None:
            return str(self.year) if self.year is not None else f"day {self.day}"
        parts = (self.day, MONTHS[self.month - 1], self.year)
        return " ".join(str(part) for part in parts if part is not None)

    def next_occurrence(self, today: date) -> date | None:
        """Return the next day, today included, with this month and day; None when either is unknown.

        29 February is kept on the 28th in common years, so that nobody is congratulated late.
        """
        if self.month is None or self.day is None:
            return None
        return next(
            (day for year in (today.year, today.year + 1) if (day := self._in_year(year)) and day >= today),
            None,
        )

    def age_on(self, day: date) -> int | None:
        """Return the years completed on that day; None unless the whole date is known and not after it."""
        born = self.as_date()
        if born is None or born > day:
            return None
        this_year = self._in_year(day.year)
        return day.year - born.year - (this_year is not None and this_year > day)

    def _in_year(self, year: int) -> date | None:
        if self.month is None or self.day is None or not date.min.year <= year <= date.max.year:
            return None
        leap_day = (self.month, self.day) == (2, 29)
        return date(year, self.month, 28 if leap_day and not isleap(year) else self.day)


def parse_partial(text: str) -> PartialDate | None:
    """Read ``1980-05-17``, ``19800517``, ``1980-05``, ``1980``, ``--05-17``, ``--0517`` or ``---17``.

    None when the text is not a date in one of these forms. A time after ``T`` is passed over.
    """
    found = _PARTIAL.fullmatch(text.strip().partition("T")[0])
    if found is None or not found[0].isascii():
        return None
    year, month, day = (
        next((int(found[name]) for name in names if found[name]), None)
        for names in (("year", "y"), ("month", "m", "mm"), ("day", "d", "dd", "only"))
    )
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def ago(days: int) -> str:
    """Say how long ago in few letters: "today", "yesterday", "3 d ago", "2 w ago", "7 months ago"."""
    if days <= 0:
        return "today"
    return "yesterday" if days == 1 else f"{_short(days)} ago"


def relative_day(day: date, today: date) -> str:
    """Say a day near today: "today", "tomorrow", "yesterday", "in 2 days", "3 d ago", "in 5 w"."""
    days = (day - today).days
    if days <= 0:
        return ago(-days)
    if days == 1:
        return "tomorrow"
    return f"in {days} days" if days <= _LAST_DAY_COUNT else f"in {_short(days)}"


def due_words(due: date, today: date) -> str:
    """Say when something is due: "6 d late", "today", "tomorrow", "by Wed" within a week, else "by 4 Dec"."""
    days = (due - today).days
    if days < 0:
        return f"{-days} d late"
    if days <= 1:
        return ("today", "tomorrow")[days]
    return f"by {WEEKDAYS[due.weekday()][:3]}" if days < _DAYS_A_WEEK else f"by {short_day(due, today)}"


def span_words(days: int) -> str:
    """Say a length of time in words: "less than a day", "9 days", "3 weeks", "7 months", "2 years"."""
    if days < 1:
        return "less than a day"
    for number, unit in (
        (days if days <= _LAST_DAY_COUNT else 0, "day"),
        (days // _DAYS_A_WEEK if days // _DAYS_A_WEEK < _LAST_WEEK_COUNT else 0, "week"),
        (months if (months := round(days / _DAYS_A_MONTH)) < _MONTHS_IN_WORDS else 0, "month"),
    ):
        if number:
            return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
    return f"{round(days / _DAYS_A_YEAR)} years"


def parse_moment(text: str) -> datetime:
    """Read an ISO moment with its offset, "2026-11-24T17:30:00+00:00"; raises ValueError without one."""
    moment = datetime.fromisoformat(text.strip())
    if moment.tzinfo is None:
        raise ValueError(f"A moment needs an offset, such as +00:00: {text!r}")
    return moment


def format_moment(moment: datetime) -> str:
    """Write a moment as ISO with offset, to the second; raises ValueError for one without an offset."""
    if moment.tzinfo is None:
        raise ValueError("A moment needs an offset before it is kept.")
    return moment.isoformat(timespec="seconds")


def _short(days: int) -> str:
    if days <= _LAST_DAY_COUNT:
        return f"{days} d"
    weeks = days // _DAYS_A_WEEK
    return f"{weeks} w" if weeks <= _LAST_WEEK_COUNT else span_words(days)
