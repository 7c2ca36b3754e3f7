"""Figures of a period beside those of the one before it (method §9).

Of a period still under way its part up to today is compared with as many days of the period before: eleven months
are never held against twelve.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from netdesk.method.period_steps import earlier, is_twelve_months
from netdesk.method.periods import Period, PeriodKind


@dataclass(frozen=True, slots=True)
class Compared:
    """``now`` and ``before`` are the days to count; ``words`` what the latter are called in a sentence."""

    now: Period
    before: Period
    words: str


def compared(period: Period, today: date) -> Compared:
    """Return what to count to compare a period with the one before it."""
    now, whole = period.until(today), earlier(period)
    if now.days < period.days:
        last = min(whole.last, whole.first + timedelta(days=now.days - 1))
        return Compared(now, Period(PeriodKind.OWN, whole.first, last), f"the same part of {whole.name}")
    if is_twelve_months(period):
        return Compared(now, whole, "the 12 months before")
    if period.kind is PeriodKind.OWN:
        days = "the day before" if whole.days == 1 else f"the {whole.days:,} days before"
        return Compared(now, whole, days)
    return Compared(now, whole, whole.name)


def more_or_less(now: int, before: int, words: str) -> str:
    """Say the difference of two counts: "6 more than in the 12 months before", "as many as in 2025".

    "" where there was nothing either time. ``words`` are those of :class:`Compared`.
    """
    if now == before:
        return f"as many as in {words}" if now else ""
    return f"{abs(now - before):,} {'more' if now > before else 'fewer'} than in {words}"
