"""Pictures of figures: what lies where, in every kind, whatever stands in them."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.insights.chart import Chart, ChartKind
from netdesk.ui.charts.drawing import Drawing, draw, draw_framed, wanted_height
from netdesk.ui.charts.look import ChartLook, Letters, one_line
from netdesk.ui.charts.pieces import Box, Spot
from tests.support.charts import SVG, chart_of, tree, words_in

LOOK = ChartLook({"accent": "teal", "text": "black", "level-3": "green", "window": "ivory"})
KINDS = list(ChartKind)
amounts = st.lists(st.floats(0, 1e6) | st.none(), min_size=1, max_size=14)
sizes = st.tuples(st.floats(200, 1600), st.floats(100, 600))
HOSTILE = (
    "<script>alert(1)</script>",
    "a & b < c > d \" '",
    "\x00\x01\x0b\ud800\ufffe",
    "]]><!-- &lol; %s {0}",
    "\u202eevil\u2066",
    "W" * 1_000_000,
    "many words " * 90_000,
)


def drawn(kind: ChartKind, *values: list[float | None], size: tuple[float, float] = (560, 150)) -> Drawing:
    return draw(chart_of(kind, *values), LOOK, size)


def by_point(drawing: Drawing) -> dict[tuple[int, int], Spot]:
    return {(spot.series, spot.index): spot for spot in drawing.spots}


def inside(inner: Box, outer: Box, slack: float = 0.01) -> bool:
    return (
        inner.x >= outer.x - slack
        and inner.y >= outer.y - slack
        and inner.right <= outer.right + slack
        and inner.bottom <= outer.bottom + slack
    )


def test_a_sum_is_cut_before_an_amount_and_not_within_one() -> None:
    words = "£14,100 + 3,100 CHF + 250 EUR"
    room = LOOK.width("£14,100 + 3,100 CHF + …", Letters.MORE)
    assert LOOK.cut_sum(words, Letters.MORE, 10 * room) == words
    assert LOOK.cut_sum(words, Letters.MORE, room) == "£14,100 + 3,100 CHF + …"
    assert LOOK.cut_sum(words, Letters.MORE, room - 1) == "£14,100 + …"
    assert LOOK.cut_sum("W" * 1_000_000, Letters.MORE, room).endswith("W…")
    assert LOOK.cut_sum(words, Letters.MORE, 0) == ""


@given(amounts, sizes)
def test_bars_are_as_long_as_their_values(values: list[float | None], size: tuple[float, float]) -> None:
    spots = by_point(drawn(ChartKind.BARS, values, size=size))
    top = max((value or 0 for value in values), default=0)
    for index, value in enumerate(values):
        spot = spots[0, index]
        share = (value or 0) / top if top else 0
        assert spot.mark.width == pytest.approx(spot.ring.width * share, abs=0.01)
        assert inside(spot.mark, spot.rect)


@given(st.lists(amounts, min_size=1, max_size=3), sizes)
def test_columns_are_as_high_as_their_values(
    rows: list[list[float | None]], size: tuple[float, float]
) -> None:
    spots = by_point(drawn(ChartKind.COLUMNS, *rows, size=size))
    values = {(s, i): value or 0 for s, row in enumerate(rows) for i, value in enumerate(row)}
    top = max(values.values())
    if not top:
        assert all(spot.mark.height == 0 for spot in spots.values())
        return
    highest = max(spot.mark.height for spot in spots.values())
    for place, value in values.items():
        assert spots[place].mark.height == pytest.approx(highest * value / top, abs=0.02)
        assert spots[place].mark.bottom == pytest.approx(spots[0, 0].mark.bottom, abs=0.02)


@given(st.lists(amounts, min_size=1, max_size=5), sizes)
def test_lines_rise_as_their_values(rows: list[list[float | None]], size: tuple[float, float]) -> None:
    spots = drawn(ChartKind.LINES, *rows, size=size).spots
    values = [rows[spot.series][spot.index] for spot in spots]
    assert [(s, i) for s, row in enumerate(rows) for i, v in enumerate(row) if v is not None] == [
        (spot.series, spot.index) for spot in spots
    ]
    for one, other in combinations(range(len(spots)), 2):
        first, second = values[one], values[other]
        assert first is not None
        assert second is not None
        if first > second:
            assert spots[one].mark.y <= spots[other].mark.y + 0.02
        if spots[one].index < spots[other].index:
            assert spots[one].mark.x < spots[other].mark.x


@pytest.mark.parametrize("kind", [ChartKind.BARS, ChartKind.COLUMNS])
@given(rows=st.lists(amounts, min_size=1, max_size=3), size=sizes)
def test_no_two_points_answer_to_the_same_place(
    kind: ChartKind, rows: list[list[float | None]], size: tuple[float, float]
) -> None:
    drawing = drawn(kind, *rows, size=size)
    assert len(drawing.spots) == sum(map(len, rows))
    for one, other in combinations(drawing.spots, 2):
        smaller = Box(one.rect.x + 0.01, one.rect.y + 0.01, one.rect.width - 0.02, one.rect.height - 0.02)
        assert not smaller.meets(other.rect)
    whole = Box(0, 0, drawing.width, drawing.height)
    assert all(inside(spot.rect, whole) for spot in drawing.spots)


@given(st.lists(amounts, min_size=1, max_size=6))
def test_names_of_lines_never_lie_on_each_other(rows: list[list[float | None]]) -> None:
    chart = chart_of(ChartKind.LINES, *rows, names=[f"{n + 1} Creative collaborator" for n in range(6)])
    picture = tree(draw(chart, LOOK, (560, 200)).svg)
    names = []
    for one in picture.iter(f"{SVG}text"):
        if "collaborator" in (one.text or "") or "…" in (one.text or ""):
            size = LOOK.size(Letters.NAME)
            x, y = float(one.get("x", 0)), float(one.get("y", 0))
            names.append(Box(x, y - size * 0.8, LOOK.width(one.text or "", Letters.NAME), size * 0.9))
    assert len(names) == sum(any(value is not None for value in row) for row in rows)
    assert not any(one.meets(other) for one, other in combinations(names, 2))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_words_stay_words_in_a_picture(kind: ChartKind, text: str) -> None:
    chart = chart_of(kind, [3, None, 5], labels=[text] * 3, names=[text], words=text, reading=text)
    for drawing in (draw(chart, LOOK, (560, 150)), draw_framed(chart, LOOK, 560)):
        picture = tree(drawing.svg)
        tags = {one.tag.removeprefix(SVG) for one in picture.iter()}
        assert tags <= {"svg", "title", "desc", "text", "rect", "path", "circle"}
        assert not any(
            "href" in name or name.startswith("on") for one in picture.iter() for name in one.attrib
        )
        assert len(drawing.svg) < 20_000


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "values",
    [[], [None], [None, None], [0], [0, 0, None], [float("nan"), 4], [float("inf"), -3, 2], [1e-9, 1e300]],
)
def test_odd_values_are_drawn_without_harm(kind: ChartKind, values: list[float | None]) -> None:
    drawing = draw(chart_of(kind, values), LOOK, (560, 150))
    assert tree(drawing.svg).get("width") == "560.0"
    for one in tree(drawing.svg).iter():
        assert not any("nan" in value or "inf" in value for value in one.attrib.values())
    assert all(spot.mark.width >= 0 and spot.mark.height >= 0 for spot in drawing.spots)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [(0, 0), (-5, 3), (1, 4000), (10**9, 10**9)])
def test_a_size_that_cannot_be_is_brought_in_bounds(kind: ChartKind, size: tuple[float, float]) -> None:
    drawing = draw(chart_of(kind, [1, 2, 3]), LOOK, size)
    assert 60 <= drawing.width <= 8000
    assert 16 <= drawing.height <= 8000
    assert tree(drawing.svg).get("height") == str(drawing.height)


@pytest.mark.parametrize("kind", ChartKind)
@pytest.mark.parametrize("values", [(), ((),), ((), ())])
def test_a_chart_of_nothing_is_an_empty_picture(
    kind: ChartKind, values: tuple[tuple[float, ...], ...]
) -> None:
    drawing = draw(chart_of(kind, *values), LOOK, (300, 120))
    assert drawing.spots == ()
    assert words_in(drawing.svg) == []
    assert tree(drawing.svg).get("viewBox") == "0 0 300 120"


def test_the_plan_stands_where_its_value_would_end() -> None:
    chart = chart_of(ChartKind.BARS, [46, 12], plans=[30, 25], labels=["Events", "One-to-ones"])
    drawing = draw(chart, LOOK, (560, 60))
    marks = [one for one in tree(drawing.svg).iter(f"{SVG}path") if one.get("stroke") == "black"]
    spots = by_point(drawing)
    for index, (value, plan) in enumerate([(46, 30), (12, 25)]):
        x = float((marks[index].get("d") or "")[1:].split()[0])
        lane, mark = spots[0, index].ring, spots[0, index].mark
        assert x - lane.x == pytest.approx(mark.width * plan / value, abs=0.51)
    # There is room above the highest: a plan kept to the point is not the end of the scale.
    assert spots[0, 0].mark.right < spots[0, 0].ring.right - 10


def test_a_line_breaks_where_nothing_was_counted_and_a_lonely_month_is_a_dot() -> None:
    picture = tree(drawn(ChartKind.LINES, [1, 2, None, 4, None, 5, 6]).svg)
    lines = [one for one in picture.iter(f"{SVG}path") if one.get("transform")]
    assert len(lines) == 2
    assert len(list(picture.iter(f"{SVG}circle"))) == 1


def test_a_figure_with_no_room_is_left_out_and_labels_are_cut() -> None:
    values: list[float | None] = [100000.0 + n for n in range(24)]
    chart = chart_of(ChartKind.COLUMNS, values, labels=["A rather long label"] * 24)
    shown = words_in(draw(chart, LOOK, (300, 150)).svg)
    assert not any(words.startswith("1000") for words in shown)
    assert all(len(words) <= 3 for words in shown)


def test_a_longer_label_takes_two_lines_under_its_column() -> None:
    chart = chart_of(ChartKind.COLUMNS, [24, 163], labels=["Met and learned", "Events"])
    shown = words_in(draw(chart, LOOK, (130, 150)).svg)
    assert shown == ["24", "163", "Met and", "learned", "Events"]
    chart = chart_of(ChartKind.COLUMNS, [24, 163], labels=["Met and learned from many people", "Events"])
    assert words_in(draw(chart, LOOK, (130, 150)).svg)[2:4] == ["Met and", "learned fro…"]


def test_of_many_months_some_are_named_and_the_latest_always() -> None:
    months = [f"M{number:02}" for number in range(60)]
    chart = chart_of(ChartKind.COLUMNS, [100.0] * 60, labels=months, words="a long figure")
    shown = words_in(draw(chart, LOOK, (560, 150)).svg)
    assert shown[-1] == "M59"
    steps = {int(later[1:]) - int(earlier[1:]) for earlier, later in pairwise(shown)}
    assert len(steps) == 1
    assert steps.pop() > 1


def test_endless_words_leave_the_bars_their_room() -> None:
    chart = chart_of(ChartKind.BARS, [9, 6], words="many words " * 50, labels=["long label " * 50] * 2)
    series = tuple(
        replace(one, points=tuple(replace(point, more="and more " * 50) for point in one.points))
        for one in chart.series
    )
    drawing = draw(replace(chart, series=series), LOOK, (560, 60))
    assert all(spot.ring.width >= 40 and spot.ring.right <= 560 for spot in drawing.spots)
    for one in tree(drawing.svg).iter(f"{SVG}text"):
        letters = Letters.MORE if one.get("font-weight") == "400" else Letters.FIGURE
        width, x = LOOK.width(one.text or "", letters), float(one.get("x", 0))
        assert x + width <= 561 if one.get("text-anchor") == "start" else x - width >= -1


def test_the_library_is_imported_with_the_first_picture_only() -> None:
    script = (
        "import sys, netdesk.ui.pages.insights.page, netdesk.ui.charts.drawing as d\n"
        "print('pygal' in sys.modules); d.prepare(); print('pygal' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_a_framed_picture_carries_its_words() -> None:
    chart = chart_of(ChartKind.BARS, [9, 6], reading="Six in ten came through people. " * 6)
    drawing = draw_framed(chart, LOOK, 560)
    words = words_in(drawing.svg)
    assert words[:2] == ["Where wins came from", "24 wins"]
    assert " ".join(words).count("Six in ten") == 6
    last = max(float(one.get("y", 0)) for one in tree(drawing.svg).iter(f"{SVG}text"))
    assert last < drawing.height - 8
    assert all(spot.rect.bottom < drawing.height for spot in drawing.spots)


def test_pictures_are_named_for_those_who_hear_them() -> None:
    picture = tree(drawn(ChartKind.COLUMNS, [1, 2]).svg)
    assert [(one.tag.removeprefix(SVG), one.text) for one in picture][:2] == [
        ("title", "Where wins came from"),
        ("desc", "Six in ten came through people."),
    ]
    assert picture.get("role") == "img"


def test_several_threads_may_draw_at_once() -> None:
    charts: list[Chart] = [chart_of(kind, [n, 2.0 * n, 3], [5, n, 1]) for kind in KINDS for n in range(1, 9)]
    alone = [draw(chart, LOOK, (560, 150)) for chart in charts]
    with ThreadPoolExecutor(3) as threads:
        together = list(threads.map(lambda chart: draw(chart, LOOK, (560, 150)), charts))
    assert together == alone


def test_bars_want_a_row_for_each_figure() -> None:
    five, ten = (wanted_height(chart_of(ChartKind.BARS, [1.0] * n), LOOK) for n in (5, 10))
    assert (five, ten) == (150, 300)


@given(st.text(max_size=60), st.floats(0, 300))
def test_cut_words_fit_their_room(words: str, room: float) -> None:
    shown = LOOK.cut(words, Letters.LABEL, room)
    assert LOOK.width(shown, Letters.LABEL) <= room
    assert shown == one_line(words) or shown == "" or shown.endswith("…")


@given(st.text(alphabet="abc de", max_size=120), st.floats(40, 300))
def test_broken_lines_hold_all_the_words(words: str, room: float) -> None:
    lines = LOOK.broken(words, Letters.READING, room)
    assert all(LOOK.width(line, Letters.READING) <= room for line in lines)
    if not any("…" in line for line in lines):
        assert " ".join(lines).split() == words.split()
