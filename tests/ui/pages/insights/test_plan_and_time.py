"""The plan of the mix set by pointer, keys and numbers; time logged, corrected and taken out, all by keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.method.money import plain_money
from netdesk.method.periods import last_12_months
from netdesk.method.strategy import DEFAULT_PLAN, Activity
from netdesk.services.insights.behind import BehindRow
from netdesk.services.insights.mix import chart_of
from netdesk.services.logged_time import TimeDraft, log_time, logged_times
from netdesk.services.strategy_plan import strategy_plan
from netdesk.ui.dialogs.card_list import ROW_ROLE
from netdesk.ui.pages.insights.behind_list import open_behind
from netdesk.ui.pages.insights.mix.card_extra import MixExtra
from netdesk.ui.pages.insights.mix.plan_form import PlanForm, open_plan_form
from netdesk.ui.pages.insights.mix.plan_rows import PlanRows
from netdesk.ui.pages.insights.mix.time_form import TimeForm, open_time_form
from netdesk.ui.pages.insights.mix.time_list import TimeList, open_logged_time
from netdesk.ui.pages.today.page import TodayPage
from tests.support.programs import TODAY, overlay_of, running, said
from tests.support.seen import choose

W = TypeVar("W", bound=QWidget)
EVENTS, TALKS, FOLLOW_UP, CONTACTS, COMMUNITY = Activity


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    with running(qapp, tmp_path / "network.netdesk") as started:
        yield started


def shown(program: Program, kind: type[W]) -> W:
    QCoreApplication.processEvents()
    overlay = overlay_of(program)
    assert overlay is not None
    found = next((one for one in program.window.findChildren(kind) if one.isVisible()), None)
    assert isinstance(found, kind)
    return found


def shares(rows: PlanRows) -> list[int]:
    return list(rows.plan().values())


def type_share(rows: PlanRows, activity: Activity, text: str) -> None:
    field = rows.numbers[activity]
    field.setFocus()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


@pytest.fixture
def rows(qtbot: QtBot) -> PlanRows:
    made = PlanRows(DEFAULT_PLAN)
    qtbot.addWidget(made)
    made.resize(500, 220)
    made.show()
    made.activateWindow()
    QCoreApplication.processEvents()
    return made


def test_a_bar_moves_there_and_back_and_the_others_with_it(rows: PlanRows) -> None:
    slider = rows.sliders[EVENTS]
    for _ in range(7):
        QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert shares(rows) == [100, 0, 0, 0, 0]
    for _ in range(7):
        QTest.keyClick(slider, Qt.Key.Key_PageDown)
    assert shares(rows) == list(DEFAULT_PLAN.values())
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, slider.height() // 2))
    assert shares(rows)[0] == 50
    assert sum(shares(rows)) == 100


def test_a_lock_and_a_typed_number_stay_as_they_are(rows: PlanRows) -> None:
    rows.locks[TALKS].click()
    assert rows.locks[TALKS].accessibleName() == "One-to-ones stays as it is"
    for text, activity in (("40", EVENTS), ("5%", CONTACTS)):
        type_share(rows, activity, text)
    assert (rows.plan()[EVENTS], rows.plan()[TALKS], rows.plan()[CONTACTS]) == (40, 25, 5)
    assert sum(shares(rows)) == 100
    type_share(rows, COMMUNITY, "lots")
    assert rows.numbers[COMMUNITY].text() == f"{rows.plan()[COMMUNITY]}%"
    rows.sliders[FOLLOW_UP].setValue(0)
    assert sum(shares(rows)) == 100
    assert rows.plan()[COMMUNITY] == 30
    rows.show_plan(DEFAULT_PLAN)
    assert not any(lock.isChecked() for lock in rows.locks.values())


def test_a_plan_is_kept_and_undone_and_one_that_does_not_sum_to_100_is_not(program: Program) -> None:
    shell, workspace = program.window.shell, program.workspace
    open_plan_form(shell)
    form = shown(program, PlanForm)
    assert form.real.text() == "No networking time yet: Last 12 months."
    for activity in (TALKS, FOLLOW_UP, CONTACTS, COMMUNITY):
        form.rows.locks[activity].click()
    QTest.keyClick(form.rows.sliders[EVENTS], Qt.Key.Key_Left)
    assert form.sum.text() == "The shares make 99; 1 is still to be given."
    form.keep_button.click()
    assert form.trouble.text().startswith("The shares make 99; 1 is still to be given.")
    assert strategy_plan(workspace) == DEFAULT_PLAN
    form.even.click()
    assert form.sum.text() == "The shares make 100."
    assert not form.even.isVisible()
    type_share(form.rows, EVENTS, "20")
    QTest.keyClick(form.rows.numbers[EVENTS], Qt.Key.Key_Return)
    assert overlay_of(program) is None
    assert strategy_plan(workspace)[EVENTS] == 20
    assert said(program).startswith("Planned: 20 / ")
    shell.undo()
    assert strategy_plan(workspace) == DEFAULT_PLAN


def test_a_plan_left_is_offered_again_and_the_method_s_own_comes_back(program: Program) -> None:
    shell = program.window.shell
    log_time(program.workspace, TimeDraft(FOLLOW_UP, TODAY, 600), TODAY)
    open_plan_form(shell)
    form = shown(program, PlanForm)
    assert form.rows.sliders[FOLLOW_UP].accessibleDescription() == "really 100%"
    type_share(form.rows, EVENTS, "60")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert said(program) == "The plan was not kept yet."
    open_plan_form(shell, plan=form.rows.plan())
    again = shown(program, PlanForm)
    assert shares(again.rows)[0] == 60
    again.usual.click()
    assert again.rows.plan() == dict(DEFAULT_PLAN)


def test_time_is_logged_by_keys_from_anywhere(program: Program) -> None:
    shell, workspace = program.window.shell, program.workspace
    shell.commands.run("time.log")
    form = shown(program, TimeForm)
    assert form.time.hasFocus()
    QTest.keyClick(form.time, Qt.Key.Key_Return)
    assert form.trouble.text().startswith("How long did it take?")
    QTest.keyClicks(form.time, "90")
    assert form.understood.text() == "That is 1 h 30."
    form.on.clear()
    QTest.keyClicks(form.on, "tomorrow")
    QTest.keyClick(form.on, Qt.Key.Key_Return)
    assert form.trouble.text().startswith("That day is still to come.")
    assert form.on.property("wrong")
    form.on.clear()
    QTest.keyClicks(form.on, "20 nov")
    form.activity.setFocus()
    QTest.keyClick(form.activity, Qt.Key.Key_5)
    assert "for a group" in form.hint.text()
    QTest.keyClicks(form.words, "Minutes for the club")
    QTest.keyClick(form.words, Qt.Key.Key_Return)
    assert overlay_of(program) is None
    assert said(program) == "Logged 1 h 30 of community"
    (line,) = logged_times(workspace).rows
    assert (line.activity, line.minutes, line.on, line.words) == (
        COMMUNITY,
        90,
        date(2026, 11, 20),
        "Minutes for the club",
    )
    open_time_form(shell)
    unfinished = shown(program, TimeForm)
    QTest.keyClicks(unfinished.words, "Half a sentence")
    QTest.keyClick(unfinished, Qt.Key.Key_Escape)
    assert said(program) == "The time was not logged yet."


def test_the_menu_of_today_logs_time(program: Program) -> None:
    page = program.window.page("today")
    assert isinstance(page, TodayPage)
    page.more.open()
    choose("Log time…")
    form = shown(program, TimeForm)
    assert form.activity.chosen() == list(Activity).index(FOLLOW_UP)


def test_what_was_logged_is_corrected_and_taken_out_by_keys(program: Program) -> None:
    shell, workspace = program.window.shell, program.workspace
    for ago, words in ((1, "Cards typed in"), (3, "")):
        log_time(workspace, TimeDraft(CONTACTS, TODAY - timedelta(days=ago), 700, words), TODAY)
    open_logged_time(shell)
    content = shown(program, TimeList)
    assert content.said.text() == "2 entries · 23 h"
    rows = [content.model.index(place, 0).data(ROW_ROLE) for place in range(2)]
    assert all(isinstance(row, BehindRow) for row in rows)
    assert [(row.title, row.detail, row.figure) for row in rows] == [
        ("Cards typed in", "Contact management · 21 Nov", "12 h"),
        ("Contact management", "19 Nov", "12 h"),
    ]
    QTest.keyClick(content.list, Qt.Key.Key_Return)
    form = shown(program, TimeForm)
    assert form.time.text() == "700 min"
    form.time.selectAll()
    QTest.keyClicks(form.time, "2 h")
    QTest.keyClick(form.time, Qt.Key.Key_Return)
    assert [line.minutes for line in logged_times(workspace).rows] == [120, 700]
    assert said(program) == "Saved."
    content.list.setCurrentIndex(content.model.index(1, 0))
    QTest.keyClick(content.list, Qt.Key.Key_Delete)
    assert content.said.text() == "1 entry · 2 h"
    assert said(program) == "Deleted the logged time."
    shell.undo()
    assert logged_times(workspace).count == 2
    QTest.keyClick(content.list, Qt.Key.Key_N)
    assert shown(program, TimeForm).time.text() == ""


def test_an_entry_is_deleted_in_its_form_and_an_empty_list_says_what_belongs_there(program: Program) -> None:
    number = log_time(program.workspace, TimeDraft(CONTACTS, TODAY, 30), TODAY)
    open_logged_time(program.window.shell)
    content = shown(program, TimeList)
    open_time_form(program.window.shell, time_id=number)
    form = shown(program, TimeForm)
    assert form.state() == {}
    next(button for button in form.findChildren(QPushButton) if button.text() == "Delete").click()
    assert said(program) == "Deleted the logged time."
    assert content.said.text().startswith("Nothing is logged yet.")
    QTest.keyClick(content.list, Qt.Key.Key_Delete)
    QTest.keyClick(content.list, Qt.Key.Key_Return)
    assert said(program) == "Deleted the logged time."


def test_logged_time_behind_a_bar_is_corrected_there(program: Program) -> None:
    log_time(program.workspace, TimeDraft(COMMUNITY, TODAY, 600, "Hall booked"), TODAY)
    chart = chart_of(program.workspace, last_12_months(TODAY), TODAY, plain_money, "GBP")
    wanted = chart.series[0].points[list(Activity).index(COMMUNITY)].behind
    assert wanted is not None
    content = open_behind(program.window.shell, wanted)
    QTest.keyClick(content.list, Qt.Key.Key_Return)
    form = shown(program, TimeForm)
    form.time.setText("1 h")
    QTest.keyClick(form.time, Qt.Key.Key_Return)
    assert content.isVisible()
    (row,) = (content.model.index(place, 0).data(ROW_ROLE) for place in range(content.model.rowCount()))
    assert (row.title, row.figure) == ("Hall booked", "1 h")


def test_the_card_of_the_mix_leads_to_its_plan_and_to_the_time(program: Program) -> None:
    log_time(program.workspace, TimeDraft(COMMUNITY, TODAY, 600), TODAY)
    program.window.shell.go("insights", card="mix")
    QCoreApplication.processEvents()
    extra = program.window.page("insights").findChild(MixExtra)
    assert isinstance(extra, MixExtra)
    for button, kind in (
        (extra.plan_button, PlanForm),
        (extra.log_button, TimeForm),
        (extra.list_button, TimeList),
    ):
        button.click()
        card = shown(program, kind)
        QTest.keyClick(card, Qt.Key.Key_Escape)
        assert overlay_of(program) is None
