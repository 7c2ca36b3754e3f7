"""Going from one period to the next."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.period_steps import earlier, later, offered
from netdesk.method.periods import last_12_months, parse_period

TODAY = date(2026, 11, 22)
_DAYS = st.dates(date(1990, 1, 1), date(2080, 12, 31))


def test_the_twelve_months_before_and_back_again() -> None:
    before = earlier(last_12_months(TODAY))
    assert before.days_words == "23 Nov 2024 – 22 Nov 2025"
    assert later(before, TODAY) == last_12_months(TODAY)
    assert later(last_12_months(TODAY), TODAY) is None


def test_calendar_periods_go_by_the_calendar() -> None:
    assert earlier(parse_period("2026-01", TODAY)).code == "2025-12"
    assert earlier(parse_period("2026-Q1", TODAY)).code == "2025-Q4"
    after = later(parse_period("2026-10", TODAY), TODAY)
    assert after is not None
    assert after.code == "2026-11"
    assert later(after, TODAY) is None


@given(day=_DAYS, steps=st.integers(1, 12))
def test_going_back_and_forth_ends_where_it_began(day: date, steps: int) -> None:
    for one in offered(day):
        period = one.period
        for _ in range(steps):
            period = earlier(period)
        for _ in range(steps):
            after = later(period, day)
            assert after is not None
            assert after.first == period.last.fromordinal(period.last.toordinal() + 1)
            period = after
        assert period == one.period


@given(first=_DAYS, last=_DAYS, today=_DAYS)
def test_what_comes_later_never_lies_wholly_ahead(first: date, last: date, today: date) -> None:
    period = parse_period(f"{min(first, last)}..{max(first, last)}", today)
    after = later(period, today)
    assert after is None or period.first < after.first <= today


def test_what_is_offered_holds_today_or_lies_behind_it() -> None:
    labels = [one.label for one in offered(TODAY)]
    assert labels == [
        "Last 12 months",
        "This month",
        "This quarter",
        "This year",
        "Last month",
        "Last quarter",
        "Last year",
    ]
    assert all(one.period.first <= TODAY for one in offered(TODAY))
