"""The “if” typed on the card of events and clients, the lines of the levels, who moved, and the way to Give & ask."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netdesk.app.compose import Program
from netdesk.method.insights.what_if import THE_METHODS, WhatIf
from netdesk.services.insights.levels_over_time import shows_all_levels
from netdesk.services.what_if import what_if
from netdesk.ui.pages.insights.behind_list import BehindList
from netdesk.ui.pages.insights.helped_extra import HelpedExtra
from netdesk.ui.pages.insights.if_extra import IfExtra
from netdesk.ui.pages.insights.if_field import IfField
from netdesk.ui.pages.insights.levels_extra import LevelsExtra
from netdesk.ui.pages.insights.page import InsightsPage
from tests.support.programs import overlay_of, place_shown, running


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    with running(qapp, tmp_path / "network.netdesk", sample=True) as started:
        started.window.shell.go("insights")
        QCoreApplication.processEvents()
        yield started


def insights(program: Program) -> InsightsPage:
    page = program.window.page("insights")
    assert isinstance(page, InsightsPage)
    return page


def reading(program: Program, card: str) -> str:
    return insights(program).cards[card].reading.text()


def type_in(field: IfField, text: str, *, leave: bool = True) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    if leave:
        QTest.keyClick(field, Qt.Key.Key_Return)
    QCoreApplication.processEvents()


def shown(extra: IfExtra) -> tuple[str, str, str, str]:
    return (extra.events.text(), extra.solid.text(), extra.closed.text(), extra.result.text())


def test_the_if_is_typed_kept_undone_and_given_back(program: Program) -> None:
    extra = program.window.findChild(IfExtra)
    assert extra is not None
    assert shown(extra) == ("2", "4", "1/2", "= 48 a year")
    assert extra.rates.text().endswith("34% became clients")
    type_in(extra.closed, "1/3", leave=False)
    assert extra.result.text() == "= 32 a year"
    assert what_if(program.workspace) == THE_METHODS, "nothing is kept while one types"
    QTest.keyClick(extra.closed, Qt.Key.Key_Return)
    assert what_if(program.workspace) == WhatIf(Fraction(2), Fraction(4), Fraction(1, 3))
    assert reading(program, "funnel").endswith(
        "At a third, two events a month with four solid contacts each would bring 32 a year."
    )
    QTest.keyClick(extra.closed, Qt.Key.Key_Up)
    QTest.keyClick(extra.closed, Qt.Key.Key_Tab)
    assert shown(extra) == ("2", "4", "1/2", "= 48 a year")
    extra.as_it_was.click()
    assert what_if(program.workspace) is None
    assert shown(extra) == ("2", "3", "33.8%", "= 24 a year")
    assert not extra.as_it_was.isVisible()
    # Only what is typed changes: the other figures stay exact, not as they are rounded in their fields.
    type_in(extra.events, "4")
    assert what_if(program.workspace) == WhatIf(Fraction(4), Fraction(71, 24), Fraction(24, 71))
    assert extra.result.text() == "= 48 a year"
    program.window.shell.undo()
    QCoreApplication.processEvents()
    assert shown(extra) == ("2", "4", "1/2", "= 48 a year")


def test_what_cannot_be_stays_in_its_field_with_a_sentence(program: Program) -> None:
    extra = program.window.findChild(IfExtra)
    assert extra is not None
    type_in(extra.events, "lots")
    assert extra.trouble.text() == "“lots” is no number. How many events a month? For example 2."
    assert extra.trouble.isVisible()
    assert extra.events.property("wrong")
    assert extra.result.text() == "= ?"
    assert what_if(program.workspace) == THE_METHODS
    insights(program).redraw(None)
    QCoreApplication.processEvents()
    assert extra.events.text() == "lots", "what is being typed is not overwritten"
    QTest.keyClick(extra.events, Qt.Key.Key_Escape)
    assert shown(extra) == ("2", "4", "1/2", "= 48 a year")
    assert not extra.trouble.isVisible()
    type_in(extra.closed, "150%")
    assert extra.trouble.text() == "The share closed is between none and all of them."
    assert extra.closed.property("wrong")
    assert not extra.events.property("wrong")


def test_all_five_levels_are_drawn_by_choice_and_who_moved_is_listed(program: Program) -> None:
    extra = program.window.findChild(LevelsExtra)
    assert extra is not None
    card = insights(program).cards["levels"]
    chart = card.chart()
    assert chart is not None
    assert len(chart.series) == 2
    QTest.keyClick(extra.choice, Qt.Key.Key_Right)
    QCoreApplication.processEvents()
    assert shows_all_levels(program.workspace)
    chart = card.chart()
    assert chart is not None
    assert [one.name[0] for one in chart.series] == ["5", "4", "3", "2", "1"]
    assert extra.down.text() == "2 moves down"
    extra.down.click()
    overlay = overlay_of(program)
    assert overlay is not None
    assert overlay.findChild(BehindList) is not None


def test_from_those_not_helped_yet_one_goes_to_give_and_ask(program: Program) -> None:
    extra = program.window.findChild(HelpedExtra)
    assert extra is not None
    extra.link.click()
    QCoreApplication.processEvents()
    assert place_shown(program) == "ledger"
