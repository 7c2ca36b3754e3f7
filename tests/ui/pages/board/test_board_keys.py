"""The board by keys and menus: everything the mouse can do, and where the keyboard is afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from netdesk.services import levels
from netdesk.services.board_query import BoardQuery, BoardSort
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.board.drop_list import DropList
from tests.support.board_window import BoardWindow, OtherPage, actions
from tests.support.workspaces import sample_people

Ids = dict[str, int]
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _active(board: BoardWindow, qtbot: QtBot) -> None:
    board.window.activateWindow()
    qtbot.waitUntil(board.window.isActiveWindow)


def here(board: BoardWindow, people: Ids) -> tuple[int | None, str | None]:
    """The column with the focus, and whose card the keyboard is on."""
    column = next(level for level, cards in board.page.lists.items() if cards.hasFocus())
    current = board.page.lists[column].current_person()
    return column, next((name for name, person in people.items() if person == current), None)


def shown(board: BoardWindow, people: Ids, level: int | None) -> list[str]:
    by_id = {person: name for name, person in people.items()}
    return [by_id[one] for one in board.page.models[level].ids()]


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_arrows_walk_over_cards_and_columns(board: BoardWindow, people: Ids, qtbot: QtBot) -> None:
    board.page.show_person(people["Joe"])
    press(qtbot, Qt.Key.Key_Down)
    assert here(board, people) == (1, "Sue")
    press(qtbot, Qt.Key.Key_Right)
    assert here(board, people) == (2, "Ellen")
    press(qtbot, Qt.Key.Key_End)
    assert here(board, people) == (2, "Karl")
    press(qtbot, Qt.Key.Key_Right)
    assert here(board, people) == (3, "Grace")
    press(qtbot, Qt.Key.Key_Home)
    assert here(board, people) == (3, "Luis")
    press(qtbot, Qt.Key.Key_Up)
    assert here(board, people) == (3, "Luis")
    press(qtbot, Qt.Key.Key_Left)
    assert here(board, people) == (2, "Aoife")
    press(qtbot, Qt.Key.Key_PageDown)
    assert here(board, people) == (2, "Karl")
    press(qtbot, Qt.Key.Key_PageUp)
    assert here(board, people) == (2, "Aoife")


def test_empty_columns_and_a_folded_tray_are_passed_over(
    board: BoardWindow, people: Ids, workspace: Workspace, qtbot: QtBot
) -> None:
    levels.move_people(workspace, [people["Luis"], people["Hannah"], people["Grace"]], 5)
    board.page.show_person(people["Aoife"])
    press(qtbot, Qt.Key.Key_Right)
    assert here(board, people) == (4, "Peter")
    board.page.show_person(people["Joe"])
    press(qtbot, Qt.Key.Key_Left)
    assert here(board, people) == (1, "Joe")
    board.page.view.wish_tray(True)
    QApplication.processEvents()
    press(qtbot, Qt.Key.Key_Left)
    assert here(board, people)[0] is None


def test_alt_and_the_arrows_move_a_level(
    board: BoardWindow, people: Ids, workspace: Workspace, qtbot: QtBot
) -> None:
    board.page.show_person(people["Grace"])
    press(qtbot, Qt.Key.Key_Right, ALT)
    assert here(board, people) == (4, "Grace")
    assert board.window.shell.says.text() == "Grace Adeyemi moved to Creative collaborator"
    press(qtbot, Qt.Key.Key_Right, ALT)
    press(qtbot, Qt.Key.Key_Right, ALT)
    assert here(board, people) == (5, "Grace")
    assert [move.to_level for move in levels.moves(workspace, people["Grace"])] == [5, 4]
    press(qtbot, Qt.Key.Key_Left, ALT)
    assert here(board, people) == (4, "Grace")


def test_the_lowest_level_is_the_end_and_the_tray_leads_to_it(
    board: BoardWindow, people: Ids, workspace: Workspace, qtbot: QtBot
) -> None:
    board.page.show_person(people["Joe"])
    press(qtbot, Qt.Key.Key_Left, ALT)
    assert here(board, people) == (1, "Joe")
    assert levels.moves(workspace, people["Joe"]) == ()
    board.page.show_person(people["Priti"])
    assert here(board, people) == (None, "Priti")
    press(qtbot, Qt.Key.Key_Left, ALT)
    assert here(board, people) == (None, "Priti")
    press(qtbot, Qt.Key.Key_Right, ALT)
    assert here(board, people) == (1, "Priti")


def test_the_brackets_move_a_level_too(board: BoardWindow, people: Ids, qtbot: QtBot) -> None:
    board.page.show_person(people["Grace"])
    press(qtbot, Qt.Key.Key_BracketRight, CTRL)
    assert here(board, people) == (4, "Grace")
    press(qtbot, Qt.Key.Key_BracketLeft, CTRL)
    assert here(board, people) == (3, "Grace")


def test_several_chosen_people_move_together(
    board: BoardWindow, people: Ids, workspace: Workspace, qtbot: QtBot
) -> None:
    board.page.show_person(people["Joe"])
    press(qtbot, Qt.Key.Key_Down, SHIFT)
    press(qtbot, Qt.Key.Key_Down, SHIFT)
    press(qtbot, Qt.Key.Key_Right, ALT)
    assert board.window.shell.says.text() == "3 people moved to Familiar face"
    assert {"Joe", "Sue", "Dina"} <= set(shown(board, people, 2))
    assert len(board.page.lists[2].selected_people()) == 3
    assert workspace.history()[0].title == "Move 3 people to Familiar face"


def test_alt_up_and_down_move_within_the_own_order(
    board: BoardWindow, people: Ids, workspace: Workspace, qtbot: QtBot
) -> None:
    board.page.show_person(people["Joe"])
    press(qtbot, Qt.Key.Key_Down, ALT)
    assert "own order" in board.window.shell.says.text()
    board.page.ask_for(BoardQuery(sort=BoardSort.OWN))
    before = shown(board, people, 1)
    board.page.show_person(people[before[1]])
    press(qtbot, Qt.Key.Key_Up, ALT)
    assert shown(board, people, 1) == [before[1], before[0], *before[2:]]
    press(qtbot, Qt.Key.Key_Up, ALT)
    assert here(board, people) == (1, before[1])
    for _ in range(6):
        press(qtbot, Qt.Key.Key_Down, ALT)
    assert shown(board, people, 1) == [before[0], *before[2:], before[1]]
    board.page.read()
    assert shown(board, people, 1) == [before[0], *before[2:], before[1]]
    assert here(board, people) == (1, before[1])


def test_enter_and_double_click_open_the_person(board: BoardWindow, people: Ids, qtbot: QtBot) -> None:
    other = board.window.page("contacts")
    assert isinstance(other, OtherPage)
    board.page.show_person(people["Ellen"])
    press(qtbot, Qt.Key.Key_Return)
    assert other.opened == [{"person": people["Ellen"]}]
    board.window.show_place("board")
    cards = board.page.lists[3]
    spot = cards.row_rect(0).center()
    qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert other.opened[-1] == {"person": people["Luis"]}


def test_typed_letters_find_a_card(board: BoardWindow, people: Ids, qtbot: QtBot) -> None:
    board.page.show_person(people["Joe"])
    qtbot.keyClicks(QApplication.focusWidget(), "oka")
    assert here(board, people) == (1, "Tom")
    qtbot.keyClicks(QApplication.focusWidget(), "zzz")
    assert here(board, people) == (1, "Tom")


def test_a_plain_click_gives_up_the_choice_in_other_columns(
    board: BoardWindow, people: Ids, qtbot: QtBot
) -> None:
    def click(cards: DropList, row: int, modifier: Qt.KeyboardModifier) -> None:
        spot = cards.row_rect(row).center()
        qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, modifier, spot)

    first, second = board.page.lists[1], board.page.lists[2]
    click(first, 0, Qt.KeyboardModifier.NoModifier)
    click(second, 1, CTRL)
    assert board.page.walking.people() == [people["Joe"], people["Ellen"]]
    click(second, 0, Qt.KeyboardModifier.NoModifier)
    assert board.page.walking.people() == [people["Aoife"]]
    click(first, 4, Qt.KeyboardModifier.NoModifier)
    click(first, 2, SHIFT)
    assert len(first.selected_people()) == 3


def test_everybody_can_be_chosen_and_many_move_at_once(
    board: BoardWindow, people: Ids, workspace: Workspace, qtbot: QtBot
) -> None:
    sample_people(workspace, 400, level=1)
    board.page.read()
    board.page.show_person(people["Joe"])
    press(qtbot, Qt.Key.Key_A, CTRL)
    assert len(board.page.lists[1].selected_people()) == 405
    press(qtbot, Qt.Key.Key_Right, ALT)
    assert len(board.page.models[1].ids()) == 0
    assert len(board.page.models[2].ids()) == 409
    assert board.window.shell.says.text() == "405 people moved to Familiar face"
    assert here(board, people) == (2, "Joe")


# Menus --------------------------------------------------------------------------------------------


def test_the_menu_moves_to_any_level(
    board: BoardWindow, people: Ids, workspace: Workspace, qtbot: QtBot
) -> None:
    menu = board.page.people_menu([people["Joe"]])
    found = actions(menu)
    assert found["1  Sausage sharer"].isChecked()
    assert not found["5  Proven partner"].isChecked()
    found["5  Proven partner"].trigger()
    assert here(board, people) == (5, "Joe")
    actions(board.page.people_menu([people["Joe"]]))["Unsorted"].trigger()
    assert "Joe" in shown(board, people, None)
    other = board.window.page("contacts")
    assert isinstance(other, OtherPage)
    actions(board.page.people_menu([people["Karl"]]))["Open"].trigger()
    assert other.opened == [{"person": people["Karl"]}]


def test_the_menu_comes_up_for_the_card_under_the_pointer_or_the_keyboard(
    board: BoardWindow, people: Ids, qtbot: QtBot
) -> None:
    board.page.show_person(people["Ellen"])
    cards = board.page.lists[2]
    spots: list[QPoint] = []
    cards.menu_wanted.connect(spots.append)
    ask(cards, QContextMenuEvent.Reason.Keyboard, QPoint(0, 0))
    current = cards.viewport().mapToGlobal(cards.visualRect(cards.currentIndex()).center())
    assert spots == [current]
    under = cards.row_rect(3).center()
    ask(cards, QContextMenuEvent.Reason.Mouse, under)
    assert spots[1:] == [cards.viewport().mapToGlobal(under)]
    ask(cards, QContextMenuEvent.Reason.Mouse, QPoint(20, cards.viewport().height() - 2))
    assert len(spots) == 2


def ask(cards: DropList, reason: QContextMenuEvent.Reason, spot: QPoint) -> None:
    """Ask for the menu, and close it again."""
    event = QContextMenuEvent(reason, spot, cards.viewport().mapToGlobal(spot))
    QApplication.sendEvent(cards.viewport(), event)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def test_the_columns_menu_opens_the_settings_and_chooses_everybody(board: BoardWindow, people: Ids) -> None:
    found = actions(board.page.column_menu(2))
    found["Choose everybody here"].trigger()
    assert len(board.page.lists[2].selected_people()) == 4
    board.page.view.columns[2].menu_wanted.emit(2)
    assert board.page.findChildren(QMenu)
