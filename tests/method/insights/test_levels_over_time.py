"""People at each level over time: which months are told, what is read, and the chart."""

from __future__ import annotations

from datetime import date

import pytest

from netdesk.method.insights.comparing import compared
from netdesk.method.insights.levels_over_time import (
    LevelFigures,
    MonthEnd,
    asked_by,
    chart,
    key_of,
    month_ends,
    moves_told,
    reading,
)
from netdesk.method.insights.standings import Counts
from netdesk.method.periods import Month, Period, PeriodKind, last_12_months, month_of, quarter_of, year_of

TODAY = date(2026, 11, 22)
YEAR = last_12_months(TODAY)
NAMES = ("Sausage sharer", "Familiar face", "Equally engaged", "Creative collaborator", "Proven partner")


def figures(
    *counts: Counts, start: Counts = (0, 0, 0, 0, 0), up: int = 0, down: int = 0, all_five: bool = False
) -> LevelFigures:
    months = tuple(
        MonthEnd(Month(2026, number), Month(2026, number).last, each) for number, each in enumerate(counts, 1)
    )
    return LevelFigures(compared(YEAR, TODAY), months, start, up, down, 4, 1, NAMES, all_five)


def test_the_last_twelve_months_are_told_by_twelve_ends_the_last_of_them_today() -> None:
    ends = month_ends(YEAR, TODAY)
    assert (ends[0], ends[-1], len(ends)) == (
        (Month(2025, 12), date(2025, 12, 31)),
        (Month(2026, 11), TODAY),
        12,
    )


def test_a_shorter_time_begins_with_the_month_before() -> None:
    assert [day for _, day in month_ends(month_of(TODAY), TODAY)] == [date(2026, 10, 31), TODAY]
    assert [day for _, day in month_ends(quarter_of(date(2026, 8, 1)), TODAY)] == [
        date(2026, 6, 30),
        date(2026, 7, 31),
        date(2026, 8, 31),
        date(2026, 9, 30),
    ]
    assert len(month_ends(year_of(date(2025, 5, 5)), TODAY)) == 13


def test_many_years_are_told_by_quarters_and_by_years() -> None:
    five = month_ends(Period(PeriodKind.OWN, date(2022, 1, 1), date(2026, 12, 31)), TODAY)
    assert {month.number for month, _ in five[:-1]} == {3, 6, 9, 12}
    assert five[-1] == (Month(2026, 11), TODAY)
    assert len(month_ends(Period(PeriodKind.OWN, date(1930, 1, 1), date(2026, 12, 31)), TODAY)) < 110


def test_a_time_to_come_has_no_months() -> None:
    assert month_ends(year_of(date(2028, 1, 1)), TODAY) == ()


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (figures((30, 20, 10, 6, 2), start=(9, 2, 2, 2, 0), up=38, down=2),
         "18 people at Equally engaged and above, 14 more than at the start. 38 moves up, 2 down."),
        (figures((30, 20, 1, 0, 0), start=(9, 2, 1, 0, 0)),
         "1 person at Equally engaged and above, as many as at the start. Nobody moved up or down."),
        (figures((30, 20, 1, 0, 0), start=(9, 2, 4, 0, 0), up=1, down=3),
         "1 person at Equally engaged and above, 3 fewer than at the start. 1 move up, 3 down."),
        (figures((2, 1, 1, 0, 0)), "4 people on the board: too few to say."),
        (figures(), ""),
    ],
)  # fmt: skip
def test_what_is_read(told: LevelFigures, words: str) -> None:
    assert reading(told) == words


def test_two_lines_are_drawn_or_five() -> None:
    counts = [(9, 2, 2, 2, 0), (30, 20, 10, 6, 2)]
    close = chart(figures(*counts, up=38, down=2), YEAR)
    assert [(one.name, one.role, [point.words for point in one.points]) for one in close.series] == [
        ("3 Equally engaged and above", "level-3", ["4", "18"]),
        ("5 Proven partner", "level-5", ["0", "2"]),
    ]
    assert close.compared == "4 moves up, 1 down in the 12 months before"
    five = chart(figures(*counts, all_five=True), YEAR)
    assert [one.name for one in five.series] == [
        f"{number} {NAMES[number - 1]}" for number in (5, 4, 3, 2, 1)
    ]
    assert five.table == close.table
    assert close.table.rows[1] == ("February 2026", "30", "20", "10", "6", "2", "18", "0", "0")
    assert close.table.exact[1][1:] == (30, 20, 10, 6, 2, 18, 0, 0)
    last = close.series[0].points[1]
    assert last.tip == "February 2026: 18 people at 3 Equally engaged and above"
    assert last.behind is not None
    assert asked_by(last.behind.key) == (3, 5, date(2026, 2, 28))
    assert close.series[1].points[0].behind is None, "nobody stands behind nought"


def test_the_moves_of_all_months_are_told_together() -> None:
    counts = (30, 20, 10, 6, 2)
    months = tuple(MonthEnd(Month(2026, 1), date(2026, 1, 31), counts, up, 1) for up in (3, 4))
    told = LevelFigures(compared(YEAR, TODAY), months, counts, 7, 2, 0, 0, NAMES)
    assert moves_told(chart(told, YEAR).table) == (7, 2)


def test_an_empty_board_teaches_what_belongs_there() -> None:
    shown = chart(figures((0, 0, 0, 0, 0)), YEAR)
    assert (shown.series, shown.reading, shown.compared, shown.note) == ((), "", "", "")
    assert "on the board" in shown.empty


def test_a_key_that_is_none_is_refused() -> None:
    assert asked_by(key_of(1, 1, TODAY)) == (1, 1, TODAY)
    with pytest.raises(ValueError, match="invalid literal"):
        asked_by("3@2026")
