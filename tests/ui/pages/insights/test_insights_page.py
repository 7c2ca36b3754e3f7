"""Insights as a person uses it: the cards, the period by keys and menu, what is behind a figure, own days."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from netdesk.app.compose import Program
from netdesk.method.insights.behind import Behind
from netdesk.method.insights.what_if import WhatIf
from netdesk.method.periods import parse_period
from netdesk.services.insights.cards import CARDS
from netdesk.services.preferences import save_currency
from netdesk.services.what_if import keep_what_if
from netdesk.ui.pages.insights.behind_list import BehindList
from netdesk.ui.pages.insights.card_grid import CardGrid, dealt
from netdesk.ui.pages.insights.first_steps import FIRST_STEPS
from netdesk.ui.pages.insights.own_days_form import OwnDaysForm
from netdesk.ui.pages.insights.page import InsightsPage
from netdesk.ui.pages.insights.sources_extra import SourcesExtra
from tests.support.programs import TODAY, overlay_of, place_shown, running
from tests.support.seen import choose, words


@contextmanager
def insights(app: QApplication, path: Path) -> Iterator[tuple[Program, InsightsPage]]:
    with running(app, path / "network.netdesk", sample=True) as program:
        program.window.shell.go("insights")
        QCoreApplication.processEvents()
        page = program.window.page("insights")
        assert isinstance(page, InsightsPage)
        yield program, page


def behind_of(page: InsightsPage, card: str, place: int = 0) -> Behind:
    """What stands behind a point of a card."""
    chart = page.cards[card].chart()
    assert chart is not None
    behind = chart.series[0].points[place].behind
    assert behind is not None
    return behind


def note(page: InsightsPage, card: str) -> str:
    chart = page.cards[card].chart()
    assert chart is not None
    return chart.note


def test_every_card_is_told_and_time_is_gone_through_by_keys_and_menu(
    qapp: QApplication, tmp_path: Path
) -> None:
    with insights(qapp, tmp_path) as (_, page):
        assert list(page.cards) == [card.name for card in CARDS]
        for name, card in page.cards.items():
            chart = card.chart()
            assert chart is not None, name
            assert chart.reading or chart.empty, name
        assert note(page, "sources").startswith("24 wins")
        QTest.keyClick(page, Qt.Key.Key_BracketLeft, Qt.KeyboardModifier.ControlModifier)
        assert page.chooser.button.text() == "23 Nov 2024 – 22 Nov 2025"
        assert note(page, "sources").startswith("18 wins")
        QTest.keyClick(page.chooser.button, Qt.Key.Key_Right)
        assert page.chooser.button.text() == "Last 12 months"
        assert not page.chooser.on.isEnabled()
        page.chooser.button.click()
        choose("Last year: 2025")
        assert page.chooser.period() == parse_period("2025", TODAY)
        kept = page.remembered()
        page.open(period="1999", card="mix")
        chart = page.cards["sources"].chart()
        assert chart is not None
        assert "five sources" in chart.empty
        assert not page.cards["sources"].view.isVisible()
        page.remember({**kept, "tables": ["mix", "nothing"], "scroll": "far"})
        assert page.chooser.period().code == "2025"
        assert page.cards["mix"].shows_table()
        page.remember({"period": "some day"})
        assert page.chooser.period().code == "last-12-months"


def test_what_is_behind_a_figure_is_listed_copied_and_opened(qapp: QApplication, tmp_path: Path) -> None:
    with insights(qapp, tmp_path) as (program, page):
        page.cards["sources"].chosen.emit(behind_of(page, "sources"))
        overlay = overlay_of(program)
        assert overlay is not None
        shown = overlay.findChild(BehindList)
        assert isinstance(shown, BehindList)
        assert shown.accessibleName() == "9 wins by direct or indirect referral"
        assert shown.model.rowCount() == 9
        first = shown.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert "thanks to" in first
        QTest.keyClick(shown.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        copied = QGuiApplication.clipboard().text().splitlines()
        assert copied[0] == "What\tDetail\tFigure"
        assert len(copied) == 10
        QTest.keyClick(overlay, Qt.Key.Key_Escape)
        page.cards["mix"].chosen.emit(behind_of(page, "mix"))
        events = program.window.findChildren(BehindList)[-1]
        leads = [
            row for row in range(events.model.rowCount()) if "logged" not in events.model.index(row).data()
        ]
        events.list.setCurrentIndex(events.model.index(leads[0], 0))
        QTest.keyClick(events.list, Qt.Key.Key_Return)
        assert place_shown(program) == "events"
        assert overlay_of(program) is None


def test_own_days_are_asked_for_and_refused_in_words(qapp: QApplication, tmp_path: Path) -> None:
    with insights(qapp, tmp_path) as (program, page):
        page.choose_own_days()
        form = program.window.findChild(OwnDaysForm)
        assert isinstance(form, OwnDaysForm)
        form.first.setText("no day")
        form.first.textEdited.emit("no day")
        form.keep_once()
        assert form.trouble.text().startswith("That is no day.")
        form.first.set_date(date(2026, 9, 1))
        form.last.set_date(date(2026, 8, 1))
        form.keep_once()
        assert form.trouble.text().startswith("The period ends before it begins.")
        form.last.set_date(date(2026, 10, 31))
        form.keep_once()
        assert page.chooser.button.text() == "1 Sep 2026 – 31 Oct 2026"
        assert page.remembered()["period"] == "2026-09-01..2026-10-31"


def test_a_change_draws_only_the_cards_it_touches(qapp: QApplication, tmp_path: Path) -> None:
    with insights(qapp, tmp_path) as (program, page):
        before = {name: card.chart() for name, card in page.cards.items()}
        workspace = program.workspace
        with workspace.change("Give a win back"):
            workspace.sql("UPDATE win SET binned_at = created_at WHERE id = (SELECT max(id) FROM win)")
        QCoreApplication.processEvents()
        after = {name: card.chart() for name, card in page.cards.items()}
        assert after["sources"] is not before["sources"]
        assert after["prompt"] is before["prompt"]
        assert after["mix"] is before["mix"]
        workspace.undo()
        QCoreApplication.processEvents()
        assert page.cards["sources"].chart() == before["sources"]


def test_a_card_without_figures_leads_to_where_they_come_in(qapp: QApplication, tmp_path: Path) -> None:
    with insights(qapp, tmp_path) as (program, page):
        sources, groups = page.cards["sources"], page.cards["groups"]
        assert not sources.first_step.isVisible()
        page.open(period="1999")
        assert [name for name, card in page.cards.items() if card.first_step.isVisible()] == [
            name
            for name, card in page.cards.items()
            if (chart := card.chart()) and chart.empty and name in FIRST_STEPS
        ]
        sources.first_step.click()
        assert place_shown(program) == "wins"
        groups.first_step.click()
        assert place_shown(program) == "groups"
        assert overlay_of(program) is not None


def test_keeping_an_if_draws_its_card_only(qapp: QApplication, tmp_path: Path) -> None:
    with insights(qapp, tmp_path) as (program, page):
        before = {name: card.chart() for name, card in page.cards.items()}
        program.desk.do(
            lambda workspace: keep_what_if(workspace, WhatIf(Fraction(3), Fraction(4), Fraction(1, 2)))
        )
        QCoreApplication.processEvents()
        drawn = [name for name, card in page.cards.items() if card.chart() is not before[name]]
        assert drawn == ["funnel"]
        program.desk.do(lambda workspace: save_currency(workspace, "EUR"))
        QCoreApplication.processEvents()
        assert all(card.chart() is not before[name] for name, card in page.cards.items())


def test_what_is_missing_in_the_sources_is_offered_and_the_review_is_a_press_away(
    qapp: QApplication, tmp_path: Path
) -> None:
    with insights(qapp, tmp_path) as (program, page):
        extra = page.cards["sources"].findChild(SourcesExtra)
        assert isinstance(extra, SourcesExtra)
        assert not extra.isVisible()
        workspace = program.workspace
        with workspace.change("Forget a source, win in francs"):
            newest = "WHERE id = (SELECT id FROM win ORDER BY won_on DESC, id LIMIT 1)"
            workspace.sql(f"UPDATE win SET source = NULL, currency = 'CHF', value = 90 {newest}")
        QCoreApplication.processEvents()
        assert extra.say_sources.isVisible()
        assert extra.set_rate.isVisible()
        assert note(page, "sources").endswith("+ 90 CHF")
        page.print_button.click()
        overlay = overlay_of(program)
        assert overlay is not None
        assert "Review of" in words(overlay)
        QTest.keyClick(overlay, Qt.Key.Key_Escape)
        extra.say_sources.click()
        assert place_shown(program) == "wins"


def test_the_last_twelve_months_end_today_when_the_day_turns(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with insights(qapp, tmp_path) as (program, page):
        shell = program.window.shell
        before = page.cards["mix"].chart()
        shell.day_clock.struck.emit()
        assert page.cards["mix"].chart() is before
        monkeypatch.setattr(shell, "today", lambda: TODAY + timedelta(days=1))
        shell.day_clock.struck.emit()
        QCoreApplication.processEvents()
        assert page.chooser.period().last == TODAY + timedelta(days=1)
        assert page.cards["mix"].chart() is not before
        page.open(period="2026-11", card="sources")
        assert page.chooser.button.text() == "November 2026"
        assert page.cards["sources"].view.hasFocus()
        program.window.shell.go("today")
        page.open(period="2026-10")
        program.window.shell.go("insights")
        chart = page.cards["sources"].chart()
        assert chart is not None
        assert "September 2026" in chart.compared


def test_each_card_goes_to_the_shorter_column_and_stays_there_while_that_makes_little_difference() -> None:
    assert dealt([], 16, 60) == []
    assert dealt([100, 100, 100, 100], 16, 60) == [0, 1, 0, 1]
    assert dealt([300, 100, 100, 100, 100], 16, 60) == [0, 1, 1, 1, 0]
    before = dealt([200, 200, 100, 100], 16, 60)
    assert dealt([220, 200, 100, 100], 16, 60, before) == before
    assert dealt([300, 200, 100, 100], 16, 60, before) == [0, 1, 1, 1]


def test_cards_stand_beside_each_other_where_there_is_room(qapp: QApplication) -> None:
    cards = [QWidget() for _ in range(4)]
    for card, height in zip(cards, (100, 300, 100, 100), strict=True):
        card.setMinimumHeight(height)
        card.setLayout(QVBoxLayout())
    grid = CardGrid(cards)
    try:
        grid.resize(1200, 600)
        grid.show()
        QCoreApplication.processEvents()
        assert grid.columns() == 2
        first, second, third, fourth = (card.geometry() for card in cards)
        assert first.top() == second.top() < third.top() < fourth.top()
        assert first.left() == third.left() == fourth.left() < second.left()
        assert second.right() == 1200 - 1 - grid.contentsMargins().right()
        assert third.top() - first.bottom() == fourth.top() - third.bottom()
        beside = grid.heightForWidth(1200)
        cards[0].setMinimumHeight(150)
        QCoreApplication.processEvents()
        assert [card.geometry().top() for card in cards[2:]] == [third.top() + 50, fourth.top() + 50]
        grid.resize(600, 600)
        QCoreApplication.processEvents()
        assert grid.columns() == 1
        tops = [card.geometry().top() for card in cards]
        assert tops == sorted(tops)
        assert cards[0].width() == cards[2].width() > 500
        assert grid.heightForWidth(600) > beside
    finally:
        grid.close()
        grid.deleteLater()
