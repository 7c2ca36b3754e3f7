"""Events of calendar files: odd zones, series, whole days, broken parts; one bad event costs only itself."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.formats.calendar_reader import (
    CalendarEvent,
    CalendarPerson,
    NoCalendar,
    UnreadableEvent,
    is_calendar,
    read_calendar,
)

TODAY = date(2026, 11, 22)
CORPUS = Path("../shared/corpus/ics")


def events(text: str | bytes, zone: str = "Europe/London") -> list[CalendarEvent | UnreadableEvent]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(read_calendar(data, zone=zone, today=TODAY))


def calendar(*lines: str, before: tuple[str, ...] = ()) -> str:
    whole = ("BEGIN:VCALENDAR", *before, "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", "")
    return "\r\n".join(whole)


def only(text: str | bytes, zone: str = "Europe/London") -> CalendarEvent:
    (found,) = events(text, zone)
    assert isinstance(found, CalendarEvent), found
    return found


def test_an_event_of_a_meeting_site_is_read_whole() -> None:
    found = only(
        calendar(
            "UID:event_1@meetup.example",
            "SUMMARY:Chamber\\, autumn mixer",
            "DTSTART;TZID=America/New_York:20261124T173000",
            "DTEND;TZID=America/New_York:20261124T193000",
            "LOCATION:Town Hall\\, High Street",
            "DESCRIPTION:Doors at five.\\nBring car",
            " ds.",
            'ORGANIZER;CN="Grace, Adeyemi":mailto:grace@example.example',
            "ATTENDEE;CN=sam@carter.example:MAILTO:sam@carter.example",
            "BEGIN:VALARM",
            "DESCRIPTION:An alarm is no note",
            "TRIGGER:-PT10M",
            "END:VALARM",
        )
    )
    assert found.title == "Chamber, autumn mixer"
    assert found.starts.isoformat() == "2026-11-24T17:30:00-05:00"
    assert found.ends is not None
    assert found.ends.isoformat() == "2026-11-24T19:30:00-05:00"
    assert (found.zone, found.place) == ("America/New_York", "Town Hall, High Street")
    assert found.note == "Doors at five.\nBring cards."
    assert found.host == "Grace, Adeyemi"
    assert found.people == (
        CalendarPerson("Grace, Adeyemi", "grace@example.example"),
        CalendarPerson("", "sam@carter.example"),
    )
    assert not found.remarks


@pytest.mark.parametrize(
    ("named", "zone"),
    [
        ("W. Europe Standard Time", "Europe/Berlin"),
        ('"Eastern Standard Time"', "America/New_York"),
        ("/Europe/Stockholm", "Europe/Stockholm"),
        ("/mozilla.org/20070129_1/America/New_York", "America/New_York"),
        (
            "/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires",
            "America/Argentina/Buenos_Aires",
        ),
        ("custom_Pacific/Fiji", "Pacific/Fiji"),
    ],
)
def test_odd_names_of_zones_are_understood(named: str, zone: str) -> None:
    found = only(calendar(f"DTSTART;TZID={named}:20261124T173000", "SUMMARY:x"))
    assert found.zone == zone
    assert found.starts.hour == 17
    assert not found.remarks


def test_a_zone_nobody_knows_is_read_as_the_time_here_and_said() -> None:
    found = only(calendar("DTSTART;TZID=Middle Earth Time:20261124T173000", "SUMMARY:x"))
    assert found.starts.isoformat() == "2026-11-24T17:30:00+00:00"
    assert "Middle Earth Time" in found.remarks[0]


def test_a_zone_the_file_describes_itself_is_heeded() -> None:
    described = (
        "BEGIN:VTIMEZONE",
        "TZID:Customized Time Zone",
        "BEGIN:STANDARD",
        "DTSTART:16010101T030000",
        "TZOFFSETFROM:+0400",
        "TZOFFSETTO:+0300",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:16010101T020000",
        "TZOFFSETFROM:+0300",
        "TZOFFSETTO:+0400",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
    )
    found = only(calendar("DTSTART;TZID=Customized Time Zone:20261124T173000", before=described))
    assert found.starts.astimezone(UTC) == datetime(2026, 11, 24, 14, 30, tzinfo=UTC)
    assert found.zone == "Europe/London"


@pytest.mark.parametrize(
    ("named", "hour"), [("(UTC+01:00) Amsterdam, Berlin", 16), ("GMT-0330", 21), ("UTC+99", 17)]
)
def test_a_zone_that_is_only_an_offset_is_counted_from_utc(named: str, hour: int) -> None:
    found = only(calendar(f'DTSTART;TZID="{named}":20261124T173000'))
    assert found.starts.hour == hour
    assert bool(found.remarks) == (hour == 17)


def test_a_described_zone_that_makes_no_sense_is_not_heeded() -> None:
    broken = (
        "BEGIN:VTIMEZONE",
        "TZID:Mine",
        "BEGIN:STANDARD",
        "TZOFFSETTO:up",
        "END:STANDARD",
        "END:VTIMEZONE",
    )
    found = only(calendar("DTSTART;TZID=Mine:20261124T173000", before=broken))
    assert (found.starts.hour, len(found.remarks)) == (17, 1)
    located = ("BEGIN:VTIMEZONE", "TZID:Mine", "X-LIC-LOCATION:Europe/Vienna", "END:VTIMEZONE")
    assert only(calendar("DTSTART;TZID=Mine:20261124T173000", before=located)).zone == "Europe/Vienna"


def test_there_is_no_such_day_and_no_date_left() -> None:
    (bad,) = events(calendar("DTSTART:20260230T100000"))
    assert bad == UnreadableEvent(2, "There is no such date.")
    (none,) = events(calendar("DTSTART:20261124T100000", "RRULE:FREQ=DAILY;COUNT=1", "EXDATE:20261124"))
    assert none == UnreadableEvent(2, "Every date of this series is taken out.")


def test_times_in_utc_are_shown_on_the_calendars_own_clock_else_on_this_one() -> None:
    own = only(calendar("DTSTART:20260624T173000Z", before=("X-WR-TIMEZONE:Europe/Vienna",)))
    assert own.starts.isoformat() == "2026-06-24T19:30:00+02:00"
    here = only(calendar("DTSTART:20260624T173000Z"))
    assert here.starts.isoformat() == "2026-06-24T18:30:00+01:00"
    floating = only(calendar("DTSTART:20260624T173000"), zone="Asia/Tokyo")
    assert floating.starts.isoformat() == "2026-06-24T17:30:00+09:00"


def test_whole_days_end_on_their_last_day() -> None:
    found = only(calendar("DTSTART;VALUE=DATE:20261124", "DTEND;VALUE=DATE:20261127", "SUMMARY:Fair"))
    assert found.all_day
    assert (found.starts.isoformat(), found.ends and found.ends.isoformat()) == (
        "2026-11-24T09:00:00+00:00",
        "2026-11-26T17:00:00+00:00",
    )
    same = only(calendar("DTSTART:20261124", "DTEND:20261124"))
    assert same.ends is not None
    assert same.ends.date() == date(2026, 11, 24)


def test_how_long_it_lasts_may_be_said_or_be_nonsense() -> None:
    assert only(calendar("DTSTART:20261124T100000", "DURATION:PT1H30M")).ends == datetime(
        2026, 11, 24, 11, 30, tzinfo=UTC
    )
    for nonsense in ("DTEND:20261124T090000", "DTEND:next week", "DURATION:-PT1H", "DTEND:29991124T090000"):
        assert only(calendar("DTSTART:20261124T100000", nonsense)).ends is None


def test_a_series_is_its_next_occurrence_at_the_same_hour_on_the_wall() -> None:
    found = only(
        calendar(
            "UID:weekly",
            "DTSTART;TZID=Europe/London:20260602T080000",
            "DTEND;TZID=Europe/London:20260602T090000",
            "RRULE:FREQ=WEEKLY;BYDAY=TU",
            "EXDATE;TZID=Europe/London:20261124T080000",
        )
    )
    assert found.starts.isoformat() == "2026-12-01T08:00:00+00:00"
    assert found.ends is not None
    assert found.ends.hour == 9
    assert (found.repeats, found.uid) == ("every week", "weekly/20261201")


def test_an_occurrence_that_was_moved_takes_its_place() -> None:
    series = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:w\nDTSTART:20261103T080000\nRRULE:FREQ=WEEKLY\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:w\nRECURRENCE-ID:20261124T080000\nDTSTART:20261125T100000\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    by_uid = {one.uid: one.starts for one in events(series) if isinstance(one, CalendarEvent)}
    assert by_uid == {
        "w/20261201": datetime(2026, 12, 1, 8, tzinfo=UTC),
        "w/20261124": datetime(2026, 11, 25, 10, tzinfo=UTC),
    }


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("FREQ=DAILY;COUNT=3", "2026-11-04"),
        ("FREQ=DAILY;UNTIL=20261105", "2026-11-05"),
        ("FREQ=DAILY;UNTIL=20001105", "2026-11-02"),
        ("FREQ=DAILY;UNTIL=00010101", "2026-11-02"),
        ("FREQ=DAILY;UNTIL=20261105T080000Z", "2026-11-05"),
        ("FREQ=DAILY;UNTIL=20261105T075959Z", "2026-11-04"),
        ("FREQ=MONTHLY;BYDAY=1TU;INTERVAL=2", "2027-01-05"),
    ],
)
def test_a_series_that_is_over_is_its_last_occurrence(rule: str, day: str) -> None:
    found = only(calendar("DTSTART:20261102T080000", f"RRULE:{rule}"))
    assert found.starts.date().isoformat() == day


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;COUNT=999999999999;INTERVAL=99999",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6;BYMINUTE=1,2,3,4,5,6,7;BYSECOND=1,2,3,4,5,6,7",
        "FREQ=NEVER",
        "nonsense",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;INTERVAL=0",
    ],
)
def test_a_rule_made_to_be_followed_for_ever_is_not(rule: str) -> None:
    found = only(calendar("DTSTART:19700101T080000", f"RRULE:{rule}", "SUMMARY:x"))
    assert found.title == "x"
    assert 1970 <= found.starts.year <= TODAY.year + 5


def test_what_is_called_off_says_so() -> None:
    assert only(calendar("DTSTART:20261124", "STATUS:CANCELLED")).called_off
    assert only(calendar("DTSTART:20261124", before=("METHOD:CANCEL",))).called_off
    assert not only(calendar("DTSTART:20261124", before=("METHOD:REQUEST",))).called_off


def test_a_broken_event_costs_only_itself() -> None:
    text = calendar("DTSTART:yesterday", "SUMMARY:Bad") + calendar("DTSTART:20261124T100000", "SUMMARY:Good")
    text += "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:No end\nDTSTART:20261124\n"
    text += "BEGIN:VEVENT\nDTSTART:00010101\nEND:VEVENT\n"
    bad, good, endless, old = events(text)
    assert isinstance(bad, UnreadableEvent)
    assert (bad.title, bad.line) == ("Bad", 2)
    assert "yesterday" in bad.why
    assert isinstance(good, CalendarEvent)
    assert good.title == "Good"
    assert isinstance(endless, CalendarEvent)
    assert endless.remarks == ("Its end is missing in the file.",)
    assert isinstance(old, UnreadableEvent)
    assert old.why == "The year 1 cannot be right."


def test_other_encodings_and_folds_are_read() -> None:
    text = calendar("DTSTART:20261124T100000", "SUMMARY:Café ", " Rosa")
    assert only(text.encode("utf-16")).title == "Café Rosa"
    assert only(text.encode("cp1252")).title == "Café Rosa"
    assert only(b"\xef\xbb\xbf" + text.encode()).title == "Café Rosa"
    assert only(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY\n\n :Far\nDTSTART\n ;VALUE=DATE\n :20261124\nEND:VEVENT\n"
    )


def test_what_is_no_calendar_is_refused() -> None:
    for data in (b"", b"Dear aunt,", b"BEGIN:VCARD\nFN:x\nEND:VCARD\n", bytes(range(256)) * 20):
        with pytest.raises(NoCalendar):
            events(data)
    assert events(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n") == []
    assert is_calendar(b"\r\nbegin:vcalendar\r\n")


def test_the_end_of_a_line_of_a_million_letters_is_cut() -> None:
    found = only(calendar("DTSTART:20261124T100000", f"SUMMARY:{'x' * 1_000_000}"))
    assert 1_000 < len(found.title) <= 60_000


def test_what_is_made_to_keep_a_reader_busy_is_cut_short() -> None:
    nested = "BEGIN:VCALENDAR\n" + "BEGIN:A\n" * 30_000 + "END:B\n" * 30_000 + "END:VCALENDAR\n"
    assert events(nested + calendar("DTSTART:20261124", "SUMMARY:x")) != []
    dates = ",".join(["20261124T100000"] * 4_000)
    many = only(calendar("DTSTART:20261124T100000", "RRULE:FREQ=DAILY", *[f"EXDATE:{dates}"] * 50))
    assert many.starts.date() == date(2026, 11, 25)
    long_rule = only(calendar("DTSTART:20261124T100000", f"RRULE:FREQ=DAILY;BYMONTHDAY={'1,' * 5_000}2"))
    assert long_rule.remarks == ("The rule by which it repeats is too long.",)
    rules = ("BEGIN:DAYLIGHT", "DTSTART:16010101T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200")
    zone = (
        "BEGIN:VTIMEZONE",
        "TZID:Mine",
        *rules,
        "RRULE:FREQ=YEARLY;BYSECOND=1,2,3;BYMINUTE=1,2",
        "END:DAYLIGHT",
    )
    odd = only(calendar("DTSTART;TZID=Mine:20261124T100000", before=(*zone, "END:VTIMEZONE")))
    assert "“Mine” is not known" in odd.remarks[0]


@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    whole = (
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261124T100000\n" + data + b"\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    for found in events(whole):
        assert isinstance(found, CalendarEvent | UnreadableEvent)


@given(
    st.sampled_from(
        ["DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RDATE", "ATTENDEE", "RECURRENCE-ID"]
    ),
    st.text(st.sampled_from('0123456789TZPDHM;=:,-+FREQWKLYUNTI/"é'), max_size=40),
)
def test_no_value_raises_anything_else(name: str, value: str) -> None:
    for found in events(calendar("DTSTART;VALUE=DATE:20261124", f"{name}:{value}", f"{name}{value}")):
        assert isinstance(found, CalendarEvent | UnreadableEvent)


@pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the collection of other programs' files is not beside the project"
)
def test_files_of_other_programs_are_read() -> None:
    found = {path.name: events(path.read_bytes()) for path in sorted(CORPUS.glob("*.ics"))}
    readable = {name: sum(isinstance(one, CalendarEvent) for one in all_) for name, all_ in found.items()}
    assert readable.pop("big_bad_calendar.ics") == 0
    assert len(found["big_bad_calendar.ics"]) == 20
    assert min(readable.values()) >= 1
    assert readable["multiple_calendar_components.ics"] == 3
