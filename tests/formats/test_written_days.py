"""Days in any order and several languages, with one decision for a column."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdesk.formats.written_days import day_order, looks_like_day, read_day

TODAY = date(2026, 11, 22)
NOV_18 = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("18 Nov", NOV_18),
        ("18/11/2026", NOV_18),
        ("18.11.26", NOV_18),
        ("18.11.", NOV_18),
        ("2026-11-18", NOV_18),
        ("2026/11/18", NOV_18),
        ("2026-11-18 00:00:00", NOV_18),
        ("18/11/2026 2:30 PM", NOV_18),
        ("Nov 18, 2026", NOV_18),
        ("Wed 18 Nov 2026", NOV_18),
        ("18th November 2026", NOV_18),
        ("46344", NOV_18),
        ("20261118", NOV_18),
        ("7-Feb-22", date(2022, 2, 7)),
        ("12. März 2026", date(2026, 3, 12)),
        ("1 août 2025", date(2025, 8, 1)),
        ("18 de noviembre de 2025", date(2025, 11, 18)),
        ("December 24", date(2025, 12, 24)),
        ("Nov-25", date(2025, 11, 1)),
        ("Mar 2026", date(2026, 3, 1)),
        ("03/2026", date(2026, 3, 1)),
        ("1/2/98", date(1998, 2, 1)),
        ("2026年11月18日", NOV_18),
        ("yesterday", date(2026, 11, 21)),
        ("tomorrow", date(2026, 11, 23)),
        ("31/02/2026", None),
        ("meeting 18 Nov", None),
        ("1200", None),
        ("£450", None),
        ("99999", None),
        ("", None),
        ("9" * 500, None),
    ],
)
def test_a_cell_is_read_as_a_day(cell: str, day: date | None) -> None:
    assert read_day(cell, TODAY) == day


@pytest.mark.parametrize(
    ("cells", "day_first", "sure"),
    [
        (["3/4/2026", "13/4/2026"], True, True),
        (["3/4/2026", "4/13/2026"], False, True),
        (["3.4.2026"], True, True),
        # The other order would be in the future.
        (["3/12/2026", "1/2/2026"], False, True),
        (["3/4/2026", "5/6/2026"], True, False),
        (["4/4/2026", "2026-03-01", "18 Nov"], True, True),
        (["13/4/2026", "14/4/2026", "4/15/2026"], True, False),
        ([], True, True),
    ],
)
def test_a_column_decides_its_order(cells: list[str], day_first: bool, sure: bool) -> None:
    found = day_order(cells, TODAY)
    assert (found.day_first, found.sure) == (day_first, sure)
    assert found.matters == any("/" in cell or "." in cell for cell in cells)


def test_where_nothing_decides_it_is_as_usual_here() -> None:
    assert not day_order(["3/4/2026"], TODAY, day_first=False).day_first


def test_numbers_alone_do_not_look_like_days() -> None:
    assert not looks_like_day("46344", TODAY)
    assert not looks_like_day("20261118", TODAY)
    assert looks_like_day("11/18/2026", TODAY)


days = st.dates(date(2007, 1, 1), TODAY)


@settings(max_examples=60)
@given(
    days,
    st.sampled_from(["%d/%m/%Y", "%d.%m.%y", "%Y-%m-%d", "%d %b %Y", "%d-%b-%y", "%B %d, %Y", "%A %d %B %Y"]),
)
def test_a_day_written_in_a_usual_way_comes_back(day: date, form: str) -> None:
    assert read_day(day.strftime(form), TODAY) == day


@settings(max_examples=60)
@given(st.lists(days, min_size=1, max_size=12), st.booleans())
def test_a_whole_column_comes_back_where_it_proves_its_order(column: list[date], day_first: bool) -> None:
    cells = [day.strftime("%d/%m/%Y" if day_first else "%m/%d/%Y") for day in column]
    order = day_order(cells, TODAY, day_first=day_first)
    assert [read_day(cell, TODAY, day_first=order.day_first) for cell in cells] == column


@settings(max_examples=60)
@given(st.integers(1, 20_000))
def test_a_spreadsheets_number_of_a_day_is_read(days_back: int) -> None:
    day = TODAY - timedelta(days=days_back)
    assert read_day(str((day - date(1899, 12, 30)).days), TODAY) == (day if day >= date(1970, 1, 1) else None)
