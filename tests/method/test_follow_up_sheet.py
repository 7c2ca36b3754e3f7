"""What stands on the list of a week's follow-ups."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.follow_up_sheet import (
    DAYS,
    FollowUpRow,
    SheetFollowUp,
    compose_follow_up_sheet,
    follow_up_week,
    week_of,
)

MONDAY = date(2026, 11, 23)
WEDNESDAY = date(2026, 11, 25)
DATES = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(DATES, st.integers(0, 6))
def test_a_week_begins_on_its_first_day(day: date, first: int) -> None:
    start = week_of(day, first)
    assert start.weekday() == first
    assert start <= day < start + timedelta(days=DAYS)


def test_this_week_leaves_out_the_days_that_are_over() -> None:
    week = follow_up_week(MONDAY, WEDNESDAY)
    assert week.days == tuple(MONDAY + timedelta(days=number) for number in range(2, 7))
    assert week.overdue_before == WEDNESDAY


def test_a_week_that_lies_behind_and_one_to_come_are_whole() -> None:
    behind = follow_up_week(MONDAY, date(2026, 12, 24))
    assert (len(behind.days), behind.overdue_before) == (7, MONDAY)
    ahead = follow_up_week(MONDAY, date(2026, 11, 20))
    assert (len(ahead.days), ahead.overdue_before) == (7, date(2026, 11, 20))


def test_what_is_late_comes_first_then_day_by_day_by_time_and_name() -> None:
    sheet = compose_follow_up_sheet(
        follow_up_week(MONDAY, WEDNESDAY),
        [
            SheetFollowUp(WEDNESDAY, "Call", "Zoë"),
            SheetFollowUp(WEDNESDAY, "Call", "Anna", "Anna & Co", "+44 7700 900123"),
            SheetFollowUp(WEDNESDAY, "One-to-one", "Ellen", at=time(10)),
            SheetFollowUp(date(2026, 11, 24), "Write", "Tom"),
            SheetFollowUp(date(2026, 10, 1), "Write", "Luis"),
        ],
        WEDNESDAY,
    )
    late, today, *others = sheet.days
    assert (sheet.title, sheet.meta) == ("Follow-ups, 23–29 November 2026", "3 to do · 2 overdue")
    assert (late.heading, [(row.name, row.when) for row in late.rows]) == (
        "Overdue",
        [("Luis", "7 w late"), ("Tom", "1 d late")],
    )
    assert (today.heading, today.beside) == ("Wednesday 25 November", "today")
    assert [row.name for row in today.rows] == ["Ellen", "Anna", "Zoë"]
    assert today.rows[1] == FollowUpRow("", "Anna", "Anna & Co", "+44 7700 900123", "Call")
    assert [day.heading.split()[0] for day in others] == ["Thursday", "Friday", "Saturday", "Sunday"]
    assert all(day.empty and not day.rows for day in others)


@pytest.mark.parametrize(
    ("first", "title"),
    [
        (date(2026, 11, 30), "Follow-ups, 30 November – 6 December 2026"),
        (date(2026, 12, 28), "Follow-ups, 28 December 2026 – 3 January 2027"),
    ],
)
def test_the_title_names_months_and_years_that_differ(first: date, title: str) -> None:
    assert compose_follow_up_sheet(follow_up_week(first, first), [], first).title == title


def test_a_week_without_follow_ups_is_a_form() -> None:
    sheet = compose_follow_up_sheet(follow_up_week(MONDAY, MONDAY), [], MONDAY)
    assert sheet.meta == "Nothing planned yet"
    assert [day.empty for day in sheet.days] == [2] * 7


FOLLOW_UP = st.builds(
    SheetFollowUp,
    st.dates(date(2026, 10, 1), date(2027, 1, 1)),
    st.text(max_size=30),
    st.text(max_size=30),
    at=st.none() | st.times(),
)


@given(st.lists(FOLLOW_UP, max_size=30), st.dates(date(2026, 11, 1), date(2026, 12, 20)))
def test_every_follow_up_of_the_days_shown_and_every_late_one_stands_once(
    follow_ups: list[SheetFollowUp], today: date
) -> None:
    week = follow_up_week(MONDAY, today)
    sheet = compose_follow_up_sheet(week, follow_ups, today)
    shown = [one for one in follow_ups if one.due < week.overdue_before or one.due in week.days]
    assert sum(len(day.rows) for day in sheet.days) == len(shown)
    assert all(row.name for day in sheet.days for row in day.rows)
