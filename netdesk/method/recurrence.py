"""Repeating an event weekly or monthly at the same hour on the wall, across changes of the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from netdesk.method.typed_dates import add_months

MOST_REPEATS = 104
_DAYS_A_WEEK = 7


class Every(StrEnum):
    """How an event repeats."""

    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    MONTH = "month"
    MONTH_WEEKDAY = "month_weekday"

    @property
    def label(self) -> str:
        """The words in a form."""
        return _LABELS[self]

    @property
    def times_a_year(self) -> int:
        """How many times that is in a year, in whole ones."""
        return {Every.WEEK: 52, Every.TWO_WEEKS: 26}.get(self, 12)


_LABELS = {
    Every.WEEK: "Every week",
    Every.TWO_WEEKS: "Every two weeks",
    Every.MONTH: "Every month on this day",
    Every.MONTH_WEEKDAY: "Every month on this weekday",
}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time an event takes place: aware moments in the event's zone."""

    start: datetime
    end: datetime | None


def repeat(
    start: datetime, end: datetime | None, zone: str, every: Every, repeats: int
) -> tuple[Occurrence, ...]:
    """Return the next ``repeats`` occurrences after the first, each at the same wall time in ``zone``.

    Raises ValueError for moments without an offset or a number of repeats outside 0 to 104; an unknown zone
    raises zoneinfo's ZoneInfoNotFoundError. An hour that the clock skips is moved forward by the gap; of an hour that
    comes twice the first is taken. The event's length stays what it was.
    """
    if start.tzinfo is None or (end is not None and end.tzinfo is None):
        raise ValueError("A moment needs an offset before it can be repeated.")
    if not 0 <= repeats <= MOST_REPEATS:
        raise ValueError(f"Repeat up to {MOST_REPEATS} times.")
    place = ZoneInfo(zone)
    wall = start.astimezone(place)
    length = None if end is None else end - start
    found = []
    for number in range(1, repeats + 1):
        begins = at_wall_time(nth_day(wall.date(), every, number), wall.time(), place)
        ends = None if length is None else (begins.astimezone(UTC) + length).astimezone(place)
        found.append(Occurrence(begins, ends))
    return tuple(found)


def nth_day(first: date, every: Every, number: int) -> date:
    """Return the day of the n-th repeat.

    Monthly keeps the day of the month, or the month's last where it has no such day (the 31st stays the 31st where
    it can); on a weekday it keeps "the second Tuesday", a fifth one becoming the last.
    """
    if every is Every.WEEK:
        return first + timedelta(weeks=number)
    if every is Every.TWO_WEEKS:
        return first + timedelta(weeks=2 * number)
    if every is Every.MONTH:
        return add_months(first, number)
    month_start = add_months(first.replace(day=1), number)
    ahead = (first.weekday() - month_start.weekday()) % _DAYS_A_WEEK
    day = month_start + timedelta(days=ahead + (first.day - 1) // _DAYS_A_WEEK * _DAYS_A_WEEK)
    return day if day.month == month_start.month else day - timedelta(days=_DAYS_A_WEEK)


def at_wall_time(day: date, clock: time, place: ZoneInfo) -> datetime:
    """Return the moment a clock on the wall shows this time on that day; skipped hours move forward."""
    shown = datetime.combine(day, clock.replace(tzinfo=None, fold=0), tzinfo=place)
    # Through UTC and back, a time in the gap comes out as one that exists.
    return shown.astimezone(UTC).astimezone(place)
