"""Standing columns: the figure above, the label below; several series stand side by side under their names."""

from __future__ import annotations

import math
from typing import Any

from netdesk.method.insights.chart import Chart
from netdesk.ui.charts.look import ChartLook, Letters
from netdesk.ui.charts.pieces import Box, Paper, Sheet, Spot, library, settings, share_of, tagged

_HEIGHT = 150
_BETWEEN = 10
_RADIUS = 5
_ABOVE = 24
_BELOW = 22
_NAMES = 22
_LINES, _LINE = 2, 14
_MANY, _SHORT = 10, 60


def columns_height(chart: Chart, look: ChartLook) -> float:
    """How high the columns of a chart want to be, in pixels."""
    return look.px(_HEIGHT + (_NAMES if len(chart.series) > 1 else 0))


def draw_columns(chart: Chart, look: ChartLook, paper: Paper) -> tuple[bytes, list[Spot]]:
    """Draw one column a point on ``paper``."""
    area = paper.area
    count = max(1, len(chart.labels))
    several = max(1, len(chart.series))
    between = min(look.px(_BETWEEN), area.width / count / 4)
    names = look.px(_NAMES) if several > 1 else 0.0
    labels = _labels(chart, look, (area.width + between) / count - look.px(2))
    lines = max(1, max(map(len, labels), default=1))
    above, below = look.px(_ABOVE), look.px(_BELOW + (lines - 1) * _LINE)
    high = max(1.0, area.height - names - above - below)
    # Half a gap further at both sides, so that the outer columns reach the edges.
    plot = Box(area.x - between / 2, area.y + names + above, area.width + between, high)
    band = plot.width / count
    graph = library().Bar(**settings(paper, plot))
    graph._series_margin = between / 2 / band
    graph._serie_margin = 0.0 if several == 1 else 0.04
    for number, serie in enumerate(chart.series):
        graph.add(
            "",
            [tagged(number, i, share_of(point.value, chart.highest)) for i, point in enumerate(serie.points)],
        )
    spots: list[Spot] = []

    def finish(root: Any) -> Any:
        sheet = Sheet(graph, root, look, plot)
        sheet.begin(chart, paper)
        if several > 1:
            _draw_names(sheet, look, chart, area)
        if any(not point.value for serie in chart.series for point in serie.points):
            # Where a column is missing its ground is to be seen.
            sheet.rule(area.x, plot.bottom, area.right, plot.bottom, "line", 1)
        for number, serie in enumerate(chart.series):
            slot = (band - between) / several
            for index, point in enumerate(serie.points):
                left = plot.x + index * band + between / 2 + number * slot
                box = sheet.box_of(number, index) if point.value else None
                mark = box or Box(left, plot.bottom, slot, 0)
                _draw_column(sheet, look, point.words, mark, point.role or serie.role, slot, several)
                room = Box(left, area.y + names, slot, above + high + below)
                spots.append(Spot(room, number, index, mark, mark.grown_to(look.px(20))))
        for index, label in enumerate(labels):
            for number, line in enumerate(label):
                base = plot.bottom + look.px(16 + number * _LINE)
                sheet.words(plot.x + (index + 0.5) * band, base, line, Letters.UNDER, "middle")
        return sheet.root

    graph.add_xml_filter(finish)
    return graph.render(), spots


def _labels(chart: Chart, look: ChartLook, room: float) -> list[list[str]]:
    """The labels under the columns, each in one line or two; the rest of a longer one is left to the tip.

    Of many months only every second, third … is named, counted from the latest.
    """
    labels = chart.labels
    widest = look.widest(labels, Letters.UNDER)
    if len(labels) >= _MANY and room < widest <= look.px(_SHORT):
        every = math.ceil((widest + look.px(6)) / max(1.0, room))
        return [[one] if not (len(labels) - 1 - n) % every else [] for n, one in enumerate(labels)]
    result = []
    for label in labels:
        lines = look.broken(label, Letters.UNDER, room)
        if len(lines) > _LINES:
            rest = " ".join(lines[_LINES - 1 :])
            lines = [*lines[: _LINES - 1], look.cut(rest, Letters.UNDER, room)]
        result.append(lines)
    return result


def _draw_column(
    sheet: Sheet, look: ChartLook, words: str, mark: Box, role: str, slot: float, several: int
) -> None:
    """Draw a column and its figure; a figure that does not fit is left to the tip and the table."""
    sheet.column(mark, role, look.px(_RADIUS) if several == 1 else look.px(3))
    letters = Letters.FIGURE
    if look.width(words, letters) > slot + look.px(4):
        letters = Letters.UNDER
    if look.width(words, letters) <= slot + look.px(4):
        sheet.words(mark.x + mark.width / 2, mark.y - look.px(8), words, letters, "middle", "text")


def _draw_names(sheet: Sheet, look: ChartLook, chart: Chart, area: Box) -> None:
    """Say above which colour is which series."""
    left, side = area.x, look.px(9)
    for serie in chart.series:
        line = area.y + look.px(12)
        sheet.box(Box(left, line - side, side, side), serie.role, look.px(2))
        left += side + look.px(5)
        shown = look.cut(serie.name, Letters.UNDER, area.right - left)
        sheet.words(left, line, shown, Letters.UNDER)
        left += look.width(shown, Letters.UNDER) + look.px(14)
