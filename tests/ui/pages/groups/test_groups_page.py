"""The page of groups: head, shares, going to another group, the bin, those who left, who is next."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.method.groups import Mark
from netdesk.services import group_members
from netdesk.services import groups as group_services
from netdesk.services.group_list import group_rows
from netdesk.ui.memory import WindowMemory
from netdesk.ui.pages.groups.group_form import GroupForm
from netdesk.ui.pages.groups.page import GroupsPage
from netdesk.ui.pages.person.sheet import Sheet
from tests.support.audited_groups import BREAKFAST, member_of
from tests.support.groups_window import NAMES, GroupsWindow, groups_window
from tests.support.programs import TODAY, overlay_of, place_shown, running

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


def test_without_a_group_the_page_says_what_one_is_for(qapp: QApplication, tmp_path: Path) -> None:
    with groups_window(qapp, tmp_path, filled=False) as window:
        assert window.page.empty.isVisible()
        assert window.page.empty.accessibleName() == "Would you stay?"
        window.page.empty.primary_clicked.emit()
        form = window.program.window.findChild(GroupForm)
        assert isinstance(form, GroupForm)
        form.name.setText("Early Birds")
        form.why.setText("Learn from shops")
        form.keep_once()
        assert window.view.isVisible()
        assert window.view.header.title.name() == "Early Birds"
        assert window.view.nobody.isVisible()
        window.view.nobody.primary_clicked.emit()
        sheet = overlay_of(window.program)
        assert sheet is not None


def test_the_head_says_when_it_meets_and_why_i_go(groups: GroupsWindow) -> None:
    header = groups.view.header
    assert header.title.name() == "Breakfast Club"
    assert header.about.text().startswith("weekly, Fridays 07:00 · Mill Café · member since Feb 2024 · ")
    assert header.about.text().endswith(" a year")
    assert header.why.text() == "Why I go: Learn how small firms choose help"
    assert not groups.view.hint.isVisible()


def test_in_a_narrow_window_the_words_stand_under_the_name_and_cover_nothing(
    qtbot: QtBot, groups: GroupsWindow
) -> None:
    header, tiles = groups.view.header, groups.view.tiles

    def covers_nothing() -> bool:
        return header.why.mapTo(groups.view, header.why.rect().bottomLeft()).y() < tiles.y()

    for width in (1440, 1100, 1440, 940):
        groups.program.window.resize(width, 700)
        narrow = header.width() < 980
        assert (header.about_below.isVisible(), header.about.isVisible()) == (narrow, not narrow)
        qtbot.waitUntil(covers_nothing)


def test_a_reason_of_business_alone_is_answered_kindly(groups: GroupsWindow) -> None:
    draft = replace(BREAKFAST, why="Get more business")
    group_services.edit_group(groups.workspace, groups.filled.group, draft)
    assert groups.view.hint.isVisible()
    assert groups.view.hint.accessibleName().startswith("Learn and help first")


def test_the_tiles_tell_the_shares_and_follow_every_answer(groups: GroupsWindow) -> None:
    tiles = groups.view.tiles.tiles
    assert [tile.figure.text() for tile in tiles.values()] == ["60%", "40%", "20%", "20%"]
    assert tiles[Mark.KNOW].words.text() == "of 5 members I know"
    assert tiles[Mark.ONE_TO_ONE].accessibleName() == "40%, 2 of 5 members: had a one-to-one"
    groups.click("Joe Prentice", Mark.KNOW)
    assert tiles[Mark.KNOW].figure.text() == "80%"


def test_who_is_next_stands_below_the_table(groups: GroupsWindow) -> None:
    line = groups.view.panel.next_line
    assert line.words.text() == (
        "Next one-to-ones: Aoife Byrne, Joe Prentice – members for over a year whom you have never sat down with."
    )
    for name in ("Aoife Byrne", "Joe Prentice", "Ravi Menon"):
        groups.click(name, Mark.ONE_TO_ONE)
    assert line.words.text() == "You have sat down with everybody here."


def test_who_is_next_has_room_for_every_line_at_once(groups: GroupsWindow) -> None:
    line = groups.view.panel.next_line
    first = line.words.height()
    found = groups.read()
    people = tuple(replace(one, name=one.name * 9) for one in found.next_one_to_ones)
    line.show_audit(replace(found, next_one_to_ones=people))
    assert line.words.height() == line.words.heightForWidth(line.words.width()) > first
    assert line.words.geometry().bottom() < line.height()


def test_the_name_leads_to_the_other_groups(groups: GroupsWindow) -> None:
    title = groups.view.header.title
    QTest.mouseClick(title, LEFT)
    assert groups.menu() == [
        "Breakfast Club · 5 members · weekly, Fridays 07:00",
        "Founders' circle · 0 members · weekly, Fridays 07:00",
        "New group…",
    ]
    groups.pick("Founders")
    assert title.name() == "Founders' circle"
    assert groups.view.nobody.isVisible()
    QTest.keyClick(groups.page, Qt.Key.Key_BracketRight, CONTROL)
    assert title.name() == "Breakfast Club"
    QTest.keyClick(groups.matrix, Qt.Key.Key_BracketLeft, CONTROL)
    assert title.name() == "Founders' circle"


def test_the_name_is_pressed_by_key(groups: GroupsWindow) -> None:
    QTest.keyClick(groups.view.header.title, Qt.Key.Key_Down)
    groups.pick("New group")
    assert isinstance(groups.program.window.findChild(GroupForm), GroupForm)


def test_a_group_goes_to_the_bin_and_comes_back(groups: GroupsWindow) -> None:
    groups.page.put_in_bin()
    assert groups.toast() == "Moved “Breakfast Club” to the bin"
    assert groups.view.header.title.name() == "Founders' circle"
    groups.page.others.choose()
    groups.pick("In the bin: Breakfast Club")
    assert groups.view.bin_strip.isVisible()
    assert not groups.page.shows_group()
    assert not groups.view.header.member.isVisible()
    groups.view.bin_strip.restore.click()
    assert groups.toast() == "Took “Breakfast Club” out of the bin"
    assert not groups.view.bin_strip.isVisible()
    assert [row.name for row in group_rows(groups.workspace)] == ["Breakfast Club", "Founders' circle"]


def test_when_all_groups_lie_in_the_bin_the_page_leads_there(groups: GroupsWindow) -> None:
    groups.page.put_in_bin()
    groups.page.put_in_bin()
    assert groups.page.empty_beside_bin.isVisible()
    groups.page.empty_beside_bin.secondary_clicked.emit()
    assert groups.view.bin_strip.isVisible()
    groups.shell.undo()
    assert not groups.view.bin_strip.isVisible() or groups.view.header.title.name() == "Breakfast Club"


def test_leaving_a_group_is_noted_and_taken_back(groups: GroupsWindow) -> None:
    groups.page.leave_group()
    assert groups.toast() == "You left Breakfast Club"
    assert "left 22 Nov 2026" in groups.view.header.about.text()
    groups.page.leave_group()
    assert groups.toast() == "You are in Breakfast Club again"
    assert "member since Feb 2024" in groups.view.header.about.text()


def test_the_keyboard_stays_on_the_page_when_the_audit_goes(groups: GroupsWindow) -> None:
    groups.matrix.setFocus()
    groups.page.show_group(groups.filled.other)
    assert groups.view.nobody.isVisible()
    assert not groups.view.header.member.isVisible()
    held = groups.program.window.focusWidget()
    assert held is groups.view
    QTest.keyClick(groups.view, Qt.Key.Key_M, CONTROL_SHIFT)
    assert overlay_of(groups.program) is not None


def test_those_who_left_are_shown_on_wish(groups: GroupsWindow) -> None:
    member = member_of(groups.workspace, groups.filled.group, groups.filled.people[4])
    group_members.member_left(groups.workspace, member, TODAY)
    assert "Joe Prentice" not in groups.names()
    groups.page.show_left()
    assert groups.names()[-1] == "Joe Prentice"
    assert groups.view.tiles.tiles[Mark.KNOW].words.text() == "of 4 members I know"
    groups.page.show_left()
    assert len(groups.names()) == 4


def test_the_menu_of_a_row_sees_members_go_and_come(groups: GroupsWindow) -> None:
    groups.click("Aoife Byrne", None)
    groups.click("Joe Prentice", None, CONTROL)
    groups.matrix.menu_wanted.emit(4, QPoint(400, 400))
    assert "Plan one-to-ones with 2 members…" in groups.menu()
    groups.pick("These 2 left the group")
    assert groups.toast() == "2 members left the group"
    assert groups.names() == list(NAMES[:3])
    groups.shell.undo()
    groups.click("Joe Prentice", None)
    groups.matrix.menu_wanted.emit(4, QPoint(400, 400))
    groups.pick("Take out of the group")
    assert groups.toast() == "Took Joe Prentice out of the group"
    assert groups.names() == list(NAMES[:4])
    # The keyboard stays in the table: on whoever is last now, and there still when Joe is back.
    assert groups.matrix.currentIndex().row() == 3
    groups.shell.undo()
    assert groups.names() == list(NAMES)
    assert groups.matrix.currentIndex().row() == 3


def test_the_menu_over_a_mark_answers_it_and_sorts_by_it(groups: GroupsWindow) -> None:
    def press_right(name: str, mark: Mark) -> None:
        spot = groups.matrix.visualRect(groups.cell(name, mark)).center()
        mouse = QContextMenuEvent.Reason.Mouse
        viewport = groups.matrix.viewport()
        QApplication.sendEvent(viewport, QContextMenuEvent(mouse, spot, viewport.mapToGlobal(spot)))

    press_right("Joe Prentice", Mark.USED)
    assert groups.menu()[:3] == ["Used their service: yes", "Leave it to the record", "Sort by this mark"]
    groups.pick("Used their service: yes")
    assert groups.shown("Joe Prentice", Mark.USED) == "yes"
    press_right("Joe Prentice", Mark.USED)
    groups.pick("Leave it to the record")
    assert groups.shown("Joe Prentice", Mark.USED) == "no"
    press_right("Grace Adeyemi", Mark.KNOW)
    groups.pick("Sort by this mark")
    assert groups.names()[:2] == ["Ravi Menon", "Joe Prentice"]
    groups.matrix.setCurrentIndex(groups.model.index(0, 0))
    keyboard = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(groups.matrix.viewport(), keyboard)
    assert groups.menu()[0] == "Open Ravi Menon"


def test_a_member_who_left_comes_back_by_the_menu(groups: GroupsWindow) -> None:
    groups.click("Sam Carter", None)
    groups.page.members.leave()
    groups.page.show_left()
    groups.matrix.go_to(member_of(groups.workspace, groups.filled.group, groups.filled.people[0]))
    groups.matrix.menu_wanted.emit(groups.matrix.currentIndex().row(), QPoint(400, 400))
    groups.pick("They are in the group again")
    assert groups.toast() == "Sam Carter is in the group again"
    assert groups.read().gone == 0


def test_one_to_ones_are_planned_with_those_who_are_next_or_chosen(groups: GroupsWindow) -> None:
    QTest.keyClick(groups.matrix, Qt.Key.Key_O, CONTROL_SHIFT)
    overlay = overlay_of(groups.program)
    assert overlay is not None
    overlay.close_overlay()
    groups.page.show_group(groups.filled.other)
    groups.page.members.plan()
    assert groups.toast() == "Add the members first."


def test_a_group_can_be_gone_to_at_a_person(groups: GroupsWindow) -> None:
    groups.page.show_group(groups.filled.other)
    groups.shell.go("groups", group=groups.filled.group, person=groups.filled.people[3])
    assert groups.matrix.currentIndex().row() == groups.names().index("Aoife Byrne")
    groups.shell.go("groups", group=9999)
    assert groups.view.header.title.name() == "Breakfast Club"


def test_the_page_comes_back_as_it_was_left(qapp: QApplication, tmp_path: Path) -> None:
    memory = WindowMemory(tmp_path / "window.ini")
    with groups_window(qapp, tmp_path) as window:
        window.page.show_group(window.filled.other)
        kept = window.page.remembered()
    with running(qapp, tmp_path / "network.netdesk", memory=memory) as program:
        page = program.window.page("groups")
        assert isinstance(page, GroupsPage)
        page.remember({**kept, "with_left": "odd"})
        program.window.show_place("groups")
        QCoreApplication.processEvents()
        assert page.view.header.title.name() == "Founders' circle"


def test_meetings_and_the_printed_audit_open_from_the_head(groups: GroupsWindow) -> None:
    QTest.mouseClick(groups.view.header.meetings, LEFT)
    overlay = overlay_of(groups.program)
    assert overlay is not None
    assert groups.program.window.findChildren(Sheet)
    overlay.close_overlay()
    assert place_shown(groups.program) == "groups"
