"""Times and lengths as people type them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.typed_times import parse_typed_length, parse_typed_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("17:30", time(17, 30)),
        ("17.30", time(17, 30)),
        ("1730", time(17, 30)),
        ("730", time(7, 30)),
        ("9", time(9)),
        ("17h30", time(17, 30)),
        ("5pm", time(17)),
        ("5.30 p.m.", time(17, 30)),
        ("12 am", time(0)),
        ("12pm", time(12)),
        ("Noon", time(12)),
        (" midnight ", time(0)),
    ],
)
def test_a_time_is_read(typed: str, meant: time) -> None:
    assert parse_typed_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "25:00", "17:60", "13pm", "0 am", "soon", "17:3", "١٧:٣٠", "<b>9</b>"])
def test_what_is_no_time_is_none(typed: str) -> None:
    assert parse_typed_time(typed) is None


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("2 h", 120),
        ("1.5h", 90),
        ("1,5 hours", 90),
        ("1 h 30", 90),
        ("1h30min", 90),
        ("90 min", 90),
        ("45m", 45),
    ],
)
def test_a_length_is_read(typed: str, minutes: int) -> None:
    assert parse_typed_length(typed) == minutes


@pytest.mark.parametrize("typed", ["", "90", "0 h", "long", "17:30", "h", "999 h 9999999 m"])
def test_what_is_no_length_is_none(typed: str) -> None:
    assert parse_typed_length(typed) is None


@given(st.times())
def test_every_time_written_is_read_again(moment: time) -> None:
    assert parse_typed_time(f"{moment:%H:%M}") == moment.replace(second=0, microsecond=0)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(text: str) -> None:
    length = parse_typed_length(text)
    assert length is None or length > 0
    assert parse_typed_time(text) is None or any(char.isalnum() for char in text)
