"""The desk: whoever waits for an answer gets one, also when something breaks."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from netdesk.background.jobs import Report
from netdesk.background.lanes import InlineLanes, Lanes
from netdesk.method.errors import NetDeskError, NotFound
from netdesk.store.workspace import Workspace
from netdesk.ui.bridge.desk import Desk
from tests.support.workspaces import sample_people


@pytest.fixture
def desk(qtbot: QtBot, workspace: Workspace) -> Iterator[Desk]:
    opened = Desk(workspace, InlineLanes())
    yield opened
    opened.close()
    opened.deleteLater()


def broken(workspace: Workspace, report: Report) -> None:
    raise ZeroDivisionError("a fault of the program")


def test_a_fault_in_long_work_is_told_to_whoever_waits_and_still_surfaces(desk: Desk) -> None:
    told: list[NetDeskError] = []
    owner = QObject(desk)
    with pytest.raises(ZeroDivisionError):
        desk.work(owner, "Bringing contacts", broken, failed=told.append)
    assert [error.what for error in told] == ["Something went wrong in NetDesk."]


def test_an_error_nobody_takes_care_of_is_told_once(desk: Desk) -> None:
    told: list[NetDeskError] = []
    desk.troubled.connect(told.append)

    def refuse(workspace: Workspace) -> None:
        raise NetDeskError("That cannot be done.")

    desk.do(refuse)
    assert [error.what for error in told] == ["That cannot be done."]


def test_that_something_is_gone_is_told_only_if_nothing_changed_meanwhile(
    qtbot: QtBot, workspace: Workspace
) -> None:
    desk = Desk(workspace, Lanes(workspace))
    told: list[NetDeskError] = []
    desk.troubled.connect(told.append)
    may_look = threading.Event()

    def look(_workspace: Workspace) -> None:
        may_look.wait()
        raise NotFound("That person is not in the workspace any more.")

    try:
        with qtbot.waitSignal(desk.changed):
            desk.ask(desk, "overtaken", look, lambda _: None)
            desk.do(lambda ws: sample_people(ws, 1))
        answers: list[int] = []
        may_look.set()
        desk.ask(desk, "later", lambda ws: 1, answers.append)
        qtbot.waitUntil(lambda: bool(answers))
        assert told == []
        desk.ask(desk, "again", look, lambda _: None)
        qtbot.waitUntil(lambda: bool(told))
        assert [error.what for error in told] == ["That person is not in the workspace any more."]
    finally:
        desk.close()
        desk.deleteLater()
