"""A review read from a workspace: every chart, and advice that names its figures."""

from datetime import date

from netdesk.app import resources
from netdesk.method.money import plain_money
from netdesk.method.periods import parse_period
from netdesk.services.insights.cards import CARDS
from netdesk.services.insights.review import review
from netdesk.services.sample import add_sample
from netdesk.store.workspace import Workspace

TODAY = date(2026, 11, 22)


def test_the_sample_tells_what_to_do_more_and_less_of(workspace: Workspace) -> None:
    add_sample(workspace, resources.path("sample"), TODAY)
    found = review(workspace, parse_period("last-12-months", TODAY), TODAY, plain_money)
    assert (found.wins, found.won.value, found.won.currency) == (24, 43_800, "GBP")
    assert tuple(chart.name for chart in found.charts) == tuple(card.name for card in CARDS)
    assert not [chart.name for chart in found.charts if chart.empty]
    assert all(chart.reading for chart in found.charts)
    more = {one.rule: one for one in found.more}
    assert more["under_plan"].what == "One-to-ones"
    assert more["source"].why == "9 of 24 wins came by direct or indirect referral, £18,400."
    assert more["help_first"].why.startswith("Luis Ortega")
    assert found.less[0].what == "Meet-and-greet events"


def test_an_empty_workspace_gives_no_advice(workspace: Workspace) -> None:
    found = review(workspace, parse_period("2026", TODAY), TODAY, plain_money)
    assert (found.wins, found.more, found.less) == (0, (), ())
    assert found.won.currency == "GBP"
