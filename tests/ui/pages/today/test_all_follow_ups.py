"""The list of all follow-ups that are due: thousands of them, by keys, one by one and many at once."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.services.needs import needs
from netdesk.ui.pages.today.all_follow_ups import AllFollowUps
from netdesk.ui.pages.today.page import TodayPage
from tests.support.programs import overlay_of, place_shown, running, said
from tests.support.today import NOW, TODAY
from tests.support.workspaces import sample_people

MANY = 5_000
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(params=[True, False], ids=["inline", "threads"])
def program(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Program]:
    with running(qapp, tmp_path / "network.netdesk", now=lambda: NOW, inline=bool(request.param)) as one:
        people = sample_people(one.workspace, 1000)
        with one.workspace.change("Many"):
            one.workspace.many(
                "INSERT INTO follow_up (person_id, action, due_on, created_at) VALUES (?, ?, ?, '2026-01-01')",
                [
                    (people[n % 1000], f"Call {n:04}", str(TODAY - timedelta(days=MANY - n)))
                    for n in range(MANY)
                ],
            )
        yield one


@pytest.fixture
def content(qtbot: QtBot, program: Program) -> AllFollowUps:
    program.window.show_place("today")
    page = program.window.page("today")
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(page.follow_ups.more.isVisible)
    qtbot.mouseClick(page.follow_ups.more, Qt.MouseButton.LeftButton)
    found = program.window.findChild(AllFollowUps)
    assert isinstance(found, AllFollowUps)
    qtbot.waitUntil(lambda: len(found.model.ids) == MANY)
    return found


def test_all_of_them_are_there_and_the_keyboard_is_in_the_list(
    qtbot: QtBot, program: Program, content: AllFollowUps
) -> None:
    assert program.window.focusWidget() is content.list
    model: QAbstractItemModel = content.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    first = model.index(0, 0)
    assert first.data() == "Grace Adeyemi"
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "Call 0000, Grace Adeyemi, 5000 d late"
    qtbot.keyClick(content.list, Qt.Key.Key_End)
    assert content.list.current_id() == content.model.ids[-1]


def test_one_after_the_other_is_done(qtbot: QtBot, program: Program, content: AllFollowUps) -> None:
    first, second, third = content.model.ids[:3]
    qtbot.keyClick(content.list, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: len(content.model.ids) == MANY - 1)
    assert first not in content.model.ids
    assert content.list.current_id() == second
    qtbot.keyClick(content.list, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: len(content.model.ids) == MANY - 2)
    assert content.list.current_id() == third
    assert said(program) == "Drop a follow-up"


def test_all_of_them_are_moved_at_once_and_taken_back(
    qtbot: QtBot, program: Program, content: AllFollowUps
) -> None:
    qtbot.keyClick(content.list, Qt.Key.Key_A, CTRL)
    assert content.list.selected_count() == MANY
    qtbot.keyClick(content.list, Qt.Key.Key_M)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(program) == "Move 5,000 follow-ups to 23 Nov")
    assert needs(program.workspace, NOW).overdue == 0
    qtbot.waitUntil(lambda: overlay_of(program) is None)
    program.window.shell.undo()
    qtbot.waitUntil(lambda: needs(program.workspace, NOW).overdue == MANY)


def test_enter_opens_the_person(qtbot: QtBot, program: Program, content: AllFollowUps) -> None:
    qtbot.keyClick(content.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place_shown(program) == "contacts")
    assert overlay_of(program) is None
