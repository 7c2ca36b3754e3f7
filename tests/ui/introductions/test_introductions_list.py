"""The list of introductions: what stands there, and what its keys do."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.method.introductions import IntroductionState
from netdesk.services.introductions import (
    IntroductionDraft,
    introductions,
    make_introduction,
    propose,
    set_outcome,
)
from netdesk.ui.introductions.introduction_form import IntroductionForm
from netdesk.ui.introductions.introductions_list import IntroductionsList, open_introductions
from netdesk.ui.introductions.outcome_form import OutcomeForm
from netdesk.ui.models.paged_ids import RowRole
from tests.support.programs import place_shown, said

_MADE_ON = date(2026, 11, 3)


@pytest.fixture
def three(program: Program, people: dict[str, int]) -> list[int]:
    """One to be made, one made, one that became business."""
    pairs = [("Luis", "Marta"), ("Grace", "Ken"), ("Aoife", "Nadia")]
    drafts = [IntroductionDraft(people[one], people[other], f"{one} asked") for one, other in pairs]
    waiting = propose(program.workspace, drafts[0])
    made = make_introduction(program.workspace, drafts[1], _MADE_ON)
    won = make_introduction(program.workspace, drafts[2], date(2026, 10, 1))
    set_outcome(program.workspace, won, IntroductionState.BUSINESS, date(2026, 10, 9), "A £1,200 job")
    return [waiting, made, won]


@pytest.fixture
def opened(program: Program, three: list[int]) -> IntroductionsList:
    content = open_introductions(program.window.shell)
    QApplication.processEvents()
    return content


def state(program: Program, number: int) -> IntroductionState:
    return next(line.state for line in introductions(program.workspace) if line.id == number)


def test_all_stand_there_with_where_they_stand(opened: IntroductionsList) -> None:
    said_of = [
        opened.model.data(opened.model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in range(3)
    ]
    assert said_of == [
        "Luis Ortega to Marta Lindqvist, To be made, " + said_of[0].split(", ")[2] + ", Luis asked",
        "Grace Adeyemi to Ken Oduya, Made, 3 Nov, Grace asked",
        "Aoife Byrne to Nadia Rahman, Business, 9 Oct, A £1,200 job",
    ]
    assert opened.list.hasFocus()
    assert opened.made.isEnabled()


def test_the_filter_counts_and_shows_one_state(
    qtbot: QtBot, opened: IntroductionsList, three: list[int]
) -> None:
    opened.filter.setFocus()
    for _ in range(4):
        qtbot.keyClick(opened.filter, Qt.Key.Key_Right)
    assert list(opened.model.ids) == [three[2]]
    qtbot.keyClick(opened.filter, Qt.Key.Key_Right)
    assert list(opened.model.ids) == []
    assert opened.none.isVisible()
    assert opened.none.accessibleName() == "None of these"
    assert not opened.made.isEnabled()


def test_m_makes_the_one_that_is_to_be_made(
    qtbot: QtBot, program: Program, opened: IntroductionsList, three: list[int]
) -> None:
    opened.list.choose_id(three[0])
    qtbot.keyClick(opened.list, Qt.Key.Key_M)
    assert state(program, three[0]) is IntroductionState.MADE
    assert said(program) == "Introduced Luis Ortega to Marta Lindqvist."


@pytest.mark.parametrize(
    ("key", "then"),
    [
        (Qt.Key.Key_T, IntroductionState.MET),
        (Qt.Key.Key_B, IntroductionState.BUSINESS),
        (Qt.Key.Key_N, IntroductionState.NOTHING),
    ],
)
def test_a_letter_says_what_came_of_one_that_was_made(
    qtbot: QtBot, program: Program, opened: IntroductionsList, three: list[int], key: Qt.Key, then: IntroductionState
) -> None:  # fmt: skip
    opened.list.choose_id(three[1])
    qtbot.keyClick(opened.list, key)
    assert state(program, three[1]) is then
    program.window.shell.undo()
    assert state(program, three[1]) is IntroductionState.MADE


def test_a_letter_says_nothing_of_one_that_is_still_to_be_made(
    qtbot: QtBot, program: Program, opened: IntroductionsList, three: list[int]
) -> None:
    opened.list.choose_id(three[0])
    qtbot.keyClick(opened.list, Qt.Key.Key_B)
    assert state(program, three[0]) is IntroductionState.PROPOSED


def test_delete_takes_it_off_and_undo_brings_it_back(
    qtbot: QtBot, program: Program, opened: IntroductionsList, three: list[int]
) -> None:
    opened.list.choose_id(three[1])
    qtbot.keyClick(opened.list, Qt.Key.Key_Delete)
    assert list(opened.model.ids) == [three[0], three[2]]
    # By the key the toast shows, with the card still open.
    undo = program.window.shell.commands.action("edit.undo")
    assert undo.isEnabled()
    undo.trigger()
    assert list(opened.model.ids) == three


def test_enter_opens_the_card_that_goes_on_with_it(
    qtbot: QtBot, program: Program, opened: IntroductionsList, three: list[int]
) -> None:
    opened.list.choose_id(three[0])
    qtbot.keyClick(opened.list, Qt.Key.Key_Return)
    cards = program.window.findChildren(IntroductionForm)
    assert [card.title.text() for card in cards if card.isVisible()] == [
        "Introduce Luis Ortega to Marta Lindqvist"
    ]


def test_enter_on_a_made_one_asks_what_came_of_it(
    qtbot: QtBot, program: Program, opened: IntroductionsList, three: list[int]
) -> None:
    opened.list.choose_id(three[2])
    qtbot.keyClick(opened.list, Qt.Key.Key_Return)
    (card,) = (one for one in program.window.findChildren(OutcomeForm) if one.isVisible())
    assert card.words.text() == "A £1,200 job"


def test_the_menu_offers_what_can_be_done_and_leads_to_both(
    program: Program, opened: IntroductionsList, three: list[int]
) -> None:
    opened.list.choose_id(three[1])
    opened.list.menu_asked.emit(QPoint(5, 5))
    menu = opened.findChild(QMenu)
    assert menu is not None
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words == [
        "Open", "They met", "Business", "Came to nothing", "Open Grace Adeyemi", "Open Ken Oduya", "Delete",
    ]  # fmt: skip
    next(action for action in menu.actions() if action.text().startswith("Open Ken")).trigger()
    assert place_shown(program) == "contacts"
    menu.close()


def test_without_any_it_says_what_belongs_there(program: Program) -> None:
    content = open_introductions(program.window.shell)
    assert content.none.isVisible()
    assert content.none.accessibleName() == "No introduction yet"
    assert content.list.isHidden()


def test_of_one_person_only_theirs_stand_there(
    program: Program, people: dict[str, int], three: list[int]
) -> None:
    content = open_introductions(program.window.shell, people["Ken"])
    assert list(content.model.ids) == [three[1]]


def test_rows_are_painted_in_both_colours_of_a_chip(opened: IntroductionsList) -> None:
    picture = opened.list.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)
    }  # fmt: skip
    assert len(colours) > 10
    assert opened.model.index(0, 0).data(RowRole).person == "Luis Ortega"
