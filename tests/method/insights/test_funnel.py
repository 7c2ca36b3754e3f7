"""From events to clients: rates, readings and the chart, from figures alone."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.insights.comparing import compared
from netdesk.method.insights.funnel import FunnelCounts, FunnelFigures, Step, months_in
from netdesk.method.insights.funnel_chart import chart, rates_line, reading
from netdesk.method.insights.readings import TOO_FEW
from netdesk.method.insights.what_if import THE_METHODS, WhatIf
from netdesk.method.periods import Period, PeriodKind, last_12_months, month_of, quarter_of, year_of

TODAY = date(2026, 11, 22)
YEAR = last_12_months(TODAY)
NOTHING = FunnelCounts()
THE_YEAR = FunnelCounts(24, 163, 71, 38, 24)
COUNTS = st.builds(FunnelCounts, *[st.integers(0, 500)] * 5)


def figures(now: FunnelCounts, before: FunnelCounts = NOTHING, wished: WhatIf | None = THE_METHODS,
            period: Period = YEAR) -> FunnelFigures:  # fmt: skip
    return FunnelFigures(compared(period, TODAY), now, before, wished)


def test_a_year_reads_as_it_is_drawn() -> None:
    shown = chart(figures(THE_YEAR, FunnelCounts(8, 50, 8, 7, 18)), YEAR)
    assert [point.words for point in shown.series[0].points] == ["24", "163", "71", "38", "24"]
    assert shown.note == "two events a month"
    assert shown.reading == (
        "34% of solid contacts became clients."
        " At half, two events a month with four solid contacts each would bring 48 a year."
    )
    assert shown.compared == (
        "16 more events, 63 more solid contacts and 6 more clients than in the 12 months before"
    )
    assert shown.series[0].points[2].tip == "Solid contacts: 71 solid contacts, 44% of the people met"
    assert rates_line(THE_YEAR) == "6.8 met an event · 44% solid · a one-to-one for 54% · 34% became clients"


def test_as_it_was_gives_back_my_own_figures() -> None:
    mine = figures(THE_YEAR, wished=None).as_it_was
    assert mine == WhatIf(Fraction(2), Fraction(71, 24), Fraction(24, 71))
    assert mine.clients_a_year == 24
    assert reading(figures(THE_YEAR, wished=None)).endswith(
        "At 34%, two events a month with about three solid contacts each would bring 24 a year."
    )


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (FunnelCounts(4, 20, 9, 1, 1), "4 events in this time: too few to say."),
        (FunnelCounts(0, 0, 0, 3, 2), "No events in this time yet."),
        (FunnelCounts(6, 20, 3, 1, 1), "3 solid contacts in this time: too few to say."),
        (FunnelCounts(6, 20, 8, 1, 0), "None of the solid contacts became a client yet."),
        (FunnelCounts(6, 20, 8, 1, 18),
         "18 clients beside 8 solid contacts: many came another way than over events."),
        (FunnelCounts(500, 900, 900, 1, 1), "under 1% of solid contacts became clients."),
    ],
)  # fmt: skip
def test_too_little_is_said_kindly(now: FunnelCounts, words: str) -> None:
    assert reading(figures(now)).casefold().startswith(words.casefold())


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (THE_YEAR, "as many events, solid contacts and clients as in the 12 months before"),
        (FunnelCounts(24, 1, 72, 1, 24), "1 fewer solid contact than in the 12 months before"),
        (NOTHING, ""),
    ],
)
def test_a_year_beside_the_one_before(before: FunnelCounts, words: str) -> None:
    assert chart(figures(THE_YEAR, before), YEAR).compared == words


def test_a_short_time_is_not_told_as_so_many_a_month() -> None:
    month = month_of(TODAY)
    assert chart(figures(FunnelCounts(4, 20, 9, 1, 1), period=month), month).note == "4 events"
    quarter = quarter_of(date(2026, 8, 1))
    assert chart(figures(FunnelCounts(4, 20, 9, 1, 1), period=quarter), quarter).note == "1.3 events a month"


def test_nothing_at_all_teaches_what_belongs_there() -> None:
    shown = chart(figures(FunnelCounts()), YEAR)
    assert (shown.series, shown.reading, shown.compared) == ((), "", "")
    assert "Add the events you go to" in shown.empty


@given(COUNTS, COUNTS)
def test_the_table_holds_the_figures_of_the_chart(now: FunnelCounts, before: FunnelCounts) -> None:
    shown = chart(figures(now, before), YEAR)
    assert [row[1] for row in shown.table.exact[:5]] == [now.of(step) for step in Step]
    assert all(len(row) == len(shown.table.columns) for row in (*shown.table.rows, *shown.table.exact))
    if shown.series:
        assert [point.value for point in shown.series[0].points] == [now.of(step) for step in Step]
        assert shown.reading.endswith("would bring 48 a year.")


@given(COUNTS)
def test_rates_multiplied_lead_from_the_events_to_the_clients(now: FunnelCounts) -> None:
    rates = [now.rate(step) for step in Step]
    assert rates[0] is None
    product = Fraction(now.events)
    for rate in rates[1:]:
        if rate is None:
            return
        product *= rate
    assert product == now.clients


@given(COUNTS)
def test_my_own_if_brings_what_my_year_brought(now: FunnelCounts) -> None:
    mine = figures(now, wished=None).as_it_was
    enough = min(now.events, now.solid) >= TOO_FEW and now.clients <= now.solid
    assert (mine is not None) == (enough and now.solid <= 100 * now.events)
    if mine is not None:
        assert mine.clients_a_year == now.clients


def test_of_too_little_no_if_of_my_own_is_made() -> None:
    told = figures(FunnelCounts(4, 20, 9, 1, 1), wished=None)
    assert told.as_it_was is None
    assert reading(told) == "4 events in this time: too few to say."


def test_months_of_the_calendar_are_whole_and_own_days_are_parts_of_a_year() -> None:
    assert [months_in(one) for one in (month_of(TODAY), quarter_of(TODAY), year_of(TODAY), YEAR)] == [
        1,
        3,
        12,
        12,
    ]
    assert months_in(Period(PeriodKind.OWN, date(2026, 1, 1), date(2026, 12, 31))) == 12
