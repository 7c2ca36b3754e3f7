"""All of Insights at once, for the command line, the printed review and the measurements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from netdesk.method.insights.chart import Chart
from netdesk.method.insights.comparing import Compared, compared
from netdesk.method.money import MoneyWords, plain_money
from netdesk.method.periods import Period
from netdesk.services.currency_rates import own_currency
from netdesk.services.insights.cards import CARDS, Card
from netdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class AllFigures:
    """The charts of a period in the page's order; money is added up in ``own``."""

    period: Period
    compared: Compared
    own: str
    charts: tuple[Chart, ...]

    def chart(self, name: str) -> Chart | None:
        """Return the chart of that name; None where there is none."""
        return next((chart for chart in self.charts if chart.name == name), None)


def all_figures(
    ws: Workspace,
    period: Period,
    today: date,
    money: MoneyWords = plain_money,
    own: str = "",
    wanted: Callable[[Card], bool] = lambda _: True,
) -> AllFigures:
    """Ask for every chart as of one moment; without ``own`` in the workspace's own currency."""
    with ws.one_moment():
        currency = own or own_currency(ws)
        charts = tuple(card.chart(ws, period, today, money, currency) for card in CARDS if wanted(card))
    return AllFigures(period, compared(period, today), currency, charts)
