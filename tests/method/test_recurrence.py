"""Repeating an event at the same time on the wall."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.recurrence import Every, nth_day, repeat

LONDON = ZoneInfo("Europe/London")
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
ZONES = st.sampled_from(["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"])


def test_a_weekly_breakfast_stays_at_seven_when_the_clock_changes() -> None:
    start = datetime(2026, 10, 16, 7, 0, tzinfo=LONDON)
    found = repeat(start, start + timedelta(hours=2), "Europe/London", Every.WEEK, 2)
    assert [one.start.isoformat() for one in found] == [
        "2026-10-23T07:00:00+01:00",
        "2026-10-30T07:00:00+00:00",
    ]
    assert [one.end.isoformat() for one in found if one.end] == [
        "2026-10-23T09:00:00+01:00",
        "2026-10-30T09:00:00+00:00",
    ]


def test_an_hour_the_clock_skips_is_moved_forward() -> None:
    start = datetime(2026, 3, 22, 1, 30, tzinfo=LONDON)
    (found,) = repeat(start, None, "Europe/London", Every.WEEK, 1)
    assert found.start.isoformat() == "2026-03-29T02:30:00+01:00"
    assert found.end is None


def test_of_an_hour_that_comes_twice_the_first_is_taken() -> None:
    start = datetime(2026, 10, 18, 1, 30, tzinfo=LONDON)
    (found,) = repeat(start, None, "Europe/London", Every.WEEK, 1)
    assert found.start.isoformat() == "2026-10-25T01:30:00+01:00"


def test_the_moment_is_read_in_the_zone_of_the_event() -> None:
    start = datetime.fromisoformat("2026-11-24T23:30:00+00:00")
    (found,) = repeat(start, None, "Asia/Kolkata", Every.TWO_WEEKS, 1)
    assert found.start.isoformat() == "2026-12-09T05:00:00+05:30"


def test_monthly_keeps_to_the_end_of_the_month() -> None:
    days = [nth_day(date(2026, 1, 31), Every.MONTH, number) for number in (1, 2, 3, 25)]
    assert days == [date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30), date(2028, 2, 29)]


def test_monthly_on_a_weekday_keeps_the_second_tuesday_and_turns_a_fifth_into_the_last() -> None:
    assert nth_day(date(2026, 11, 10), Every.MONTH_WEEKDAY, 1) == date(2026, 12, 8)
    assert nth_day(date(2026, 12, 29), Every.MONTH_WEEKDAY, 1) == date(2027, 1, 26)
    assert all(every.label.startswith("Every ") for every in Every)


@given(first=DAYS, number=st.integers(1, 60))
def test_monthly_on_a_weekday_is_always_that_weekday_in_that_month(first: date, number: int) -> None:
    day = nth_day(first, Every.MONTH_WEEKDAY, number)
    assert day.weekday() == first.weekday()
    assert (day.year - first.year) * 12 + day.month - first.month == number
    same_week = (day.day - 1) // 7 == (first.day - 1) // 7
    last_week = (day + timedelta(days=7)).month != day.month
    assert same_week or last_week


@given(
    day=DAYS,
    minute=st.integers(0, 1439),
    zone=ZONES,
    every=st.sampled_from(Every),
    repeats=st.integers(0, 12),
)
def test_repeats_go_forward_and_keep_the_length(
    day: date, minute: int, zone: str, every: Every, repeats: int
) -> None:
    start = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=ZoneInfo(zone))
    start = datetime.fromisoformat(start.isoformat())
    found = repeat(start, start + timedelta(minutes=90), zone, every, repeats)
    moments = [start, *(one.start for one in found)]
    assert len(found) == repeats
    assert moments == sorted(moments)
    for one in found:
        assert one.end is not None
        assert datetime.fromisoformat(one.end.isoformat()) - datetime.fromisoformat(
            one.start.isoformat()
        ) == (timedelta(minutes=90))


def test_what_cannot_be_repeated_is_refused() -> None:
    start = datetime(2026, 10, 16, 7, 0, tzinfo=LONDON)
    naive = start.replace(tzinfo=None)
    with pytest.raises(ValueError, match="offset"):
        repeat(naive, None, "Europe/London", Every.WEEK, 1)
    with pytest.raises(ValueError, match="offset"):
        repeat(start, naive, "Europe/London", Every.WEEK, 1)
    with pytest.raises(ValueError, match="104"):
        repeat(start, None, "Europe/London", Every.WEEK, 105)
    with pytest.raises(ZoneInfoNotFoundError):
        repeat(start, None, "Europe/Atlantis", Every.WEEK, 1)
