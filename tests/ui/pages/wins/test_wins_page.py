"""The page around the quick table: filter, bin, menu, an empty page, narrow windows, and the next start."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from netdesk.method.sources import Source
from netdesk.services.follow_ups import finish_follow_up
from netdesk.services.win_list import WinQuery
from netdesk.services.wins import edit_win, read_draft, thank
from netdesk.ui.memory import WindowMemory
from netdesk.ui.pages.wins.table.columns import Column
from tests.support.programs import TODAY
from tests.support.seen import choose, words
from tests.support.wins_window import TITLES, WinsWindow, wins_window

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_win_is_binned_and_taken_out_again(opened: WinsWindow) -> None:
    opened.go(1, Column.WHAT)
    opened.key(KEY.Key_Delete)
    assert opened.said() == "Moved “Monthly support” to the bin"
    assert opened.shown(Column.WHAT) == [TITLES[0], *TITLES[2:]]
    assert opened.table.here() == (1, Column.WHAT), "the next win has moved up under the keyboard"
    opened.shell.undo()
    assert opened.shown(Column.WHAT) == TITLES


def test_the_filter_narrows_by_words_period_and_what_is_not_said(opened: WinsWindow) -> None:
    page = opened.page
    opened.key(KEY.Key_F, CTRL)
    assert page.filter.search.hasFocus()
    page.filter.search.setText("nadia")
    opened.key(KEY.Key_Return)
    assert opened.shown(Column.WHAT) == ["Monthly support"]
    assert page.head.words.text().startswith("1 win shown · ")
    page.filter.search.setText("nobody of this name")
    opened.key(KEY.Key_Return)
    assert "No win fits what is chosen." in words(page.card)
    page.card.all_wanted.emit()
    assert opened.shown(Column.WHAT) == TITLES
    page.filter.unsaid.click()
    assert page.filter.unsaid.text() == "Source not said 2"
    assert opened.shown(Column.WHAT) == ["Audit of tools", "First desk"]
    opened.go(0, Column.SOURCE)
    opened.key(KEY.Key_4)
    assert opened.shown(Column.WHAT) == ["First desk"]
    opened.shell.go("wins", win=opened.wins()[0].id)
    assert opened.shown(Column.WHAT) == TITLES, "a win the filter hid is shown all the same"
    assert opened.table.here() == (0, Column.WHAT)


def test_the_wins_of_a_group_or_thanks_to_somebody_are_shown_until_the_chip_is_closed(
    opened: WinsWindow,
) -> None:
    page = opened.page
    opened.shell.go("wins", query=WinQuery(group_id=opened.ids["group"]))
    assert opened.shown(Column.WHAT) == ["Inbox set-up"]
    assert (page.filter.about.text(), page.filter.about.isVisible()) == ("Through Breakfast Club", True)
    opened.shell.go("wins", query=WinQuery(person_id=opened.ids["Sam"]))
    assert opened.shown(Column.WHAT) == ["Monthly support"]
    assert page.filter.about.text() == "Thanks to Sam Carter"
    page.filter.about.closed.emit()
    assert opened.shown(Column.WHAT) == TITLES
    assert page.filter.about.isHidden()


def test_the_menu_leads_to_the_form_and_to_people(opened: WinsWindow) -> None:
    page = opened.page
    opened.go(1, Column.CLIENT)
    page.table.menu_asked.emit(1, page.mapToGlobal(page.rect().center()))
    choose("Open Nadia Rahman")
    QApplication.processEvents()
    assert opened.program.window.current_page().name == "contacts"  # type: ignore[union-attr]


def test_the_menu_says_whom_to_thank_again_and_whose_thanks_are_planned(opened: WinsWindow) -> None:
    row = opened.wins()[1]
    sam, _nadia = (
        thank(opened.workspace, row.id, opened.ids[name], TODAY, "Write a card") for name in ("Sam", "Nadia")
    )
    finish_follow_up(opened.workspace, sam)
    entries = opened.page.deeds.entries(opened.wins()[1], Column.CLIENT, lambda: None)
    texts = [entry.text for entry in entries if entry is not None]
    assert texts[2:4] == ["Thank Sam Carter again…", "See the thanks planned for Nadia Rahman"]


def test_what_other_currencies_are_worth_is_typed_from_the_palette_too(opened: WinsWindow) -> None:
    opened.shell.commands.run("wins.rates")
    assert opened.program.window.current_page().name == "settings"  # type: ignore[union-attr]


def test_an_empty_page_teaches_and_begins_the_first_win(qapp: QApplication, tmp_path: Path) -> None:
    with wins_window(qapp, tmp_path / "network.netdesk", filled=False) as opened:
        assert opened.page.empty.isVisible()
        assert "Write down the clients of the last two years" in words(opened.page.empty)
        opened.page.empty.secondary_clicked.emit()
        opened.type("The first")
        opened.key(KEY.Key_Return)
        assert opened.shown(Column.WHAT) == ["The first"]
        assert opened.page.empty.isHidden()


def test_a_half_typed_win_is_there_again_after_a_restart(qapp: QApplication, tmp_path: Path) -> None:
    path, memory = tmp_path / "network.netdesk", tmp_path / "memory.ini"
    with wins_window(qapp, path, memory=WindowMemory(memory)) as opened:
        opened.entry.begin()
        opened.type("Half a win")
        opened.key(KEY.Key_Tab, times=3)
        opened.key(KEY.Key_2)
    with wins_window(qapp, path, filled=False, memory=WindowMemory(memory)) as again:
        row = again.page.new.row
        assert (row.typed(0, Column.WHAT), row.source(0)) == ("Half a win", Source.NETWORK_REFERRAL)
        again.entry.begin()
        again.key(KEY.Key_Return)
        assert again.wins()[0].title == "Half a win"


def test_narrow_windows_show_the_sources_short_and_keep_every_column(
    qapp: QApplication, tmp_path: Path
) -> None:
    with wins_window(qapp, tmp_path / "network.netdesk", size=(960, 640)) as opened:
        table = opened.table
        boxes = table.source_boxes(0)
        assert boxes[0].width() > boxes[1].width(), "only the chosen one has its name"
        widths = [table.columnWidth(column) for column in Column]
        assert min(widths) > 0
        assert sum(widths) <= table.viewport().width()
        assert [opened.entry.columnWidth(column) for column in Column] == widths


def test_the_bin_is_looked_into_emptied_and_given_back(opened: WinsWindow) -> None:
    page = opened.page
    assert page.filter.bin.isHidden()
    for row in (0, 0):
        opened.go(row, Column.WHAT)
        opened.key(KEY.Key_Delete)
    page.start_search()
    assert page.filter.bin.text() == "In the bin 2"
    page.filter.bin.click()
    assert opened.shown(Column.WHAT) == TITLES[:2]
    assert page.head.words.text().startswith("2 wins in the bin")
    opened.table.go(0, Column.WHAT)
    page.table.menu_asked.emit(0, page.mapToGlobal(page.rect().center()))
    choose("Take out of the bin")
    assert opened.shown(Column.WHAT) == [TITLES[1]]
    opened.go(0, Column.WHAT)
    opened.key(KEY.Key_Delete)
    assert opened.said() == "Deleted “Monthly support” for good"
    page.filter.clear()
    assert opened.shown(Column.WHAT) == [TITLES[0], *TITLES[2:]]


def test_the_column_of_values_grows_with_the_longest_that_is_read(opened: WinsWindow) -> None:
    before = opened.table.columnWidth(Column.VALUE)
    win = opened.wins()[0]
    draft = replace(read_draft(opened.workspace, win.id), value=123_456_789.5)
    edit_win(opened.workspace, win.id, draft, win.won_on)
    opened.program.window.repaint()
    QApplication.processEvents()
    assert opened.shown(Column.VALUE)[0].endswith("123,456,789.50")
    QApplication.processEvents()
    assert opened.table.columnWidth(Column.VALUE) > before
    assert opened.entry.columnWidth(Column.VALUE) == opened.table.columnWidth(Column.VALUE)
