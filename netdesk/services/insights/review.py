"""Everything a review of a period is made from: its charts, and the advice read from their figures."""

from __future__ import annotations

from datetime import date

from netdesk.method.group_worth import MINUTES_AN_HOUR
from netdesk.method.insights import mix as mix_charts
from netdesk.method.insights import pitches as pitch_charts
from netdesk.method.insights import prompt as prompt_charts
from netdesk.method.insights import sources as source_charts
from netdesk.method.insights.chart import Chart
from netdesk.method.insights.readings import is_too_few
from netdesk.method.insights.returns_charts import events_chart, groups_chart
from netdesk.method.money import MoneyWords
from netdesk.method.periods import Period
from netdesk.method.review import GaveFirst, ReviewFigures, less_of, more_of
from netdesk.method.review_sheet import Review
from netdesk.method.strategy import Activity
from netdesk.services.currency_rates import own_currency
from netdesk.services.insights import mix, pitches, prompt, sources
from netdesk.services.insights.all_figures import all_figures
from netdesk.services.insights.cards import CARDS
from netdesk.services.insights.returns import event_returns, group_returns
from netdesk.services.not_helped import gave_first
from netdesk.store.workspace import Workspace

_NAMED = 2


def review(ws: Workspace, period: Period, today: date, money: MoneyWords, own: str = "") -> Review:
    """Return a period's charts and advice as of one moment; without ``own`` in the workspace's own currency."""
    with ws.one_moment():
        currency = own or own_currency(ws)
        read = review_figures(ws, period, today, currency)
        drawn = _charts(read, period, money)
        # Figures that are at hand are not asked for again.
        others = all_figures(ws, period, today, money, currency, lambda card: card.name not in drawn)
    wins = read.sources.now
    charts = (drawn.get(card.name) or others.chart(card.name) for card in CARDS)
    return Review(
        period,
        others.compared,
        tuple(chart for chart in charts if chart is not None),
        wins.count,
        wins.total,
        more_of(read, money),
        less_of(read, money),
    )


def review_figures(ws: Workspace, period: Period, today: date, own: str) -> ReviewFigures:
    """Ask for the figures that advice is read from."""
    return ReviewFigures(
        sources=sources.figures(ws, period, today, own),
        mix=mix.figures(ws, period, today),
        groups=group_returns(ws, period, today, own),
        events=event_returns(ws, period, today, own),
        pitches=pitches.figures(ws, period, today),
        prompt=prompt.figures(ws, period, today),
        gave_first=_gave_first(ws, today),
    )


def _charts(read: ReviewFigures, period: Period, money: MoneyWords) -> dict[str, Chart]:
    """Make the charts of the figures that advice is read from, as the page makes them."""
    few = is_too_few(read.mix.total / MINUTES_AN_HOUR)
    at_events = None if few else read.mix.share(Activity.EVENTS)
    made = (
        source_charts.chart(read.sources, period, money, at_events),
        mix_charts.chart(read.mix),
        groups_chart(read.groups, money),
        events_chart(read.events, money),
        pitch_charts.chart(read.pitches, read.sources.compared.words),
        prompt_charts.chart(read.prompt),
    )
    return {chart.name: chart for chart in made}


def _gave_first(ws: Workspace, today: date) -> GaveFirst:
    count, rows = gave_first(ws, today, _NAMED)
    return GaveFirst(count, tuple(one.name for one in rows))
