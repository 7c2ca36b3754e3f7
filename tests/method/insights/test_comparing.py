"""Which days a period is compared with."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.insights.comparing import compared, more_or_less
from netdesk.method.period_steps import is_twelve_months
from netdesk.method.periods import Period, PeriodKind, last_12_months, parse_period

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("code", "now", "before", "words"),
    [
        ("2026-10", "2026-10-01..2026-10-31", "2026-09-01..2026-09-30", "September 2026"),
        ("2026-11", "2026-11-01..2026-11-22", "2026-10-01..2026-10-22", "the same part of October 2026"),
        ("2026-Q4", "2026-10-01..2026-11-22", "2026-07-01..2026-08-22", "the same part of Q3 2026"),
        ("2026", "2026-01-01..2026-11-22", "2025-01-01..2025-11-22", "the same part of 2025"),
        ("2025", "2025-01-01..2025-12-31", "2024-01-01..2024-12-31", "2024"),
        ("last-12-months", "2025-11-23..2026-11-22", "2024-11-23..2025-11-22", "the 12 months before"),
        (
            "2023-11-23..2024-11-22",
            "2023-11-23..2024-11-22",
            "2022-11-23..2023-11-22",
            "the 12 months before",
        ),
        ("2026-11-01..2026-11-10", "2026-11-01..2026-11-10", "2026-10-22..2026-10-31", "the 10 days before"),
        ("2026-11-03..2026-11-03", "2026-11-03..2026-11-03", "2026-11-02..2026-11-02", "the day before"),
    ],
)
def test_a_period_is_compared_with_as_much_of_the_one_before(
    code: str, now: str, before: str, words: str
) -> None:
    found = compared(parse_period(code, TODAY), TODAY)
    spelled = [f"{each.first}..{each.last}" for each in (found.now, found.before)]
    assert spelled == [now, before]
    assert found.words == words


def test_the_end_of_march_is_compared_with_a_whole_february() -> None:
    found = compared(parse_period("2026-03", TODAY), date(2026, 3, 30))
    assert found.before.last == date(2026, 2, 28)


@given(
    first=st.dates(date(2000, 1, 1), date(2090, 1, 1)), days=st.integers(0, 900), on=st.integers(-500, 1500)
)
def test_what_is_compared_never_overlaps_and_never_lies_ahead(first: date, days: int, on: int) -> None:
    period = Period(PeriodKind.OWN, first, first + timedelta(days=days))
    today = first + timedelta(days=on)
    found = compared(period, today)
    assert found.before.last < found.now.first
    # Twelve months may have a day more than the twelve after them.
    assert found.before.days <= found.now.days + is_twelve_months(period)
    assert found.now.last <= max(today, period.last)


def test_the_last_twelve_months_are_never_cut() -> None:
    assert compared(last_12_months(TODAY), TODAY).now.days == 365


def test_the_difference_is_said_in_words() -> None:
    assert more_or_less(24, 18, "the 12 months before") == "6 more than in the 12 months before"
    assert more_or_less(18, 24, "2025") == "6 fewer than in 2025"
    assert more_or_less(5, 5, "2025") == "as many as in 2025"
    assert more_or_less(0, 0, "2025") == ""
