"""The own order of a column: fractional ranks, so that putting a card somewhere writes that card alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from netdesk.store.workspace import Workspace

_SPACING = 1_000.0
_SMALLEST_GAP = 1e-4
_ORDER = "board_rank, sort_name, id"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a column's own order: directly ``above`` one person, directly ``below`` one, or at the top."""

    above: int | None = None
    below: int | None = None


def ranks_at(ws: Workspace, level: int | None, place: Place, moving: Sequence[int]) -> list[float]:
    """Ranks that put ``moving``, in their order, at ``place`` of the column; call inside a change.

    Where the gap has become too small the whole column is numbered anew first.
    """
    ranks = _between(*_neighbours(ws, level, place, moving), len(moving))
    if ranks is None:
        _renumber(ws, level, moving)
        ranks = _between(*_neighbours(ws, level, place, moving), len(moving))
    if ranks is None:
        raise AssertionError("A column numbered anew has room everywhere.")
    return ranks


def _between(low: float | None, high: float | None, count: int) -> list[float] | None:
    """Evenly spread ranks strictly between two; None when they would lie too close."""
    if high is None:
        first = 0.0 if low is None else low + _SPACING
        return [first + _SPACING * number for number in range(count)]
    if low is None:
        return [high - _SPACING * (count - number) for number in range(count)]
    step = (high - low) / (count + 1)
    if step < _SMALLEST_GAP:
        return None
    return [low + step * (number + 1) for number in range(count)]


def _neighbours(
    ws: Workspace, level: int | None, place: Place, moving: Sequence[int]
) -> tuple[float | None, float | None]:
    """The ranks directly above and below the place, without those who move."""
    others = "level IS ?1 AND id NOT IN (SELECT value FROM json_each(?2))"
    values = [level, json.dumps(list(moving))]
    anchor = place.above if place.above is not None else place.below
    row = (
        None
        if anchor is None
        else ws.sql(f"SELECT {_ORDER} FROM person WHERE {others} AND id = ?3", (*values, anchor)).fetchone()
    )
    if row is None:
        first = ws.sql(f"SELECT min(board_rank) FROM person WHERE {others}", values).fetchone()
        return None, first[0]
    if place.above is not None:
        comparison, order = "<", "board_rank DESC, sort_name DESC, id DESC"
    else:
        comparison, order = ">", _ORDER
    found = ws.sql(
        f"SELECT board_rank FROM person WHERE {others} AND ({_ORDER}) {comparison} (?3, ?4, ?5)"
        f" ORDER BY {order} LIMIT 1",
        (*values, *row),
    ).fetchone()
    beside = None if found is None else float(found[0])
    return (beside, float(row[0])) if place.above is not None else (float(row[0]), beside)


def _renumber(ws: Workspace, level: int | None, moving: Sequence[int]) -> None:
    ws.sql(
        "UPDATE person SET board_rank = o.place * ?3 FROM ("
        f" SELECT id, row_number() OVER (ORDER BY {_ORDER}) AS place FROM person"
        "  WHERE level IS ?1 AND id NOT IN (SELECT value FROM json_each(?2))) o"
        " WHERE person.id = o.id",
        (level, json.dumps(list(moving)), _SPACING),
    )
