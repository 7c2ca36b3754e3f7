"""Paper and how blocks fall on its pages: measured, placed and broken between blocks, never within one.

Nothing here draws or knows a font. Lengths are pixels of 1/96 inch, from the paper's upper left corner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple

from netdesk.ui.printing.marks import Mark

DPI = 96
_MM = DPI / 25.4
_TRIES = 5
# Where US Letter is the usual paper: Unicode CLDR, supplemental data, paperSize "US-Letter".
_LETTER_PLACES = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)


class Paper(Enum):
    """A size of paper, upright."""

    A4 = ("A4", 210 * _MM, 297 * _MM)
    LETTER = ("Letter", 8.5 * DPI, 11.0 * DPI)

    @property
    def label(self) -> str:
        """The name a person knows it by."""
        return self.value[0]

    @property
    def width(self) -> float:
        """Pixels across."""
        return self.value[1]

    @property
    def height(self) -> float:
        """Pixels down."""
        return self.value[2]


def usual_paper(territory: str) -> Paper:
    """Give the paper found in the printers of a country (ISO 3166 code of two letters)."""
    return Paper.LETTER if territory.upper() in _LETTER_PLACES else Paper.A4


@dataclass(frozen=True, slots=True)
class Block:
    """Something that stays in one piece. Its marks count from its upper left corner.

    ``gap`` is the space above it, dropped where a page begins; ``keep`` holds it together with the next block;
    ``again`` is set above it where it is the first on a page (the heads of a table's columns). ``part`` names
    what it is ("goal", "person", "card" …).
    """

    part: str
    height: float
    marks: tuple[Mark, ...] = ()
    gap: float = 0
    keep: bool = False
    again: Block | None = None

    def kept(self) -> Block:
        """Give the same block, held together with the next."""
        return replace(self, keep=True)


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page that blocks fill from the top down."""

    page: int
    left: float
    top: float
    bottom: float


Frame = Callable[[int], Region]
"""The regions in the order they are filled; there is always a next one."""


class Spot(NamedTuple):
    """A place in the flow: so far down in this region. A later spot is greater."""

    region: int
    y: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and where it fell."""

    block: Block
    region: Region
    top: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.block.height

    def marks(self) -> Iterable[Mark]:
        """Give its marks, counted from the paper's corner."""
        return (mark.moved(self.region.left, self.top) for mark in self.block.marks)


@dataclass(frozen=True, slots=True)
class Page:
    """One side of paper: what is drawn on it, and the blocks this came from."""

    marks: tuple[Mark, ...]
    placed: tuple[Placed, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class LaidSheet:
    """A sheet ready to be drawn."""

    title: str
    paper: Paper
    pages: tuple[Page, ...]


def flow(blocks: Sequence[Block], start: Spot, frame: Frame) -> tuple[list[Placed], Spot]:
    """Fill regions with blocks from ``start`` on; gives where each fell and where the last one ends.

    What is kept together but too high for any region is parted, block by block.
    """
    placed: list[Placed] = []
    at, begins = start, start.y <= frame(start.region).top
    for group in _groups(blocks):
        if not begins and at.y + _height(group, begins) > frame(at.region).bottom:
            at, begins = _next(at, frame), True
            again = group[0].again
            if again is not None:
                placed.append(Placed(again, frame(at.region), at.y))
                at = Spot(at.region, at.y + again.height)
        fits = at.y + _height(group, begins) <= frame(at.region).bottom
        for block in group:
            if not fits and not begins and at.y + _height([block], begins) > frame(at.region).bottom:
                at, begins = _next(at, frame), True
            top = at.y + (0 if begins else block.gap)
            placed.append(Placed(block, frame(at.region), top))
            at, begins = Spot(at.region, top + block.height), False
    return placed, at


def side_by_side(
    left: Sequence[Block], right: Sequence[Block], start: Spot, frame: Frame
) -> tuple[list[Placed], Spot]:
    """Fill two columns from the same height on; what follows begins below the longer one."""
    placed_left, end_left = flow(left, start, frame)
    placed_right, end_right = flow(right, start, frame)
    return placed_left + placed_right, max(end_left, end_right)


def _next(at: Spot, frame: Frame) -> Spot:
    return Spot(at.region + 1, frame(at.region + 1).top)


def _groups(blocks: Sequence[Block]) -> Iterable[tuple[Block, ...]]:
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.keep:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def _height(group: Sequence[Block], begins: bool) -> float:
    """How high blocks are below one another; the first has no gap above it where a page begins."""
    gaps = sum(block.gap for block in group) - (group[0].gap if begins else 0)
    return gaps + sum(block.height for block in group)


def airiest(
    lay: Callable[[float], LaidSheet], fits: Callable[[LaidSheet], bool], least_air: float
) -> LaidSheet:
    """Lay a sheet out with as much air (1 … ``least_air``) as lets it fit; with all of it if it cannot fit."""
    roomy = lay(1)
    if fits(roomy):
        return roomy
    best = lay(least_air)
    if not fits(best):
        return roomy
    low, high = least_air, 1.0
    for _ in range(_TRIES):
        air = (low + high) / 2
        tried = lay(air)
        if fits(tried):
            best, low = tried, air
        else:
            high = air
    return best
