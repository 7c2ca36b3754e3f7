"""The quick table by mouse, by a screen reader, and where what is typed into is gone or too long for a cell."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netdesk.method.periods import month_of, year_of
from netdesk.method.sources import Source
from netdesk.services.wins import bin_win, delete, edit_win, read_draft
from netdesk.ui.pages.wins.table.cell_table import CellTable
from netdesk.ui.pages.wins.table.columns import Column
from tests.support.programs import TODAY
from tests.support.seen import choose, open_menu
from tests.support.wins_window import WinsWindow

KEY = Qt.Key
SPEAKS, TIP = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole


def press(table: CellTable, row: int, column: Column, *, twice: bool = False) -> None:
    place = table.visualRect(table.cells.index(row, column)).center()
    click = QTest.mouseDClick if twice else QTest.mouseClick
    click(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QApplication.processEvents()


def test_every_cell_says_which_win_and_what_stands_there(opened: WinsWindow) -> None:
    rows, entry = opened.page.rows, opened.page.new.row
    said = [rows.index(1, column).data(SPEAKS) for column in Column]
    assert said[Column.WHEN] == "Monthly support, When: 2 Nov"
    assert said[Column.SOURCE] == "Monthly support, Where it came from: Network referral"
    assert said[Column.PLACE] == "Monthly support, Event or group: empty"
    assert rows.index(3, Column.SOURCE).data(SPEAKS).endswith("not said yet")
    assert entry.index(0, Column.WHAT).data(SPEAKS) == "New win, What: empty"
    tips = [str(rows.index(1, column).data(TIP)) for column in Column]
    assert "Monday 2 November 2026" in tips[Column.WHEN]
    assert "you were introduced before they had a need" in tips[Column.SOURCE]
    assert "Sam Carter: 50%" in tips[Column.THANKS]
    assert "Olga Petrova" in rows.index(0, Column.THANKS).data(TIP)
    for model, row in ((rows, 3), (entry, 0)):
        assert "5  Reputation: they had heard or read" in model.index(row, Column.SOURCE).data(TIP)
    assert rows.headerData(Column.THANKS, Qt.Orientation.Horizontal) == "Thanks to"


def test_the_mouse_goes_to_a_cell_and_types_it_when_pressed_again(opened: WinsWindow) -> None:
    table, entry = opened.table, opened.entry
    press(table, 2, Column.CLIENT)
    assert (table.here(), table.is_typing) == ((2, Column.CLIENT), False)
    press(table, 2, Column.CLIENT)
    assert table.is_typing
    opened.type("x")
    press(table, 1, Column.WHAT)
    assert not table.is_typing, "what was typed is kept when another cell is pressed"
    assert opened.wins()[2].client == "x"
    press(table, 1, Column.WHAT, twice=True)
    assert table.editor.text() == "Monthly support"
    press(entry, 0, Column.VALUE)
    assert entry.is_typing, "one press is enough in the row of a new win"
    opened.type("lots")
    press(entry, 0, Column.WHAT)
    assert entry.editor.text() == "lots", "what cannot be used is not left by a press either"
    press(table, 0, Column.WHAT)
    assert opened.page.trouble.words() == "", "nobody is held back"
    entry.editor.setFocus()
    assert opened.page.trouble.words().startswith("“lots” is no amount.")
    opened.key(KEY.Key_Escape)
    assert not entry.is_typing


def test_the_pointer_is_a_hand_over_the_sources_only(opened: WinsWindow) -> None:
    table = opened.table
    over = table.source_boxes(0)[2].center()
    assert table.source_at(over) is Source.SELF_REFERRAL
    QTest.mouseMove(table.viewport(), over)
    assert table.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(table.viewport(), table.visualRect(table.cells.index(0, Column.WHAT)).center())
    assert table.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_the_menu_opens_by_its_key_and_types_the_cell(opened: WinsWindow) -> None:
    table = opened.go(1, Column.THANKS)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(table.viewport(), QContextMenuEvent(reason, QPoint(5, 5), QPoint(5, 5)))
    lines = [each.text() for each in open_menu().actions()]
    assert lines[:4] == ["Type here", "All about it…", "Thank Sam Carter…", "Thank Nadia Rahman…"]
    choose("Type here")
    QApplication.processEvents()
    assert table.editor.text() == "Sam Carter → Nadia Rahman"


def test_the_period_and_the_source_are_chosen_from_menus(opened: WinsWindow) -> None:
    narrow = opened.page.filter
    opened.page.start_search()
    narrow.period.click()
    choose("This month")
    assert narrow.query.period == month_of(TODAY)
    assert opened.shown(Column.WHAT) == ["Inbox set-up", "Monthly support"]
    narrow.source.click()
    choose("Network referral")
    assert opened.shown(Column.WHAT) == ["Monthly support"]
    assert (narrow.period.text(), narrow.source.text()) == ("This month", "Network referral")
    opened.shell.go("wins", period=year_of(TODAY.replace(year=2024)))
    assert opened.shown(Column.WHAT) == ["First desk"]
    assert narrow.period.text() == "2024"
    narrow.search.setFocus()
    opened.key(KEY.Key_Escape)
    assert narrow.isHidden()
    assert len(opened.shown(Column.WHAT)) == 5


def test_a_text_too_long_for_a_cell_is_not_cut_by_being_looked_at(opened: WinsWindow) -> None:
    win = opened.wins()[0]
    note = "A long way. " * 300
    edit_win(opened.workspace, win.id, replace(read_draft(opened.workspace, win.id), note=note), TODAY)
    with opened.workspace.change("As a file may hold it"):
        opened.workspace.sql("UPDATE win SET title = ? WHERE id = ?", ("W" * 3_000, win.id))
    QApplication.processEvents()
    opened.go(0, Column.WHAT)
    opened.key(KEY.Key_F2)
    opened.key(KEY.Key_Tab)
    assert len(read_draft(opened.workspace, win.id).title) == 3_000


def test_a_cell_whose_win_is_gone_keeps_the_words_and_says_so(opened: WinsWindow) -> None:
    win = opened.wins()[0]
    opened.go(0, Column.WHAT)
    opened.type("New words")
    bin_win(opened.workspace, win.id)
    delete(opened.workspace, win.id)
    QApplication.processEvents()
    opened.key(KEY.Key_Return)
    assert "not in the workspace any more" in opened.page.trouble.words()
    assert opened.table.editor.text() == "New words"
    opened.key(KEY.Key_Escape)
    QApplication.processEvents()
    assert opened.shown(Column.WHAT)[0] == "Monthly support"


def test_all_about_a_win_opens_by_its_keys_and_an_unknown_target_is_passed_over(opened: WinsWindow) -> None:
    opened.go(2, Column.WHAT)
    opened.key(KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.shell.is_covered()
    opened.key(KEY.Key_Escape)
    opened.shell.go("wins", win=999_999)
    assert len(opened.shown(Column.WHAT)) == 5, "a win that is gone leads to the list"
    opened.shell.commands.run("wins.unsaid")
    assert opened.shown(Column.WHAT) == ["Audit of tools", "First desk"]
    opened.page.head.filter_button.click()
    opened.page.head.filter_button.click()
    assert opened.page.filter.search.hasFocus()
    opened.page.filter.search.left_downwards.emit()
    assert opened.table.hasFocus()
