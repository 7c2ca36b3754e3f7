"""Ladders and evidence in Settings, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.method.ladders import OWN, ladder
from netdesk.method.levels import DEFAULT_LEVELS, EvidenceKind
from netdesk.services.levels import levels
from netdesk.ui.pages.board.level_card import LevelCard
from netdesk.ui.pages.settings.page import SettingsPage
from tests.support.programs import overlay_of, running, said


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    with running(qapp, tmp_path / "My network.netdesk", sample=True) as one:
        one.window.show_place("settings")
        yield one


@pytest.fixture
def page(program: Program) -> SettingsPage:
    found = program.window.current_page()
    assert isinstance(found, SettingsPage)
    return found


def choose(page: SettingsPage, place: int) -> None:
    page.levels.ladder.setCurrentIndex(place)
    page.levels.ladder.activated.emit(place)


def test_another_ladder_is_used_at_once_and_taken_back(program: Program, page: SettingsPage) -> None:
    box = page.levels.ladder
    assert box.currentText() == "NetDesk's own"
    choose(page, 1)
    assert program.desk.read(levels) == ladder("trust").levels
    assert said(program) == "Use the ladder “Visibility, credibility, profitability”"
    assert [form.name.text() for form in page.levels.forms] == [
        level.name for level in ladder("trust").levels
    ]
    program.window.shell.undo()
    assert program.desk.read(levels) == DEFAULT_LEVELS
    assert box.currentText() == "NetDesk's own"


def test_another_ladder_takes_the_place_of_what_could_not_be_kept(
    program: Program, page: SettingsPage
) -> None:
    first = page.levels.forms[0]
    first.weeks.setValue(900)
    assert not first.wrong.isHidden()
    page.levels.forms[1].weeks.setValue(9)
    assert (first.weeks.value(), first.wrong.isHidden()) == (900, False), "still there to be corrected"
    choose(page, 1)
    named = ladder("trust").levels[0]
    assert (first.name.text(), first.wrong.isHidden()) == (named.name, True)
    first.weeks.setValue(5)
    assert program.desk.read(levels)[0].name == named.name


def test_a_ladder_of_ones_own_is_told_as_such(program: Program, page: SettingsPage) -> None:
    page.levels.forms[0].weeks.setValue(9)
    assert page.levels.ladder.currentIndex() == -1
    assert page.levels.ladder.placeholderText() == OWN
    choose(page, 0)
    assert program.desk.read(levels) == DEFAULT_LEVELS


def test_the_wheel_and_the_same_ladder_change_nothing(program: Program, page: SettingsPage) -> None:
    choose(page, 0)
    down = QPoint(0, -120)
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), down, down, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.levels.ladder, turn)
    assert page.levels.ladder.currentIndex() == 0
    assert program.desk.read(levels) == DEFAULT_LEVELS


def test_what_a_level_asks_for_is_told_and_chosen(program: Program, page: SettingsPage) -> None:
    form = page.levels.forms[1]
    assert form.asks.text() == (
        "Ready to move up with this in the record: a one-to-one held, its objective achieved."
    )
    assert not page.levels.forms[4].choose.isVisible()
    form.choose.click()
    overlay = overlay_of(program)
    assert overlay is not None
    card = overlay.findChild(LevelCard)
    assert card is not None
    card.evidence.chips[EvidenceKind.GIVE].click()
    card._keep()
    assert program.desk.read(levels)[1].evidence == (EvidenceKind.ONE_TO_ONE, EvidenceKind.GIVE)
    assert form.asks.text() == (
        "Ready to move up with all of these in the record: a one-to-one held, its objective achieved; I helped them."
    )
