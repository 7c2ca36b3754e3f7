"""Chips, the filter window, saved filters, menus, several people at once, the bin and managing tags."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from netdesk.services import bulk
from netdesk.services.contacts import ContactQuery
from netdesk.services.saved_filters import save_filter, saved_filters
from netdesk.services.selection import Selection
from netdesk.services.tags import tags
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.contacts.filter_bar import QueryChip
from netdesk.ui.pages.contacts.tags_overlay import TagsPanel
from netdesk.ui.pages.person.merge_sheet import MergeSheet
from netdesk.ui.widgets.chip import FilterChip
from tests.support.contact_people import add_person, tag_id, talk
from tests.support.contacts_window import ContactsWindow
from tests.support.person_window import TODAY

KEY, MOD = Qt.Key, Qt.KeyboardModifier
W = TypeVar("W", bound=QWidget)


def chips(where: QWidget) -> dict[str, FilterChip]:
    return {chip.text(): chip for chip in where.findChildren(FilterChip) if not chip.isHidden()}


def press(chip: QWidget) -> None:
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)


def open_menu(desk: ContactsWindow) -> dict[str, object]:
    """Every entry of the menu that is open, submenus included."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries: dict[str, object] = {}

    def take(one: QMenu) -> None:
        for action in one.actions():
            if action.menu() is not None:
                take(action.menu())  # type: ignore[arg-type]
            elif action.text():
                entries[action.text()] = action

    take(menu)
    return entries


def choose(desk: ContactsWindow, words: str) -> None:
    action = open_menu(desk)[words]
    action.trigger()  # type: ignore[attr-defined]
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
    desk.settle()


def test_chips_say_what_is_often_wanted(desk: ContactsWindow) -> None:
    ws = desk.desk.workspace
    talk(ws, [4], "2026-01-02")
    desk.settle()
    shown = list(chips(desk.side.bar))
    assert shown[:2] == ["All", "Going cold 1"]
    assert shown[-1] == ""
    assert "Retail" in shown
    press(chips(desk.side.bar)["Going cold 1"])
    desk.settle()
    assert desk.names() == ["Sam Carter"]
    assert list(chips(desk.side.bar)) == ["All", "Going cold", ""]
    assert chips(desk.side.bar)["Going cold"].isChecked()
    QTest.keyClick(chips(desk.side.bar)["Going cold"], KEY.Key_Delete)
    desk.settle()
    assert len(desk.names()) == 8


def test_the_keyboard_stays_on_the_chips(desk: ContactsWindow) -> None:
    retail = chips(desk.side.bar)["Retail"]
    retail.setFocus()
    QTest.keyClick(retail, KEY.Key_Space)
    desk.settle()
    assert desk.names() == ["Ellen Brandt", "Aoife Byrne", "Dina Haddad"]
    assert chips(desk.side.bar)["Retail"].hasFocus()
    QTest.keyClick(chips(desk.side.bar)["Retail"], KEY.Key_Delete)
    desk.settle()
    assert len(desk.names()) == 8
    assert desk.side.bar.isAncestorOf(QApplication.focusWidget())


def test_all_takes_every_filter_away(desk: ContactsWindow) -> None:
    desk.side.set_query(ContactQuery(levels=(1, 2), tags=(tag_id(desk.desk.workspace, "Retail"),)))
    desk.settle()
    assert list(chips(desk.side.bar)) == ["All", "1 Sausage sharer", "2 Familiar face", "Retail", ""]
    press(chips(desk.side.bar)["All"])
    desk.settle()
    assert len(desk.names()) == 8


def popover(desk: ContactsWindow) -> QWidget:
    press(desk.side.bar.more)
    desk.settle()
    assert desk.side.popover.isVisible()
    return desk.side.popover


def test_the_filter_window_narrows_at_once(desk: ContactsWindow) -> None:
    window = popover(desk)
    press(chips(window)["2 Familiar face 3"])
    desk.settle()
    assert desk.names() == ["Ellen Brandt", "Aoife Byrne", "Karl Jensen"]
    press(chips(window)["Retail 3"])
    desk.settle()
    assert desk.names() == ["Ellen Brandt", "Aoife Byrne"]
    assert chips(window)["2 Familiar face 3"].isChecked()
    press(chips(window)["Unsorted 1"])
    desk.settle()
    press(chips(window)["Retail 3"])
    desk.settle()
    assert desk.names() == ["Ellen Brandt", "Aoife Byrne", "Karl Jensen", "Hannah Weiss"]
    desk.side.popover._clear.click()
    desk.settle()
    assert len(desk.names()) == 8
    desk.side.popover.hide()


@pytest.mark.parametrize(
    ("chip", "field"), [("Going cold", "going_cold"), ("Ready to move up", "ready"), ("Archived", "archived")]
)
def test_states_are_switched(desk: ContactsWindow, chip: str, field: str) -> None:
    window = popover(desk)
    press(chips(window)[chip])
    desk.settle()
    assert getattr(desk.side.query, field) is True
    press(chips(window)[chip])
    desk.settle()
    assert desk.side.query == ContactQuery()
    desk.side.popover.hide()


def test_a_filter_is_saved_used_and_removed(desk: ContactsWindow) -> None:
    desk.side.set_query(ContactQuery(levels=(1, 2)))
    desk.settle()
    popover(desk)
    desk.dialogs.answers = ["New faces"]
    desk.side.popover._save.click()
    desk.settle()
    assert [one.name for one in saved_filters(desk.desk.workspace)] == ["New faces"]
    assert list(chips(desk.side.bar)) == ["All", "New faces", ""]
    press(chips(desk.side.bar)["All"])
    desk.settle()
    press(chips(desk.side.bar)["New faces"])
    desk.settle()
    assert len(desk.names()) == 5
    window = popover(desk)
    saved = next(chip for chip in window.findChildren(QueryChip) if chip.text() == "New faces")
    assert saved.isChecked()
    QTest.keyClick(saved, KEY.Key_Delete)
    desk.settle()
    assert saved_filters(desk.desk.workspace) == ()
    assert desk.said() == "Filter removed"
    desk.side.popover.hide()


def test_a_saved_filter_called_off_saves_nothing(desk: ContactsWindow) -> None:
    desk.shell.commands.run("contacts.save_filter")
    desk.dialogs.answers = ["   "]
    desk.shell.commands.run("contacts.save_filter")
    desk.settle()
    assert saved_filters(desk.desk.workspace) == ()


def test_the_menu_behind_the_dots(desk: ContactsWindow) -> None:
    bulk.archive(desk.desk.workspace, Selection.of([6]), TODAY)
    desk.settle()
    press(desk.side.header.menu_button)
    assert "Archived people (1)" in open_menu(desk)
    choose(desk, "Archived people (1)")
    assert desk.names() == ["Karl Jensen"]
    press(desk.side.header.menu_button)
    choose(desk, "Archived people (1)")
    assert len(desk.names()) == 7
    press(desk.side.header.menu_button)
    choose(desk, "Organisation")
    assert desk.names()[0] == "Ellen Brandt"
    assert desk.names()[-1] == "Hannah Weiss"
    press(desk.side.header.menu_button)
    assert "Organisation  ↑" in open_menu(desk)
    choose(desk, "Organisation  ↑")
    assert desk.names()[0] == "Hannah Weiss"


def select(desk: ContactsWindow, rows: int) -> None:
    desk.list.setFocus()
    desk.list.choose_row(0)
    for _ in range(rows - 1):
        QTest.keyClick(desk.list, KEY.Key_Down, MOD.ShiftModifier)
    desk.settle()


def child(desk: ContactsWindow, name: str, kind: type[W]) -> W:
    found = desk.page.bulk.findChild(kind, name)
    assert found is not None
    return found


def test_several_people_show_what_can_be_done(desk: ContactsWindow) -> None:
    select(desk, 3)
    assert desk.page.bulk.isVisible()
    assert desk.page.bulk._title.text() == "3 people selected"
    assert desk.page.bulk._detail.text() == "2 Familiar face · 1 Equally engaged"
    assert list(chips(desk.page.bulk)) == ["Retail 2", "Connectors 1"]
    QTest.keyClick(desk.list, KEY.Key_Escape)
    desk.settle()
    assert desk.page.person.isVisible()


def test_tagging_and_untagging_several(desk: ContactsWindow) -> None:
    select(desk, 3)
    field = desk.page.bulk.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "speaker")
    QTest.keyClick(field, KEY.Key_Return)
    desk.settle()
    assert desk.said() == "3 people tagged “speaker”"
    assert "speaker 3" in chips(desk.page.bulk)
    QTest.keyClick(chips(desk.page.bulk)["Retail 2"], KEY.Key_Delete)
    desk.settle()
    assert "Retail 2" not in chips(desk.page.bulk)
    assert [(tag.name, tag.people) for tag in tags(desk.desk.workspace)] == [
        ("Connectors", 2),
        ("Retail", 1),
        ("speaker", 3),
    ]
    desk.shell.undo()
    desk.shell.undo()
    desk.settle()
    assert "Retail 2" in chips(desk.page.bulk)


def level_button(desk: ContactsWindow, words: str) -> QPushButton:
    buttons = desk.page.bulk.findChildren(QPushButton)
    return next(one for one in buttons if one.text() == words and not one.isHidden())


def test_setting_the_level_of_several(desk: ContactsWindow) -> None:
    select(desk, 3)
    level_button(desk, "5 Proven partner").click()
    desk.settle()
    assert desk.said() == "3 people moved to Proven partner"
    assert desk.page.bulk._detail.text() == "3 Proven partner"
    level_button(desk, "Unsorted").click()
    desk.settle()
    assert desk.page.bulk._detail.text() == "3 unsorted"


def test_archiving_all_and_bringing_them_back(desk: ContactsWindow) -> None:
    desk.list.setFocus()
    QTest.keyClick(desk.list, KEY.Key_A, MOD.ControlModifier)
    desk.settle()
    child(desk, "bulk-archive", QPushButton).click()
    desk.settle()
    assert desk.names() == []
    assert desk.said() == "8 people archived"
    assert "8 people are archived or in the bin" in desk.side.empty._nobody.accessibleDescription()
    assert not desk.side.empty.sample.isVisible()
    desk.shell.commands.run("contacts.archived")
    desk.settle()
    assert len(desk.names()) == 8
    desk.list.selectAll()
    desk.settle()
    child(desk, "bulk-unarchive", QPushButton).click()
    desk.settle()
    assert desk.names() == []
    assert desk.said() == "8 people back from the archive"


def test_the_bin_restores_and_deletes_for_good(desk: ContactsWindow) -> None:
    ws = desk.desk.workspace
    talk(ws, [1], "2026-11-01")
    bulk.to_bin(ws, Selection.of([1, 2, 3]), TODAY)
    desk.settle()
    desk.shell.commands.run("contacts.bin")
    desk.settle()
    assert desk.names() == ["Grace Adeyemi", "Ellen Brandt", "Aoife Byrne"]
    assert desk.side.header._title.text() == "Bin"
    desk.list.choose_row(2)
    desk.list.menu_asked.emit(desk.list.mapToGlobal(desk.list.rect().center()))
    assert set(open_menu(desk)) == {"Open", "Restore", "Delete for good…"}
    choose(desk, "Restore")
    assert desk.names() == ["Grace Adeyemi", "Ellen Brandt"]
    desk.list.setFocus()
    desk.list.selectAll()
    desk.dialogs.answers = ["Keep them"]
    QTest.keyClick(desk.list, KEY.Key_Delete)
    desk.settle()
    assert desk.names() == ["Grace Adeyemi", "Ellen Brandt"]
    desk.dialogs.answers = ["Delete for good"]
    QTest.keyClick(desk.list, KEY.Key_Delete)
    desk.settle()
    assert desk.names() == []
    assert desk.side.empty.isVisible()
    assert desk.said() == "2 people deleted for good"
    assert ws.sql("SELECT count(*) FROM person").fetchone()[0] == 6
    desk.shell.undo()
    desk.settle()
    assert desk.names() == ["Grace Adeyemi", "Ellen Brandt"]


def test_the_menu_on_people(desk: ContactsWindow) -> None:
    ws = desk.desk.workspace
    with ws.change("Add a market"):
        ws.sql("INSERT INTO target_market (name) VALUES ('Shops & stalls')")
    desk.settle()
    desk.list.choose_row(0)
    middle = desk.list.visualRect(desk.page.model.index(1, 0)).center()
    QTest.mouseClick(desk.list.viewport(), Qt.MouseButton.RightButton, MOD.NoModifier, middle)
    desk.list.menu_asked.emit(desk.list.mapToGlobal(middle))
    choose(desk, "Shops && stalls (close to it)")
    assert ws.sql("SELECT standing FROM person_market").fetchall() == [("close",)]
    assert "noted as close to Shops & stalls" in desk.said()
    desk.list.menu_asked.emit(desk.list.mapToGlobal(middle))
    choose(desk, "4 Creative collaborator")
    assert "moved to Creative collaborator" in desk.said()
    desk.dialogs.answers = ["golf"]
    desk.list.menu_asked.emit(desk.list.mapToGlobal(middle))
    choose(desk, "Tag…")
    assert "tagged “golf”" in desk.said()
    desk.list.menu_asked.emit(desk.list.mapToGlobal(middle))
    choose(desk, "Archive")
    assert len(desk.names()) == 7


def test_two_who_are_one_person_are_merged_from_the_selection(desk: ContactsWindow) -> None:
    names = desk.names()
    desk.list.setFocus()
    desk.list.choose_row(0)
    for _ in range(2):
        QTest.keyClick(desk.list, KEY.Key_Down, MOD.ShiftModifier)
    desk.settle()
    desk.shell.commands.run("contacts.merge")
    assert desk.said() == "Choose the two contacts that are one person."
    QTest.keyClick(desk.list, KEY.Key_Up, MOD.ShiftModifier)
    desk.settle()
    child(desk, "bulk-merge", QPushButton).click()
    desk.settle()
    sheet = desk.window.findChild(MergeSheet)
    assert sheet is not None
    sheet.keep_button.click()
    desk.settle()
    assert desk.said() == f"{names[1]} and {names[0]} are one now"
    assert desk.names() == [names[0], *names[2:]]
    assert desk.page.person.person_id() == desk.list.current_id()


def test_tags_are_renamed_joined_and_removed(desk: ContactsWindow) -> None:
    desk.shell.commands.run("contacts.tags")
    desk.settle()
    panel = desk.window.findChild(TagsPanel)
    assert panel is not None
    ws = desk.desk.workspace

    def fields() -> dict[str, QLineEdit]:
        return {field.text(): field for field in panel.findChildren(QLineEdit) if field.isVisible()}

    field = fields()["Connectors"]
    field.selectAll()
    QTest.keyClicks(field, "retail")
    QTest.keyClick(field, KEY.Key_Return)
    desk.settle()
    assert [(tag.name, tag.people) for tag in tags(ws)] == [("retail", 4)]
    field = fields()["retail"]
    field.selectAll()
    QTest.keyClick(field, KEY.Key_Delete)
    QTest.keyClick(field, KEY.Key_Return)
    desk.settle()
    assert "needs a name" in desk.said()
    remove = next(one for one in panel.findChildren(QToolButton) if one.isVisible())
    remove.click()
    desk.settle()
    assert tags(ws) == ()
    assert panel._none.isVisible()
    QTest.keyClick(panel, KEY.Key_Escape)
    desk.settle()


def test_text_of_people_is_never_read_as_html(qapp: QApplication, workspace: Workspace) -> None:
    nasty = "<b>Bold</b><img src=x> & " + "W" * 300
    person = add_person(workspace, nasty, nasty, tags=(nasty[:40],))
    save_filter(workspace, "<i>cold</i>", ContactQuery(going_cold=True))
    desk = ContactsWindow(qapp, workspace, size=(1100, 700))
    assert desk.names()[0].startswith("<b>Bold</b><img src=x> &")
    assert "<i>cold</i>" in chips(desk.side.bar)
    desk.list.choose_person(person)
    assert desk.page.width() <= 1100
    desk.type("<b>zzz")
    assert desk.side.empty.words().startswith("Nothing with “<b>zzz”.")
    desk.close()


def test_an_empty_workspace_teaches_the_first_step(qapp: QApplication, workspace: Workspace) -> None:
    desk = ContactsWindow(qapp, workspace)
    desk.window._stack.setCurrentWidget(desk.page)
    desk.page.redraw(None)
    desk.settle()
    assert desk.side.empty.isVisible()
    asked: list[str] = []
    desk.shell.commands.used.connect(asked.append)
    desk.side.empty.new_asked.emit()
    desk.settle()
    assert asked == ["contacts.new_person"]
    assert desk.side.empty.sample.isVisible()
    desk.side.empty.sample.click()
    desk.settle()
    assert asked[-1] == "sample.add"
    assert len(desk.names()) > 50
    desk.close()
