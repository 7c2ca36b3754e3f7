"""Who stood on which level at the end of a day, and how they moved: folded from the moves (method §1, §9).

The level of somebody is where their latest move up to that day led. Whoever is archived counts until the day before.
Days are ISO text here ("2026-11-22"): there may be tens of thousands of them, and text compares as days do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from netdesk.method.levels import HIGHEST

Move = tuple[int, int | None, int | None, str]
"""A person, the level they left, the one they came to (None: unsorted), and the day."""
Placed = tuple[int, str, int]
"""People of whom no move is known: their level, since which day, and how many they are."""
Counts = tuple[int, ...]
"""How many people stand on each of the five levels, the lowest first."""


@dataclass(frozen=True, slots=True)
class Standings:
    """Where people stood at the end of some days, and how many moved up and down since the day before in the list.

    Being placed on the board, or taken off it, is no move up or down.
    """

    counts: tuple[Counts, ...]
    up: tuple[int, ...]
    down: tuple[int, ...]


def standings(
    moves: Sequence[Move], archived: Mapping[int, str], placed: Iterable[Placed], days: Sequence[str]
) -> Standings:
    """Fold ``moves``, in the order they were made, into the counts at the end of each of ``days``, in their order.

    ``archived`` gives the day somebody was archived. Moves up and down on the first day and before count for none.
    """
    steps = _steps(moves, archived, placed)
    now = [0] * HIGHEST
    counts, ups, downs = [], [], []
    step = next(steps, None)
    for place, day in enumerate(days):
        up = down = 0
        while step is not None and step[0] <= day:
            _, left, came, people, way = step
            if left:
                now[left - 1] -= people
            if came:
                now[came - 1] += people
            if place:
                up += way > 0
                down += way < 0
            step = next(steps, None)
        counts.append(tuple(now))
        ups.append(up)
        downs.append(down)
    return Standings(tuple(counts), tuple(ups), tuple(downs))


def level_of_each(moves: Iterable[Move], day: str) -> dict[int, tuple[int, str]]:
    """Return who stood on which level at the end of a day, and since which day; those off the board are left out."""
    found: dict[int, tuple[int, str]] = {}
    for person, _, came, on in moves:
        if on > day:
            continue
        if came:
            found[person] = (came, on)
        else:
            found.pop(person, None)
    return found


def way(left: int | None, came: int | None) -> int:
    """Return 1 for a move up, -1 for one down, 0 for coming on the board or leaving it."""
    if not left or not came:
        return 0
    return (came > left) - (came < left)


_Step = tuple[str, int | None, int | None, int, int]


def _steps(moves: Sequence[Move], archived: Mapping[int, str], placed: Iterable[Placed]) -> Iterator[_Step]:
    """Every change of a count in the order of the days: the day, the level left and come to, how many, and the way."""
    at: dict[int, int | None] = {}
    steps: list[_Step] = [(since, None, level, people, 0) for level, since, people in placed]
    for person, left, came, on in moves:
        # As way() has it, without a call for each of tens of thousands.
        sign = (came > left) - (came < left) if left and came else 0
        if person in archived and on >= archived[person]:
            # It still moved, but it does not stand there at the end of that day any more.
            steps.append((on, None, None, 0, sign))
            continue
        steps.append((on, at.get(person), came, 1, sign))
        at[person] = came
    for person, gone in archived.items():
        if at.get(person):
            steps.append((gone, at[person], None, 1, 0))
    steps.sort(key=itemgetter(0))
    return iter(steps)
