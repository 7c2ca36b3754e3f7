"""What stands on the printed list of a week's follow-ups: what is late first, then day by day (method §3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from netdesk.method.calendar_words import MONTHS, WEEKDAYS, long_day
from netdesk.method.sheet_text import clean_text, printed_line

DAYS = 7
COLUMNS = ("", "Time", "Who", "Phone", "What I will do")
_EMPTY_ROWS = 2


@dataclass(frozen=True, slots=True)
class SheetFollowUp:
    """An open follow-up of a person who is not in the bin."""

    due: date
    action: str
    name: str
    organisation: str = ""
    phone: str = ""
    at: time | None = None


@dataclass(frozen=True, slots=True)
class FollowUpWeek:
    """A week as it is printed.

    ``overdue_before``: what was due earlier is late; ``days`` are those still listed one by one.
    """

    first: date
    last: date
    overdue_before: date
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """A row to tick: "10:00" or how late it is, who with their firm beneath, a number to call, what I will do."""

    when: str
    name: str
    beneath: str
    phone: str
    action: str


@dataclass(frozen=True, slots=True)
class FollowUpDay:
    """A part of the list; ``empty`` are rows to write on where nothing is planned."""

    heading: str
    beside: str
    rows: tuple[FollowUpRow, ...]
    empty: int


@dataclass(frozen=True, slots=True)
class FollowUpSheet:
    """The whole list in order."""

    title: str
    meta: str
    columns: tuple[str, ...]
    days: tuple[FollowUpDay, ...]
    footer: str


def week_of(day: date, first_weekday: int = 0) -> date:
    """Return the first day of the week a day is in; ``first_weekday`` counts from Monday, 0."""
    return day - timedelta(days=(day.weekday() - first_weekday) % DAYS)


def follow_up_week(first: date, today: date) -> FollowUpWeek:
    """Return what a list for the seven days from ``first`` on shows when it is printed today.

    Of this week the days that are over are left out: what is still open from them is late. A week that lies
    behind is listed whole; before a week to come stands what is late today.
    """
    last = first + timedelta(days=DAYS - 1)
    start = today if first <= today <= last else first
    days = tuple(start + timedelta(days=number) for number in range((last - start).days + 1))
    return FollowUpWeek(first, last, min(start, today), days)


def compose_follow_up_sheet(
    week: FollowUpWeek, follow_ups: Sequence[SheetFollowUp], printed_on: date
) -> FollowUpSheet:
    """Return the content of the list. Within a day what has a time comes first, then by name."""
    late = sorted(
        (one for one in follow_ups if one.due < week.overdue_before), key=lambda one: (one.due, *_order(one))
    )
    by_day = {day: sorted((one for one in follow_ups if one.due == day), key=_order) for day in week.days}
    planned = sum(len(each) for each in by_day.values())
    parts = [_day(day, by_day[day], printed_on) for day in week.days]
    if late:
        rows = tuple(_row(one, _late(one.due, printed_on)) for one in late)
        parts.insert(0, FollowUpDay("Overdue", f"{len(late):,}", rows, 0))
    return FollowUpSheet(
        title=f"Follow-ups, {_span(week.first, week.last)}",
        meta=_summary(planned, len(late)),
        columns=COLUMNS,
        days=tuple(parts),
        footer=printed_line(printed_on),
    )


def _day(day: date, follow_ups: Sequence[SheetFollowUp], today: date) -> FollowUpDay:
    rows = tuple(_row(one, "" if one.at is None else f"{one.at:%H:%M}") for one in follow_ups)
    heading = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return FollowUpDay(heading, "today" if day == today else "", rows, 0 if rows else _EMPTY_ROWS)


def _row(one: SheetFollowUp, when: str) -> FollowUpRow:
    return FollowUpRow(
        when=when,
        name=clean_text(one.name) or "Somebody",
        beneath=clean_text(one.organisation),
        phone=clean_text(one.phone),
        action=clean_text(one.action),
    )


def _order(one: SheetFollowUp) -> tuple[bool, time, str]:
    return (one.at is None, one.at or time(), one.name.casefold())


def _late(due: date, today: date) -> str:
    days = (today - due).days
    return f"{days} d late" if days < 2 * DAYS else f"{days // DAYS} w late"


def _span(first: date, last: date) -> str:
    if first.month == last.month:
        return f"{first.day}–{long_day(last)}"
    start = f"{first.day} {MONTHS[first.month - 1]}" + ("" if first.year == last.year else f" {first.year}")
    return f"{start} – {long_day(last)}"


def _summary(planned: int, late: int) -> str:
    words = f"{planned:,} to do" if planned else "Nothing planned yet"
    return f"{words} · {late:,} overdue" if late else words
