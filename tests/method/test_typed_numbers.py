"""Counts and hours as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.typed_numbers import hours_words, parse_count, parse_hours


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("7", 7),
        (" 12 ", 12),
        ("1,000", 1000),
        ("1 000", 1000),
        ("1.000", 1000),
        ("-3", -3),
        ("\u22123", -3),
        ("+4", 4),
        ("007", 7),
    ],
)
def test_counts_are_read_as_people_write_them(typed: str, count: int) -> None:
    assert parse_count(typed) == count


@pytest.mark.parametrize("typed", ["", "seven", "7 people", "1.5", "1,5", "1e3", "٣", "9" * 30, "--1", "nan"])
def test_what_is_no_count_is_none(typed: str) -> None:
    assert parse_count(typed) is None


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("3", 3.0),
        ("2.5", 2.5),
        ("2,5", 2.5),
        ("3 h", 3.0),
        ("2 h 30", 2.5),
        ("90 min", 1.5),
        ("0", 0.0),
        ("-1", -1.0),
        ("5000", 5000.0),
        (".5", 0.5),
    ],
)
def test_hours_are_read_as_numbers_and_as_lengths(typed: str, hours: float) -> None:
    assert parse_hours(typed) == hours


@pytest.mark.parametrize("typed", ["", "long", "nan", "inf", "1e9", "2:30:00", ".", "9" * 60])
def test_what_is_no_length_is_none(typed: str) -> None:
    assert parse_hours(typed) is None


@pytest.mark.parametrize(
    ("hours", "words"), [(3.0, "3 h"), (2.5, "2 h 30"), (0.75, "45 min"), (0.0, "0 h"), (1.0833, "1 h 05")]
)
def test_hours_are_written_short(hours: float, words: str) -> None:
    assert hours_words(hours) == words


@given(st.text(max_size=50))
def test_no_text_stops_the_reading(text: str) -> None:
    assert parse_count(text) is None or isinstance(parse_count(text), int)
    assert parse_hours(text) is None or isinstance(parse_hours(text), float)


@given(st.integers(0, 200 * 60))
def test_hours_written_are_read_again(minutes: int) -> None:
    read = parse_hours(hours_words(minutes / 60))
    assert read is not None
    assert round(read * 60) == minutes
