"""Whom have I not helped yet: what is read, kindly, and the chart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netdesk.method.insights.comparing import compared
from netdesk.method.insights.helped import AtLevel, First, HelpedFigures, chart, reading
from netdesk.method.periods import last_12_months

TODAY = date(2026, 11, 22)
YEAR = last_12_months(TODAY)
NAMES = ("Sausage sharer", "Familiar face", "Equally engaged", "Creative collaborator", "Proven partner")
LUIS = First("Luis Ortega", 4, 1)
FIGURES = HelpedFigures(
    compared(YEAR, TODAY),
    (AtLevel(1, 36, 35), AtLevel(2, 21, 20), AtLevel(3, 12, 8), AtLevel(4, 6, 2), AtLevel(5, 3, 0)),
    NAMES,
    brought=4,
    brought_of=10,
    helped_me=3,
    helped_me_of=9,
    first=LUIS,
    helped_now=13,
    helped_before=0,
)
ALL_HELPED = tuple(AtLevel(level, 3, 0) for level in range(1, 6))


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (FIGURES, "Think of Luis Ortega first: brought you one win and helped you four times."
                  " 10 of 21 people at Equally engaged and above are still to be helped."),
        (replace(FIGURES, first=First("Ada", 2, 0), levels=ALL_HELPED),
         "Think of Ada first: helped you twice. Everybody at Equally engaged and above has had help from you."),
        (replace(FIGURES, first=None, levels=(AtLevel(3, 1, 1),)),
         "1 of 1 person at Equally engaged and above is still to be helped."),
        (replace(FIGURES, first=First("Ada", 1, 2), levels=()),
         "Think of Ada first: brought you two wins and helped you once."
         " Nobody stands at Equally engaged and above yet."),
    ],
)  # fmt: skip
def test_what_is_read(told: HelpedFigures, words: str) -> None:
    assert reading(told) == words


def test_those_who_gave_first_come_first_then_the_levels_from_the_top() -> None:
    shown = chart(FIGURES, YEAR)
    assert [(point.label, point.words, point.more) for point in shown.series[0].points] == [
        ("Brought me business", "4", "of 10"),
        ("Helped me", "3", "of 9"),
        ("5 Proven partner", "0", "of 3"),
        ("4 Creative collaborator", "2", "of 6"),
        ("3 Equally engaged", "8", "of 12"),
        ("2 Familiar face", "20", "of 21"),
        ("1 Sausage sharer", "35", "of 36"),
    ]
    assert [point.behind is None for point in shown.series[0].points] == [False, False, True, *[False] * 4]
    assert shown.compared == "13 people helped in this time, 0 in the 12 months before"
    assert shown.table.exact[0] == ("Brought me business", 4, 10)


def test_nobody_at_all_teaches_what_belongs_there() -> None:
    nobody = HelpedFigures(compared(YEAR, TODAY), (), NAMES, 0, 0, 0, 0, None)
    shown = chart(nobody, YEAR)
    assert (shown.series, shown.reading) == ((), "")
    assert "Give & ask" in shown.empty
