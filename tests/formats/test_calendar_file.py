"""Appointments written as iCalendar, read back by the library and looked at as text."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from netdesk.formats.calendar_file import Appointment, calendar_bytes

CHANGED = datetime(2026, 11, 22, 9, tzinfo=UTC)


def _one(**more: object) -> Appointment:
    starts = datetime(2026, 7, 7, 10, tzinfo=ZoneInfo("Europe/London"))
    known: dict[str, object] = {
        "uid": "7@netdesk",
        "title": "One-to-one with Grace Adeyemi",
        "starts": starts,
        "ends": starts + timedelta(hours=1),
        "changed": CHANGED,
    }
    return Appointment(**(known | more))  # type: ignore[arg-type]


def _read(content: bytes) -> list[object]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_times_are_written_in_utc() -> None:
    text = calendar_bytes([_one()]).decode()
    assert "DTSTART:20260707T090000Z" in text
    assert "DTEND:20260707T100000Z" in text
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")


def test_a_reminder_is_an_alarm_before_the_start() -> None:
    text = calendar_bytes([_one(remind_minutes=60)]).decode()
    assert "BEGIN:VALARM" in text
    assert "TRIGGER:-PT1H" in text
    assert "BEGIN:VALARM" not in calendar_bytes([_one()]).decode()


def test_one_that_is_called_off_is_cancelled_without_an_alarm() -> None:
    text = calendar_bytes([_one(called_off=True, remind_minutes=60)]).decode()
    assert "STATUS:CANCELLED" in text
    assert "VALARM" not in text


def test_a_time_without_an_offset_is_refused() -> None:
    naive = datetime.fromisoformat("2026-07-07T10:00")
    with pytest.raises(ValueError, match="offset"):
        calendar_bytes([_one(starts=naive)])


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_words_come_back_and_never_make_a_line_of_their_own(place: str, notes: str) -> None:
    content = calendar_bytes([_one(place=place, notes=notes + "\r\nEND:VEVENT")])
    assert content.count(b"\r\nEND:VEVENT\r\n") == 1
    event = Calendar.from_ical(content).walk("VEVENT")[0]
    shown = "".join(char for char in place if char == "\n" or char.isprintable())
    assert str(event.get("location", "")) == " ".join(shown.split())


def test_a_title_and_a_place_of_several_lines_stand_on_one() -> None:
    event = Calendar.from_ical(
        calendar_bytes([_one(title="Coffee\nwith Ravi", place="Café Rosa\nMill Street")])
    )
    shown = event.walk("VEVENT")[0]
    assert (shown["summary"], shown["location"]) == ("Coffee with Ravi", "Café Rosa Mill Street")


def test_several_stand_in_one_file() -> None:
    assert len(_read(calendar_bytes([_one(uid="1"), _one(uid="2")]))) == 2
