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
from netdesk.ui.charts.pieces import FRAME, LINE, Box, Paper, Spot, library, under

_NARROWEST, _LOWEST = 60.0, 16.0
_MOST = 8000.0

Draws = Callable[[Chart, ChartLook, Paper], tuple[bytes, list[Spot]]]
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


def in_bounds(size: tuple[float, float]) -> tuple[float, float]:
    """The size a picture asked for in this size gets."""
    width, height = size
    return min(_MOST, max(_NARROWEST, float(width))), min(_MOST, max(_LOWEST, float(height)))


def draw(chart: Chart, look: ChartLook, size: tuple[float, float]) -> Drawing:
    """Draw a chart in a picture of ``size`` (width, height in pixels); a size too small or huge is brought in bounds.

    Values that are no numbers are drawn like those nobody knows.
    """
    width, height = in_bounds(size)
    return _drawn(chart, look, Paper(width, height, Box(0, 0, width, height)))


def draw_framed(chart: Chart, look: ChartLook, width: float) -> Drawing:
    """Draw a chart to stand alone: on a ground of its own, with its title and note above and its reading below."""
    width = min(_MOST, max(4 * _NARROWEST, float(width)))
    edge = look.px(FRAME)
    top = edge + look.px(2 * LINE)
    area = Box(edge, top, width - 2 * edge, wanted_height(chart, look))
    lines = len(under(chart, look, area.width))
    height = area.bottom + (look.px(10) + lines * look.px(LINE) if lines else 0) + edge
    return _drawn(chart, look, Paper(width, height, area, framed=True))


def prepare() -> None:
    """Import what draws (some 50 ms), so that the first picture need not wait for it; for any thread."""
    library()


def _drawn(chart: Chart, look: ChartLook, paper: Paper) -> Drawing:
    if not any(serie.points for serie in chart.series):
        # The library has no picture for nothing at all.
        room = f'width="{paper.width}" height="{paper.height}" viewBox="0 0 {paper.width:g} {paper.height:g}"'
        blank = f'<svg xmlns="http://www.w3.org/2000/svg" {room}/>'
        return Drawing(blank.encode(), (), paper.width, paper.height)
    svg, spots = _DRAWS[chart.kind](_sound(chart), look, paper)
    return Drawing(svg, tuple(spots), paper.width, paper.height)


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
