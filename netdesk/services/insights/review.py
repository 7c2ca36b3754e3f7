"""Everything a review of a period is made from: its charts, and the advice read from their figures."""

from __future__ import annotations

from datetime import date

from netdesk.method.money import MoneyWords
from netdesk.method.periods import Period
from netdesk.method.review import GaveFirst, ReviewFigures, less_of, more_of
from netdesk.method.review_sheet import Review
from netdesk.services.currency_rates import own_currency
from netdesk.services.insights import mix, pitches, prompt, sources
from netdesk.services.insights.all_figures import all_figures
from netdesk.services.insights.returns import event_returns, group_returns
from netdesk.services.not_helped import not_helped, not_helped_rows
from netdesk.store.workspace import Workspace

_NAMED = 2


def review(ws: Workspace, period: Period, today: date, money: MoneyWords, own: str = "") -> Review:
    """Return a period's charts and advice as of one moment; without ``own`` in the workspace's own currency."""
    with ws.one_moment():
        currency = own or own_currency(ws)
        figures = all_figures(ws, period, today, money, currency)
        read = review_figures(ws, period, today, currency)
    wins = read.sources.now
    return Review(
        period,
        figures.compared,
        figures.charts,
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


def _gave_first(ws: Workspace, today: date) -> GaveFirst:
    found = not_helped(ws, today)
    first = not_helped_rows(ws, found.ids[: min(_NAMED, found.got_nothing)], today)
    return GaveFirst(found.got_nothing, tuple(one.name for one in first))
