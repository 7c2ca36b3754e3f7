"""Charts made of plain values, to be drawn, shown and taken out."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from datetime import date

from netdesk.method.insights.behind import Behind, BehindKind
from netdesk.method.insights.chart import Chart, ChartKind, Point, Series, Table
from netdesk.method.periods import year_of

SVG = "{http://www.w3.org/2000/svg}"
Values = Sequence[float | None]


def behind(key: str) -> Behind:
    """What stands behind a point, told apart by its key."""
    return Behind(BehindKind.WINS, "sources", f"Behind {key}", year_of(date(2026, 11, 22)), key)


def chart_of(
    kind: ChartKind,
    *values: Values,
    labels: Sequence[str] = (),
    names: Sequence[str] = (),
    plans: Values = (),
    words: str = "",
    reading: str = "Six in ten came through people.",
) -> Chart:
    """A chart with a series for each row of values; ``words`` stand in place of every figure's own."""
    labels = labels or [f"Label {number + 1}" for number in range(max(map(len, values), default=0))]
    series = tuple(
        Series(
            names[n] if n < len(names) else f"Series {n + 1}",
            f"level-{n % 5 + 1}",
            tuple(
                Point(
                    labels[i],
                    value,
                    words or ("" if value is None else f"{value:g}"),
                    words or f"{labels[i]}: {value}",
                    plan=plans[i] if i < len(plans) else None,
                    behind=behind(f"{n}-{i}"),
                )
                for i, value in enumerate(row)
            ),
        )
        for n, row in enumerate(values)
    )
    count = range(len(labels))
    rows = tuple(
        (labels[i], *(one.points[i].words if i < len(one.points) else "" for one in series)) for i in count
    )
    exact = tuple(
        (labels[i], *(one.points[i].value if i < len(one.points) else None for one in series)) for i in count
    )
    table = Table(("What", *(one.name for one in series)), rows, exact)
    return Chart("sources", "Where wins came from", kind, series, table, "24 wins", reading)


def tree(svg: bytes) -> ET.Element:
    """The picture's tree; a parse error fails the test."""
    return ET.fromstring(svg)


def words_in(svg: bytes) -> list[str]:
    """Every line of words in a picture, in order."""
    return [one.text or "" for one in tree(svg).iter(f"{SVG}text")]
