"""Lying bars: label, bar on a track with a mark at the plan, the figure and what is told beside it."""

from __future__ import annotations

from typing import Any

from netdesk.method.insights.chart import Chart, Point
from netdesk.ui.charts.look import ChartLook, Letters
from netdesk.ui.charts.pieces import Box, Paper, Sheet, Spot, library, settings, share_of, tagged

PITCH = 30
_THICK = 18
_RADIUS = 5
_LABEL_SHARE = 0.314
_LABEL_MOST = 0.45
_FIGURES_MOST = 0.25
_GAP = 10
_BAR_LEAST = 40
_HEADROOM = 1.2
_APART_LEAST = 3


def bars_height(chart: Chart, look: ChartLook) -> float:
    """How high the bars of a chart want to be, in pixels."""
    return look.px(PITCH) * max(1, len(_points(chart)))


def draw_bars(chart: Chart, look: ChartLook, paper: Paper) -> tuple[bytes, list[Spot]]:
    """Draw one row a point on ``paper``."""
    area = paper.area
    points = _points(chart)
    pitch = area.height / max(1, len(points))
    track, words_right = _columns([point for _, _, point in points], look, area)
    # Beside a plan the longest bar leaves room: it is to be seen that there could be more.
    planned = any(point.plan is not None for _, _, point in points)
    top = (chart.highest) * (_HEADROOM if planned else 1.0)
    graph = library().HorizontalBar(**settings(paper, track))
    # Between bars lies what the pitch leaves.
    thick = min(look.px(_THICK), pitch * 0.75)
    graph._series_margin = (1 - thick / pitch) / 2
    graph._serie_margin = 0
    # pygal counts rows from below.
    graph.add(
        "", [tagged(serie, index, share_of(point.value, top)) for serie, index, point in reversed(points)]
    )
    spots: list[Spot] = []

    def finish(root: Any) -> Any:
        sheet = Sheet(graph, root, look, track)
        sheet.begin(chart, paper)
        for number, (serie, index, point) in enumerate(points):
            row = Box(area.x, area.y + number * pitch, area.width, pitch)
            lane = Box(track.x, row.y + (pitch - thick) / 2, track.width, thick)
            mark = sheet.box_of(serie, index) if point.value else None
            plan = None if point.plan is None else share_of(point.plan, top)
            _draw_row(sheet, look, point, chart.series[serie].role, row, lane, mark, plan, words_right)
            spots.append(Spot(row, serie, index, mark or Box(lane.x, lane.y, 0, thick), lane))
        return sheet.root

    graph.add_xml_filter(finish)
    return graph.render(), spots


def _points(chart: Chart) -> list[tuple[int, int, Point]]:
    return [(s, i, point) for s, serie in enumerate(chart.series) for i, point in enumerate(serie.points)]


def _columns(points: list[Point], look: ChartLook, area: Box) -> tuple[Box, float]:
    """The room of the tracks, and where the figures end at the right."""
    labels = tuple(point.label for point in points)
    label = max(look.widest(labels, Letters.LABEL) + look.px(_GAP), area.width * _LABEL_SHARE)
    label = min(label, area.width * _LABEL_MOST)
    most = area.width * _FIGURES_MOST
    figures = min(most, look.widest(tuple(point.words for point in points), Letters.FIGURE))
    more = min(most, look.widest(tuple(point.more for point in points), Letters.MORE))
    # What is longer than the figure is a column of its own; what is as short belongs to it: "46% 30%".
    apart = 0.0 if not more else look.px(22 if more > figures * 1.6 else 4)
    right = more + apart
    room = area.width - label - right - figures - look.px(14)
    room = max(room, min(look.px(_BAR_LEAST), area.width - label))
    return Box(area.x + label, area.y, room, area.height), area.right - right


def _draw_row(
    sheet: Sheet,
    look: ChartLook,
    point: Point,
    role: str,
    row: Box,
    lane: Box,
    mark: Box | None,
    plan: float | None,
    words_right: float,
) -> None:
    """Draw everything of one row."""
    radius = look.px(_RADIUS)
    line = row.y + row.height / 2
    room = lane.x - row.x - look.px(_GAP) / 2
    sheet.words(
        row.x, _base(look, line, Letters.LABEL), look.cut(point.label, Letters.LABEL, room), Letters.LABEL
    )
    sheet.box(lane, "window", radius)
    if mark is not None:
        sheet.box(mark, point.role or role, radius)
    if plan is not None:
        at = round(lane.x + lane.width * plan)
        sheet.rule(at, lane.y - look.px(2), at, lane.bottom + look.px(2), "text", look.px(2))
    left = lane.right + look.px(4)
    sheet.words(
        words_right,
        _base(look, line, Letters.FIGURE),
        look.cut_sum(point.words, Letters.FIGURE, max(0.0, words_right - left)),
        Letters.FIGURE,
        "end",
    )
    sheet.words(
        row.right,
        _base(look, line, Letters.MORE),
        look.cut_sum(point.more, Letters.MORE, max(0.0, row.right - words_right - look.px(_APART_LEAST))),
        Letters.MORE,
        "end",
    )


def _base(look: ChartLook, middle: float, letters: Letters) -> float:
    """Where letters stand whose small letters shall have their middle at a height."""
    return middle + look.size(letters) * 0.36
