"""Days that have been, as people type them when they write down what happened: "fri" is the last Friday."""

from __future__ import annotations

from datetime import date, timedelta

from netdesk.method.typed_dates import add_months, parse_typed_date

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_MONTHS_A_YEAR = 12


def parse_past_date(text: str, today: date, *, day_first: bool = True) -> date | None:
    """Read a typed day the way it is meant of something that happened, or None when it is not understood.

    A weekday or a day without a year is the latest such day up to today. What is plainly in the future
    ("tomorrow", a day with its year) stays there, for the form to say so.
    """

    def read_on(day: date) -> date | None:
        return parse_typed_date(text, day, day_first=day_first)

    direct = read_on(today)
    if direct is None or direct <= today:
        return direct
    counted_from_today = read_on(today - _DAY) == direct - _DAY
    if counted_from_today:
        return direct
    for start in (today - _WEEK, add_months(today, -_MONTHS_A_YEAR) + _DAY):
        found = read_on(start)
        if found is not None and found <= today:
            return found
    return direct
