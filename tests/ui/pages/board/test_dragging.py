"""Cards dragged with the mouse: what is taken, where it lands, what is refused."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netdesk.services import levels
from netdesk.services.board_query import BoardQuery, BoardSort
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.board import drop_list
from netdesk.ui.pages.board.card_delegate import CardDelegate
from netdesk.ui.pages.board.drag import ACTIONS, MIME, lifted_picture, people_data, people_in
from netdesk.ui.pages.board.drop_list import DropList
from tests.support.board_drags import below_row, drag_away, drag_over, let_go
from tests.support.board_window import BoardWindow
from tests.support.workspaces import sample_people

Ids = dict[str, int]


def shown(board: BoardWindow, people: Ids, level: int | None) -> list[str]:
    by_id = {person: name for name, person in people.items()}
    return [by_id[one] for one in board.page.models[level].ids()]


def carried(board: BoardWindow, *people: int) -> QMimeData:
    return people_data(board.page.lists[1]._board, people)


def stored_level(workspace: Workspace, person: int) -> int | None:
    level: int | None = workspace.sql("SELECT level FROM person WHERE id = ?", (person,)).fetchone()[0]
    return level


def test_a_card_dropped_in_another_column_lands_by_the_sort(
    board: BoardWindow, people: Ids, workspace: Workspace
) -> None:
    target = board.page.lists[4]
    data = carried(board, people["Grace"])
    spot = below_row(target, -1)
    assert drag_over(target, data, spot)
    # Peter is cold, so Grace lands below him wherever the pointer is.
    assert target.gap() == 1
    assert let_go(target, data, spot)
    assert target.gap() is None
    assert shown(board, people, 4) == ["Peter", "Grace", "Nadia"]
    assert shown(board, people, 3) == ["Luis", "Hannah"]
    assert stored_level(workspace, people["Grace"]) == 4
    assert board.window.shell.says.text() == "Grace Adeyemi moved to Creative collaborator"
    assert target.current_person() == people["Grace"]


def test_in_its_own_order_a_card_keeps_the_place_it_was_given(
    board: BoardWindow, people: Ids, workspace: Workspace
) -> None:
    board.page.ask_for(BoardQuery(sort=BoardSort.OWN))
    target = board.page.lists[1]
    before = shown(board, people, 1)
    data = carried(board, people["Grace"])
    drag_over(target, data, below_row(target, 1))
    assert target.gap() == 2
    let_go(target, data, below_row(target, 1))
    assert shown(board, people, 1) == [*before[:2], "Grace", *before[2:]]
    board.page.read()
    assert shown(board, people, 1) == [*before[:2], "Grace", *before[2:]]


def test_several_cards_travel_together_and_stay_in_order(
    board: BoardWindow, people: Ids, workspace: Workspace
) -> None:
    board.page.ask_for(BoardQuery(sort=BoardSort.OWN))
    cards = board.page.lists[1]
    before = shown(board, people, 1)
    moving = [people[before[0]], people[before[3]]]
    data = carried(board, *moving)
    drag_over(cards, data, below_row(cards, 2))
    let_go(cards, data, below_row(cards, 2))
    expected = [before[1], before[2], before[0], before[3], before[4]]
    assert shown(board, people, 1) == expected
    board.page.read()
    assert shown(board, people, 1) == expected
    assert cards.selected_people() == moving


def test_a_card_let_go_where_it_was_changes_nothing(
    board: BoardWindow, people: Ids, workspace: Workspace
) -> None:
    steps = len(workspace.history())
    for sort in (BoardSort.ATTENTION, BoardSort.OWN):
        board.page.ask_for(BoardQuery(sort=sort))
        cards = board.page.lists[1]
        before = shown(board, people, 1)
        data = carried(board, people[before[1]])
        drag_over(cards, data, below_row(cards, 1))
        let_go(cards, data, below_row(cards, 1))
        assert shown(board, people, 1) == before
    assert len(workspace.history()) == steps


def test_a_drag_that_leaves_puts_everything_back(
    board: BoardWindow, people: Ids, workspace: Workspace
) -> None:
    target = board.page.lists[4]
    steps = len(workspace.history())
    assert drag_over(target, carried(board, people["Grace"]), below_row(target, 0))
    drag_away(target)
    assert target.gap() is None
    assert len(workspace.history()) == steps
    assert "Grace" in shown(board, people, 3)


def test_only_people_of_this_board_are_taken(board: BoardWindow, people: Ids) -> None:
    target = board.page.lists[4]
    spot = below_row(target, 0)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("people.vcf")])
    odd = [QMimeData() for _ in range(4)]
    for data, content in zip(odd, (b"\xff", b"[]", b'{"board": 1}', b'{"people": "1"}'), strict=True):
        data.setData(MIME, content)
    for data in (files, people_data("another board", [people["Grace"]]), *odd):
        assert not drag_over(target, data, spot)
        let_go(target, data, spot)
        assert target.gap() is None
    assert shown(board, people, 4) == ["Peter", "Nadia"]


def test_the_list_scrolls_while_a_card_is_held_at_its_edge(
    board: BoardWindow, people: Ids, workspace: Workspace, qtbot: QtBot
) -> None:
    sample_people(workspace, 60, level=1)
    cards = board.page.lists[1]
    board.page.read()
    bar = cards.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    data = carried(board, people["Grace"])
    drag_over(cards, data, QPoint(40, cards.viewport().height() - 2))
    qtbot.waitUntil(lambda: bar.value() > 60)
    drag_over(cards, data, QPoint(40, 2))
    qtbot.waitUntil(lambda: bar.value() == 0)
    drag_away(cards)
    assert not cards._edge.isActive()


def test_the_board_scrolls_sideways_while_a_card_is_held_at_its_edge(
    board: BoardWindow, people: Ids, qtbot: QtBot
) -> None:
    board.window.resize(1000, 700)
    QApplication.processEvents()
    bar = board.page.view.row.horizontalScrollBar()
    assert bar.maximum() > 0
    first = board.page.lists[1]
    x = board.page.view.row.viewport().width() - 6
    column = next(
        cards
        for cards in board.page.lists.values()
        if _left(board, cards) < x < _left(board, cards) + cards.width()
    )
    drag_over(column, carried(board, people["Grace"]), QPoint(x - _left(board, column), 100))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    drag_away(column)
    assert not board.page.view.row._edge.isActive()
    assert not first._edge.isActive()


def _left(board: BoardWindow, cards: DropList) -> int:
    return (
        cards.viewport().mapTo(board.page.view.row.viewport(), QPoint(0, 0)).x()
        if cards.isVisible()
        else -9999
    )


def test_from_the_tray_and_back(board: BoardWindow, people: Ids, workspace: Workspace) -> None:
    board.page.view.wish_tray(True)
    tray, first = board.page.lists[None], board.page.lists[1]
    data = carried(board, people["Priti"])
    drag_over(first, data, below_row(first, 0))
    let_go(first, data, below_row(first, 0))
    assert stored_level(workspace, people["Priti"]) == 1
    back = carried(board, people["Priti"], people["Joe"])
    drag_over(tray, back, below_row(tray, 0))
    let_go(tray, back, below_row(tray, 0))
    assert stored_level(workspace, people["Joe"]) is None
    assert sorted(shown(board, people, None)) == ["Joe", "Omar", "Priti"]
    assert board.window.shell.says.text() == "2 people moved back to unsorted"


def test_the_head_of_a_column_takes_cards_too(board: BoardWindow, people: Ids, workspace: Workspace) -> None:
    column = board.page.view.columns[4]
    data = carried(board, people["Grace"])
    enter = QDragEnterEvent(
        QPoint(30, 20), ACTIONS, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(column, enter)
    assert enter.isAccepted()
    assert column.cards.gap() == 1
    QApplication.sendEvent(column, QDragLeaveEvent())
    assert column.cards.gap() is None
    QApplication.sendEvent(column, enter)
    move = QDragMoveEvent(
        QPoint(30, 30), ACTIONS, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(column, move)
    drop = QDropEvent(
        QPointF(30, 30), ACTIONS, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(column, drop)
    assert stored_level(workspace, people["Grace"]) == 4


def test_a_press_and_a_pull_lift_the_selected_cards(
    board: BoardWindow, people: Ids, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[tuple[int, ...], QPixmap, frozenset[int]]] = []
    cards = board.page.lists[1]

    def lift(source: QWidget, data: QMimeData, picture: QPixmap, _grip: QPoint) -> Qt.DropAction:
        assert isinstance(source, DropList)
        seen.append((people_in(data, source._board), picture, source._lifted))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(drop_list, "lift", lift)
    other = board.page.lists[2]
    _click(qtbot, other, 0)
    _click(qtbot, cards, 0, Qt.KeyboardModifier.ControlModifier)
    _click(qtbot, cards, 2, Qt.KeyboardModifier.ControlModifier)
    _pull(qtbot, cards, 2)
    expected = (people["Joe"], people["Dina"], people["Aoife"])
    assert [one[0] for one in seen] == [expected]
    assert seen[0][2] == frozenset(expected)
    assert not seen[0][1].isNull()
    assert cards._lifted == frozenset()
    _pull(qtbot, cards, 3)
    assert seen[1][0] == (people["Marta"],)


def _click(
    qtbot: QtBot, cards: DropList, row: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, modifier, cards.row_rect(row).center())


def _pull(qtbot: QtBot, cards: DropList, row: int) -> None:
    start = cards.row_rect(row).center()
    qtbot.mousePress(cards.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        qtbot.mouseMove(cards.viewport(), start + QPoint(step * 10, 0))
    qtbot.mouseRelease(cards.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))


def test_the_lifted_picture_is_larger_than_the_card_and_holds_the_grip(
    board: BoardWindow, people: Ids
) -> None:
    card = board.page.models[3].card(0)
    assert card is not None
    size = QSize(200, 90)
    picture, grip = lifted_picture(CardDelegate(), card, size, 3, 2.0, QPoint(20, 30))
    assert picture.devicePixelRatio() == 2.0
    logical = picture.deviceIndependentSize()
    assert logical.width() > size.width()
    assert logical.height() > size.height()
    assert 20 < grip.x() < logical.width()
    assert 30 < grip.y() < logical.height()
    # The corner is outside the turned card and its shadow; the middle is not.
    image = picture.toImage()
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(image.rect().center()).alpha() == 255


def test_a_drop_that_cannot_be_written_puts_the_card_back(
    board: BoardWindow, people: Ids, workspace: Workspace
) -> None:
    workspace.sql("PRAGMA query_only = on")
    target = board.page.lists[4]
    data = carried(board, people["Grace"])
    drag_over(target, data, below_row(target, 0))
    let_go(target, data, below_row(target, 0))
    workspace.sql("PRAGMA query_only = off")
    assert "Grace" in shown(board, people, 3)
    assert "Grace" not in shown(board, people, 4)
    assert stored_level(workspace, people["Grace"]) == 3
    assert board.window.shell.says.text() not in ("", "Grace Adeyemi moved to Creative collaborator")
    assert not board.page.moves.is_waiting()


def test_undo_brings_the_card_back(board: BoardWindow, people: Ids, workspace: Workspace) -> None:
    before = shown(board, people, 3)
    target = board.page.lists[4]
    data = carried(board, people["Grace"])
    drag_over(target, data, below_row(target, 0))
    let_go(target, data, below_row(target, 0))
    board.window.shell.undo()
    assert shown(board, people, 3) == before
    assert levels.moves(workspace, people["Grace"]) == ()
    board.window.shell.redo()
    assert "Grace" in shown(board, people, 4)
