"""The board as a page: what it shows, how it is narrowed, what follows a move, what it remembers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QImage, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from netdesk.background.lanes import Lanes
from netdesk.method.contact_kinds import PersonKind
from netdesk.services import levels
from netdesk.services.board_query import BoardQuery, BoardSort, Only
from netdesk.store.blobs import keep_photo
from netdesk.store.workspace import Workspace, moment
from netdesk.ui.memory import WindowMemory
from netdesk.ui.pages.board.column_header import ColumnHeader
from netdesk.ui.pages.board.reason_card import ReasonCard
from netdesk.ui.theme.scheme import Scheme
from netdesk.ui.widgets.chip import Chip
from netdesk.ui.widgets.overlay import Overlay
from tests.support.board_window import BoardWindow, button, card_of, texts
from tests.support.mockup_people import TODAY
from tests.support.workspaces import sample_people

Ids = dict[str, int]


def shown(board: BoardWindow, people: Ids, level: int | None) -> list[str]:
    by_id = {person: name for name, person in people.items()}
    return [by_id[one] for one in board.page.models[level].ids()]


# What it shows ------------------------------------------------------------------------------------


def test_the_top_counts_people_and_what_they_need(board: BoardWindow) -> None:
    assert "16 people across five levels" in texts(board.page.view.header)
    assert board.page.view.header.cold.text() == "2 going cold"
    assert board.page.view.header.ready.text() == "1 ready to move up"
    assert board.page.view.header.tray.text() == "2 unsorted"


def test_a_column_says_its_level_and_what_moves_people_up(board: BoardWindow) -> None:
    column = board.page.view.columns[3]
    said = texts(column)
    assert {
        "Equally engaged",
        "Each knows what the other needs; both have helped",
        "Make something together",
    } <= set(said)
    assert column.accessibleName() == "Equally engaged"
    assert column.cards.accessibleName() == "Equally engaged, 3 people"
    index = board.page.models[3].index(2)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Grace Adeyemi, Bright Copy, Equally engaged, card 3 of 3, wrote 8 d ago"


def test_a_column_above_its_capacity_says_so_and_forbids_nothing(
    board: BoardWindow, people: Ids, workspace: Workspace
) -> None:
    header = board.page.view.columns[5].findChild(ColumnHeader)
    assert isinstance(header, ColumnHeader)
    chip = header.findChild(Chip)
    assert isinstance(chip, Chip)
    assert chip.isHidden()
    levels.move_people(workspace, [people[name] for name in ("Joe", "Sue", "Dina", "Tom")], 5)
    assert not chip.isHidden()
    assert chip.text() == "1 too many"
    assert chip.accessibleDescription() == "6 people here, 1 more than the 5 you can tend well."
    assert board.page.move_people([people["Marta"]], 5)
    assert chip.text() == "2 too many"


def test_the_heads_and_feet_of_all_columns_are_in_line(board: BoardWindow) -> None:
    QApplication.processEvents()
    tops = {column.cards.mapTo(board.page, QPoint(0, 0)).y() for column in board.page.view.columns.values()}
    ends = {
        column.cards.mapTo(board.page, QPoint(0, column.cards.height())).y()
        for column in board.page.view.columns.values()
    }
    assert len(tops) == len(ends) == 1


def test_an_empty_board_teaches(board: BoardWindow, people: Ids, workspace: Workspace) -> None:
    assert board.page.view.hint.isHidden()
    levels.move_people(workspace, list(people.values()), None)
    assert not board.page.view.hint.isHidden()
    assert board.page.view.tray.isVisible()
    assert "tray" in board.page.lists[1]._empty
    assert board.page.lists[2]._empty == "Nobody here yet."
    board.page.move_people([people["Joe"]], 2)
    assert board.page.view.hint.isHidden()
    assert "1 person across five levels" in texts(board.page.view.header)
    board.page.ask_for(BoardQuery(text="nobody at all"))
    assert board.page.lists[1]._empty == "Nobody here matches the filter."
    assert "0 of 1 people" in texts(board.page.view.header)


def test_the_tray_opens_and_folds(board: BoardWindow, qtbot: QtBot) -> None:
    assert not board.page.view.tray.isVisible()
    qtbot.mouseClick(board.page.view.header.tray, Qt.MouseButton.LeftButton)
    assert board.page.view.tray.isVisible()
    assert "Unsorted" in texts(board.page.view.tray)
    board.page.view.tray.closed.emit()
    assert not board.page.view.tray.isVisible()
    assert not board.page.view.header.tray.isChecked()
    board.window.shell.commands.run("board.tray")
    assert board.page.view.tray.isVisible()


# Narrowing and sorting ----------------------------------------------------------------------------


def test_the_chips_narrow_and_widen(board: BoardWindow, people: Ids, qtbot: QtBot) -> None:
    qtbot.mouseClick(board.page.view.header.cold, Qt.MouseButton.LeftButton)
    assert shown(board, people, 1) == ["Joe"]
    assert shown(board, people, 2) == []
    assert "2 of 16 people" in texts(board.page.view.header)
    qtbot.mouseClick(board.page.view.header.ready, Qt.MouseButton.LeftButton)
    assert board.page.query().only is Only.READY
    assert not board.page.view.header.cold.isChecked()
    assert shown(board, people, 2) == ["Ravi"]
    qtbot.mouseClick(board.page.view.header.ready, Qt.MouseButton.LeftButton)
    assert board.page.query() == BoardQuery()


def test_the_filter_asks_by_text_tag_market_and_kind(
    board: BoardWindow, people: Ids, workspace: Workspace, qtbot: QtBot
) -> None:
    with workspace.change("Mark some"):
        workspace.sql("INSERT INTO tag (id, name, folded) VALUES (5, 'Breakfast Club', 'breakfast club')")
        workspace.sql("INSERT INTO person_tag (person_id, tag_id) VALUES (?, 5)", (people["Tom"],))
        workspace.sql("INSERT INTO target_market (id, name) VALUES (7, 'Shops & cafés')")
    filter_card = board.page.view.filter_card
    tag, market, kind = filter_card.findChildren(QComboBox)
    tag.setCurrentIndex(1)
    assert shown(board, people, 1) == ["Tom"]
    assert board.page.view.header.filter_button.text() == "Breakfast Club · any target market"
    market.setCurrentIndex(1)
    assert board.page.view.header.filter_button.text() == "Breakfast Club · Shops && cafés"
    assert shown(board, people, 1) == []
    kind.setCurrentIndex(kind.findData(PersonKind.CLIENT))
    assert board.page.query() == BoardQuery(tag=5, market=7, kind=PersonKind.CLIENT)
    button(filter_card, "Show everybody").click()
    assert board.page.query() == BoardQuery()
    (text,) = (one for one in filter_card.findChildren(QLineEdit) if one.placeholderText())
    qtbot.keyClicks(text, "okaf")
    qtbot.waitUntil(lambda: board.page.query().text == "okaf")
    assert shown(board, people, 1) == ["Tom"]
    assert (
        board.page.view.header.filter_button.accessibleName()
        == "Filter: “okaf” · Any tag · any target market"
    )


def test_the_filter_pops_up_below_its_button(board: BoardWindow, qtbot: QtBot) -> None:
    board.window.shell.commands.run("board.filter")
    filter_card = board.page.view.filter_card
    assert filter_card.isVisible()
    edge = board.page.view.header.filter_button.mapToGlobal(
        board.page.view.header.filter_button.rect().bottomRight()
    )
    assert filter_card.geometry().top() >= edge.y()
    filter_card.close()


def test_the_order_is_chosen_at_the_top_or_by_command(board: BoardWindow, people: Ids) -> None:
    (box,) = (one for one in board.page.view.header.findChildren(QComboBox) if one.accessibleName() == "Sort")
    box.setCurrentIndex(box.findData(BoardSort.NAME))
    assert shown(board, people, 2) == ["Ellen", "Aoife", "Karl", "Ravi"]
    board.window.shell.commands.run("board.sort_own")
    assert board.page.query().sort is BoardSort.OWN
    assert box.currentText() == "own order"


# After a move -------------------------------------------------------------------------------------


def test_the_toast_offers_undo_and_why(
    board: BoardWindow, people: Ids, workspace: Workspace, qtbot: QtBot
) -> None:
    board.page.move_people([people["Grace"]], 4)
    says = board.window.shell.says
    assert says.text() == "Grace Adeyemi moved to Creative collaborator"
    assert list(says._offers) == ["Undo", "Why?"]
    says._offers["Why?"]()
    card = card_of(board, ReasonCard)
    line = card.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "She sent two clients")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert levels.moves(workspace, people["Grace"])[0].why == "She sent two clients"
    assert not [one for one in board.window.findChildren(Overlay) if one.isVisible()]
    board.window.shell.undo()
    assert "Grace" in shown(board, people, 3)
    assert levels.moves(workspace, people["Grace"]) == ()


def test_no_reason_need_be_given(board: BoardWindow, people: Ids, workspace: Workspace) -> None:
    board.page.move_people([people["Grace"]], 4)
    for label in ("Not now", "Keep with the move"):
        board.window.shell.says._offers["Why?"]()
        button(card_of(board, ReasonCard), label).click()
        QApplication.processEvents()
    assert levels.moves(workspace, people["Grace"])[0].why == ""


def test_what_others_change_is_shown(board: BoardWindow, people: Ids, workspace: Workspace) -> None:
    levels.move_people(workspace, [people["Grace"]], 5)
    assert "Grace" in shown(board, people, 5)
    with workspace.change("Rename"):
        workspace.sql("UPDATE person SET display_name = 'Grace Hopper' WHERE id = ?", (people["Grace"],))
    row = board.page.models[5].row_of(people["Grace"])
    card = board.page.models[5].card(row)
    assert card is not None
    assert card.name == "Grace Hopper"
    with workspace.change("Bin"):
        workspace.sql("UPDATE person SET binned_at = ? WHERE id = ?", (moment(), people["Grace"]))
    assert "Grace" not in shown(board, people, 5)


def test_a_new_person_comes_from_the_button(board: BoardWindow) -> None:
    from netdesk.ui.actions.catalogue import Command

    asked: list[bool] = []
    board.window.shell.commands.add(Command("contacts.new_person", "New person", lambda: asked.append(True)))
    button(board.page.view.header, "Person").click()
    assert asked == [True]


# Remembering, and with real threads ---------------------------------------------------------------


def test_the_order_the_tray_and_the_person_are_remembered(
    qapp: QApplication, workspace: Workspace, people: Ids, board: BoardWindow, tmp_path: Path
) -> None:
    board.page.ask_for(BoardQuery(sort=BoardSort.NAME))
    board.page.view.wish_tray(True)
    board.page.show_person(people["Karl"])
    kept = board.page.remembered()
    memory = WindowMemory(tmp_path / "memory.ini")
    memory.keep("page/board", kept)
    again = BoardWindow(qapp, workspace, lambda: TODAY, memory=memory)
    try:
        assert again.page.query().sort is BoardSort.NAME
        assert again.page.view.tray.isVisible()
        assert again.page.lists[2].current_person() == people["Karl"]
        again.page.remember({"sort": "sideways", "tray": 3, "person": "me"})
        assert again.page.query().sort is BoardSort.NAME
    finally:
        again.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_going_to_somebody_on_the_board(board: BoardWindow, people: Ids) -> None:
    board.window.shell.go("board", person=people["Sam"])
    assert board.page.lists[5].current_person() == people["Sam"]
    board.window.shell.go("board", person=people["Priti"])
    assert board.page.view.tray.isVisible()
    assert board.page.lists[None].current_person() == people["Priti"]


@pytest.fixture
def threaded(qapp: QApplication, workspace: Workspace, people: Ids) -> Iterator[BoardWindow]:
    made = BoardWindow(qapp, workspace, lambda: TODAY, lanes=Lanes(workspace))
    yield made
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_moves_in_quick_succession_are_seen_at_once_and_kept(
    threaded: BoardWindow, people: Ids, workspace: Workspace, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(threaded.page.models[1].ids()) == 5)
    threaded.page.read()
    for level in (2, 3, 4, 5, 4):
        assert threaded.page.move_people([people["Joe"]], level)
        assert "Joe" in shown(threaded, people, level)
        assert threaded.page.moves.is_waiting()
        threaded.page.read()
    assert threaded.page.move_people([people["Sue"]], 2)
    qtbot.waitUntil(lambda: not threaded.page.moves.is_waiting())
    qtbot.waitUntil(lambda: threaded.page.view.header.cold.text() != "")
    assert "Joe" in shown(threaded, people, 4)
    assert "Sue" in shown(threaded, people, 2)
    steps = [move.to_level for move in reversed(levels.moves(workspace, people["Joe"]))]
    assert steps == [2, 3, 4, 5, 4]
    threaded.page.read()
    qtbot.waitUntil(lambda: not threaded.page._stale)
    assert sum(len(model.ids()) for model in threaded.page.models.values()) == 18


def test_somebody_who_comes_back_the_next_day_sees_that_day(
    qapp: QApplication, workspace: Workspace, people: Ids, qtbot: QtBot
) -> None:
    days = [TODAY]
    board = BoardWindow(qapp, workspace, lambda: days[-1])
    other = QWidget()
    qtbot.addWidget(other)
    try:
        board.window.activateWindow()
        qtbot.waitUntil(board.window.isActiveWindow)
        other.show()
        other.activateWindow()
        qtbot.waitUntil(other.isActiveWindow)
        assert board.page.view.header.cold.text() == "2 going cold"
        days.append(TODAY + timedelta(days=40))
        board.window.activateWindow()
        qtbot.waitUntil(board.window.isActiveWindow)
        assert board.page.view.header.cold.text() == "11 going cold"
    finally:
        board.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


# Pictures -----------------------------------------------------------------------------------------


def test_a_picture_is_painted_on_the_card(
    board: BoardWindow, people: Ids, workspace: Workspace, tmp_path: Path
) -> None:
    colour = board.page.palette().color(QPalette.ColorRole.Highlight)
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(colour)
    path = tmp_path / "face.png"
    image.save(str(path))
    with workspace.change("Add a picture"):
        address = keep_photo(workspace.connection, path.read_bytes(), "image/png")
        workspace.sql("UPDATE person SET photo = ? WHERE id = ?", (address, people["Luis"]))
    cards = board.page.lists[3]
    rect = cards.row_rect(0)
    seen = cards.viewport().grab().toImage()
    ratio = seen.devicePixelRatio()
    spot = rect.topLeft() + QPoint(28, 28)
    assert seen.pixelColor(round(spot.x() * ratio), round(spot.y() * ratio)) == colour


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", [(1100, 700), (1440, 900)])
def test_text_of_any_kind_is_shown_as_text(
    qapp: QApplication, workspace: Workspace, scheme: Scheme, size: tuple[int, int]
) -> None:
    right_to_left = "\u202e\u0645\u0631\u062d\u0628\u0627"
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    odd = ("<b>Bold</b>", "x" * 200_000, right_to_left, f"{family} Ana & Bo", "a\nb\tc", "")
    people = sample_people(workspace, len(odd), level=1)
    with workspace.change("Give odd names"):
        for person, name in zip(people, odd, strict=True):
            workspace.sql(
                "UPDATE person SET display_name = ?, met_words = ? WHERE id = ?", (name, name, person)
            )
        workspace.sql(
            "UPDATE level SET name = '<i>x</i> & y', meaning = ?, moves_up = ?", ("y" * 900, "z" * 900)
        )
    board = BoardWindow(qapp, workspace, lambda: TODAY, scheme=scheme, size=size)
    try:
        picture = board.page.grab()
        assert not picture.isNull()
        assert "<i>x</i> & y" in texts(board.page.view.columns[1])
        board.page.move_people([people[0]], 2)
        assert board.window.shell.says.text() == "<b>Bold</b> moved to <i>x</i> & y"
    finally:
        board.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_screen_reader_finds_columns_and_cards(board: BoardWindow, people: Ids) -> None:
    found = QAccessible.queryAccessibleInterface(board.page.lists[2])
    assert found.role() in (QAccessible.Role.List, QAccessible.Role.Table)
    assert found.text(QAccessible.Text.Name) == "Familiar face, 4 people"
    assert found.childCount() == 4
    names = [found.child(row).text(QAccessible.Text.Name) for row in range(4)]
    assert names[2] == "Ravi Menon, Menon Accountancy, Familiar face, card 3 of 4, ready to move up"
    cards = board.page.lists[2]
    corner = cards.viewport().mapToGlobal(cards.row_rect(2).topLeft())
    assert found.child(2).rect().topLeft() == corner


def test_every_control_of_the_board_has_a_name(board: BoardWindow) -> None:
    board.page.view.wish_tray(True)
    QApplication.processEvents()
    takes = Qt.FocusPolicy.TabFocus
    nameless = [
        widget
        for widget in board.page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & takes and not widget.accessibleName()
    ]
    assert nameless == []
