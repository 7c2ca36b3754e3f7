"""What can stand on paper: words, lines, boxes to tick, and the five pips of a level.

Marks are values with a place. A test counts them; ``painting.py`` draws them on a screen, in a PDF or on a printer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol, Self


class Ink(Enum):
    """Colours of the sheet. All of them stay readable when a printer has black only."""

    BLACK = "#16191D"
    GREY = "#5A6069"
    HAIR = "#B9BCC2"
    ACCENT = "#0B6E69"
    LEVEL_1 = "#6E7686"
    LEVEL_2 = "#3C77BC"
    LEVEL_3 = "#0D847A"
    LEVEL_4 = "#A16A00"
    LEVEL_5 = "#B43E76"

    @classmethod
    def of_level(cls, level: int) -> Ink:
        """Give the colour of a level's pips; black for one there is not."""
        return cls.__members__.get(f"LEVEL_{level}", cls.BLACK)


class Lettering(Protocol):
    """Text that was broken into lines and only waits to be drawn."""

    @property
    def text(self) -> str:
        """The words, as far as they are shown."""

    @property
    def height(self) -> float:
        """How high the lines are together."""


@dataclass(frozen=True, slots=True)
class _At:
    x: float
    y: float

    def moved(self, right: float, down: float) -> Self:
        """Give the same mark at another place."""
        return replace(self, x=self.x + right, y=self.y + down)


@dataclass(frozen=True, slots=True)
class Words(_At):
    """Lines of text; the place is their upper left corner."""

    lettering: Lettering


@dataclass(frozen=True, slots=True)
class TickBox(_At):
    """A rounded box to tick with a pen, or one that is ticked already."""

    side: float
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Pip(_At):
    """One of five dots. Filled or only outlined: the level reads without colour."""

    side: float
    filled: bool
    ink: Ink


@dataclass(frozen=True, slots=True)
class Rule(_At):
    """A straight line, so far to the right and so far down."""

    right: float
    down: float
    thick: float = 1
    ink: Ink = Ink.HAIR
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Tick(_At):
    """A tick as the head of a column."""

    side: float
    ink: Ink = Ink.GREY


@dataclass(frozen=True, slots=True)
class Star(_At):
    """A star to colour with a pen; a share of it from the left, 0 to 1, is coloured already."""

    side: float
    share: float = 0


@dataclass(frozen=True, slots=True)
class Picture(_At):
    """A drawn chart, as SVG made for just this width and height; its words stay words."""

    width: float
    height: float
    svg: bytes


Mark = Words | TickBox | Pip | Rule | Tick | Star | Picture
