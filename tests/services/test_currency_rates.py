"""Rates as they were entered: kept by own currency, missed where there is none."""

from __future__ import annotations

from datetime import date

import pytest

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.money import total_words
from netdesk.services import currency_rates
from netdesk.services.currency_rates import MissingRate, Rate
from netdesk.services.preferences import save_currency
from netdesk.services.win_list import WinQuery, win_totals
from netdesk.store.workspace import Workspace
from tests.support.events import mixer
from tests.support.groups import breakfast_club
from tests.support.wins import TODAY, won


def test_a_rate_moves_an_amount_into_the_total(workspace: Workspace) -> None:
    won(workspace, "Inbox set-up", value=1000.0)
    won(workspace, "Rota", value=200.0, currency="CHF")
    won(workspace, "Cover", value=100.0, currency="CHF")
    won(workspace, "Talk", value=70.0, currency="EUR")
    assert currency_rates.missing_rates(workspace, "GBP") == (
        MissingRate("CHF", 2, 300.0), MissingRate("EUR", 1, 70.0))  # fmt: skip

    def total() -> str:
        return total_words(win_totals(workspace, WinQuery(), "GBP").total)

    assert total() == "£1,000 + 300 CHF + €70"
    currency_rates.set_rate(workspace, "chf", "GBP", 0.9, TODAY)
    currency_rates.set_rate(workspace, "CHF", "GBP", 0.8, TODAY)
    assert currency_rates.rate_lines(workspace, "GBP") == (Rate("CHF", "GBP", 0.8, date(2026, 11, 22)),)
    assert currency_rates.rate_lines(workspace, "EUR") == ()
    assert total() == "£1,240 + €70"
    currency_rates.remove_rate(workspace, "CHF", "GBP")
    assert total() == "£1,000 + 300 CHF + €70"
    workspace.undo()
    assert total() == "£1,240 + €70"
    assert workspace.history()[1].title == "One CHF is 0.8 GBP"


@pytest.mark.parametrize(
    ("currency", "rate", "field"),
    [
        ("Taler", 1.0, "currency"),
        ("GBP", 1.0, "currency"),
        ("CHF", 0.0, "rate"),
        ("CHF", -1.0, "rate"),
        ("CHF", float("nan"), "rate"),
        ("CHF", 1e9, "rate"),
    ],
)
def test_what_cannot_be_a_rate_is_refused(
    workspace: Workspace, currency: str, rate: float, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        currency_rates.set_rate(workspace, currency, "GBP", rate, TODAY)
    assert refused.value.field == field


def test_a_rate_that_is_not_there_cannot_be_forgotten(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        currency_rates.remove_rate(workspace, "CHF", "GBP")
    assert workspace.history() == ()


def test_the_own_currency_is_chosen_or_that_of_most_wins(workspace: Workspace) -> None:
    assert currency_rates.own_currency(workspace) == "GBP"
    won(workspace, "Inbox set-up", value=1.0, currency="CHF")
    assert currency_rates.own_currency(workspace) == "CHF"
    won(workspace, "Rota", value=1.0)
    won(workspace, "Cover", value=1.0)
    assert (currency_rates.usual_currency(workspace), currency_rates.own_currency(workspace)) == ("", "CHF")
    breakfast_club(workspace)
    mixer(workspace, cost=12.0)
    assert currency_rates.own_currency(workspace) == "GBP"
    assert currency_rates.own_currency(workspace, "USD") == "USD"
    save_currency(workspace, "EUR")
    assert currency_rates.own_currency(workspace, "USD") == currency_rates.usual_currency(workspace) == "EUR"
