"""A chart as an SVG picture, and where its points lie. Needs no Qt, so it may run on any thread."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from netdesk.method.insights.chart import Chart, ChartKind, Point
from netdesk.ui.charts.bars import bars_height, draw_bars
from netdesk.ui.charts.columns import columns_height, draw_columns
from netdesk.ui.charts.lines import draw_lines, lines_height
from netdesk.ui.charts.look import ChartLook
from netdesk.ui.charts.pieces import Box, Spot

_LEAST = 60.0
_MOST = 8000.0

Draws = Callable[[Chart, ChartLook, Box, tuple[float, float]], tuple[bytes, list[Spot]]]
_DRAWS: dict[ChartKind, Draws] = {
    ChartKind.BARS: draw_bars,
    ChartKind.COLUMNS: draw_columns,
    ChartKind.LINES: draw_lines,
}
_HEIGHTS: dict[ChartKind, Callable[[Chart, ChartLook], float]] = {
    ChartKind.BARS: bars_height,
    ChartKind.COLUMNS: columns_height,
    ChartKind.LINES: lines_height,
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as SVG of ``width`` × ``height`` pixels, and its points in the order of series and labels."""

    svg: bytes
    spots: tuple[Spot, ...]
    width: float
    height: float


def wanted_height(chart: Chart, look: ChartLook) -> int:
    """How high a chart wants to be, in pixels; its width does not matter."""
    return math.ceil(_HEIGHTS[chart.kind](chart, look))


def draw(chart: Chart, look: ChartLook, size: tuple[float, float]) -> Drawing:
    """Draw a chart in a picture of ``size`` (width, height in pixels); a size too small or huge is brought in bounds.

    Values that are no numbers are drawn like those nobody knows.
    """
    width, height = (min(_MOST, max(_LEAST, float(length))) for length in size)
    svg, spots = _DRAWS[chart.kind](_sound(chart), look, Box(0, 0, width, height), (width, height))
    return Drawing(svg, tuple(spots), width, height)


def _sound(chart: Chart) -> Chart:
    """The chart with finite values only."""
    series = tuple(
        replace(serie, points=tuple(_sound_point(point) for point in serie.points)) for serie in chart.series
    )
    return replace(chart, series=series)


def _sound_point(point: Point) -> Point:
    value, plan = _finite(point.value), _finite(point.plan)
    return point if value is point.value and plan is point.plan else replace(point, value=value, plan=plan)


def _finite(number: float | None) -> float | None:
    return number if number is None or math.isfinite(number) else None
