"""A review read from a workspace: every chart, and advice that names its figures."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from netdesk.method.money import plain_money
from netdesk.method.periods import parse_period
from netdesk.services.insights.all_figures import all_figures
from netdesk.services.insights.cards import CARDS
from netdesk.services.insights.review import review
from netdesk.store.workspace import Workspace
from tests.support.kept_files import sample_file

TODAY = date(2026, 11, 22)


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Workspace]:
    """The sample in a file of its own."""
    path = tmp_path / "sample.netdesk"
    path.write_bytes(sample_file())
    opened = Workspace(path)
    yield opened
    opened.close()


def test_the_sample_tells_what_to_do_more_and_less_of(sample: Workspace) -> None:
    found = review(sample, parse_period("last-12-months", TODAY), TODAY, plain_money)
    assert (found.wins, found.won.value, found.won.currency) == (24, 43_800, "GBP")
    assert tuple(chart.name for chart in found.charts) == tuple(card.name for card in CARDS)
    assert not [chart.name for chart in found.charts if chart.empty]
    assert all(chart.reading for chart in found.charts)
    more = {one.rule: one for one in found.more}
    assert more["under_plan"].what == "One-to-ones"
    assert more["source"].why == "9 of 24 wins came by direct or indirect referral, £18,400."
    assert more["help_first"].why.startswith("Luis Ortega")
    assert found.less[0].what == "Meet-and-greet events"


def test_the_charts_are_those_of_the_page(sample: Workspace) -> None:
    for code in ("last-12-months", "2026-Q3", "2026-11", "2025", "2020"):
        period = parse_period(code, TODAY)
        found = review(sample, period, TODAY, plain_money)
        assert found.charts == all_figures(sample, period, TODAY, plain_money).charts, code


def test_an_empty_workspace_gives_no_advice(workspace: Workspace) -> None:
    found = review(workspace, parse_period("2026", TODAY), TODAY, plain_money)
    assert (found.wins, found.more, found.less) == (0, (), ())
    assert found.won.currency == "GBP"
