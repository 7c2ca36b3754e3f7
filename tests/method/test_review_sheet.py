"""What stands on the printed review: its charts in order, what is missing, title and comparison."""

from dataclasses import replace
from datetime import date

import pytest

from netdesk.method.insights.chart import Chart, ChartKind, Point, Series, Table
from netdesk.method.insights.comparing import compared
from netdesk.method.money import Total, plain_money
from netdesk.method.periods import parse_period
from netdesk.method.review import Advice
from netdesk.method.review_sheet import (
    Length,
    Review,
    ReviewSheet,
    compose_review_sheet,
    period_labels,
    review_periods,
)

TODAY = date(2026, 11, 22)
NAMES = ("sources", "mix", "funnel", "levels", "groups", "events", "pitches", "helped", "prompt")


def made_chart(name: str, *, empty: str = "", title: str = "", bars: int = 3) -> Chart:
    """A chart of bars."""
    points = tuple(Point(f"Bar {n}", float(n), str(n), f"Bar {n}: {n}") for n in range(1, bars + 1))
    rows = tuple((point.label, point.words) for point in points)
    return Chart(
        name,
        title or f"Chart of {name}",
        ChartKind.BARS,
        (Series("Figures", "accent", () if empty else points),),
        Table(("Bar", "Figure"), rows, rows),
        note="3 bars",
        reading=f"This is what {name} say.",
        compared="1 more than in 2025",
        empty=empty,
    )


def made_review(period: str = "2026", **changed: object) -> Review:
    """A review of all nine charts with advice both ways."""
    asked = parse_period(period, TODAY)
    plain = Review(
        asked,
        compared(asked, TODAY),
        tuple(made_chart(name) for name in NAMES),
        24,
        Total(43800.0, "GBP", ((1200.0, "CHF"),), 24),
        (Advice("under_plan", "One-to-ones", "13 points under plan: book two a week."),),
        (Advice("over_plan", "Meet-and-greet events", "46% of your hours, 30% planned."),),
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def composed(review: Review, length: Length = Length.TWO_PAGES) -> ReviewSheet:
    return compose_review_sheet(review, TODAY, plain_money, length)


@pytest.mark.parametrize(
    ("period", "title", "meta", "ahead"),
    [
        (
            "2026-Q4",
            "Review of Q4 2026",
            "1 Oct 2026 – 31 Dec 2026, up to 22 November 2026 · compared with the same part of Q3 2026",
            "What I resolve for Q1 2027",
        ),
        (
            "2025",
            "Review of 2025",
            "1 Jan 2025 – 31 Dec 2025 · compared with 2024",
            "What I resolve for 2026",
        ),
        (
            "last-12-months",
            "Review of the last 12 months",
            "23 Nov 2025 – 22 Nov 2026 · compared with the 12 months before",
            "What I resolve for the time to come",
        ),
    ],
)
def test_the_title_says_what_is_looked_back_on(period: str, title: str, meta: str, ahead: str) -> None:
    sheet = composed(made_review(period))
    assert (sheet.title, sheet.meta, sheet.resolutions_heading) == (title, meta, ahead)
    assert (sheet.aside, sheet.beneath) == ("24 wins", "£43,800 + 1,200 CHF")
    assert sheet.footer == "Printed from NetDesk · 22 November 2026"


def test_the_main_charts_come_before_the_advice_and_the_others_after_it() -> None:
    sheet = composed(made_review())
    assert tuple(chart.name for chart in sheet.first) == NAMES[:4]
    assert tuple(chart.name for chart in sheet.rest) == NAMES[4:]
    assert sheet.missing == ""
    assert [one.heading for one in (sheet.more, sheet.less)] == ["More of", "Less of"]


def test_one_page_has_the_main_charts_only() -> None:
    sheet = composed(made_review(), Length.ONE_PAGE)
    assert tuple(chart.name for chart in sheet.first) == NAMES[:4]
    assert sheet.rest == ()


def test_charts_without_figures_are_named_in_a_line() -> None:
    told = [made_chart(name, empty="Nothing yet." if name in ("mix", "pitches") else "") for name in NAMES]
    sheet = composed(made_review(charts=tuple(told)))
    assert "mix" not in [chart.name for chart in sheet.first]
    assert sheet.missing == "Nothing in this time yet: Chart of mix and Chart of pitches."
    # On one page only what would stand there is missed.
    assert composed(made_review(charts=tuple(told)), Length.ONE_PAGE).missing.endswith(": Chart of mix.")


def test_a_period_with_nothing_in_it_says_so_kindly() -> None:
    nothing = tuple(made_chart(name, empty="Nothing yet.") for name in NAMES)
    sheet = composed(made_review(charts=nothing, wins=0, won=Total(0.0, "GBP"), more=(), less=()))
    assert sheet.first == sheet.rest == ()
    assert sheet.beneath == ""
    assert sheet.missing.startswith("Nothing in this time yet. Write down what you win")
    assert (sheet.more.nothing, sheet.less.nothing) == ("Too few to say yet.", "Too few to say yet.")


def test_where_nothing_is_to_be_done_less_that_is_said() -> None:
    sheet = composed(made_review(less=()))
    assert (sheet.less.advice, sheet.less.nothing) == ((), "Nothing stands out.")


@pytest.mark.parametrize(
    ("period", "labels", "quarter"),
    [
        ("last-12-months", ["12 months", "Q4", "2026"], "2026-Q4"),
        ("2026-05", ["May", "Q2", "2026"], "2026-Q2"),
        ("2026-Q3", ["Q3 2026", "2026"], "2026-Q3"),
        ("2026", ["2026", "Q4 2026"], "2026-Q4"),
        ("2025", ["2025", "Q4 2025"], "2025-Q4"),
        ("2027", ["2027", "Q1 2027"], "2027-Q1"),
        ("2026-01-15..2026-02-01", ["Own days", "Q1", "2026"], "2026-Q1"),
        ("2025-01-01..2025-12-31", ["Own days", "Q4 2025"], "2025-Q4"),
    ],
)
def test_a_review_offers_its_quarter_and_its_year(period: str, labels: list[str], quarter: str) -> None:
    offered = review_periods(parse_period(period, TODAY), TODAY)
    assert list(period_labels(offered)) == labels
    assert quarter in [one.code for one in offered]


def test_own_days_look_ahead_to_the_time_to_come() -> None:
    sheet = composed(made_review("2026-01-15..2026-03-31"))
    assert sheet.title == "Review of 15 Jan 2026 – 31 Mar 2026"
    assert sheet.resolutions_heading == "What I resolve for the time to come"
