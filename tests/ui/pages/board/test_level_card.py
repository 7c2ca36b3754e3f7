"""The settings of a level, changed from the board."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from netdesk.method.levels import EvidenceKind
from netdesk.services import levels
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.board.level_card import LevelCard
from tests.support.board_window import BoardWindow, button, card_of, texts

Ids = dict[str, int]


def test_a_level_is_changed_where_it_stands(
    board: BoardWindow, people: Ids, workspace: Workspace, qtbot: QtBot
) -> None:
    board.page.level_settings.show(1)
    card = card_of(board, LevelCard)
    lines = {line.accessibleName(): line for line in card.findChildren(QLineEdit)}
    boxes = {box.accessibleName(): box for box in card.findChildren(QSpinBox)}
    lines["Name"].setText("New face")
    boxes["Be in touch"].setValue(2)
    boxes["As many as you can tend"].setValue(4)
    button(card, "Save").click()
    level = levels.levels(workspace)[0]
    assert (level.name, level.rhythm_days, level.capacity) == ("New face", 14, 4)
    assert "New face" in texts(board.page.view.columns[1])
    # With the shorter rhythm more people are going cold.
    assert board.page.view.header.cold.text() == "3 going cold"
    assert board.window.shell.says.text() == "Change the level New face"
    board.window.shell.undo()
    assert "Sausage sharer" in texts(board.page.view.columns[1])


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("Name", "familiar FACE", "Level 2 is called Familiar face already."),
        ("Name", "", "A level needs a name."),
        ("Be in touch", 0, "A rhythm is at least one week."),
        ("Be in touch", 520, "Nobody stays warm that long: choose two years (104 weeks) at most."),
    ],
)
def test_settings_that_make_no_sense_are_told_in_words(
    board: BoardWindow, workspace: Workspace, field: str, value: str | int, sentence: str
) -> None:
    board.page.walking.go_to(1, [])
    board.window.shell.commands.run("board.level_settings")
    card = card_of(board, LevelCard)
    for widget in card.findChildren(QWidget):
        if widget.accessibleName() == field:
            if isinstance(widget, QSpinBox):
                widget.setValue(int(value))
            elif isinstance(widget, QLineEdit):
                widget.setText(str(value))
    assert sentence in texts(card)
    assert not button(card, "Save").isEnabled()
    button(card, "Leave as it was").click()
    assert levels.levels(workspace)[0].name == "Sausage sharer"


def test_a_rhythm_in_days_is_not_rounded_unasked(board: BoardWindow, workspace: Workspace) -> None:
    levels.save_level(
        workspace, 1, name="One", meaning="", rhythm_days=10, capacity=None, moves_up="Meet again"
    )
    board.page.level_settings.show(1)
    card = card_of(board, LevelCard)
    line = next(one for one in card.findChildren(QLineEdit) if one.accessibleName() == "Name")
    line.setText("First")
    button(card, "Save").click()
    assert levels.levels(workspace)[0].rhythm_days == 10
    assert levels.levels(workspace)[0].capacity is None


def test_the_evidence_is_chosen_by_chips(
    board: BoardWindow, people: Ids, workspace: Workspace, qtbot: QtBot
) -> None:
    board.page.level_settings.show(2)
    card = card_of(board, LevelCard)
    choice = card.evidence
    assert choice.evidence() == (EvidenceKind.ONE_TO_ONE,)
    assert not choice.enough.isEnabled()
    choice.chips[EvidenceKind.ONE_TO_ONE].click()
    assert not choice.enough.isVisible()
    qtbot.keyClick(choice.chips[EvidenceKind.MET_TWICE], Qt.Key.Key_Space)
    choice.chips[EvidenceKind.GIVE].click()
    qtbot.keyClick(choice.enough, Qt.Key.Key_Right)
    button(card, "Save").click()
    level = levels.levels(workspace)[1]
    assert level.evidence == (EvidenceKind.MET_TWICE, EvidenceKind.GIVE)
    assert level.evidence_any
    board.window.shell.undo()
    assert levels.levels(workspace)[1].evidence == (EvidenceKind.ONE_TO_ONE,)


def test_the_top_level_asks_for_nothing(board: BoardWindow) -> None:
    board.page.level_settings.show(5)
    card = card_of(board, LevelCard)
    assert not card.evidence.isVisible()
    assert "Ready with, in the record" not in texts(card)
