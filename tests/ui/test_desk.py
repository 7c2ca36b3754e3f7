"""The desk: whoever waits for an answer gets one, also when something breaks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from netdesk.background.jobs import Report
from netdesk.background.lanes import InlineLanes
from netdesk.method.errors import NetDeskError
from netdesk.store.workspace import Workspace
from netdesk.ui.bridge.desk import Desk


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
