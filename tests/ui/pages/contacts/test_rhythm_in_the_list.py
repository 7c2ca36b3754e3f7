"""Going cold and ready to move up in the list: chips with counts, spoke today, not now."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from netdesk.services.contacts import ContactQuery
from netdesk.services.going_cold import going_cold
from netdesk.services.person_page import person_page
from netdesk.services.snooze import snooze
from netdesk.ui.pages.person.snooze_form import SnoozeForm
from netdesk.ui.widgets.chip import FilterChip
from tests.support.contact_people import talk
from tests.support.contacts_window import ContactsWindow
from tests.support.person_window import TODAY


def chips(where: QWidget) -> dict[str, FilterChip]:
    return {chip.text(): chip for chip in where.findChildren(FilterChip) if not chip.isHidden()}


def menu_on_selected(desk: ContactsWindow) -> dict[str, QAction]:
    desk.list.menu_asked.emit(desk.list.mapToGlobal(desk.list.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    found: dict[str, QAction] = {}

    def take(one: QMenu) -> None:
        for action in one.actions():
            inner = action.menu()
            if isinstance(inner, QMenu):
                take(inner)
            else:
                found[action.text()] = action

    take(menu)
    return found


def choose(desk: ContactsWindow, words: str) -> None:
    menu_on_selected(desk)[words].trigger()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
    desk.settle()


def person_at(desk: ContactsWindow, person: int) -> None:
    desk.side.open_person(person)
    desk.settle()


def test_the_chips_count_and_lead_to_those_who_are_ready(desk: ContactsWindow) -> None:
    ws = desk.desk.workspace
    talk(ws, [4], "2026-11-02")
    talk(ws, [4], "2026-11-09")
    with ws.change("Place one"):
        ws.sql("UPDATE person SET level = 1 WHERE id = 4")
    desk.settle()
    chip = chips(desk.side.bar)["Ready 1"]
    assert chip.accessibleName() == "Ready to move up 1"
    chip.click()
    desk.settle()
    assert desk.names() == ["Sam Carter"]
    assert "Ready to move up" in chips(desk.side.bar)


def test_other_pages_can_ask_for_those_going_cold(desk: ContactsWindow) -> None:
    talk(desk.desk.workspace, [4], "2026-01-02")
    desk.page.open(cold=True)
    desk.settle()
    assert desk.names() == ["Sam Carter"]
    assert desk.side.query.going_cold


def test_spoke_today_with_one_and_with_several(desk: ContactsWindow) -> None:
    ws = desk.desk.workspace
    talk(ws, [4], "2026-01-02")
    desk.settle()
    person_at(desk, 4)
    choose(desk, "Spoke today")
    assert desk.said() == "Spoke with Sam Carter today"
    assert person_page(ws, 4, TODAY).contacted == TODAY
    desk.list.selectAll()
    desk.settle()
    desk.shell.commands.run("contacts.spoke")
    desk.settle()
    assert desk.said() == "Spoke with 8 people today"
    assert person_page(ws, 1, TODAY).contacted == TODAY
    desk.shell.undo()
    desk.settle()
    assert person_page(ws, 1, TODAY).contacted is None


def test_not_now_takes_somebody_off_the_cold_ones_and_back(desk: ContactsWindow) -> None:
    ws = desk.desk.workspace
    talk(ws, [4], "2026-01-02")
    desk.settle()
    person_at(desk, 4)
    assert [one.person_id for one in going_cold(ws, TODAY)] == [4]
    assert "Going cold 1" in chips(desk.side.bar)
    offered = [words for words in menu_on_selected(desk) if words.startswith("Two weeks")]
    QApplication.activePopupWidget().close()  # type: ignore[union-attr]
    choose(desk, offered[0])
    assert going_cold(ws, TODAY) == ()
    assert "Going cold 1" not in chips(desk.side.bar)
    choose(desk, "Tell me again now")
    assert "Going cold 1" in chips(desk.side.bar)
    assert desk.said() == "Tell of Sam Carter again"


def test_one_is_called_by_name_when_another_day_is_asked_for(desk: ContactsWindow) -> None:
    talk(desk.desk.workspace, [4], "2026-01-02")
    desk.settle()
    person_at(desk, 4)
    choose(desk, "Until another day…")
    (form,) = desk.window.findChildren(SnoozeForm)
    assert form.title.text() == "Leave Sam Carter in peace"


def test_those_left_in_peace_can_be_found(desk: ContactsWindow) -> None:
    snooze(desk.desk.workspace, [4], TODAY + timedelta(days=14), TODAY)
    desk.settle()
    assert desk.side.counts is not None
    assert desk.side.counts.snoozed == 1
    desk.side.bar.more.click()
    chips(desk.side.popover)["Left in peace 1"].click()
    desk.settle()
    assert desk.names() == ["Sam Carter"]
    desk.side.popover.hide()
    kept = ContactQuery.from_json(desk.side.query.to_json())
    assert kept.snoozed
    chips(desk.side.bar)["Left in peace"].closed.emit()
    desk.settle()
    assert len(desk.names()) == 8


def test_a_day_for_everybody_listed(desk: ContactsWindow) -> None:
    ws = desk.desk.workspace
    desk.list.selectAll()
    desk.settle()
    choose(desk, "Until another day…")
    form = desk.window.findChild(SnoozeForm)
    assert form is not None
    form.day.selectAll()
    QTest.keyClicks(form.day, "2 Feb")
    QTest.keyClick(form.day, Qt.Key.Key_Return)
    desk.settle()
    assert desk.said().startswith("Leave 8 people in peace until 2 Feb")
    assert ws.sql("SELECT count(*) FROM person WHERE snoozed_until IS NOT NULL").fetchone()[0] == 8
