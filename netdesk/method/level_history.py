"""Moves between levels read back: how long somebody stood where (method §1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Step:
    """A move on a day; None stands for unsorted."""

    on: date
    from_level: int | None
    to_level: int | None


@dataclass(frozen=True, slots=True)
class Stay:
    """Days at one level, from a day to another; ``until`` is None for where the person stands now."""

    level: int
    since: date
    until: date | None
    days: int


def stays(steps: Sequence[Step], level: int | None, since: date, today: date) -> tuple[Stay, ...]:
    """The stays of one person, oldest first.

    ``steps`` in the order they were made, ``level`` where the person stands now and ``since`` the day they were
    added, from which the stay before the first step counts. Time spent unsorted is no stay. A step that does not
    begin where the one before it led is of a contact merged into this one: it takes nothing from the stay.
    """
    found: list[Stay] = []
    start = since
    standing = steps[0].from_level if steps else level
    for step in steps:
        if step.from_level != standing:
            continue
        standing = step.to_level
        end = max(start, step.on)
        if step.from_level is not None and end > start:
            found.append(Stay(step.from_level, start, end, (end - start).days))
        start = end
    if level is not None:
        found.append(Stay(level, start, None, max(0, (today - start).days)))
    return tuple(found)


def days_at(all_stays: Sequence[Stay], level: int) -> int:
    """The days spent at ``level`` over all stays."""
    return sum(stay.days for stay in all_stays if stay.level == level)
