"""The menu of a row: its lines by mouse and by the keys they show."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netdesk.ui.widgets.row_menu import Entry, open_menu


def test_the_keys_a_menu_shows_choose_its_lines(qtbot: QtBot) -> None:
    row, done = QWidget(), list[str]()
    qtbot.addWidget(row)
    row.show()
    entries = [
        Entry("Promise something…", lambda: done.append("promise"), shortcut="P"),
        Entry("Left", lambda: done.append("left"), shortcut="L", enabled=False),
        Entry("Open", lambda: done.append("open"), shortcut="Return"),
    ]
    menu = open_menu(entries, row, QPoint(10, 10))
    qtbot.keyClick(menu, Qt.Key.Key_L)
    assert (done, menu.isVisible()) == ([], True)
    qtbot.keyClick(menu, Qt.Key.Key_P)
    assert (done, menu.isVisible()) == (["promise"], False)


def test_enter_takes_the_line_one_stands_on_whatever_key_another_line_shows(qtbot: QtBot) -> None:
    row, done = QWidget(), list[str]()
    qtbot.addWidget(row)
    row.show()
    entries = [
        Entry("Promise something…", lambda: done.append("promise"), shortcut="P"),
        Entry("Open", lambda: done.append("open"), shortcut="Return"),
    ]
    menu = open_menu(entries, row, QPoint(10, 10))
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert done == ["promise"]
