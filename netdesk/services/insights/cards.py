"""The cards of Insights in the page's order: each asks for its own chart (method §9).

Whoever adds a figure adds a line here; the page, the command, the review and the measurements take all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from netdesk.method.changes import Changes
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
from netdesk.services.strategy_plan import PLAN
from netdesk.services.what_if import WHAT_IF
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
_OF_ONE_CARD = {WHAT_IF: "funnel", levels_over_time.ALL_FIVE: "levels", PLAN: "mix"}
"""Preferences that change what one card shows; any other may change them all, as the currency does."""


def touched_cards(ws: Workspace, changes: Changes | None) -> tuple[Card, ...]:
    """Return the cards whose figures may be others after ``changes``; all of them for None."""
    if changes is None:
        return CARDS
    chosen = _chosen_for(ws, changes)
    return tuple(
        card for card in CARDS if card.name in chosen or changes.touches(*(card.touched - {"preference"}))
    )


def _chosen_for(ws: Workspace, changes: Changes) -> frozenset[str]:
    """The cards that the preferences touched are chosen for."""
    everything = frozenset(card.name for card in CARDS)
    ids = changes.ids("preference")
    if not ids:
        # None were touched, or too many to name.
        return everything if changes.touches("preference") else frozenset()
    held = ",".join(str(int(number)) for number in ids)
    names = [name for (name,) in ws.sql(f"SELECT name FROM preference WHERE id IN ({held})")]
    if len(names) < len(ids) or not all(name in _OF_ONE_CARD for name in names):
        # What was taken back out has no name any more.
        return everything
    return frozenset(_OF_ONE_CARD[name] for name in names)
