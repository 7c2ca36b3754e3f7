"""The pictures of Insights: its cards, further down, as tables, what is behind a figure, the review, own days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netdesk.app.compose import Program
from netdesk.app.tour.camera import settle
from netdesk.app.tour.deeds import Scene, go, run, then

if TYPE_CHECKING:
    from netdesk.ui.pages.insights.page import InsightsPage


def _page(program: Program) -> InsightsPage:
    from netdesk.ui.pages.insights.page import InsightsPage

    page = program.window.page("insights")
    assert isinstance(page, InsightsPage)
    return page


def _further_down(program: Program) -> None:
    """Scroll to the last card."""
    settle(0)
    bar = _page(program).view.verticalScrollBar()
    bar.setValue(bar.maximum())


def _to_the_top(program: Program) -> None:
    _page(program).view.verticalScrollBar().setValue(0)


def _look_behind(program: Program) -> None:
    """Press the first bar."""
    settle(0)
    chart = _page(program).cards["sources"].chart()
    point = chart.series[0].points[0] if chart and chart.series else None
    if point is not None and point.behind is not None:
        _page(program).cards["sources"].chosen.emit(point.behind)


INSIGHT_SCENES: tuple[Scene, ...] = (
    Scene("insights", go("insights")),
    Scene("insights-below", then(go("insights"), _further_down), _to_the_top),
    Scene("insights-tables", then(go("insights"), run("insights.tables")), run("insights.tables")),
    Scene("insights-behind", then(go("insights"), _look_behind)),
    Scene("insights-review", then(go("insights"), run("insights.print"))),
    Scene("insights-own-days", then(go("insights"), run("insights.own_days"))),
)
