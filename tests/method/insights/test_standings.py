"""Who stood on which level at the end of a day, against asking everybody on every day."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.insights.standings import Move, level_of_each, standings, way

DAYS = [f"2026-{month:02}-{day:02}" for month in (1, 2, 3) for day in (1, 15, 28)]
LEVELS = st.none() | st.integers(1, 5)
MOVES = st.lists(st.tuples(st.integers(1, 4), LEVELS, LEVELS, st.sampled_from(DAYS)), max_size=20).map(
    lambda moves: sorted(moves, key=lambda move: move[3])
)
ARCHIVED = st.dictionaries(st.integers(1, 4), st.sampled_from(DAYS))
PLACED = st.lists(st.tuples(st.integers(1, 5), st.sampled_from(DAYS), st.integers(1, 3)), max_size=4)
ASKED = st.lists(st.sampled_from(DAYS), min_size=1, unique=True).map(sorted)


def slowly(
    moves: list[Move], archived: dict[int, str], placed: list[tuple[int, str, int]], day: str
) -> list[int]:
    """Ask each person by themselves where they stood."""
    counts = [0] * 5
    for person in {move[0] for move in moves}:
        mine = [came for who, _, came, on in moves if who == person and on <= day]
        if mine and mine[-1] and not (person in archived and archived[person] <= day):
            counts[mine[-1] - 1] += 1
    for level, since, people in placed:
        if since <= day:
            counts[level - 1] += people
    return counts


@given(moves=MOVES, archived=ARCHIVED, placed=PLACED, days=ASKED)
def test_the_counts_are_those_of_asking_everybody(
    moves: list[Move], archived: dict[int, str], placed: list[tuple[int, str, int]], days: list[str]
) -> None:
    told = standings(moves, archived, placed, days)
    for day, counts in zip(days, told.counts, strict=True):
        assert list(counts) == slowly(moves, archived, placed, day)


@given(moves=MOVES, archived=ARCHIVED, days=ASKED)
def test_every_move_up_or_down_between_two_days_is_counted_once(
    moves: list[Move], archived: dict[int, str], days: list[str]
) -> None:
    told = standings(moves, archived, [], days)
    between = [(left, came) for _, left, came, on in moves if days[0] < on <= days[-1]]
    assert sum(told.up) == sum(1 for left, came in between if left and came and came > left)
    assert sum(told.down) == sum(1 for left, came in between if left and came and came < left)
    assert told.up[0] == told.down[0] == 0


@given(moves=MOVES, day=st.sampled_from(DAYS))
def test_who_they_are_is_as_many_as_are_counted(moves: list[Move], day: str) -> None:
    stood = level_of_each(moves, day)
    (counts,) = standings(moves, {}, [], [day]).counts
    assert [sum(1 for level, _ in stood.values() if level == number) for number in range(1, 6)] == list(
        counts
    )
    assert all(since <= day for _, since in stood.values())


def test_coming_on_the_board_and_leaving_it_is_no_move_up_or_down() -> None:
    assert [way(None, 3), way(3, None), way(2, 3), way(3, 1), way(2, 2)] == [0, 0, 1, -1, 0]
