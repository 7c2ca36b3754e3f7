"""The periods that figures are told for: a month, a quarter, a year, the last twelve months, or days of one's own.

A period has a first and a last day, both part of it, and a period before it to compare with.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from netdesk.method.calendar_words import MONTHS
from netdesk.method.errors import InvalidInput

MONTHS_A_YEAR = 12
_MONTHS_A_QUARTER = 3
_FIRST_YEAR, _LAST_YEAR = 1900, 9998
_EARLIEST_YEAR = _FIRST_YEAR - 200
"""What can be chosen begins later, so that the longest period still has one before it to be compared with."""
_LONGEST_DAYS = 36_525
_SPELLED = re.compile(r"(?P<year>\d{4})(-(?P<part>q[1-4]|\d{2}))?", re.IGNORECASE)
_OWN = re.compile(r"(\d{4}-\d{2}-\d{2})\s*(?:\.\.|to)\s*(\d{4}-\d{2}-\d{2})", re.IGNORECASE)
_REMEDY = "Write 2026, 2026-Q3, 2026-11, last-12-months, or 2026-01-15..2026-03-31."


class PeriodKind(StrEnum):
    """How a period is chosen."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    LAST_12_MONTHS = "last_12_months"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    @property
    def name(self) -> str:
        """Its name with the year: "November 2026"."""
        return f"{MONTHS[self.number - 1]} {self.year}"

    @property
    def short(self) -> str:
        """Its name of three letters: "Nov"."""
        return MONTHS[self.number - 1][:3]

    def plus(self, months: int) -> Month:
        """Return the month so many later, or earlier below nought."""
        year, number = divmod(self.year * MONTHS_A_YEAR + self.number - 1 + months, MONTHS_A_YEAR)
        return Month(year, number + 1)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both part of it. Raises InvalidInput where the first is after the last."""

    kind: PeriodKind
    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise InvalidInput(
                "The period ends before it begins.", "Choose a last day after the first.", field="last"
            )
        if (self.last - self.first).days > _LONGEST_DAYS or not (
            _EARLIEST_YEAR <= self.first.year <= self.last.year <= _LAST_YEAR
        ):
            raise InvalidInput("That period is too long.", "Choose a hundred years at most.", field="first")

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def months(self) -> tuple[Month, ...]:
        """The calendar months it touches, the earliest first."""
        first = Month(self.first.year, self.first.month)
        count = (self.last.year - first.year) * MONTHS_A_YEAR + self.last.month - first.number + 1
        return tuple(first.plus(step) for step in range(count))

    @property
    def name(self) -> str:
        """What it is called: "November 2026", "Q4 2026", "2026", "Last 12 months", "15 Jan 2026 – 31 Mar 2026"."""
        if self.kind is PeriodKind.MONTH:
            return Month(self.first.year, self.first.month).name
        if self.kind is PeriodKind.QUARTER:
            return f"Q{(self.first.month - 1) // _MONTHS_A_QUARTER + 1} {self.first.year}"
        if self.kind is PeriodKind.YEAR:
            return str(self.first.year)
        return "Last 12 months" if self.kind is PeriodKind.LAST_12_MONTHS else self.days_words

    @property
    def days_words(self) -> str:
        """Its first and last day: "23 Nov 2025 – 22 Nov 2026"; a single day is written once."""
        days = (self.first,) if self.first == self.last else (self.first, self.last)
        return " – ".join(f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}" for day in days)

    @property
    def code(self) -> str:
        """How it is written on the command line and kept: "2026-11", "2026-Q4", "2026", "last-12-months"."""
        if self.kind is PeriodKind.MONTH:
            return f"{self.first:%Y-%m}"
        if self.kind is PeriodKind.QUARTER:
            return f"{self.first.year}-Q{(self.first.month - 1) // _MONTHS_A_QUARTER + 1}"
        if self.kind is PeriodKind.YEAR:
            return f"{self.first.year}"
        return "last-12-months" if self.kind is PeriodKind.LAST_12_MONTHS else f"{self.first}..{self.last}"

    def holds(self, day: date) -> bool:
        """Whether a day is part of it."""
        return self.first <= day <= self.last

    def until(self, today: date) -> Period:
        """Return the part of it up to today; all of it when it lies in the past or wholly ahead."""
        if self.first <= today < self.last:
            return Period(PeriodKind.OWN, self.first, today)
        return self

    def before(self) -> Period:
        """Return the period before it: the calendar's; twelve months before the last 12; of own days as many."""
        if self.kind is PeriodKind.LAST_12_MONTHS:
            return Period(PeriodKind.OWN, *_a_year_up_to(self.first - timedelta(days=1)))
        step = _CALENDAR_STEPS.get(self.kind)
        if step is None:
            last = self.first - timedelta(days=1)
            return Period(PeriodKind.OWN, last - timedelta(days=self.days - 1), last)
        return _calendar(self.kind, Month(self.first.year, self.first.month).plus(-step), step)

    def after(self) -> Period:
        """Return the period that follows it, of the same kind; for the last 12 months and own days as many days."""
        step = _CALENDAR_STEPS.get(self.kind)
        if step is None:
            first = self.last + timedelta(days=1)
            return Period(PeriodKind.OWN, first, first + timedelta(days=self.days - 1))
        return _calendar(self.kind, Month(self.first.year, self.first.month).plus(step), step)


_CALENDAR_STEPS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: _MONTHS_A_QUARTER,
    PeriodKind.YEAR: MONTHS_A_YEAR,
}


def month_of(day: date) -> Period:
    """Return the calendar month of a day."""
    return _calendar(PeriodKind.MONTH, Month(day.year, day.month), 1)


def quarter_of(day: date) -> Period:
    """Return the calendar quarter of a day."""
    first = (day.month - 1) // _MONTHS_A_QUARTER * _MONTHS_A_QUARTER + 1
    return _calendar(PeriodKind.QUARTER, Month(day.year, first), _MONTHS_A_QUARTER)


def year_of(day: date) -> Period:
    """Return the calendar year of a day."""
    return _calendar(PeriodKind.YEAR, Month(day.year, 1), MONTHS_A_YEAR)


def last_12_months(today: date) -> Period:
    """Return the twelve months up to today: from the day after the same day a year ago."""
    return Period(PeriodKind.LAST_12_MONTHS, *_a_year_up_to(today))


def parse_period(text: str, today: date) -> Period:
    """Read a period as :attr:`Period.code` writes it; also "month", "quarter" and "year" for today's.

    Raises InvalidInput (field "period") with an example of each spelling.
    """
    typed = " ".join(text.split()).casefold().replace(" ", "-").replace("_", "-")
    named = {
        "month": month_of,
        "quarter": quarter_of,
        "year": year_of,
        "last-12-months": last_12_months,
    }
    if typed in named:
        return named[typed](today)
    own = _OWN.fullmatch(" ".join(text.split()))
    try:
        if own is not None:
            return Period(PeriodKind.OWN, date.fromisoformat(own[1]), date.fromisoformat(own[2]))
        return _spelled(typed)
    except ValueError as error:
        raise InvalidInput(f"“{text[:40]}” is no period.", _REMEDY, field="period") from error


def _a_year_up_to(day: date) -> tuple[date, date]:
    after = day + timedelta(days=1)
    try:
        first = after.replace(year=after.year - 1)
    except ValueError:  # 29 February
        first = date(after.year - 1, 3, 1)
    return first, day


def _spelled(typed: str) -> Period:
    found = _SPELLED.fullmatch(typed)
    if found is None or not _FIRST_YEAR <= int(found["year"]) <= _LAST_YEAR:
        raise ValueError(typed)
    year, part = int(found["year"]), found["part"]
    if part is None:
        return year_of(date(year, 1, 1))
    if part[0] == "q":
        return quarter_of(date(year, (int(part[1]) - 1) * _MONTHS_A_QUARTER + 1, 1))
    return month_of(date(year, int(part), 1))


def _calendar(kind: PeriodKind, first: Month, months: int) -> Period:
    return Period(kind, first.first, first.plus(months - 1).last)
