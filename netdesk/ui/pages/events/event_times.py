"""How the times of an event are written here: "Tue 24 Nov, 17:30–19:30", with year or zone where they matter."""

from __future__ import annotations

from datetime import date, datetime

from netdesk.method.calendar_words import MONTHS, WEEKDAYS, clock_span, full_day, weekday_and_day


def when_line(starts: datetime, ends: datetime | None, zone: str, today: date) -> str:
    """Write when an event is; the year if it is not today's, the zone if its clock is not this computer's."""
    day = weekday_and_day(starts.date())
    if starts.year != today.year:
        day = f"{day} {starts.year}"
    words = f"{day}, {clock_span(starts, ends)}"
    here = starts.astimezone()
    return words if here.utcoffset() == starts.utcoffset() else f"{words} ({zone or starts.tzname()})"


def full_line(starts: datetime, ends: datetime | None, zone: str) -> str:
    """Write it in full for a tooltip."""
    return f"{full_day(starts.date())}, {clock_span(starts, ends)} {zone}".rstrip()


def list_line(starts: datetime, place: str, today: date) -> str:
    """Write the second line of the list: "Tue 17:30 · Town Hall", with the year when it is another one."""
    year = "" if starts.year == today.year else f" {starts.year},"
    first_part = place.split(",", maxsplit=1)[0].strip()
    when = f"{WEEKDAYS[starts.weekday()][:3]}{year} {starts:%H:%M}"
    return f"{when} · {first_part}" if first_part else when


def tile_words(starts: datetime) -> tuple[str, str]:
    """Give the day and the short month for the date's tile."""
    return str(starts.day), MONTHS[starts.month - 1][:3]
