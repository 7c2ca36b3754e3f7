"""Where wins came from, against counting every win by hand."""

from __future__ import annotations

import math
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.insights.sources import NAME, UNSAID
from netdesk.method.money import plain_money
from netdesk.method.periods import Period, last_12_months, month_of, quarter_of, year_of
from netdesk.method.sources import Source
from netdesk.services.insights import mix, sources
from netdesk.services.insights.answers import rows_behind
from netdesk.services.insights.behind import Leads
from netdesk.store.workspace import Workspace

TODAY = date(2026, 11, 22)
RATES = {"EUR": 0.85, "USD": 0.75}
_WIN = st.tuples(
    st.sampled_from((*Source, None)),
    st.none() | st.integers(0, 1_000_000).map(lambda pence: pence / 100),
    st.sampled_from(("", "GBP", "EUR", "USD", "CHF")),
    st.integers(0, 900),
    st.booleans(),
)
_PERIODS = st.sampled_from(
    (last_12_months(TODAY), month_of(TODAY), quarter_of(TODAY), year_of(TODAY), year_of(TODAY).before())
)
_Row = tuple[Source | None, float | None, str, int, bool]


def put_wins(ws: Workspace, rows: list[_Row]) -> None:
    """Write these wins and no others; the last of a row says whether it is in the bin."""
    made = "2026-11-01T09:00:00+00:00"
    with ws.change("Put wins"):
        ws.sql("DELETE FROM win")
        ws.sql("DELETE FROM currency_rate")
        ws.many(
            "INSERT INTO win (title, won_on, value, currency, source, created_at, binned_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (f"Win {number}", str(TODAY - timedelta(days=days)), value, currency, source and source.value,
                 made, made if binned else None)
                for number, (source, value, currency, days, binned) in enumerate(rows)
            ],
        )  # fmt: skip
        ws.many(
            "INSERT INTO currency_rate (currency, own, rate, set_on) VALUES (?, 'GBP', ?, '2026-11-01')",
            list(RATES.items()),
        )


def recounted(rows: list[_Row], days: Period, source: Source | None) -> tuple[int, float, float]:
    """Count the slow way: how many, their worth in pounds, and the francs nobody gave a rate for."""
    count, pounds, francs = 0, 0.0, 0.0
    for its_source, value, currency, ago, binned in rows:
        day = TODAY - timedelta(days=ago)
        if binned or its_source is not source or not days.first <= day <= days.last:
            continue
        count += 1
        if currency == "CHF":
            francs += value or 0.0
        else:
            pounds += (value or 0.0) * {"EUR": 0.85, "USD": 0.75}.get(currency, 1.0)
    return count, pounds, francs


def test_sources_are_what_one_counts_by_hand(workspace: Workspace) -> None:
    @given(rows=st.lists(_WIN, max_size=30), period=_PERIODS)
    def holds(rows: list[_Row], period: Period) -> None:
        put_wins(workspace, rows)
        found = sources.figures(workspace, period, TODAY, "GBP")
        for days, wins in ((found.compared.now, found.now), (found.compared.before, found.before)):
            for one in wins.sources:
                count, pounds, francs = recounted(rows, days, one.source)
                assert one.count == count
                assert math.isclose(one.total.value, pounds, abs_tol=0.011)
                assert math.isclose(sum(amount for amount, _ in one.total.apart), francs, abs_tol=0.011)
            assert wins.count == sum(one.count for one in wins.sources)

    holds()


def test_the_wins_behind_a_source_are_those_it_counts(workspace: Workspace) -> None:
    rows: list[_Row] = [
        (Source.REFERRAL, 1200.0, "", 3, False),
        (Source.REFERRAL, None, "", 40, False),
        (Source.REFERRAL, 10.0, "", 4, True),
        (None, 75.5, "CHF", 2, False),
        (Source.MARKETING, 20.0, "", 500, False),
    ]
    put_wins(workspace, rows)
    with workspace.change("Thank"):
        workspace.many(
            "INSERT INTO win_thanks (win_id, name, chain, step) VALUES (1, ?, ?, ?)",
            [("Sam Carter", 0, 0), ("Nadia Rahman", 0, 1), ("Ken Oduya", 1, 0)],
        )
    shown = sources.chart_of(workspace, last_12_months(TODAY), TODAY, plain_money, "GBP")
    for point in shown.series[0].points:
        if point.behind is None:
            assert point.value == 0
        else:
            assert rows_behind(workspace, point.behind, TODAY).count == point.value
    asked = {point.behind.key: point.behind for point in shown.series[0].points if point.behind}
    assert set(asked) == {"referral", UNSAID}
    referred = rows_behind(workspace, asked["referral"], TODAY)
    assert [(row.leads, row.title, row.amount) for row in referred.rows] == [
        (Leads.WIN, "Win 0", 1200.0),
        (Leads.WIN, "Win 1", None),
    ]
    assert referred.rows[0].detail == "19 Nov · thanks to Sam Carter → Nadia Rahman, Ken Oduya"
    unsaid = rows_behind(workspace, asked[UNSAID], TODAY).rows[0]
    assert (unsaid.amount, unsaid.currency) == (75.5, "CHF")
    assert shown.name == NAME


def test_the_time_spent_at_events_is_told_where_enough_hours_are_known(workspace: Workspace) -> None:
    year = last_12_months(TODAY)
    assert mix.share_at_events(workspace, year, TODAY) is None
    with workspace.change("Log"):
        workspace.many(
            "INSERT INTO logged_time (activity, spent_on, minutes, created_at) VALUES (?, ?, ?, '2026-11-01T09:00Z')",
            [("events", "2026-10-01", 180), ("community", "2026-10-02", 119), ("events", "2024-01-01", 999)],
        )
    assert mix.share_at_events(workspace, year, TODAY) is None
    with workspace.change("Log more"):
        workspace.sql("UPDATE logged_time SET minutes = 120 WHERE minutes = 119")
    assert mix.share_at_events(workspace, year, TODAY) == Fraction(3, 5)
