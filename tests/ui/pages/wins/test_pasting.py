"""Wins pasted from a spreadsheet: looked at, put right by keys, and added as one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu

from netdesk.app.compose import Program
from netdesk.services.win_paste import Verdict, WinColumn
from netdesk.ui.pages.wins.page import WinsPage
from netdesk.ui.pages.wins.paste.card import PasteCard
from netdesk.ui.pages.wins.paste.row_model import TICK
from netdesk.ui.pages.wins.paste.window import open_win_paste
from netdesk.ui.widgets.overlay import Overlay
from tests.support.programs import ScriptedDialogs, running, said
from tests.support.workspaces import sample_people

KEY = Qt.Key
TABLE = """Datum\tProjekt\tKunde\tBetrag\tNr.
3/4/2026\tInbox set-up\tLindqvist Interiors\t£1,200\t7
5/6/2026\tMonthly support\tMill Street Gifts\tlots\t9
1/2/2026\tRota tidy-up\tCafé Rosa\t450\t12
"""


def wins(program: Program) -> list[tuple[str, str, str, float | None]]:
    found = program.workspace.sql("SELECT won_on, title, client, value FROM win ORDER BY id")
    return [tuple(row) for row in found]


def press(card: PasteCard, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(card.preview.table, key, held)
    QApplication.processEvents()


def stand(card: PasteCard, row: int, column: int) -> QModelIndex:
    index = card.preview.table.rows.index(row, column)
    card.preview.table.setCurrentIndex(index)
    return index


def test_rows_are_put_right_by_keys_and_added_in_one_step(qapp: QApplication, tmp_path: Path) -> None:
    with running(qapp, tmp_path / "a.netdesk") as program:
        card = open_win_paste(program.window.shell, TABLE)
        QAbstractItemModelTester(card.preview.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
        table, rows = card.preview.table, card.preview.table.rows
        assert table.hasFocus()
        assert [rows.heading(column) for column in range(rows.columnCount())] == [
            "",
            "When",
            "What",
            "Client",
            "Value",
            "Left out",
            "What will happen",
        ]
        assert card.foot.primary.text() == "Add 2 wins"
        assert card.preview.said.text().startswith("3/4 can be read in two ways")
        last = rows.columnCount() - 1
        assert [rows.index(row, last).data() for row in range(3)] == ["Add", "“lots” is no amount.", "Add"]
        # Enter goes to the cell that is to be put right, with what was pasted in it.
        stand(card, 1, 2)
        assert card.foot.text().startswith("Line 3: “lots” is no amount.")
        press(card, KEY.Key_Return)
        (editor,) = table.findChildren(QLineEdit)
        assert editor.text() == "lots"
        QTest.keyClicks(editor, "EUR 2.400,50")
        QTest.keyClick(editor, KEY.Key_Return)
        QApplication.processEvents()
        assert rows.index(1, 4).data() == "€2,400.50"
        assert card.foot.primary.text() == "Add 3 wins"
        # Space leaves a row out and takes it in again.
        stand(card, 0, 2)
        table.selectRow(0)
        press(card, KEY.Key_Space)
        assert card.foot.primary.text() == "Add 2 wins"
        assert rows.index(0, last).data() == "Leave out"
        assert (
            rows.index(0, TICK)
            .data(Qt.ItemDataRole.AccessibleTextRole)
            .startswith("Line 2 is left out, 3 Apr")
        )
        press(card, KEY.Key_Space)
        card.preview.days.setCurrentIndex(1)
        card.preview.days.activated.emit(1)
        table.setFocus()
        press(card, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert wins(program) == [
            ("2026-03-04", "Inbox set-up", "Lindqvist Interiors", 1200.0),
            ("2026-05-06", "Monthly support", "Mill Street Gifts", 2400.5),
            ("2026-01-02", "Rota tidy-up", "Café Rosa", 450.0),
        ]
        assert not [one for one in program.window.findChildren(Overlay) if one.isVisible()]
        # Their source is to be said: the toast leads to those without one.
        page = program.window.current_page()
        assert isinstance(page, WinsPage)
        assert said(program) == "3 wins added"
        offer = next(
            one
            for one in program.window.findChildren(QAbstractButton)
            if one.text() == "Say where they came from"
        )
        offer.click()
        QApplication.processEvents()
        assert page.filter.query.unsaid
        program.window.shell.undo()
        assert wins(program) == []


def test_what_a_column_holds_is_chosen_from_its_heading(qapp: QApplication, tmp_path: Path) -> None:
    with running(qapp, tmp_path / "a.netdesk") as program:
        card = open_win_paste(program.window.shell, "2026-11-18\tLindqvist Interiors\tInbox set-up\n")
        rows = card.preview.table.rows
        stand(card, 0, 3)
        press(card, KEY.Key_C)
        menu = next(menu for menu in card.preview.table.findChildren(QMenu) if menu.isVisible())
        next(action for action in menu.actions() if action.text() == "What").trigger()
        menu.close()
        assert [rows.kind(column) for column in (1, 2, 3)] == [WinColumn.DATE, None, WinColumn.TITLE]
        head = card.preview.table.horizontalHeader()
        spot = QPoint(head.sectionViewportPosition(2) + 10, head.height() // 2)
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        menu = next(menu for menu in card.preview.table.findChildren(QMenu) if menu.isVisible())
        next(action for action in menu.actions() if action.text() == "Client").trigger()
        menu.close()
        card.preview.headed.click()
        assert rows.rowCount() == 0
        assert not card.foot.primary.isEnabled()
        card.preview.headed.click()
        card.foot.primary.click()
        assert wins(program) == [("2026-11-18", "Inbox set-up", "Lindqvist Interiors", None)]
        # Pasted once more, the same win is here already; a press on the tick takes it all the same.
        card = open_win_paste(program.window.shell, "2026-11-18\tInbox set-up\tLindqvist Interiors\n")
        rows = card.preview.table.rows
        assert rows.row(0).verdict is Verdict.HERE
        assert not card.foot.primary.isEnabled()
        spot = card.preview.table.visualRect(rows.index(0, TICK)).center()
        QTest.mouseClick(card.preview.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert card.foot.primary.text() == "Add 1 win"
        assert card.foot.primary.isEnabled()


def test_the_card_asks_for_a_table_and_takes_one_by_ctrl_v_or_from_a_file(
    qapp: QApplication, tmp_path: Path
) -> None:
    (tmp_path / "wins.csv").write_text("What;Value\nLogo;450\nSite;lots\n", encoding="utf-8")
    (tmp_path / "wins.xlsx").write_bytes(b"PK\x03\x04" + bytes(40))
    dialogs = ScriptedDialogs([tmp_path / "wins.xlsx"], [tmp_path / "wins.csv"])
    with running(qapp, tmp_path / "a.netdesk", dialogs=dialogs) as program:
        QGuiApplication.clipboard().setText("just a sentence")
        card = open_win_paste(program.window.shell)
        assert card.empty.isVisible()
        card.open_file()
        assert card.empty.isVisible()
        assert card.foot.text().startswith("That is a spreadsheet’s own file.")
        card.open_file()
        rows = card.preview.table.rows
        assert rows.rowCount() == 2
        assert card.preview.said.text().startswith("No column says when they were won: today is taken.")
        card.preview.show_only(Verdict.WRONG)
        assert [row.cells[0] for row in map(rows.row, range(rows.rowCount()))] == ["Site"]
        QGuiApplication.clipboard().setText(TABLE)
        press(card, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert rows.rowCount() == 3
        assert open_win_paste(program.window.shell, "a\tb") is card


@pytest.mark.parametrize("text", ["<img src=x>\t" + "x" * 100_000, "\t".join(map(str, range(90)))])
def test_odd_tables_are_shown_as_plain_text(qapp: QApplication, tmp_path: Path, text: str) -> None:
    with running(qapp, tmp_path / "a.netdesk") as program:
        card = open_win_paste(program.window.shell, text)
        rows = card.preview.table.rows
        card.preview.table.grab()
        assert rows.rowCount() == 1
        assert all(len(str(rows.index(0, column).data())) <= 500 for column in range(rows.columnCount()))


def test_a_table_is_pasted_anywhere_on_the_page(qapp: QApplication, tmp_path: Path) -> None:
    with running(qapp, tmp_path / "a.netdesk") as program:
        sample_people(program.workspace, 1)
        program.window.show_place("wins")
        page = program.window.current_page()
        assert isinstance(page, WinsPage)
        QGuiApplication.clipboard().setText("a sentence")
        QTest.keyClick(page, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert not program.window.findChildren(PasteCard)
        QGuiApplication.clipboard().setText(TABLE)
        QTest.keyClick(page, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
        (card,) = program.window.findChildren(PasteCard)
        assert card.preview.table.rows.rowCount() == 3
