"""Where wins came from, counted and said."""

from __future__ import annotations

import math
from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.insights.comparing import compared
from netdesk.method.insights.sources import UNSAID, SourceFigures, Win, chart, count_wins, reading
from netdesk.method.money import Rates, plain_money
from netdesk.method.periods import last_12_months
from netdesk.method.sources import Source

TODAY = date(2026, 11, 22)
YEAR = last_12_months(TODAY)
RATES = Rates("GBP", {"EUR": 0.8})
MOCKUP = (
    (Source.REFERRAL, 9, 18_400),
    (Source.NETWORK_REFERRAL, 6, 11_200),
    (Source.SELF_REFERRAL, 4, 5_200),
    (Source.MARKETING, 3, 2_900),
    (Source.REPUTATION, 2, 6_100),
)
_MONEY = st.none() | st.decimals(0, 100_000, places=2).map(float)
_WINS = st.lists(
    st.builds(Win, st.none() | st.sampled_from(Source), _MONEY, st.sampled_from(("", "GBP", "EUR", "CHF"))),
    max_size=40,
)


def year_of_the_picture() -> list[Win]:
    """The 24 wins of the picture: the first of a source is worth all of it."""
    return [
        Win(source, float(value) if number == 0 else 0.0)
        for source, count, value in MOCKUP
        for number in range(count)
    ]


def figures(now: list[Win], before: list[Win] | None = None) -> SourceFigures:
    return SourceFigures(compared(YEAR, TODAY), count_wins(now, RATES), count_wins(before or [], RATES))


def test_the_year_of_the_picture_is_told_as_it_stands_there() -> None:
    shown = chart(figures(year_of_the_picture()), YEAR, plain_money, Fraction(46, 100))
    assert shown.note == "24 wins · £43,800"
    assert [(point.label, point.words, point.more) for point in shown.series[0].points] == [
        ("Direct or indirect referral", "9", "£18,400"),
        ("Network referral", "6", "£11,200"),
        ("Self referral", "4", "£5,200"),
        ("Marketing response", "3", "£2,900"),
        ("Reputation response", "2", "£6,100"),
    ]
    assert shown.reading == "Six in ten came through people. You spend half of your time at events."
    first = shown.series[0].points[0]
    assert first.tip == "Direct or indirect referral: 9 wins, £18,400"
    assert first.behind is not None
    assert (first.behind.title, first.behind.key) == ("9 wins by direct or indirect referral", "referral")


def test_the_period_before_stands_beside_it() -> None:
    shown = chart(figures(year_of_the_picture(), year_of_the_picture()[:18]), YEAR, plain_money)
    assert shown.compared == "6 more than in the 12 months before (18 wins · £34,800)"
    assert chart(figures(year_of_the_picture()), YEAR, plain_money).compared == (
        "24 more than in the 12 months before"
    )


def test_wins_without_a_source_stand_apart_and_are_asked_for() -> None:
    wins = [*year_of_the_picture(), Win(None, 100.0, "CHF"), Win(None, None)]
    shown = chart(figures(wins), YEAR, plain_money)
    last = shown.series[0].points[-1]
    assert (last.label, last.words, last.more) == ("Not said yet", "2", "100 CHF")
    assert last.tip == "Not said yet: 2 wins, 100 CHF, 1 without a value"
    assert last.behind is not None
    assert last.behind.key == UNSAID
    assert shown.reading == "Six in ten came through people. 2 wins have no source yet."
    assert shown.note == "26 wins · £43,800 + 100 CHF"


def test_too_few_wins_say_nothing_yet() -> None:
    few = count_wins(year_of_the_picture()[:4], RATES)
    assert reading(few, Fraction(1, 2)) == "4 wins in this time: too few to say."


def test_wins_nobody_sorted_yet_ask_for_their_source() -> None:
    assert reading(count_wins([Win(None, 1.0)] * 7, RATES)) == (
        "7 wins have no source yet: say where they came from."
    )


def test_a_period_without_wins_says_what_belongs_there() -> None:
    shown = chart(figures([]), YEAR, plain_money)
    assert shown.series == ()
    assert "five sources" in shown.empty
    assert shown.reading == shown.note == shown.compared == ""
    assert len(shown.table.rows) == 6


@given(now=_WINS, before=_WINS)
def test_every_win_counts_once_and_no_money_is_lost(now: list[Win], before: list[Win]) -> None:
    shown = figures(now, before)
    by_source = shown.now.sources
    assert sum(one.count for one in by_source) == shown.now.count == len(now)
    for one in by_source:
        mine = [win for win in now if win.source is one.source and win.value is not None]
        own = sum(win.value or 0 for win in mine if win.currency in ("", "GBP"))
        euro = sum(win.value or 0 for win in mine if win.currency == "EUR")
        francs = sum(win.value or 0 for win in mine if win.currency == "CHF")
        assert math.isclose(one.total.value, own + 0.8 * euro, abs_tol=0.011)
        assert math.isclose(sum(amount for amount, _ in one.total.apart), francs, abs_tol=0.011)
        assert one.total.known == len(mine)


@given(now=_WINS, before=_WINS)
def test_the_table_tells_what_the_chart_shows(now: list[Win], before: list[Win]) -> None:
    shown = chart(figures(now, before), YEAR, plain_money)
    rows = {row[0]: row for row in shown.table.rows}
    assert all(len(row) == len(shown.table.columns) for row in (*shown.table.rows, *shown.table.exact))
    for one in shown.series:
        for point in one.points:
            assert rows[point.label][1] == point.words
            assert rows[point.label][3] in (point.more, "–")
    assert shown.table.exact[-1][1] == len(now)
    assert shown.table.exact[-1][4] == len(before)
