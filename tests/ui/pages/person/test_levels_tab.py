"""The tab "Levels": what is asked, time at each level, and the reasons of moves, by the pointer and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from netdesk.services.levels import move_people, moves
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.board.reason_card import ReasonCard
from netdesk.ui.pages.person.levels_tab import LevelsTab
from netdesk.ui.widgets.overlay import Overlay
from tests.support.person_window import PersonWindow


@pytest.fixture
def tab(opened: PersonWindow, grace: int) -> LevelsTab:
    opened.show(grace)
    opened.view.tabs.choose("levels")
    widget = opened.view.tabs.widget("levels")
    assert isinstance(widget, LevelsTab)
    return widget


def words(tab: LevelsTab) -> list[str]:
    return [label.text() for label in tab.findChildren(QLabel) if label.isVisibleTo(tab) and label.text()]


def card(opened: PersonWindow) -> ReasonCard:
    overlay = next(one for one in opened.window.findChildren(Overlay) if one.isVisible())
    found = overlay.findChild(ReasonCard)
    assert found is not None
    return found


def write(opened: PersonWindow, text: str) -> None:
    line = card(opened).findChild(QLineEdit)
    assert line is not None
    line.setText(text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_what_is_asked_and_what_happened(tab: LevelsTab) -> None:
    shown = words(tab)
    assert "For Equally engaged" in [one.replace("\u200b", "") for one in shown]
    assert {"A one-to-one held, its objective achieved", "Time at each level", "Moves"} <= set(shown)


def test_a_reason_is_written_changed_and_taken_away(
    opened: PersonWindow, workspace: Workspace, grace: int, tab: LevelsTab
) -> None:
    move_people(workspace, [grace], 3)
    row = tab.rows()[0]
    assert isinstance(row.change, QPushButton)
    row.change.click()
    write(opened, "She sent me two clients")
    assert moves(workspace, grace)[0].why == "She sent me two clients"
    assert opened.said() == "Kept with the move"
    assert "She sent me two clients" in words(tab)
    tab.rows()[0].setFocus()
    QTest.keyClick(tab.rows()[0], Qt.Key.Key_Return)
    assert card(opened).findChild(QLineEdit).text() == "She sent me two clients"  # type: ignore[union-attr]
    write(opened, "")
    assert moves(workspace, grace)[0].why == ""
    opened.shell.undo()
    QApplication.processEvents()
    assert "She sent me two clients" in words(tab)


def test_many_moves_are_shown_step_by_step(
    opened: PersonWindow, workspace: Workspace, grace: int, tab: LevelsTab
) -> None:
    for step in range(14):
        move_people(workspace, [grace], 3 + step % 2)
    assert len(tab.rows()) == 10
    button = next(one for one in tab.findChildren(QPushButton) if one.text().startswith("Show all"))
    button.click()
    assert len(tab.rows()) >= 14
    opened.show(None)
    opened.show(grace)
    assert len(tab.rows()) >= 10
