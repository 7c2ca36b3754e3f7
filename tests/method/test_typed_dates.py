"""Days as people type or pick them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.calendar_words import WEEKDAYS, long_day, short_day, weekday_and_day
from netdesk.method.typed_dates import add_months, next_weekday, parse_typed_date, quick_dates

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(1950, 1, 1), date(2150, 1, 1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY),
        (" Tomorrow ", date(2026, 11, 23)),
        ("yesterday", date(2026, 11, 21)),
        ("fri", date(2026, 11, 27)),
        ("on Friday", date(2026, 11, 27)),
        ("sunday", date(2026, 11, 29)),
        ("next mon", date(2026, 11, 23)),
        ("next week", date(2026, 11, 29)),
        ("next month", date(2026, 12, 22)),
        ("in 3 days", date(2026, 11, 25)),
        ("3d", date(2026, 11, 25)),
        ("+ 2 w", date(2026, 12, 6)),
        ("a week", date(2026, 11, 29)),
        ("two weeks ago", date(2026, 11, 8)),
        ("in 1 year", date(2027, 11, 22)),
        ("24 nov", date(2026, 11, 24)),
        ("24th of November", date(2026, 11, 24)),
        ("Nov 24, 2027", date(2027, 11, 24)),
        ("Tue 24 Nov", date(2026, 11, 24)),
        ("1 sept 27", date(2027, 9, 1)),
        ("21 Nov", date(2027, 11, 21)),
        ("24/11/2026", date(2026, 11, 24)),
        ("24.11.", date(2026, 11, 24)),
        ("24-11-26", date(2026, 11, 24)),
        ("2026-11-24", date(2026, 11, 24)),
        ("2026/1/2", date(2026, 1, 2)),
        ("29 feb", date(2028, 2, 29)),
    ],
)
def test_what_people_type(text: str, day: date) -> None:
    assert parse_typed_date(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "fr",
        "31/4",
        "13/13",
        "30 feb",
        "2026-02-30",
        "in 9999 years",
        "in many days",
        "5 smarch",
        "next",
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert parse_typed_date(text, TODAY) is None


def test_the_month_may_come_first() -> None:
    assert parse_typed_date("11/24/2026", TODAY, day_first=False) == date(2026, 11, 24)
    assert parse_typed_date("12/1", TODAY, day_first=False) == date(2026, 12, 1)


@given(text=st.text(), today=DAYS)
def test_any_text_is_a_day_or_none(text: str, today: date) -> None:
    found = parse_typed_date(text, today)
    assert found is None or isinstance(found, date)


@given(day=DAYS, today=DAYS)
def test_a_day_written_out_is_read_back(day: date, today: date) -> None:
    for text in (
        day.isoformat(),
        long_day(day),
        f"{day:%d/%m/%Y}",
        f"{WEEKDAYS[day.weekday()]} {long_day(day)}",
    ):
        assert parse_typed_date(text, today) == day


@given(today=DAYS, ahead=st.integers(0, 364))
def test_a_day_without_a_year_is_the_next_one(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    if (day.month, day.day) != (2, 29):
        assert parse_typed_date(weekday_and_day(day), today) == day
        assert parse_typed_date(short_day(day, day), today) == day


def test_the_days_offered_for_a_follow_up() -> None:
    assert [(quick.label, quick.day) for quick in quick_dates(TODAY)] == [
        ("Today", TODAY),
        ("Tomorrow", date(2026, 11, 23)),
        ("Friday", date(2026, 11, 27)),
        ("In two weeks", date(2026, 12, 6)),
    ]


@given(today=DAYS, weekday=st.integers(0, 6))
def test_the_next_weekday_is_one_to_seven_days_away(today: date, weekday: int) -> None:
    day = next_weekday(weekday, today)
    assert day.weekday() == weekday
    assert 1 <= (day - today).days <= 7


@given(day=DAYS, months=st.integers(-120, 120))
def test_months_added_keep_the_day_or_take_the_last(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day == day.day or (moved.day < day.day and (moved + timedelta(days=1)).day == 1)
