"""Lines over time: each with its name at its end, the months below, a gap where nothing was counted."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from netdesk.method.insights.chart import Chart
from netdesk.ui.charts.look import ChartLook, Letters
from netdesk.ui.charts.pieces import Box, Paper, Sheet, Spot, library, settings, share_of, tagged

_HEIGHT = 150
_ABOVE = 20
_BELOW = 24
_SIDE = 8
_THICK = 2.4
_DOT = 3
_REACH = 9
_RING = 5
_NAMES_MOST = 0.4
_DASHES = ("", "6 3", "2 3", "9 3 2 3", "1 4")

Place = tuple[float, float]


def lines_height(chart: Chart, look: ChartLook) -> float:
    """How high the lines of a chart want to be, in pixels."""
    return look.px(_HEIGHT)


def draw_lines(chart: Chart, look: ChartLook, paper: Paper) -> tuple[bytes, list[Spot]]:
    """Draw one line a series on ``paper``."""
    area = paper.area
    plot, names = _arrangement(chart, look, area)
    return _draw(chart, look, paper, plot, names)


def _draw(
    chart: Chart,
    look: ChartLook,
    paper: Paper,
    plot: Box,
    names: list[tuple[float, float, str, str]],
) -> tuple[bytes, list[Spot]]:
    graph = library().Line(
        include_x_axis=True,
        allow_interruptions=True,
        **settings(paper, plot),
    )
    top = chart.highest
    for number, serie in enumerate(chart.series):
        values = [
            None if point.value is None else tagged(number, index, share_of(point.value, top))
            for index, point in enumerate(serie.points)
        ]
        graph.add("", values)
    spots: list[Spot] = []

    def finish(root: Any) -> Any:
        sheet = Sheet(graph, root, look, plot)
        sheet.begin(chart, paper)
        sheet.rule(
            paper.area.x + look.px(_SIDE), plot.bottom, plot.right + look.px(_SIDE), plot.bottom, "line", 1
        )
        _draw_months(sheet, look, chart, plot)
        for number, path in sheet.lines:
            dashes = _DASHES[number % len(_DASHES)] if look.dashes else ""
            sheet.line(path, chart.series[number].role, look.px(_THICK), dashes)
        for number, serie in enumerate(chart.series):
            for index, point in enumerate(serie.points):
                place = sheet.middle_of(number, index)
                if point.value is None or place is None:
                    continue
                if _alone([one.value for one in serie.points], index):
                    sheet.dot(*place, look.px(_DOT), point.role or serie.role)
                reach, dot = _around(place, look.px(_REACH)), _around(place, look.px(_DOT))
                spots.append(Spot(reach, number, index, dot, _around(place, look.px(_RING))))
        for x, y, words, role in names:
            sheet.words(x, y, words, Letters.NAME, "start", role)
        return sheet.root

    graph.add_xml_filter(finish)
    return graph.render(), spots


def _arrangement(chart: Chart, look: ChartLook, area: Box) -> tuple[Box, list[tuple[float, float, str, str]]]:
    """The room of the lines, and each name with its place: above its line's end, or beside it where that is full."""
    side = look.px(_SIDE)
    top, bottom = area.y + look.px(_ABOVE), area.bottom - look.px(_BELOW)
    plot = Box(area.x + 2 * side, top, max(1.0, area.width - 3 * side), max(1.0, bottom - top))
    above = _names_above(chart, look, area, plot)
    if above is not None:
        return plot, above
    room = look.widest(tuple(serie.name for serie in chart.series), Letters.NAME)
    room = min(room, area.width * _NAMES_MOST)
    top = area.y + side
    plot = Box(plot.x, top, max(1.0, plot.width - room - side), max(1.0, bottom - top))
    return plot, _names_beside(chart, look, plot, room)


def _names_above(
    chart: Chart, look: ChartLook, area: Box, plot: Box
) -> list[tuple[float, float, str, str]] | None:
    """Names above the ends of their lines; None if one would lie on another name or on any line."""
    size = look.size(Letters.NAME)
    taken: list[Box] = []
    names = []
    drawn = [places(chart, number, plot) for number in range(len(chart.series))]
    for number, serie in enumerate(chart.series):
        if not drawn[number]:
            continue
        words = look.cut(serie.name, Letters.NAME, area.width * 0.7)
        width = look.width(words, Letters.NAME)
        x, y = drawn[number][-1]
        left = min(x + look.px(_SIDE), area.right) - width
        highest = min((height_at(drawn[number], at) for at in _steps(left, x)), default=y)
        base = highest - look.px(6)
        name = Box(left, base - size, width, size * 1.25)
        over = [
            other
            for other in range(len(drawn))
            if other != number
            and any(name.y < height_at(drawn[other], at) < name.bottom for at in _steps(left, x))
        ]
        if over or name.y < area.y or left < area.x or any(name.meets(other) for other in taken):
            return None
        taken.append(name)
        names.append((left, base, words, _ink(look, serie.role)))
    return names


def _names_beside(
    chart: Chart, look: ChartLook, plot: Box, room: float
) -> list[tuple[float, float, str, str]]:
    """Names at the right of the ends of their lines, pushed apart where they would touch."""
    step = look.size(Letters.NAME) * 1.3
    ends = []
    for number, serie in enumerate(chart.series):
        drawn = places(chart, number, plot)
        if drawn:
            ends.append((drawn[-1][1], look.cut(serie.name, Letters.NAME, room), _ink(look, serie.role)))
    ends.sort(key=lambda end: end[0])
    heights: list[float] = []
    for y, _, _ in ends:
        heights.append(max(y, heights[-1] + step) if heights else y)
    lowest = plot.bottom
    for number in range(len(heights) - 1, -1, -1):
        heights[number] = min(heights[number], lowest)
        lowest = heights[number] - step
    x = plot.right + look.px(_SIDE)
    base = look.size(Letters.NAME) * 0.36
    return [(x, height + base, words, role) for height, (_, words, role) in zip(heights, ends, strict=True)]


def places(chart: Chart, number: int, plot: Box) -> list[Place]:
    """Where the points of a line lie that have a value."""
    count = len(chart.labels)
    top = chart.highest
    result = []
    for index, point in enumerate(chart.series[number].points):
        if point.value is not None:
            share = index / (count - 1) if count > 1 else 0.5
            result.append(
                (plot.x + plot.width * share, plot.bottom - plot.height * share_of(point.value, top))
            )
    return result


def height_at(line: list[Place], x: float) -> float:
    """How high a line is at ``x``; beyond its ends as high as there, nowhere (infinitely low) without points."""
    if not line:
        return float("inf")
    if x <= line[0][0]:
        return line[0][1] if x == line[0][0] else float("inf")
    for (x0, y0), (x1, y1) in pairwise(line):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return line[-1][1]


def _steps(left: float, right: float) -> list[float]:
    return [left + (right - left) * step / 24 for step in range(25)]


def _draw_months(sheet: Sheet, look: ChartLook, chart: Chart, plot: Box) -> None:
    """The labels below; of many only every second, third … so that they do not touch."""
    labels = chart.labels
    count = len(labels)
    pitch = plot.width / max(1, count - 1)
    widest = look.widest(tuple(look.cut(label, Letters.AXIS, look.px(80)) for label in labels), Letters.AXIS)
    every = max(1, -int(-(widest + look.px(4)) // max(1.0, pitch)))
    for index, label in enumerate(labels):
        # Counted from the end: the latest is always named.
        if (count - 1 - index) % every:
            continue
        shown = look.cut(label, Letters.AXIS, look.px(80))
        # The last one keeps within the picture.
        farthest = plot.right + look.px(_SIDE) - look.width(shown, Letters.AXIS) / 2
        x = min(plot.x + (pitch * index if count > 1 else plot.width / 2), farthest)
        sheet.words(x, plot.bottom + look.px(18), shown, Letters.AXIS, "middle")


def _alone(values: list[float | None], index: int) -> bool:
    """Whether a point has no neighbour to be joined to."""
    before = values[index - 1] if index else None
    after = values[index + 1] if index + 1 < len(values) else None
    return before is None and after is None


def _around(place: Place, reach: float) -> Box:
    return Box(place[0] - reach, place[1] - reach, 2 * reach, 2 * reach)


def _ink(look: ChartLook, role: str) -> str:
    """The role for words in the colour of a line: dark enough to be read, where the theme has one."""
    return f"{role}-text" if f"{role}-text" in look.colours else role
