"""The events of a calendar file (RFC 5545), each read by itself: a broken one costs only itself.

A series is read as its next occurrence, an event of whole days as the working hours of those days, and a time
without a zone as one on this computer's clock; ``CalendarEvent`` says so. Nothing in a file is believed to be short,
finite or sensible.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from itertools import islice

from icalendar.prop import vDuration, vText

from netdesk.formats.calendar_lines import Line, Part, calendar_text, parts, properties
from netdesk.formats.calendar_moments import CalendarClock, Moment
from netdesk.formats.calendar_series import next_start, words

BEGINS, ENDS = time(9), time(17)
"""The hours of an event that is only said to be on a day."""
LONGEST_UID = 200
MOST_PEOPLE = 200
MOST_DATES = 2_000
"""Dates of a series that are named one by one."""
_LONGEST = timedelta(days=366)
_WANTED = frozenset(
    (
        *("UID", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "ORGANIZER", "ATTENDEE"),
        *("DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID"),
    )
)


@dataclass(frozen=True, slots=True)
class CalendarPerson:
    """Somebody named in an event: a name ("" when there is none) and an e-mail address."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """An event with moments that carry an offset, in ``zone`` (an IANA name); ``line`` counts from 1.

    ``uid`` is the same for the same event, or the same occurrence of a series, in a later file ("": it has none).
    ``remarks`` are sentences on what was understood in a way a person should know of.
    """

    line: int
    uid: str
    title: str
    starts: datetime
    ends: datetime | None
    zone: str
    place: str = ""
    note: str = ""
    host: str = ""
    people: tuple[CalendarPerson, ...] = ()
    all_day: bool = False
    called_off: bool = False
    repeats: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnreadableEvent:
    """An event that cannot be read: its line, why not, and its title as far as it has one."""

    line: int
    why: str
    title: str = ""


class NoCalendar(ValueError):
    """The bytes are no calendar."""


def is_calendar(start: bytes) -> bool:
    """Whether the first bytes of a file are those of a calendar."""
    return (
        re.search(r"BEGIN\s*:\s*V(CALENDAR|EVENT)", calendar_text(start[:65_536]), re.IGNORECASE) is not None
    )


def read_calendar(
    data: bytes, *, zone: str, today: date, told: Callable[[int, int], None] = lambda done, total: None
) -> Iterator[CalendarEvent | UnreadableEvent]:
    """Give the events of a file in their order. ``zone`` is this computer's; ``today`` tells what comes next.

    ``told`` hears how many of how many events are done. Raises ``NoCalendar`` for anything else.
    """
    found = list(parts(calendar_text(data)))
    if not found or (all(one.kind == "VCALENDAR" for one in found) and not is_calendar(data)):
        raise NoCalendar
    events = [one for one in found if one.kind == "VEVENT"]
    calendars = {
        number: CalendarClock(number, found, zone, today) for number in {one.calendar for one in found}
    }
    replaced = _replaced(events, calendars)
    for done, part in enumerate(events):
        told(done, len(events))
        lines = list(properties(part, _WANTED))
        try:
            yield _event(part, lines, calendars[part.calendar], replaced)
        except (ValueError, OverflowError) as error:
            yield UnreadableEvent(part.line, _why(error), _text(lines, "SUMMARY")[:200])


def _event(
    part: Part, lines: Sequence[Line], calendar: CalendarClock, replaced: dict[str, set[datetime | date]]
) -> CalendarEvent:
    given = {line.name: line for line in reversed(lines)}
    if "DTSTART" not in given:
        raise ValueError("It has no date." if lines else "There is nothing in it.")
    first = calendar.moment(given["DTSTART"])
    length = _length(given, first, calendar)
    uid = _text(lines, "UID").strip()
    remarks = [first.remark] if first.remark else []
    if not part.whole:
        remarks.append("Its end is missing in the file.")
    rule = given["RRULE"].value if "RRULE" in given else ""
    more = list(islice(_dates(lines, "RDATE", calendar, first), MOST_DATES))
    repeats, occurrence = "", first
    if (rule or more) and "RECURRENCE-ID" not in given:
        but = replaced.get(uid, set()) | set(islice(_dates(lines, "EXDATE", calendar, first), MOST_DATES))
        try:
            repeats = words(rule) if rule else "on several days"
            start = next_start(
                first.wall,
                rule,
                after=datetime.combine(calendar.today, time()),
                clock=first.clock,
                but=but,
                more=[one for one in more if isinstance(one, datetime)],
            )
        except ValueError as error:
            remarks.append(str(error))
            start = first.wall
        if start is None:
            raise ValueError("Every date of this series is taken out.")
        occurrence = replace(first, wall=start)
    starts, ends = _span(occurrence, length)
    organiser = next(iter(_people(lines, "ORGANIZER")), None)
    return CalendarEvent(
        part.line,
        _identity(uid, given, occurrence, calendar, repeats),
        _text(lines, "SUMMARY"),
        starts,
        ends,
        first.zone,
        _text(lines, "LOCATION"),
        _text(lines, "DESCRIPTION"),
        organiser.name if organiser is not None else "",
        tuple(dict.fromkeys((*_people(lines, "ORGANIZER"), *_people(lines, "ATTENDEE")))),
        first.day,
        calendar.takes_back or _text(lines, "STATUS").strip().upper() == "CANCELLED",
        repeats,
        tuple(remarks),
    )


def _identity(
    uid: str, given: dict[str, Line], occurrence: Moment, calendar: CalendarClock, repeats: str
) -> str:
    if not uid:
        return ""
    kept = uid if len(uid) <= LONGEST_UID else sha256(uid.encode("utf-8", "replace")).hexdigest()
    if "RECURRENCE-ID" in given:
        occurrence = calendar.moment(given["RECURRENCE-ID"])
    elif not repeats:
        return kept
    return f"{kept}/{occurrence.wall:%Y%m%d}"


def _replaced(events: Iterable[Part], calendars: dict[int, CalendarClock]) -> dict[str, set[datetime | date]]:
    """The occurrences of each series that stand in the file as events of their own."""
    found: dict[str, set[datetime | date]] = {}
    wanted = frozenset(("UID", "RECURRENCE-ID"))
    for part in events:
        lines = list(properties(part, wanted))
        named = next((line for line in lines if line.name == "RECURRENCE-ID"), None)
        if named is None:
            continue
        try:
            moment = calendars[part.calendar].moment(named)
        except ValueError:
            continue
        found.setdefault(_text(lines, "UID").strip(), set()).add(moment.wall.date())
    return found


def _length(given: dict[str, Line], first: Moment, calendar: CalendarClock) -> timedelta | None:
    """How long it lasts; None when nothing sensible is said."""
    length: timedelta | None = None
    try:
        if "DTEND" in given:
            end = calendar.moment(given["DTEND"])
            # Whole days are counted on the wall: a day is a day when the clocks change, too.
            length = end.wall - first.wall if first.day else end.aware - first.aware
        elif "DURATION" in given:
            length = vDuration.from_ical(given["DURATION"].value.strip())  # type: ignore[no-untyped-call]
    except (ValueError, OverflowError):
        return None
    return length if length is not None and timedelta() < length <= _LONGEST else None


def _span(occurrence: Moment, length: timedelta | None) -> tuple[datetime, datetime | None]:
    if occurrence.day:
        # The end of whole days is the day after the last one.
        last = occurrence.wall + max((length or timedelta(days=1)) - timedelta(days=1), timedelta())
        begins = datetime.combine(occurrence.wall.date(), BEGINS, occurrence.clock)
        return begins, datetime.combine(last.date(), ENDS, occurrence.clock)
    # Through UTC, an hour in the gap of the clocks comes out as one that exists.
    starts = occurrence.aware.astimezone(UTC)
    ends = None if length is None else (starts + length).astimezone(occurrence.clock)
    return starts.astimezone(occurrence.clock), ends


def _dates(
    lines: Iterable[Line], name: str, calendar: CalendarClock, first: Moment
) -> Iterator[datetime | date]:
    """The dates of a list on the wall of the series; what cannot be read is passed over."""
    for line in lines:
        if line.name != name:
            continue
        for value in line.value.split(",")[:1000]:
            try:
                moment = calendar.moment_of(value.split("/")[0], line.parameters.get("TZID", ""))
            except ValueError:
                continue
            if moment.day:
                yield moment.wall if first.day else moment.wall.date()
            else:
                yield moment.aware.astimezone(first.clock).replace(tzinfo=None)


def _people(lines: Iterable[Line], name: str) -> Iterator[CalendarPerson]:
    count = 0
    for line in lines:
        kind, colon, address = line.value.strip().partition(":")
        if line.name != name or count >= MOST_PEOPLE:
            continue
        email = address if colon and kind.casefold() == "mailto" else line.value
        email = email.strip() if "@" in email and len(email) <= 254 else ""
        said = line.parameters.get("CN", "").strip().strip('"')
        called = "" if said.casefold() == email.casefold() else said
        if email or called:
            count += 1
            yield CalendarPerson(called, email)


def _text(lines: Iterable[Line], name: str) -> str:
    """A text with its escapes undone; the first of several."""
    value = next((line.value for line in lines if line.name == name), "")
    return str(vText.from_ical(value)).strip()


def _why(error: Exception) -> str:
    text = str(error)
    return text if isinstance(error, ValueError) and text.endswith(".") else "Its dates cannot be read."
