"""The list driven with keys and mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.services import bulk
from netdesk.services.contacts import ContactQuery, ContactSort
from netdesk.services.selection import Selection
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.contacts import page
from netdesk.ui.theme.current import current_theme
from tests.support.contact_people import add_person
from tests.support.contacts_window import ContactsWindow
from tests.support.person_window import TODAY
from tests.support.workspaces import sample_people

KEY, MOD = Qt.Key, Qt.KeyboardModifier


def place(desk: ContactsWindow, row: int) -> QPoint:
    return desk.list.visualRect(desk.page.model.index(row, 0)).center()


def test_it_opens_with_everybody_by_name_and_the_first_chosen(desk: ContactsWindow) -> None:
    assert desk.names()[:3] == ["Grace Adeyemi", "Ellen Brandt", "Aoife Byrne"]
    assert desk.names()[-1] == "Hannah Weiss"
    assert desk.selected() == ["Grace Adeyemi"]
    assert desk.page.person.person_id() == desk.list.current_id()


def test_arrows_home_and_end_move_and_the_person_follows(desk: ContactsWindow) -> None:
    desk.list.setFocus()
    QTest.keyClick(desk.list, KEY.Key_Down)
    desk.settle()
    assert desk.selected() == ["Ellen Brandt"]
    assert desk.page.person.person_id() == desk.list.current_id()
    QTest.keyClick(desk.list, KEY.Key_End)
    assert desk.selected() == ["Hannah Weiss"]
    QTest.keyClick(desk.list, KEY.Key_Home)
    assert desk.selected() == ["Grace Adeyemi"]


def test_shift_control_and_the_mouse_select_several(desk: ContactsWindow) -> None:
    desk.list.setFocus()
    QTest.keyClick(desk.list, KEY.Key_Down, MOD.ShiftModifier)
    assert desk.selected() == ["Grace Adeyemi", "Ellen Brandt"]
    QTest.mouseClick(desk.list.viewport(), Qt.MouseButton.LeftButton, MOD.ControlModifier, place(desk, 4))
    assert desk.selected() == ["Grace Adeyemi", "Ellen Brandt", "Dina Haddad"]
    QTest.mouseClick(desk.list.viewport(), Qt.MouseButton.LeftButton, MOD.NoModifier, place(desk, 2))
    assert desk.selected() == ["Aoife Byrne"]
    QTest.mouseClick(desk.list.viewport(), Qt.MouseButton.LeftButton, MOD.ShiftModifier, place(desk, 4))
    assert desk.selected() == ["Aoife Byrne", "Sam Carter", "Dina Haddad"]
    QTest.keyClick(desk.list, KEY.Key_Escape)
    assert len(desk.selected()) == 1


def test_sweeping_with_the_button_down_selects_nobody_else(desk: ContactsWindow) -> None:
    view = desk.list.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, MOD.NoModifier, place(desk, 1))
    QTest.mouseMove(view, place(desk, 5))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, MOD.NoModifier, place(desk, 5))
    assert desk.selected() == ["Ellen Brandt"]


def context_menu(desk: ContactsWindow, reason: QContextMenuEvent.Reason, at: QPoint) -> list[object]:
    asked: list[object] = []
    desk.list.menu_asked.disconnect()
    desk.list.menu_asked.connect(asked.append)
    event = QContextMenuEvent(reason, at, desk.list.viewport().mapToGlobal(at))
    QApplication.sendEvent(desk.list.viewport(), event)
    return asked


def test_a_menu_by_mouse_chooses_who_is_under_it(desk: ContactsWindow) -> None:
    at = place(desk, 3)
    asked = context_menu(desk, QContextMenuEvent.Reason.Mouse, at)
    assert desk.selected() == ["Sam Carter"]
    assert asked == [desk.list.viewport().mapToGlobal(at)]


def test_a_menu_by_key_keeps_the_selection(desk: ContactsWindow) -> None:
    desk.list.setFocus()
    QTest.keyClick(desk.list, KEY.Key_Down, MOD.ShiftModifier)
    asked = context_menu(desk, QContextMenuEvent.Reason.Keyboard, QPoint(1, 1))
    assert desk.selected() == ["Grace Adeyemi", "Ellen Brandt"]
    assert asked == [desk.list.viewport().mapToGlobal(place(desk, 1))]


def test_everybody_is_selected_as_one_value(desk: ContactsWindow) -> None:
    desk.list.setFocus()
    QTest.keyClick(desk.list, KEY.Key_A, MOD.ControlModifier)
    assert len(desk.selected()) == 8
    assert desk.page.selection() == Selection.all_of(ContactQuery())
    QTest.mouseClick(desk.list.viewport(), Qt.MouseButton.LeftButton, MOD.ControlModifier, place(desk, 0))
    assert desk.page.selection() == Selection.of([2, 3, 4, 5, 6, 7, 8])


def test_typing_in_the_list_searches(desk: ContactsWindow) -> None:
    desk.list.setFocus()
    for key in (KEY.Key_E, KEY.Key_L):
        QTest.keyClick(QApplication.focusWidget(), key)
        desk.settle()
    assert desk.side.header.search.text() == "el"
    assert desk.names() == ["Ellen Brandt"]


def test_search_as_you_type_enter_opens_and_escape_clears(desk: ContactsWindow) -> None:
    desk.shell.commands.action("contacts.search").trigger()
    assert desk.side.header.search.hasFocus()
    desk.type("hadd")
    assert desk.names() == ["Dina Haddad"]
    QTest.keyClick(desk.side.header.search, KEY.Key_Return)
    desk.settle()
    assert desk.page.person.person_id() == desk.list.current_id()
    assert desk.page.person.isAncestorOf(QApplication.focusWidget()) or desk.page.person.hasFocus()
    desk.side.focus_search()
    QTest.keyClick(desk.side.header.search, KEY.Key_Escape)
    desk.settle()
    assert len(desk.names()) == 8
    assert desk.selected() == ["Dina Haddad"]


def test_down_leads_from_the_search_to_the_list(desk: ContactsWindow) -> None:
    desk.type("br")
    QTest.keyClick(desk.side.header.search, KEY.Key_Down)
    assert desk.list.hasFocus()


def test_the_person_waits_for_a_pause_in_typing(
    desk: ContactsWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.page.person.person_id()
    monkeypatch.setattr(page, "_AFTER_TYPING_MS", 3_600_000)
    desk.type("weis")
    assert desk.current() == "Hannah Weiss"
    assert desk.page.person.person_id() == before
    assert desk.page.is_about_to_show
    monkeypatch.setattr(page, "_AFTER_TYPING_MS", 1)
    QTest.keyClicks(desk.side.header.search, "s")
    qtbot.waitUntil(lambda: desk.page.person.person_id() == desk.list.current_id() != before)


def test_nothing_found_names_who_is_near(desk: ContactsWindow) -> None:
    desk.type("grce")
    assert desk.side.empty.isVisible()
    assert desk.side.empty.words() == "Nothing with “grce”. Near: Grace Adeyemi"
    near = [button for button in desk.side.empty.findChildren(object) if button.property("person")]
    near[0].click()
    desk.settle()
    assert desk.selected() == ["Grace Adeyemi"]
    assert desk.side.header.search.text() == ""
    assert len(desk.names()) == 8


def test_nothing_found_can_be_cleared(desk: ContactsWindow) -> None:
    desk.side.set_query(ContactQuery(text="qqq", levels=(5,)))
    desk.settle()
    assert desk.side.empty.words().startswith("Nothing with “qqq”. The filters above")
    desk.side.empty.clear_asked.emit()
    desk.settle()
    assert len(desk.names()) == 8
    desk.side.set_query(ContactQuery(levels=(4,)))
    desk.settle()
    assert desk.side.empty.words() == "Nobody fits these filters."
    assert desk.page.person.person_id() is None


def test_delete_puts_people_in_the_bin_and_the_next_takes_the_place(desk: ContactsWindow) -> None:
    desk.list.setFocus()
    desk.list.choose_row(1)
    QTest.keyClick(desk.list, KEY.Key_Delete)
    desk.settle()
    assert "Ellen Brandt" not in desk.names()
    assert desk.selected() == ["Aoife Byrne"]
    assert desk.said() == "Ellen Brandt put in the bin"
    desk.shell.undo()
    desk.settle()
    assert desk.names()[1] == "Ellen Brandt"
    assert desk.selected() == ["Aoife Byrne"]


def test_a_change_of_order_keeps_person_and_place(qapp: QApplication, workspace: Workspace) -> None:
    people = sample_people(workspace, 500)
    desk = ContactsWindow(qapp, workspace, size=(1100, 700))
    desk.list.choose_person(people[250])
    desk.settle()
    seen = desk.list.visualRect(desk.list.currentIndex()).top()
    row = desk.list.currentIndex().row()
    for name in ("Aaaa First", "Aaab Second", "Aaac Third"):
        add_person(workspace, name)
    desk.settle()
    assert desk.list.currentIndex().row() != row or desk.page.model.rowCount() == 503
    assert desk.list.current_id() == people[250]
    assert desk.list.visualRect(desk.list.currentIndex()).top() == seen
    desk.close()


def test_who_is_at_the_top_stays_there_when_the_current_person_is_out_of_sight(
    qapp: QApplication, workspace: Workspace
) -> None:
    people = sample_people(workspace, 500)
    desk = ContactsWindow(qapp, workspace, size=(1100, 700))
    desk.list.verticalScrollBar().setValue(5_000)
    top = desk.list.indexAt(QPoint(10, 0))
    name, where = top.data(), desk.list.visualRect(top).top()
    bulk.to_bin(workspace, Selection.of(people[:1]), TODAY)
    desk.settle()
    top = desk.list.indexAt(QPoint(10, 0))
    assert (top.data(), desk.list.visualRect(top).top()) == (name, where)
    desk.close()


@pytest.mark.parametrize("all_but", [0, 1])
def test_a_selection_of_thousands_stays_with_the_people(
    qapp: QApplication, workspace: Workspace, all_but: int
) -> None:
    people = sample_people(workspace, 2_500)
    desk = ContactsWindow(qapp, workspace)
    desk.list.selectAll()
    if all_but:
        at = desk.list.visualRect(desk.page.model.index(3, 0)).center()
        QTest.mouseClick(desk.list.viewport(), Qt.MouseButton.LeftButton, MOD.ControlModifier, at)
    left_out = desk.page.selection().ids
    assert len(left_out) == all_but
    gone = next(one for one in people[1_000:] if one not in left_out)
    bulk.archive(workspace, Selection.of([gone]), TODAY)
    desk.settle()
    assert desk.page.model.rowCount() == 2_499
    assert desk.list.selected_count() == 2_499 - all_but
    assert desk.page.selection() == Selection.all_of(ContactQuery(), left_out)
    desk.close()


def test_opening_somebody_who_is_filtered_out_clears_the_filters(desk: ContactsWindow) -> None:
    desk.side.set_query(ContactQuery(levels=(5,)))
    desk.settle()
    assert desk.names() == ["Sam Carter"]
    desk.shell.open_person(6)
    desk.settle()
    assert desk.selected() == ["Karl Jensen"]
    assert desk.side.query == ContactQuery()


def test_opening_somebody_archived_shows_them_beside_the_list(desk: ContactsWindow) -> None:
    bulk.archive(desk.desk.workspace, Selection.of([6]), TODAY)
    desk.settle()
    desk.shell.open_person(6)
    desk.settle()
    assert desk.selected() == []
    assert desk.page.person.person_id() == 6


def test_sorting_keeps_the_person(desk: ContactsWindow) -> None:
    desk.list.choose_person(6)
    desk.shell.commands.run("contacts.sort.level")
    desk.settle()
    assert desk.names()[0] == "Sam Carter"
    assert desk.names()[-1] == "Hannah Weiss"
    assert desk.current() == "Karl Jensen"
    desk.shell.commands.run("contacts.sort.name")
    desk.shell.commands.run("contacts.sort.name")
    desk.settle()
    assert desk.names()[0] == "Hannah Weiss"
    assert desk.side.query.sort is ContactSort.NAME


def test_the_place_is_remembered(qapp: QApplication, network: Workspace, tmp_path: Path) -> None:
    first = ContactsWindow(qapp, network, memory=tmp_path / "window.json")
    first.side.set_query(ContactQuery(levels=(2,)))
    first.settle()
    first.list.choose_person(6)
    first.page.findChildren(type(first.page._splitter))[0].setSizes([400, 800])
    widths = first.page._splitter.sizes()
    first.close()
    second = ContactsWindow(qapp, network, memory=tmp_path / "window.json")
    assert second.names() == ["Ellen Brandt", "Aoife Byrne", "Karl Jensen"]
    assert second.current() == "Karl Jensen"
    assert second.page._splitter.sizes() == widths
    second.close()


@pytest.mark.parametrize(
    "state",
    [{"query": "junk", "person": "x", "widths": "wide"}, {"query": 7, "person": 99, "widths": [1]}, {}],
)
def test_odd_memories_are_passed_over(desk: ContactsWindow, state: dict[str, object]) -> None:
    desk.page.remember(state)
    desk.page.redraw(None)
    desk.settle()
    assert len(desk.names()) == 8


def test_rows_are_painted_in_the_theme_and_spoken(desk: ContactsWindow) -> None:
    index = desk.page.model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Grace Adeyemi, Bright Copy, level 3 Equally engaged"
    )
    box = desk.list.visualRect(index)
    picture = desk.list.viewport().grab().toImage()
    middle = picture.pixelColor(box.center().x(), box.top() + 4)
    assert middle == current_theme().color("accent-soft")
    # Another row has the page behind it.
    other = desk.list.visualRect(desk.page.model.index(3, 0))
    assert picture.pixelColor(other.center().x(), other.top() + 4) != middle


def test_answers_from_reading_threads(qapp: QApplication, network: Workspace, qtbot: QtBot) -> None:
    desk = ContactsWindow(qapp, network, threads=True)
    qtbot.waitUntil(lambda: desk.side.finder.is_complete and len(desk.names()) == 8)
    desk.side.focus_search()
    QTest.keyClicks(desk.side.header.search, "byrne")
    qtbot.waitUntil(lambda: desk.names() == ["Aoife Byrne"])
    desk.side.header.search.clear()
    qtbot.waitUntil(lambda: len(desk.names()) == 8)
    desk.list.setFocus()
    QTest.keyClick(desk.list, KEY.Key_Delete)
    qtbot.waitUntil(lambda: "Aoife Byrne" not in desk.names())
    desk.close()
