"""Every card of Insights over the sample and over nothing: whole tables, words, and something behind each figure."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from netdesk.app import resources
from netdesk.method.insights.behind import Behind, BehindKind
from netdesk.method.insights.chart import Chart
from netdesk.method.periods import Period, parse_period
from netdesk.services.insights.all_figures import all_figures
from netdesk.services.insights.answers import ANSWERS, rows_behind
from netdesk.services.insights.behind import MOST_ROWS, Leads
from netdesk.services.insights.cards import CARDS
from netdesk.services.sample import add_sample
from netdesk.store.workspace import Workspace

TODAY = date(2026, 11, 22)
PERIODS = (
    "last-12-months",
    "2019-03-05..2026-11-22",
    "2026-11",
    "2026-Q4",
    "2026",
    "2025",
    "2024-11-23..2025-11-22",
    "2027",
)
COUNTED = {
    BehindKind.WINS,
    BehindKind.PEOPLE,
    BehindKind.ONE_TO_ONES,
    BehindKind.CARDS,
    BehindKind.MOVES,
}
"""Of these a list is as long as its title says."""
OF_BOTH = ("groups", "pitches")
"""Behind a bar of these stands what is counted and what it was counted at."""
ORDER = ("sources", "mix", "funnel", "levels", "groups", "events", "pitches", "helped", "prompt")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder: Path = tmp_path_factory.mktemp("insights")
    opened = Workspace(folder / "sample.netdesk")
    add_sample(opened, resources.path("sample"), TODAY)
    yield opened
    opened.close()


def is_whole(chart: Chart) -> bool:
    """Whether the words, the table and the picture of a chart fit each other."""
    rows, exact = chart.table.rows, chart.table.exact
    lengths = {len(row) for row in (*rows, *exact)} | {len(chart.table.columns)}
    values = [point.value for one in chart.series for point in one.points]
    behind = chart.table.behind
    return (
        len(lengths) == 1
        and (not behind or [len(row) + 1 for row in behind] == [len(row) for row in rows])
        and len(rows) == len(exact)
        and bool(chart.title)
        and bool(chart.empty) != any(one.points for one in chart.series)
        and bool(chart.empty) != bool(chart.reading)
        and all(value is None or (math.isfinite(value) and value >= 0) for value in values)
        and all(point.tip and point.label for one in chart.series for point in one.points)
    )


def all_behind(chart: Chart) -> set[Behind]:
    """What stands behind its points, its cells and its words."""
    points = [point.behind for one in chart.series for point in one.points]
    cells = [cell for row in chart.table.behind for cell in row]
    return {each for each in (*points, *cells, chart.note_behind, chart.compared_behind) if each is not None}


def test_the_cards_stand_in_the_order_of_the_page(workspace: Workspace) -> None:
    names = [card.name for card in CARDS]
    assert names == [name for name in ORDER if name in names]
    assert names[:2] == ["sources", "mix"]
    tables = {row[0] for row in workspace.sql("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for card in CARDS:
        assert card.touched, card.name
        assert card.touched <= tables, card.name


@pytest.mark.parametrize("code", PERIODS)
def test_every_chart_of_the_sample_is_whole_and_has_something_behind_its_figures(
    sample: Workspace, code: str
) -> None:
    period = parse_period(code, TODAY)
    found = all_figures(sample, period, TODAY)
    assert (found.own, found.period) == ("GBP", period)
    json.dumps([chart.table.exact for chart in found.charts])
    for chart in found.charts:
        assert is_whole(chart), chart.name
        assert found.chart(chart.name) is chart
        for asked in all_behind(chart):
            assert asked.topic in ANSWERS
            behind = rows_behind(sample, asked, TODAY)
            assert behind.count >= 1, asked
            told = asked.title.rpartition(": ")[2]
            if told[0].isdigit() and asked.kind in COUNTED and (asked.topic not in OF_BOTH or not asked.key):
                assert told.startswith(f"{behind.count:,} "), asked
            assert len(behind.rows) == min(behind.count, MOST_ROWS)
            assert all(row.title for row in behind.rows), asked
            assert all(row.id for row in behind.rows if row.leads is not Leads.NOWHERE)
    assert found.chart("wishes") is None


def test_an_empty_workspace_is_told_what_belongs_into_every_card(workspace: Workspace) -> None:
    period: Period = parse_period("year", TODAY)
    for chart in all_figures(workspace, period, TODAY).charts:
        assert is_whole(chart), chart.name
        assert len(chart.empty) > 20, chart.name


def test_the_figures_compared_with_lead_to_what_was_counted_then(sample: Workspace) -> None:
    found = all_figures(sample, parse_period("last-12-months", TODAY), TODAY)
    told = {chart.name: chart.compared_behind for chart in found.charts if chart.compared}
    assert {name for name, asked in told.items() if asked is None} <= {"pitches"}
    before = told["groups"]
    assert before is not None
    assert rows_behind(sample, before, TODAY).count == 2
    assert before.title == "2 wins in the 12 months before"
