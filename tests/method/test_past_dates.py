from datetime import date

import pytest

from netdesk.method.past_dates import parse_past_date

SATURDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("today", SATURDAY),
        ("now", SATURDAY),
        ("yesterday", date(2026, 11, 20)),
        ("fri", date(2026, 11, 20)),
        ("sunday", date(2026, 11, 15)),
        ("saturday", SATURDAY),
        ("3 days ago", date(2026, 11, 18)),
        ("14 oct", date(2026, 10, 14)),
        ("24 nov", date(2025, 11, 24)),
        ("21 nov", SATURDAY),
        ("3/11", date(2026, 11, 3)),
        ("2026-11-01", date(2026, 11, 1)),
        ("tomorrow", date(2026, 11, 22)),
        ("in 3 days", date(2026, 11, 24)),
        ("24 nov 2026", date(2026, 11, 24)),
        ("soon", None),
    ],
)
def test_days_are_read_backwards(typed: str, meant: date | None) -> None:
    assert parse_past_date(typed, SATURDAY) == meant
