"""Appointments as an iCalendar file (RFC 5545), for any calendar to take in.

Times are written in UTC: every program shows them on its own clock, and no table of time zones is needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

_PRODUCT = "-//NetDesk//NetDesk//EN"


@dataclass(frozen=True, slots=True)
class Appointment:
    """Something at a time with an offset; ``remind_minutes`` before it the calendar reminds (None: not at all).

    ``uid`` stays the same for the same appointment, so that a later file changes it in the calendar;
    ``changed`` says which of two files is the newer. ``called_off`` takes it out again.
    """

    uid: str
    title: str
    starts: datetime
    ends: datetime
    changed: datetime
    place: str = ""
    notes: str = ""
    remind_minutes: int | None = None
    called_off: bool = False


def calendar_bytes(appointments: Iterable[Appointment]) -> bytes:
    """Return the file. Raises ``ValueError`` for a time without an offset."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for appointment in appointments:
        calendar.add_component(_event(appointment))
    return bytes(calendar.to_ical())


def _event(appointment: Appointment) -> Event:
    if appointment.starts.tzinfo is None or appointment.ends.tzinfo is None:
        raise ValueError("An appointment needs times with an offset.")
    event = Event()
    event.add("uid", appointment.uid)
    event.add("dtstamp", appointment.changed.astimezone(UTC))
    event.add("dtstart", appointment.starts.astimezone(UTC))
    event.add("dtend", appointment.ends.astimezone(UTC))
    event.add("summary", _line(appointment.title))
    if appointment.place:
        event.add("location", _line(appointment.place))
    if appointment.notes:
        event.add("description", _plain(appointment.notes))
    event.add("status", "CANCELLED" if appointment.called_off else "CONFIRMED")
    if appointment.remind_minutes is not None and not appointment.called_off:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", timedelta(minutes=-appointment.remind_minutes))
        alarm.add("description", _line(appointment.title))
        event.add_component(alarm)
    return event


def _plain(text: str) -> str:
    """Text without what no calendar can show: control characters other than line feeds."""
    return "".join(char for char in text if char == "\n" or char.isprintable())


def _line(text: str) -> str:
    """The same on one line, as titles and places are shown."""
    return " ".join(_plain(text).split())
