"""English names of days and months, and a day written with them; the same on every machine."""

from __future__ import annotations

from datetime import date, datetime

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def short_day(day: date, today: date) -> str:
    """Write "14 Oct", with the year when it is not today's: "14 Oct 2025"."""
    words = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return words if day.year == today.year else f"{words} {day.year}"


def weekday_and_day(day: date) -> str:
    """Write "Tue 24 Nov"."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}"


def long_day(day: date) -> str:
    """Write "22 November 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def full_day(day: date) -> str:
    """Write "Tuesday 24 November 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {long_day(day)}"


def clock_span(start: datetime, end: datetime | None) -> str:
    """Write "17:30–19:30", or "17:30" without an end; an end on another day is written with that day."""
    if end is None or end == start:
        return f"{start:%H:%M}"
    last = f"{end:%H:%M}" if end.date() == start.date() else f"{weekday_and_day(end.date())} {end:%H:%M}"
    return f"{start:%H:%M}–{last}"
