"""Blocks fall on pages whole, in order, and with the heads of their table."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from netdesk.ui.printing.marks import Rule
from netdesk.ui.printing.page_layout import (
    Block,
    LaidSheet,
    Page,
    Paper,
    Placed,
    Region,
    Spot,
    airiest,
    flow,
    side_by_side,
    usual_paper,
)

TOP, BOTTOM = 10.0, 110.0
START = Spot(0, TOP)
HEADS = Block("heads", 5)


def frame(index: int) -> Region:
    return Region(index, 7, TOP, BOTTOM)


def places(placed: list[Placed]) -> list[tuple[str, int, float]]:
    return [(each.block.part, each.region.page, each.top) for each in placed]


def test_the_sizes_of_paper() -> None:
    assert [paper.label for paper in Paper] == ["A4", "Letter"]
    assert (round(Paper.A4.width), round(Paper.A4.height)) == (794, 1123)
    assert (Paper.LETTER.width, Paper.LETTER.height) == (816, 1056)


def test_each_country_has_its_paper() -> None:
    assert usual_paper("US") is Paper.LETTER
    assert usual_paper("ca") is Paper.LETTER
    assert usual_paper("GB") is Paper.A4
    assert usual_paper("") is Paper.A4


def test_what_does_not_fit_whole_begins_the_next_page_without_its_gap() -> None:
    placed, end = flow([Block("a", 60, gap=20), Block("b", 30, gap=10), Block("c", 1, gap=3)], START, frame)
    assert places(placed) == [("a", 0, 10), ("b", 0, 80), ("c", 1, 10)]
    assert end == Spot(1, 11)


def test_a_heading_goes_with_what_follows_it() -> None:
    blocks = [Block("a", 80), Block("heading", 10, keep=True), Block("b", 15)]
    placed, _ = flow(blocks, START, frame)
    assert places(placed) == [("a", 0, 10), ("heading", 1, 10), ("b", 1, 20)]


def test_the_heads_of_a_table_are_repeated_on_the_next_page() -> None:
    blocks = [HEADS, *[Block("row", 40, again=HEADS) for _ in range(4)]]
    placed, _ = flow(blocks, START, frame)
    assert places(placed) == [
        ("heads", 0, 10),
        ("row", 0, 15),
        ("row", 0, 55),
        ("heads", 1, 10),
        ("row", 1, 15),
        ("row", 1, 55),
    ]


def test_what_should_stay_together_is_parted_when_no_page_is_high_enough() -> None:
    blocks = [Block("first", 20), *[Block("kept", 60, keep=True) for _ in range(3)]]
    placed, _ = flow(blocks, START, frame)
    assert places(placed) == [("first", 0, 10), ("kept", 1, 10), ("kept", 2, 10), ("kept", 3, 10)]


def test_below_two_columns_begins_under_the_longer_one() -> None:
    left, right = [Block("left", 40)], [Block("right", 70), Block("right", 50)]
    placed, end = side_by_side(left, right, START, frame)
    assert places(placed) == [("left", 0, 10), ("right", 0, 10), ("right", 1, 10)]
    assert end == Spot(1, 60)


def test_marks_count_from_the_corner_of_the_paper() -> None:
    placed = Placed(Block("a", 5, (Rule(1, 2, 30, 0),)), frame(0), 50)
    assert list(placed.marks()) == [Rule(8, 52, 30, 0)]


def test_a_sheet_gets_the_most_air_that_fits() -> None:
    def lay(air: float) -> LaidSheet:
        return LaidSheet(str(air), Paper.A4, (Page(()),) * (1 if air <= 0.8 else 2))

    def on_one_page(laid: LaidSheet) -> bool:
        return len(laid.pages) == 1

    assert 0.78 < float(airiest(lay, on_one_page, 0.6).title) <= 0.8
    assert airiest(lay, on_one_page, 0.9).title == "1"
    assert airiest(lay, lambda laid: True, 0.6).title == "1"


BLOCKS = st.builds(
    Block,
    part=st.just("row"),
    height=st.floats(1, 95),
    gap=st.floats(0, 30),
    keep=st.booleans(),
    again=st.none() | st.just(HEADS),
)


@given(st.lists(BLOCKS, max_size=30))
def test_no_block_is_cut_lost_or_out_of_order(blocks: list[Block]) -> None:
    placed, end = flow(blocks, START, frame)
    own = [each for each in placed if each.block is not HEADS]
    assert [each.block for each in own] == blocks
    assert all(each.top >= TOP and each.bottom <= BOTTOM + 1e-6 for each in placed)
    tops = [Spot(each.region.page, each.top) for each in placed]
    assert tops == sorted(tops)
    for earlier, later in pairwise(placed):
        assert Spot(later.region.page, later.top) >= Spot(earlier.region.page, earlier.bottom)
    assert not placed or end == Spot(placed[-1].region.page, placed[-1].bottom)
