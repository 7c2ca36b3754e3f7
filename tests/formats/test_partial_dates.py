"""Dates whole and in part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.formats.partial_dates import partial_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1980-3-2", "1980-03-02"),
        ("1980/03/22", "1980-03-22"),
        ("1980-05", "1980-05"),
        ("1980-13", None),
        ("0000", None),
        ("0000-05-17", "--05-17"),
        ("--05", "--05"),
        ("--13", None),
        ("---22", None),
        ("22 March", "--03-22"),
        ("March 22nd, 1980", "1980-03-22"),
        ("22.03.1980", "1980-03-22"),
        ("7-Feb-69", "1969-02-07"),
        ("7-Foo-69", None),
        ("2011-02-29", None),
        ("2012-02-29", "2012-02-29"),
        ("1980-00-10", None),
        ("9" * 100, None),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    assert partial_date(text) == date


@given(st.text(max_size=30), st.one_of(st.none(), st.integers(0, 9999)))
def test_what_comes_out_reads_the_same_again(text: str, omitted: int | None) -> None:
    date = partial_date(text, omitted)
    assert date is None or partial_date(date) == date
