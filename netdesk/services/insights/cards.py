"""The cards of Insights in the page's order: each asks for its own chart (method §9).

Whoever adds a figure adds a line here; the page, the command, the review and the measurements take all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from netdesk.method.group_worth import Money
from netdesk.method.insights.chart import Chart
from netdesk.method.periods import Period
from netdesk.services.insights import (
    funnel,
    helped,
    levels_over_time,
    mix,
    pitches,
    prompt,
    returns_behind,
    sources,
)
from netdesk.store.workspace import Workspace

ChartOf = Callable[[Workspace, Period, date, Money, str], Chart]
"""Asks for a chart: of a period, today, with money written so, in the own currency."""


@dataclass(frozen=True, slots=True)
class Card:
    """One card. ``name`` is its chart's; a change of a table in ``touched`` may change its figures."""

    name: str
    chart: ChartOf
    touched: frozenset[str]


CARDS: tuple[Card, ...] = (
    Card("sources", sources.chart_of, sources.TOUCHED),
    Card("mix", mix.chart_of, mix.TOUCHED),
    Card("funnel", funnel.chart_of, funnel.TOUCHED),
    Card("levels", levels_over_time.chart_of, levels_over_time.TOUCHED),
    Card("groups", returns_behind.groups_card, returns_behind.GROUPS_TOUCHED),
    Card("events", returns_behind.events_card, returns_behind.EVENTS_TOUCHED),
    Card("pitches", pitches.chart_of, pitches.TOUCHED),
    Card("helped", helped.chart_of, helped.TOUCHED),
    Card("prompt", prompt.chart_of, prompt.TOUCHED),
    # In the order of the page: sources, mix, funnel, levels, groups, events, pitches, helped, prompt.
)
