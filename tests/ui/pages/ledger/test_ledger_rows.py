"""The rows of Give & ask under the pointer: their tips, double clicks, and what can be pressed in them."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from netdesk.ui.pages.ledger.row_columns import Part
from tests.support.ledger_window import LedgerWindow, ledger_window


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[LedgerWindow]:
    with ledger_window(qapp, tmp_path / "network.netdesk") as window:
        yield window


def tip_over(opened: LedgerWindow, place: QPoint) -> str:
    """What the tip over a place of the list says."""
    view = opened.panel.list().viewport()
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, event)
    found = html.unescape(QToolTip.text().removeprefix("<qt>").removesuffix("</qt>"))
    QToolTip.hideText()
    return found


def test_tips_tell_the_row_and_the_key_of_what_can_be_pressed(opened: LedgerWindow) -> None:
    opened.panel.into_list()
    assert tip_over(opened, QPoint(80, 20)).startswith("Luis Ortega, Ortega Finance, level 3, gave me 4")
    assert tip_over(opened, opened.place_of(0, Part.HELP)) == "Help Luis Ortega  (Enter)"
    opened.shell.go("ledger", view="promises")
    tip = tip_over(opened, QPoint(80, 20))
    assert tip.startswith("Promised: Review for Grace's website, Grace Adeyemi, promised 12 Nov, 4 d late")
    assert tip_over(opened, opened.place_of(0, Part.CLOSE)) == "Kept  (K)"
    assert tip_over(opened, opened.place_of(0, Part.DROP)) == "Let go  (X)"


def test_a_double_click_opens_the_person_but_not_on_a_button(qtbot: QtBot, opened: LedgerWindow) -> None:
    view = opened.panel.people.viewport()
    with qtbot.waitSignal(opened.shell.wanted) as wanted:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(80, 20))
        qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(80, 20))
    assert wanted.args == ["contacts", {"person": opened.people["Luis"]}]
    opened.shell.go("ledger")
    QApplication.processEvents()
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=opened.place_of(0, Part.HELP))
    assert opened.program.window.current_page() is opened.page


def test_the_pointer_is_a_hand_over_what_can_be_pressed(qtbot: QtBot, opened: LedgerWindow) -> None:
    view = opened.panel.people.viewport()
    qtbot.mouseMove(view, opened.place_of(0, Part.HELP))
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(view, QPoint(80, 20))
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor
