"""The five levels and their settings."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from netdesk.method.levels import (
    DEFAULT_LEVELS,
    Level,
    check_levels,
    level_by_number,
    next_level,
    over_capacity_sentence,
    people_over_capacity,
    previous_level,
)
from netdesk.method.settings import DEFAULT_SETTINGS, MethodSettings


def test_there_are_five_levels_with_the_rhythms_and_capacities_of_the_method() -> None:
    assert [level.rhythm_days // 7 for level in DEFAULT_LEVELS] == [12, 8, 6, 3, 2]
    assert [level.capacity for level in DEFAULT_LEVELS] == [None, None, 50, 15, 5]
    assert DEFAULT_LEVELS[4].is_top
    assert not DEFAULT_LEVELS[3].is_top


def test_one_steps_up_and_down_between_levels_and_stops_at_the_ends() -> None:
    for low, high in pairwise(DEFAULT_LEVELS):
        assert next_level(low) == high
        assert previous_level(high) == low
    assert next_level(DEFAULT_LEVELS[-1]) is None
    assert previous_level(DEFAULT_LEVELS[0]) is None


def test_a_number_without_a_level_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        level_by_number(6)


@pytest.mark.parametrize(("people", "over"), [(0, 0), (5, 0), (6, 1), (18, 13)])
def test_a_full_column_says_so_and_only_then(people: int, over: int) -> None:
    top = DEFAULT_LEVELS[4]
    assert people_over_capacity(top, people) == over
    sentence = over_capacity_sentence(top, people)
    assert (sentence == "") == (over == 0)
    if over:
        assert sentence == f"{people} people here, {over} more than the 5 you can tend well."


def test_a_level_without_capacity_is_never_full() -> None:
    assert over_capacity_sentence(DEFAULT_LEVELS[0], 100_000) == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": 0},
        {"number": 6},
        {"name": "  "},
        {"rhythm_days": 0},
        {"rhythm_days": 3661},
        {"capacity": 0},
    ],
)
def test_a_level_that_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    good = {"number": 1, "name": "A", "meaning": "", "rhythm_days": 7, "capacity": None, "moves_up": ""}
    with pytest.raises(ValueError, match=r"level|rhythm|capacity"):
        Level(**{**good, **wrong})  # type: ignore[arg-type]


def test_the_levels_must_be_five_in_order() -> None:
    check_levels(DEFAULT_LEVELS)
    with pytest.raises(ValueError, match="five"):
        check_levels(DEFAULT_LEVELS[:4])
    with pytest.raises(ValueError, match="five"):
        MethodSettings(levels=tuple(reversed(DEFAULT_LEVELS)))


@pytest.mark.parametrize(
    "wrong",
    [
        {"people_per_hour_low": 5.0},
        {"solid_low": 0},
        {"words_per_minute": 0},
        {"tick_boxes": -1},
        {"one_to_ones_to_book": -1},
        {"over_by": -0.1},
    ],
)
def test_settings_that_make_no_sense_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"range|number"):
        replace(DEFAULT_SETTINGS, **wrong)  # type: ignore[arg-type]
