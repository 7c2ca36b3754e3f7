"""Asks where wins came from, and which wins stand behind a source (method §8)."""

from __future__ import annotations

from datetime import date

from netdesk.method.insights import sources as method
from netdesk.method.insights.behind import Behind
from netdesk.method.insights.chart import Chart
from netdesk.method.insights.comparing import compared
from netdesk.method.insights.sources import UNSAID, SourceFigures, Win, Wins, count_wins
from netdesk.method.money import MoneyWords, Rates
from netdesk.method.periods import Period
from netdesk.method.sources import Source
from netdesk.services.currency_rates import rates
from netdesk.services.insights import mix
from netdesk.services.insights.behind import BehindRows
from netdesk.services.insights.win_rows import rows_of_wins
from netdesk.store.workspace import Workspace

TOUCHED = frozenset({"win", "currency_rate"}) | mix.TOUCHED
"""The tables whose changes may change the figures; the reading names the hours spent at events."""
_SOURCES: dict[str | None, Source] = {each.value: each for each in Source}


def figures(ws: Workspace, period: Period, today: date, own: str) -> SourceFigures:
    """Count the wins of a period and of the one before; totals are in ``own`` at the rates entered."""
    known, days = rates(ws, own), compared(period, today)
    return SourceFigures(days, _wins(ws, days.now, known), _wins(ws, days.before, known))


def chart_of(ws: Workspace, period: Period, today: date, money: MoneyWords, own: str) -> Chart:
    """Return the chart of the sources of a period."""
    return method.chart(
        figures(ws, period, today, own), period, money, mix.share_at_events(ws, period, today)
    )


def behind(ws: Workspace, asked: Behind, today: date) -> BehindRows:
    """Return the wins of a source in a period, the latest first."""
    if asked.key == UNSAID:
        return rows_of_wins(ws, asked.period, today, "w.source IS NULL")
    if asked.key:
        return rows_of_wins(ws, asked.period, today, "w.source = :source", {"source": asked.key})
    return rows_of_wins(ws, asked.period, today)


def _wins(ws: Workspace, period: Period, known: Rates) -> Wins:
    found = ws.sql(
        "SELECT source, value, currency FROM win WHERE binned_at IS NULL AND won_on BETWEEN ? AND ?",
        (period.first.isoformat(), period.last.isoformat()),
    )
    return count_wins(
        [Win(_SOURCES.get(source), value, currency) for source, value, currency in found], known
    )
