"""Partial dates, relative words and moments."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.calendar_words import clock_span, full_day, long_day, short_day, weekday_and_day
from netdesk.method.dates import (
    PartialDate,
    ago,
    due_words,
    format_moment,
    parse_moment,
    parse_partial,
    relative_day,
    span_words,
)

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))


@pytest.mark.parametrize(
    ("text", "kept", "words"),
    [
        ("--05-17", "--05-17", "17 May"),
        ("--0517", "--05-17", "17 May"),
        ("--05", "--05", "May"),
        ("---17", "---17", "day 17"),
        ("1980", "1980", "1980"),
        ("1980-03", "1980-03", "March 1980"),
        ("19800305", "1980-03-05", "5 March 1980"),
        (" 1980-03-05T00:00:00Z ", "1980-03-05", "5 March 1980"),
        ("--02-29", "--02-29", "29 February"),
    ],
)
def test_partial_dates_are_read_kept_and_said(text: str, kept: str, words: str) -> None:
    found = parse_partial(text)
    assert found is not None
    assert str(found) == kept
    assert found.words() == words
    assert parse_partial(kept) == found


@pytest.mark.parametrize(
    "text", ["", "soon", "1979-02-30", "0000-01-01", "--13-01", "12-05-1980", "١٩٨٠", "---32"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_partial(text) is None


@pytest.mark.parametrize("parts", [(None, None, None), (1980, None, 5), (2025, 2, 29)])
def test_an_impossible_partial_date_is_refused(parts: tuple[int | None, int | None, int | None]) -> None:
    with pytest.raises(ValueError, match=r"date|day"):
        PartialDate(*parts)


@pytest.mark.parametrize(
    ("born", "following"),
    [
        ("--11-22", date(2026, 11, 22)),
        ("1980-11-21", date(2027, 11, 21)),
        ("--02-29", date(2027, 2, 28)),
        ("1980-03", None),
        ("1980", None),
        ("---05", None),
    ],
)
def test_the_next_birthday(born: str, following: date | None) -> None:
    partial = parse_partial(born)
    assert partial is not None
    assert partial.next_occurrence(TODAY) == following


def test_a_leap_day_is_kept_on_the_29th_in_leap_years() -> None:
    assert PartialDate(month=2, day=29).next_occurrence(date(2028, 2, 1)) == date(2028, 2, 29)


def test_after_the_last_year_there_is_no_birthday() -> None:
    assert PartialDate(month=1, day=1).next_occurrence(date(9999, 12, 31)) is None


def test_age_counts_completed_years() -> None:
    born = PartialDate(2000, 2, 29)
    assert born.age_on(date(2026, 2, 27)) == 25
    assert born.age_on(date(2026, 2, 28)) == 26
    assert born.age_on(date(1999, 1, 1)) is None
    assert PartialDate(month=2, day=3).age_on(TODAY) is None
    assert born.as_date() == date(2000, 2, 29)


@given(born=DAYS, today=DAYS)
def test_the_next_birthday_is_within_a_year(born: date, today: date) -> None:
    following = PartialDate(born.year, born.month, born.day).next_occurrence(today)
    assert following is not None
    assert today <= following <= today + timedelta(days=366)
    assert following.month == born.month


@given(born=DAYS)
def test_a_full_date_goes_through_its_text(born: date) -> None:
    assert parse_partial(born.isoformat()) == PartialDate(born.year, born.month, born.day)
    assert str(PartialDate(born.year, born.month, born.day)) == born.isoformat()


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-20, "2 w ago"),
        (-3, "3 d ago"),
        (-1, "yesterday"),
        (0, "today"),
        (1, "tomorrow"),
        (2, "in 2 days"),
        (13, "in 13 days"),
        (35, "in 5 w"),
        (-213, "7 months ago"),
    ],
)
def test_days_near_today_in_words(days: int, words: str) -> None:
    assert relative_day(TODAY + timedelta(days=days), TODAY) == words


def test_a_day_in_the_future_was_not_long_ago() -> None:
    assert ago(-4) == "today"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-6, "6 d late"),
        (0, "today"),
        (1, "tomorrow"),
        (3, "by Wed"),
        (6, "by Sat"),
        (7, "by 29 Nov"),
        (50, "by 11 Jan 2027"),
    ],
)
def test_when_something_is_due(days: int, words: str) -> None:
    assert due_words(TODAY + timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "less than a day"),
        (1, "1 day"),
        (13, "13 days"),
        (14, "2 weeks"),
        (83, "11 weeks"),
        (84, "3 months"),
        (213, "7 months"),
        (729, "2 years"),
        (3653, "10 years"),
    ],
)
def test_a_length_of_time_in_words(days: int, words: str) -> None:
    assert span_words(days) == words


def test_days_written_out() -> None:
    assert short_day(date(2026, 10, 14), TODAY) == "14 Oct"
    assert short_day(date(2025, 10, 14), TODAY) == "14 Oct 2025"
    assert weekday_and_day(date(2026, 11, 24)) == "Tue 24 Nov"
    assert full_day(date(2026, 11, 24)) == "Tuesday 24 November 2026"
    assert long_day(TODAY) == "22 November 2026"


def test_the_hours_of_an_event() -> None:
    start = datetime(2026, 11, 24, 17, 30, tzinfo=UTC)
    assert clock_span(start, start + timedelta(hours=2)) == "17:30–19:30"
    assert clock_span(start, None) == clock_span(start, start) == "17:30"
    assert clock_span(start, start + timedelta(hours=16)) == "17:30–Wed 25 Nov 09:30"


def test_a_moment_keeps_its_offset() -> None:
    moment = parse_moment("2026-11-24T17:30:00+02:00")
    assert moment.utcoffset() == timedelta(hours=2)
    assert format_moment(moment) == "2026-11-24T17:30:00+02:00"
    assert format_moment(parse_moment("2026-11-24T17:30:00Z")) == "2026-11-24T17:30:00+00:00"


def test_a_moment_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        parse_moment("2026-11-24T17:30:00")
    with pytest.raises(ValueError, match="offset"):
        format_moment(datetime(2026, 11, 24, 17, 30))  # noqa: DTZ001 - that is the point


@given(
    moment=st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2200, 1, 1)),  # noqa: DTZ001
    minutes=st.integers(-14 * 60, 14 * 60),
)
def test_a_moment_goes_through_its_text(moment: datetime, minutes: int) -> None:
    aware = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    back = parse_moment(format_moment(aware))
    assert back == aware
    assert back.utcoffset() == aware.utcoffset()
