"""Times as people type them when they log what they did."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.insights.mix import time_words
from netdesk.method.time_spent import parse_time_spent


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("1 h 30", 90),
        ("1h30", 90),
        ("1:30", 90),
        ("0:45", 45),
        ("45 min", 45),
        ("1.5", 90),
        ("1,5 h", 90),
        ("2", 120),
        ("12", 720),
        ("45", 45),
        ("90", 90),
        (" 2 hours ", 120),
        ("", None),
        ("0", None),
        ("0:00", None),
        ("1:75", None),
        ("-2", None),
        ("an hour", None),
        ("٣", None),
        ("1" * 60, None),
    ],
)
def test_a_time_is_read_as_it_is_meant(typed: str, minutes: int | None) -> None:
    assert parse_time_spent(typed) == minutes


@given(st.integers(1, 599))
def test_what_is_written_is_read_again(minutes: int) -> None:
    assert parse_time_spent(time_words(minutes)) == minutes


@given(st.text(max_size=50))
def test_nothing_typed_breaks_it(text: str) -> None:
    found = parse_time_spent(text)
    assert found is None or found > 0
