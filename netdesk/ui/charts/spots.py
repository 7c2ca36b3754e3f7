"""Finding one's way among the points of a picture: by the pointer and by the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from netdesk.method.insights.chart import ChartKind
from netdesk.ui.charts.pieces import Spot

Step = tuple[int, int]
"""How far an arrow goes: (right, down)."""


def spot_at(spots: Sequence[Spot], kind: ChartKind, x: float, y: float) -> int:
    """The number of the point under the pointer, -1 for none; on lines the nearest one within reach."""
    if kind is not ChartKind.LINES:
        for number, spot in enumerate(spots):
            box = spot.rect
            if box.x <= x < box.right and box.y <= y < box.bottom:
                return number
        return -1
    best, least = -1, float("inf")
    for number, spot in enumerate(spots):
        across = abs(spot.mark.x + spot.mark.width / 2 - x)
        down = abs(spot.mark.y + spot.mark.height / 2 - y)
        # Months lie far apart and lines close together: within a month every height counts.
        if across <= 2 * spot.rect.width and (away := across * 2 + down) < least:
            best, least = number, away
    return best


def next_spot(spots: Sequence[Spot], kind: ChartKind, now: int, step: Step) -> int:
    """The point an arrow leads to from ``now`` (-1: from outside); the same one at the edge."""
    if not spots:
        return -1
    if not 0 <= now < len(spots):
        return 0
    right, down = step
    if kind is ChartKind.BARS:
        return min(len(spots) - 1, max(0, now + right + down))
    here = spots[now]
    if right:
        along = [n for n, spot in enumerate(spots) if spot.series == here.series]
        place = along.index(now) + right
        return along[min(len(along) - 1, max(0, place))]
    # Up and down go to another line of the same month: by where it is drawn, or as the columns stand side by side.
    same = [n for n, spot in enumerate(spots) if spot.index == here.index]
    if kind is ChartKind.LINES:
        same.sort(key=lambda n: (spots[n].mark.y, spots[n].series))
    place = same.index(now) + down
    return same[min(len(same) - 1, max(0, place))]
