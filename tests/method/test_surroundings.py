"""The map around a person: nobody covers anybody, and everybody stands where they stood before."""

from itertools import combinations
from math import atan2, pi

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdesk.method.surroundings import Box, Rings, Spot, overlap, rings

boxes = st.builds(Box, st.floats(20, 160, allow_nan=False), st.floats(20, 80, allow_nan=False))
trees = st.lists(st.tuples(boxes, st.lists(boxes, max_size=5)), max_size=12)


def placed(centre: Box, tree: list[tuple[Box, list[Box]]], **more: float) -> Rings:
    return rings(centre, [box for box, _ in tree], [children for _, children in tree], **more)


@settings(max_examples=60, deadline=None)
@given(boxes, trees, st.floats(0, 20), st.floats(1, 2))
def test_nobody_covers_anybody(
    centre: Box, tree: list[tuple[Box, list[Box]]], gap: float, stretch: float
) -> None:
    found = placed(centre, tree, gap=gap, stretch=stretch)
    everybody = [(Spot(0, 0), centre)]
    for spot, (box, children), beyond in zip(found.inner, tree, found.outer, strict=True):
        everybody.append((spot, box))
        everybody += zip(beyond, children, strict=True)
    for (one, box), (other, other_box) in combinations(everybody, 2):
        assert not overlap(one, box, other, other_box, gap)


@settings(max_examples=30, deadline=None)
@given(boxes, trees)
def test_the_same_people_always_stand_in_the_same_places(
    centre: Box, tree: list[tuple[Box, list[Box]]]
) -> None:
    assert placed(centre, tree) == placed(centre, tree)


@settings(max_examples=30, deadline=None)
@given(boxes, trees.filter(bool))
def test_the_first_stands_at_the_top_and_the_others_follow_clockwise(
    centre: Box, tree: list[tuple[Box, list[Box]]]
) -> None:
    found = placed(centre, tree)
    turned = [(atan2(spot.y, spot.x) + pi / 2) % (2 * pi) for spot in found.inner]
    assert turned[0] == pytest.approx(0, abs=1e-6) or turned[0] == pytest.approx(2 * pi, abs=1e-6)
    assert turned[1:] == sorted(turned[1:])


def test_those_known_through_somebody_stand_beyond_them_on_their_side() -> None:
    small = Box(40, 40)
    found = rings(small, [small] * 4, [[small], [small], [small], [small]])
    for near, (far,) in zip(found.inner, found.outer, strict=True):
        assert near.x * far.x + near.y * far.y > near.x**2 + near.y**2


def test_a_wide_map_is_wider_than_high() -> None:
    small = Box(60, 50)
    found = rings(small, [small] * 12, [[]] * 12, stretch=1.6)
    assert max(spot.x for spot in found.inner) > max(spot.y for spot in found.inner)


def test_somebody_alone_needs_no_ring() -> None:
    assert rings(Box(10, 10), [], []) == Rings((), ())
    with pytest.raises(ValueError, match="of the inner ring"):
        rings(Box(10, 10), [Box(10, 10)], [])
