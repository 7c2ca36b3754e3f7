"""Where people stand on the map around one person: a ring of those they know, beyond it whom these know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

_TOP = -pi / 2
_GROWTH = 1.05
_PULL = 0.15
"""How much more room each one brings whom somebody of the inner ring knows."""
_ROOM_OF_NOBODY = 0.4
"""The room in the outer ring behind one through whom nobody is known, in people."""
_WIDE = 0.6
"""The widest that each one of the outer ring stands apart from the next, in radians."""
_FEW = 12
"""So many in the outer ring stand on one line; of more, every second one stands further out."""


@dataclass(frozen=True, slots=True)
class Box:
    """The room somebody takes on the map, picture and words together."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Spot:
    """The middle of somebody's box; the person in the middle of the map stands at 0, 0, and y grows downwards."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Rings:
    """Where the inner ring stands, and for each of it those who are known through them."""

    inner: tuple[Spot, ...]
    outer: tuple[tuple[Spot, ...], ...]


def overlap(one: Spot, box: Box, other: Spot, other_box: Box, gap: float = 0.0) -> bool:
    """Whether two boxes come nearer to each other than ``gap``, both across and along."""
    return (
        abs(one.x - other.x) < (box.width + other_box.width) / 2 + gap
        and abs(one.y - other.y) < (box.height + other_box.height) / 2 + gap
    )


def rings(
    centre: Box,
    inner: Sequence[Box],
    outer: Sequence[Sequence[Box]],
    *,
    gap: float = 8.0,
    stretch: float = 1.0,
) -> Rings:
    """Place everybody so that no two boxes overlap.

    ``outer[i]`` are those known through ``inner[i]``; they stand on the side of that one. Both rings begin at the top
    and go clockwise in the order given; who brings more people gets more room. ``stretch`` makes rings wider than high.
    The same boxes always stand in the same places. Raises ``ValueError`` when the two lists are not of one length.
    """
    if len(inner) != len(outer):
        raise ValueError("Each of the inner ring needs its list of the outer one.")
    middles, fans = _angles([len(children) for children in outer])
    standing = [(Spot(0.0, 0.0), centre)]
    smallest = (centre.height + max((box.height for box in inner), default=0.0)) / 2 + 4 * gap
    placed = _ring(middles, list(inner), standing, smallest, 0.0, gap, stretch)
    standing += zip(placed, inner, strict=True)
    flat = [box for children in outer for box in children]
    angles = [angle for fan in fans for angle in fan]
    further = max((box.height for box in flat), default=0.0) + gap if len(flat) > _FEW else 0.0
    beyond = iter(_ring(angles, flat, standing, smallest, further, gap, stretch))
    return Rings(tuple(placed), tuple(tuple(next(beyond) for _ in children) for children in outer))


def _angles(children: Sequence[int]) -> tuple[list[float], list[list[float]]]:
    """The angle of everybody of the inner ring, and of those who are known through each of them.

    The outer ring shares out the whole circle by how many there are, turned so that they stand near their own.
    """
    inner = _middles([1 + _PULL * count for count in children])
    shares = [max(count, _ROOM_OF_NOBODY) for count in children]
    outer = _middles(shares)
    known = [(near - far, count) for near, far, count in zip(inner, outer, children, strict=True) if count]
    turn = sum(by * count for by, count in known) / sum(count for _, count in known) if known else 0.0
    whole = sum(shares) or 1.0
    fans = []
    for near, middle, share, count in zip(inner, outer, shares, children, strict=True):
        room = 2 * pi * share / whole
        width = min(room, _WIDE * count)
        # Straight beyond the one they are known through, as far as their part of the circle allows.
        spare = (room - width) / 2
        start = min(max(near, middle + turn - spare), middle + turn + spare) - width / 2
        fans.append([start + width * (place + 0.5) / count for place in range(count)])
    return inner, fans


def _middles(weights: Sequence[float]) -> list[float]:
    """The middles of sectors of these weights around the circle; the first is at the top."""
    whole = sum(weights) or 1.0
    at = _TOP - pi * weights[0] / whole if weights else _TOP
    middles = []
    for weight in weights:
        middles.append(at + pi * weight / whole)
        at += 2 * pi * weight / whole
    return middles


def _ring(
    angles: Sequence[float],
    boxes: Sequence[Box],
    standing: Iterable[tuple[Spot, Box]],
    radius: float,
    further: float,
    gap: float,
    stretch: float,
) -> list[Spot]:
    """The smallest ring of at least ``radius`` on which nobody is too near to anybody."""
    before = list(standing)
    while True:
        spots = [
            Spot(out * stretch * cos(angle), out * sin(angle))
            for place, angle in enumerate(angles)
            for out in (radius + further * (place % 2),)
        ]
        ring = list(zip(spots, boxes, strict=True))
        if not _too_near(ring, before, gap):
            return spots
        radius *= _GROWTH


def _too_near(ring: list[tuple[Spot, Box]], before: list[tuple[Spot, Box]], gap: float) -> bool:
    for place, (spot, box) in enumerate(ring):
        if any(overlap(spot, box, other, other_box, gap) for other, other_box in before):
            return True
        if any(overlap(spot, box, other, other_box, gap) for other, other_box in ring[:place]):
            return True
    return False
