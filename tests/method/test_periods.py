"""The periods figures are told for: their days, their names, and the period before to compare with."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.errors import InvalidInput
from netdesk.method.periods import (
    Month,
    Period,
    PeriodKind,
    last_12_months,
    month_of,
    parse_period,
    quarter_of,
    year_of,
)

TODAY = date(2026, 11, 22)
_DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("typed", "first", "last", "name"),
    [
        ("2026-11", date(2026, 11, 1), date(2026, 11, 30), "November 2026"),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31), "Q1 2026"),
        ("2026 q4", date(2026, 10, 1), date(2026, 12, 31), "Q4 2026"),
        ("2025", date(2025, 1, 1), date(2025, 12, 31), "2025"),
        ("month", date(2026, 11, 1), date(2026, 11, 30), "November 2026"),
        ("quarter", date(2026, 10, 1), date(2026, 12, 31), "Q4 2026"),
        ("year", date(2026, 1, 1), date(2026, 12, 31), "2026"),
        ("Last 12 months", date(2025, 11, 23), TODAY, "Last 12 months"),
        ("2026-01-15..2026-03-31", date(2026, 1, 15), date(2026, 3, 31), "15 Jan 2026 – 31 Mar 2026"),
        ("2026-01-15 to 2026-01-15", date(2026, 1, 15), date(2026, 1, 15), "15 Jan 2026"),
    ],
)
def test_a_period_is_read_as_people_write_it(typed: str, first: date, last: date, name: str) -> None:
    period = parse_period(typed, TODAY)
    assert (period.first, period.last, period.name) == (first, last, name)


@pytest.mark.parametrize(
    "typed", ["", "soon", "2026-13", "2026-Q5", "1066", "2026-02-30..2026-03-01", "²026"]
)
def test_what_is_no_period_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(InvalidInput, match="is no period") as refused:
        parse_period(typed, TODAY)
    assert "2026-Q3" in refused.value.remedy
    assert refused.value.field == "period"


def test_a_period_that_ends_before_it_begins_or_has_no_end_is_refused() -> None:
    with pytest.raises(InvalidInput, match="ends before it begins"):
        parse_period("2026-03-31..2026-01-15", TODAY)
    with pytest.raises(InvalidInput, match="too long"):
        Period(PeriodKind.OWN, date(1900, 1, 1), date(2100, 1, 1))


def test_the_last_12_months_from_a_leap_day_begin_on_the_first_of_march() -> None:
    assert last_12_months(date(2024, 2, 29)).first == date(2023, 3, 1)
    assert last_12_months(date(2001, 2, 28)).first == date(2000, 3, 1)
    assert last_12_months(date(2024, 2, 28)).first == date(2023, 3, 1)
    assert last_12_months(date(2002, 2, 28)).before().first == date(2000, 3, 1)


@given(day=_DAYS, make=st.sampled_from([month_of, quarter_of, year_of, last_12_months]))
def test_the_period_before_ends_the_day_before_and_is_of_one_kind(day: date, make: object) -> None:
    assert callable(make)
    period = make(day)
    before = period.before()
    assert period.holds(day)
    assert before.last == period.first - timedelta(days=1)
    assert len(before.months) in (len(period.months), len(period.months) - 1)
    if period.kind is not PeriodKind.LAST_12_MONTHS:
        assert before.kind is period.kind
        assert before.after() == period
        assert parse_period(period.code, TODAY) == period


@given(first=_DAYS, days=st.integers(0, 4000))
def test_days_of_ones_own_are_compared_with_as_many_before(first: date, days: int) -> None:
    period = Period(PeriodKind.OWN, first, first + timedelta(days=days))
    assert period.before().days == period.days == days + 1
    assert period.before().after() == period
    assert parse_period(period.code, TODAY) == period


@given(first=_DAYS, days=st.integers(0, 4000))
def test_the_months_of_a_period_hold_each_of_its_days(first: date, days: int) -> None:
    period = Period(PeriodKind.OWN, first, first + timedelta(days=days))
    months = period.months
    assert months[0].first <= period.first <= months[0].last
    assert months[-1].first <= period.last <= months[-1].last
    assert all(later.first == earlier.last + timedelta(days=1) for earlier, later in pairwise(months))


@given(day=_DAYS, months=st.integers(-600, 600))
def test_months_are_counted_both_ways(day: date, months: int) -> None:
    month = Month(day.year, day.month)
    assert month.plus(months).plus(-months) == month


def test_a_period_under_way_is_told_up_to_today() -> None:
    assert quarter_of(TODAY).until(TODAY).last == TODAY
    assert quarter_of(date(2025, 1, 1)).until(TODAY) == quarter_of(date(2025, 1, 1))
    assert month_of(date(2027, 1, 1)).until(TODAY) == month_of(date(2027, 1, 1))


@pytest.mark.parametrize("code", ["1900", "1900-01", "1900-Q1", "1900-01-01..1999-12-31"])
def test_the_earliest_periods_have_one_before_them(code: str) -> None:
    period = parse_period(code, date(2026, 11, 22))
    assert period.before().last == date(1899, 12, 31)
