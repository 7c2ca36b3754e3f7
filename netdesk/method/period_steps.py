"""Going from a period to the one before and the one after it, and the periods that are offered to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from netdesk.method.periods import (
    Period,
    PeriodKind,
    last_12_months,
    month_of,
    quarter_of,
    year_of,
)


@dataclass(frozen=True, slots=True)
class Offered:
    """A period and what it is called where one is chosen: "This month"."""

    label: str
    period: Period


def offered(today: date) -> tuple[Offered, ...]:
    """Return the periods to choose from: those up to today, then the ones that are over."""
    month, quarter, year = month_of(today), quarter_of(today), year_of(today)
    return (
        Offered("Last 12 months", last_12_months(today)),
        Offered("This month", month),
        Offered("This quarter", quarter),
        Offered("This year", year),
        Offered("Last month", month.before()),
        Offered("Last quarter", quarter.before()),
        Offered("Last year", year.before()),
    )


def earlier(period: Period) -> Period:
    """Return the period before; twelve months whose last day is any day stay twelve months."""
    return _year_up_to(period.first - timedelta(days=1)) if is_twelve_months(period) else period.before()


def later(period: Period, today: date) -> Period | None:
    """Return the period after; None where all of it lies ahead: there is nothing in it yet."""
    after = period.after()
    if after.first > today:
        return None
    if not is_twelve_months(period):
        return after
    # As many days would lose one wherever a 29 February comes in between.
    last = last_12_months(today)
    if last.first <= after.first:
        return last
    return _year_from(after.first)


def is_twelve_months(period: Period) -> bool:
    """Whether a period is the last twelve months, or own days that are the twelve months up to their last."""
    wide = period.kind in (PeriodKind.OWN, PeriodKind.LAST_12_MONTHS)
    return wide and last_12_months(period.last).first == period.first


def _year_up_to(last: date) -> Period:
    return Period(PeriodKind.OWN, last_12_months(last).first, last)


def _year_from(first: date) -> Period:
    try:
        last = first.replace(year=first.year + 1) - timedelta(days=1)
    except ValueError:  # 29 February
        last = date(first.year + 1, 2, 28)
    return Period(PeriodKind.OWN, first, last)
