"""What stands between one person and me on their page: the tab, its rows, the balance and the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.method.ledger import LedgerKind
from netdesk.services.timeline import EntryKind
from netdesk.ui.pages.ledger.balance_panel import BalancePanel
from netdesk.ui.pages.ledger.entry_form import EntryForm
from netdesk.ui.pages.ledger.person_tab import LedgerTab
from netdesk.ui.pages.person.form import PersonForm
from netdesk.ui.pages.person.tabs import LEDGER, PersonTabs
from netdesk.ui.pages.person.timeline_panel import TimelinePanel
from tests.support.ledger_window import LedgerWindow, ledger_window
from tests.support.seen import choose


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[LedgerWindow]:
    with ledger_window(qapp, tmp_path / "network.netdesk") as window:
        yield window


def tab_of(opened: LedgerWindow, given: str) -> LedgerTab:
    opened.shell.open_person(opened.people[given])
    QCoreApplication.processEvents()
    (tabs,) = opened.program.window.findChildren(PersonTabs)
    tabs.choose(LEDGER)
    QCoreApplication.processEvents()
    tab = tabs.widget(LEDGER)
    assert isinstance(tab, LedgerTab)
    return tab


def headings(tab: LedgerTab) -> list[str]:
    QCoreApplication.processEvents()
    return [row.entry.heading for row in tab.rows()]


def test_the_tab_shows_what_is_open_first_and_says_the_balance(opened: LedgerWindow) -> None:
    tab = tab_of(opened, "Grace")
    assert headings(tab)[0] == "Promised: Review for Grace's website"
    assert len(tab.rows()) == 6
    assert tab.sentence.text() == "You helped Grace 3 times; Grace helped you twice."


def test_e_edits_the_entry_that_has_the_keyboard_and_not_the_person(
    qtbot: QtBot, opened: LedgerWindow
) -> None:
    tab = tab_of(opened, "Grace")
    tab.rows()[0].setFocus()
    qtbot.keyClick(tab.rows()[0], Qt.Key.Key_E)
    assert [form for form in opened.program.window.findChildren(EntryForm) if form.isVisible()]
    assert not [form for form in opened.program.window.findChildren(PersonForm) if form.isVisible()]


def test_tab_goes_from_the_buttons_to_the_rows_though_the_rows_were_drawn_anew(
    qtbot: QtBot, opened: LedgerWindow
) -> None:
    tab = tab_of(opened, "Grace")
    qtbot.keyClick(tab.rows()[0], Qt.Key.Key_K)
    QCoreApplication.processEvents()
    last = tab.buttons[LedgerKind.RECEIVE]
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Tab)
    assert opened.program.window.focusWidget() is tab.rows()[0]


def test_a_promise_is_kept_by_key_and_the_keyboard_stays_in_the_list(
    qtbot: QtBot, opened: LedgerWindow
) -> None:
    tab = tab_of(opened, "Grace")
    tab.rows()[0].setFocus()
    qtbot.keyClick(tab.rows()[0], Qt.Key.Key_K)
    assert "Gave: Review for Grace's website" in headings(tab)
    assert tab.sentence.text().startswith("You helped Grace 4 times")
    assert tab.rows()[0].hasFocus()
    opened.shell.undo()
    assert headings(tab)[0].startswith("Promised")


def test_buttons_of_an_open_promise_keep_it_or_let_it_go(opened: LedgerWindow) -> None:
    tab = tab_of(opened, "Ravi")
    tab.rows()[0].drop_button.click()
    QCoreApplication.processEvents()
    assert ("promise", "Introduce Tom to Ravi", "dropped") in opened.entries("Ravi")
    opened.shell.undo()
    QCoreApplication.processEvents()
    tab.rows()[0].close_button.click()
    assert ("promise", "Introduce Tom to Ravi", "done") in opened.entries("Ravi")


def test_the_menu_of_a_row_opens_again_what_was_kept(opened: LedgerWindow) -> None:
    tab = tab_of(opened, "Ravi")
    tab.rows()[0].close_button.click()
    QCoreApplication.processEvents()
    row = next(one for one in tab.rows() if one.entry.words == "Introduce Tom to Ravi")
    row.menu.open()
    choose("Open again")
    assert opened.entries("Ravi")[0] == ("promise", "Introduce Tom to Ravi", "open")


def test_an_entry_is_edited_with_enter_and_deleted_with_its_key(qtbot: QtBot, opened: LedgerWindow) -> None:
    tab = tab_of(opened, "Dina")
    qtbot.keyClick(tab.rows()[0], Qt.Key.Key_Return)
    card = opened.sheet(EntryForm)
    card.words.setText("Her card on the counter")
    qtbot.keyClick(card.words, Qt.Key.Key_Return)
    assert headings(tab) == ["Got: Her card on the counter"]
    qtbot.keyClick(tab.rows()[0], Qt.Key.Key_Delete)
    assert headings(tab) == []


def test_each_button_opens_the_card_for_this_person(opened: LedgerWindow) -> None:
    tab = tab_of(opened, "Peter")
    for kind in LedgerKind:
        tab.buttons[kind].click()
        card = opened.sheet(EntryForm)
        assert (card.kind(), card.who.choice()) == (kind, opened.people["Peter"])
        card.ended.emit()
        QCoreApplication.processEvents()


def test_many_entries_are_shown_thirty_at_first(opened: LedgerWindow) -> None:
    with opened.workspace.change("Help Dina often"):
        opened.workspace.many(
            "INSERT INTO ledger_entry (person_id, kind, words, happened_on, created_at)"
            " VALUES (?, 'give', ?, '2026-11-01', '2026-11-01T09:00:00+00:00')",
            [(opened.people["Dina"], f"Help {number}") for number in range(40)],
        )
    tab = tab_of(opened, "Dina")
    assert len(tab.rows()) == 30
    assert tab.more.text() == "Show all 41"
    tab.more.click()
    assert len(tab.rows()) == 41


def test_the_balance_stands_beside_the_person_and_goes_where_there_is_none(opened: LedgerWindow) -> None:
    tab_of(opened, "Grace")
    (panel,) = opened.program.window.findChildren(BalancePanel)
    assert panel.isVisible()
    assert panel.figures.text() == "3 : 2"
    assert panel.accessibleDescription() == "You helped Grace 3 times; Grace helped you twice."
    tab_of(opened, "Peter")
    assert not panel.isVisible()


def test_help_in_the_timeline_is_edited_and_deleted_there(qtbot: QtBot, opened: LedgerWindow) -> None:
    opened.shell.open_person(opened.people["Dina"])
    QCoreApplication.processEvents()
    (timeline,) = opened.program.window.findChildren(TimelinePanel)
    row = next(one for one in timeline.entries() if one.entry.kind is EntryKind.RECEIVE)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert opened.sheet(EntryForm).words.text() == "Advice 1 of Dina"
    opened.sheet(EntryForm).ended.emit()
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    assert opened.entries("Dina") == []
    assert opened.said() == "Deleted: Got: advice 1 of Dina"
