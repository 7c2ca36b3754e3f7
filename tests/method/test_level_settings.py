"""What a level’s settings may be, and stays read back from moves."""

from datetime import date

import pytest

from netdesk.method.level_history import Stay, Step, days_at, stays
from netdesk.method.level_settings import level_problems
from netdesk.method.levels import DEFAULT_LEVELS

GOOD = ("Equally engaged", "Both have helped", 42, 50, "Make something")
TODAY = date(2026, 11, 22)


def problems(
    name: str = GOOD[0],
    meaning: str = GOOD[1],
    rhythm_days: int = GOOD[2],
    capacity: int | None = GOOD[3],
    moves_up: str = GOOD[4],
) -> list[str]:
    found = level_problems(3, name, meaning, rhythm_days, capacity, moves_up, DEFAULT_LEVELS)
    return [problem.field for problem in found]


def test_the_usual_levels_are_good() -> None:
    for level in DEFAULT_LEVELS:
        assert not level_problems(
            level.number,
            level.name,
            level.meaning,
            level.rhythm_days,
            level.capacity,
            level.moves_up,
            DEFAULT_LEVELS,
        )


@pytest.mark.parametrize("name", ["", "   ", "Familiar face", " familiar FACE ", "x" * 41])
def test_a_name_is_needed_once(name: str) -> None:
    assert problems(name=name) == ["name"]


def test_the_same_name_is_told_with_the_level_that_has_it() -> None:
    (problem,) = level_problems(3, "Proven partner", "", 42, None, "", DEFAULT_LEVELS)
    assert problem.sentence == "Level 5 is called Proven partner already."


@pytest.mark.parametrize("days", [0, -7, 105 * 7, 3660])
def test_a_rhythm_is_between_a_day_and_two_years(days: int) -> None:
    assert problems(rhythm_days=days) == ["rhythm"]


def test_a_capacity_may_be_missing_but_not_nought() -> None:
    assert problems(capacity=None) == []
    assert problems(capacity=0) == ["capacity"]
    assert problems(capacity=100_001) == ["capacity"]


def test_all_that_is_wrong_is_told() -> None:
    assert problems("", "x" * 121, 0, -1, "x" * 121) == ["name", "meaning", "rhythm", "capacity", "moves_up"]


def test_stays_follow_the_moves() -> None:
    steps = (Step(date(2026, 1, 11), None, 1), Step(date(2026, 2, 10), 1, 3), Step(date(2026, 3, 2), 3, 1))
    found = stays(steps, 1, date(2026, 1, 1), TODAY)
    assert found == (
        Stay(1, date(2026, 1, 11), date(2026, 2, 10), 30),
        Stay(3, date(2026, 2, 10), date(2026, 3, 2), 20),
        Stay(1, date(2026, 3, 2), None, 265),
    )
    assert days_at(found, 1) == 295


def test_several_moves_on_one_day_leave_no_empty_stays() -> None:
    day = date(2026, 5, 5)
    steps = (Step(day, 1, 2), Step(day, 2, 3), Step(day, 3, None))
    assert stays(steps, None, date(2026, 5, 1), TODAY) == (Stay(1, date(2026, 5, 1), day, 4),)


def test_somebody_never_moved_has_been_there_since_they_were_added() -> None:
    assert stays((), 2, date(2026, 11, 20), TODAY) == (Stay(2, date(2026, 11, 20), None, 2),)
