"""How promptly cards were followed up: the reading, the columns and the table."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.insights.chart import ChartKind
from netdesk.method.insights.comparing import compared
from netdesk.method.insights.prompt import Followed, Promptness, chart, reading
from netdesk.method.periods import Period, last_12_months, quarter_of

TODAY = date(2026, 11, 22)
QUARTER = quarter_of(TODAY)
YEAR = last_12_months(TODAY)
NONE = Followed(0, 0)


def prompt_of(
    months: list[tuple[int, int]],
    before: Followed = NONE,
    period: Period = QUARTER,
    waiting: int = 0,
) -> Promptness:
    days = compared(period, TODAY)
    named = zip(days.now.months, (Followed(*month) for month in months), strict=True)
    return Promptness(period, days, 48, tuple(named), before, waiting)


def test_the_reading_compares_with_the_period_before() -> None:
    up = prompt_of([(6, 9), (8, 12)], Followed(5, 10))
    assert reading(up) == (
        "Two thirds of the cards were followed up within 48 hours, up from 50% in the same part of Q3 2026."
    )
    assert "down from 90%" in reading(prompt_of([(6, 9), (8, 12)], Followed(9, 10)))
    assert "from" not in reading(prompt_of([(6, 9), (8, 12)], Followed(2, 3)))
    assert "from" not in reading(prompt_of([(6, 9), (8, 12)], Followed(68, 100)))


def test_few_cards_are_too_few_to_say() -> None:
    assert reading(prompt_of([(1, 1), (3, 3)])) == "4 cards in this time: too few to say."
    assert reading(prompt_of([(0, 0), (0, 0)])) == "No cards in this time yet."
    assert reading(prompt_of([(0, 0), (5, 5)])).startswith("All of the cards")


def test_the_best_month_is_named_when_it_stands_alone() -> None:
    assert "October 2026 was your best month." in reading(prompt_of([(5, 5), (4, 6)]))
    assert "best" not in reading(prompt_of([(5, 5), (6, 6)]))
    assert "best" not in reading(prompt_of([(5, 5), (0, 3)]))


def test_each_month_is_a_column_and_leads_to_its_own_cards() -> None:
    drawn = chart(prompt_of([(3, 4), (0, 0)], Followed(1, 2)))
    assert drawn.kind is ChartKind.COLUMNS
    assert drawn.note == "3 of 4 cards"
    assert drawn.compared == "75%; 1 of 2 cards in the same part of Q3 2026"
    october, november = drawn.series[0].points
    assert (october.label, october.value, october.words) == ("Oct", 75.0, "75%")
    assert october.tip == "October 2026: 3 of 4 cards followed up within 48 h"
    assert october.behind is not None
    assert (october.behind.period.first, october.behind.period.last) == (
        date(2026, 10, 1),
        date(2026, 10, 31),
    )
    assert (november.value, november.behind) == (None, None)
    assert drawn.table.rows == (("October 2026", "4", "3", "75%"), ("November 2026", "0", "0", "–"))
    assert drawn.table.exact == (("October 2026", 4, 3, 0.75), ("November 2026", 0, 0, None))


def test_what_lies_behind_a_month_is_cut_at_the_period() -> None:
    drawn = chart(prompt_of([(1, 1)] * 13, period=YEAR))
    first, *_, last = (point.behind for point in drawn.series[0].points)
    assert first is not None
    assert last is not None
    assert (first.period.first, last.period.last) == (date(2025, 11, 23), TODAY)


def test_a_long_time_is_drawn_as_a_line() -> None:
    three_years = Period(YEAR.kind, date(2024, 1, 1), TODAY)
    months = len(three_years.months)
    assert chart(prompt_of([(1, 2)] * months, period=three_years)).kind is ChartKind.LINES


def test_without_cards_it_says_what_belongs_there() -> None:
    assert "after the next event" in chart(prompt_of([(0, 0), (0, 0)])).empty
    assert chart(prompt_of([(0, 0), (0, 0)], waiting=2)).empty == (
        "2 cards in this period, and still time to follow up."
    )


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=13, max_size=13))
def test_columns_and_table_tell_the_same(counts: list[tuple[int, int]]) -> None:
    months = [(min(each), max(each)) for each in counts]
    figures = prompt_of(months, period=YEAR)
    drawn = chart(figures)
    assert figures.all == Followed(sum(one for one, _ in months), sum(one for _, one in months))
    for series in drawn.series:
        assert [point.words for point in series.points] == [row[3] for row in drawn.table.rows]
        for point, (prompt, cards) in zip(series.points, months, strict=True):
            assert (
                point.value == (100 * prompt / cards if cards else None)
                or abs((point.value or 0) - 100 * prompt / cards) < 1e-9
            )
    assert reading(figures).endswith(".")
