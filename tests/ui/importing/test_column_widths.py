"""Columns of a table lend each other the room they do not need."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from netdesk.ui.importing.column_widths import column_widths

SHARES = (2, 2, 1)


def test_columns_that_want_no_more_keep_their_shares() -> None:
    assert column_widths(500, SHARES, (100, 200, 100)) == [200, 200, 100]


def test_what_one_does_not_want_goes_to_the_one_that_lacks() -> None:
    assert column_widths(500, SHARES, (100, 260, 100)) == [140, 260, 100]


def test_with_too_little_to_spare_who_lacks_little_is_served_first() -> None:
    assert column_widths(500, SHARES, (150, 220, 4_000)) == [150, 220, 130]
    assert column_widths(500, SHARES, (150, 4_000, 4_000)) == [150, 225, 125]


def test_the_foremost_is_served_before_all_others() -> None:
    assert column_widths(500, SHARES, (150, 4_000, 130), foremost=2) == [150, 220, 130]
    assert column_widths(500, SHARES, (190, 4_000, 130), foremost=2) == [190, 200, 110]
    assert column_widths(500, SHARES, (150, 210, 90), foremost=2) == column_widths(
        500, SHARES, (150, 210, 90)
    )


@given(some.integers(0, 4_000), some.lists(some.integers(0, 5_000), min_size=3, max_size=3))
def test_no_more_room_is_given_than_there_is(room: int, wanted: list[int]) -> None:
    widths = column_widths(room, SHARES, wanted)
    assert sum(widths) <= room
    assert min(widths) >= 0
    for width, usual, want in zip(widths, column_widths(room, SHARES, (0, 0, 0)), wanted, strict=True):
        assert min(usual, want) <= width + 1
