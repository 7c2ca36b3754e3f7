"""Walking through the map with the arrows: who stands next in a direction."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from PySide6.QtCore import Qt

from netdesk.ui.pages.person.map.marks import Mark

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Each arrow's direction, across and along."""
_WIDEST = 2
"""So many times further aside than ahead is no longer in that direction."""


def next_mark(placed: Sequence[Mark], current: int, across: int, along: int) -> int:
    """The nearest in a direction, by number; who stands straight ahead goes before who stands aside.

    ``current`` itself where nobody stands in that direction.
    """
    here = placed[current].rect.center()
    best, least = current, float("inf")
    for number, mark in enumerate(placed):
        way = mark.rect.center() - here
        ahead = way.x() * across + way.y() * along
        aside = abs(way.x() * along) + abs(way.y() * across)
        if ahead <= 1 or aside > _WIDEST * ahead:
            continue
        cost = hypot(ahead, 2 * aside)
        if cost < least:
            best, least = number, cost
    return best
