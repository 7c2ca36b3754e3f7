"""The audit as a table: what the record fills in, answers by click and key, sorting, searching, several at once."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from netdesk.method.groups import Mark
from netdesk.services.group_members import add_members, set_member_learned
from netdesk.ui.pages.groups.matrix_model import FIRST_MARK, HEADS, LEVEL, LINE, MEMBER, MatrixModel
from netdesk.ui.theme.current import current_theme
from tests.support.groups_window import NAMES, GroupsWindow
from tests.support.programs import TODAY, place_shown
from tests.support.workspaces import sample_people

SPACE, DELETE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Return
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press_head(window: GroupsWindow, column: int) -> None:
    head = window.matrix.head
    spot = QPoint(head.sectionViewportPosition(column) + 12, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)


def test_the_record_fills_in_the_marks(groups: GroupsWindow) -> None:
    assert tuple(groups.names()) == NAMES
    assert [groups.shown("Sam Carter", mark) for mark in Mark] == ["yes"] * 5
    assert [groups.shown("Grace Adeyemi", mark) for mark in Mark] == ["yes", "yes", "no", "no", "no"]
    assert groups.shown("Ravi Menon", Mark.ONE_TO_ONE) == "no, booked Tue"
    assert groups.shown("Joe Prentice", Mark.KNOW) == "no"


def test_the_model_keeps_to_what_views_expect(groups: GroupsWindow, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(groups.model)
    fresh = MatrixModel(lambda: TODAY)
    qtmodeltester.check(fresh)
    fresh.show_lines(groups.read().members)
    fresh.sort(FIRST_MARK)
    assert fresh.rowCount() == 5
    assert fresh.headerData(0, Qt.Orientation.Horizontal) == "Member"


def test_a_press_answers_a_mark_and_a_second_one_gives_it_back(groups: GroupsWindow) -> None:
    groups.click("Joe Prentice", Mark.USED)
    assert groups.shown("Joe Prentice", Mark.USED) == "yes"
    assert groups.read().members[4].marks[Mark.USED].by == "hand"
    groups.click("Joe Prentice", Mark.USED)
    answer = groups.read().members[4].marks[Mark.USED]
    assert (answer.yes, answer.by) == (False, "")
    groups.click("Sam Carter", Mark.KNOW)
    assert groups.read().members[0].marks[Mark.KNOW].by == "hand"
    assert groups.shown("Sam Carter", Mark.KNOW) == "no"
    groups.shell.undo()
    assert groups.shown("Sam Carter", Mark.KNOW) == "yes"


def test_a_press_that_is_let_go_elsewhere_answers_nothing(groups: GroupsWindow) -> None:
    from_cell = groups.matrix.visualRect(groups.cell("Joe Prentice", Mark.USED)).center()
    to_cell = groups.matrix.visualRect(groups.cell("Aoife Byrne", Mark.USED)).center()
    viewport, left = groups.matrix.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, left, Qt.KeyboardModifier.NoModifier, from_cell)
    QTest.mouseRelease(viewport, left, Qt.KeyboardModifier.NoModifier, to_cell)
    assert groups.shown("Joe Prentice", Mark.USED) == groups.shown("Aoife Byrne", Mark.USED) == "no"


def test_marks_are_walked_and_answered_by_key(groups: GroupsWindow) -> None:
    groups.matrix.setFocus()
    groups.matrix.setCurrentIndex(groups.cell("Sam Carter", Mark.KNOW))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        groups.key(key)
    assert groups.matrix.currentIndex() == groups.cell("Ravi Menon", Mark.USED)
    groups.key(SPACE)
    assert groups.shown("Ravi Menon", Mark.USED) == "yes"
    groups.key(DELETE)
    assert groups.shown("Ravi Menon", Mark.USED) == "no"
    assert groups.matrix.currentIndex() == groups.cell("Ravi Menon", Mark.USED)


def test_the_ring_shows_where_keys_act_and_a_press_takes_it_away(groups: GroupsWindow) -> None:
    def ring() -> bool:
        box = groups.matrix.visualRect(groups.matrix.currentIndex())
        picture = groups.matrix.viewport().grab().toImage()
        ratio = picture.devicePixelRatio()
        spot = picture.pixelColor(round(box.center().x() * ratio), round((box.top() + 3) * ratio))
        return spot == current_theme().color("focus")

    groups.click("Joe Prentice", Mark.USED)
    assert not ring()
    groups.key(Qt.Key.Key_Right)
    assert ring()
    groups.click("Joe Prentice", Mark.USED)
    assert not ring()


def test_a_number_answers_its_mark_in_the_row_of_the_keyboard(groups: GroupsWindow) -> None:
    groups.matrix.setFocus()
    groups.matrix.setCurrentIndex(groups.cell("Joe Prentice", Mark.KNOW))
    groups.key(Qt.Key.Key_5)
    assert groups.shown("Joe Prentice", Mark.THEY_REFERRED) == "yes"
    assert groups.shown("Joe Prentice", Mark.KNOW) == "no"


def test_delete_gives_an_answer_back_to_the_record_whatever_it_says(groups: GroupsWindow) -> None:
    groups.click("Sam Carter", Mark.I_REFERRED)
    assert groups.shown("Sam Carter", Mark.I_REFERRED) == "no"
    groups.key(DELETE)
    answer = groups.read().members[0].marks[Mark.I_REFERRED]
    assert (answer.yes, answer.by) == (True, "record")
    before = groups.workspace.history()
    groups.key(DELETE)
    assert groups.workspace.history() == before


def test_several_members_are_answered_together_in_one_step(groups: GroupsWindow) -> None:
    groups.click("Ravi Menon", None)
    groups.click("Joe Prentice", None, SHIFT)
    assert [line.name for line in groups.matrix.chosen()] == ["Ravi Menon", "Aoife Byrne", "Joe Prentice"]
    groups.click("Aoife Byrne", Mark.USED)
    assert [groups.shown(name, Mark.USED) for name in NAMES] == ["yes", "no", "yes", "yes", "yes"]
    groups.shell.undo()
    assert [groups.shown(name, Mark.USED) for name in NAMES] == ["yes", "no", "no", "no", "no"]


def test_a_mark_of_somebody_who_is_not_chosen_is_answered_alone(groups: GroupsWindow) -> None:
    groups.click("Ravi Menon", None)
    groups.click("Aoife Byrne", None, SHIFT)
    groups.click("Joe Prentice", Mark.USED)
    assert [groups.shown(name, Mark.USED) for name in NAMES] == ["yes", "no", "no", "no", "yes"]


def test_enter_and_a_double_press_open_the_person(groups: GroupsWindow) -> None:
    groups.matrix.setFocus()
    groups.matrix.setCurrentIndex(groups.cell("Grace Adeyemi", Mark.USED))
    groups.key(ENTER)
    assert place_shown(groups.program) == "contacts"
    groups.program.window.show_place("groups")
    spot = groups.matrix.visualRect(groups.model.index(0, MEMBER)).center()
    groups.click("Sam Carter", None)
    QTest.mouseDClick(
        groups.matrix.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
    )
    assert place_shown(groups.program) == "contacts"


def test_two_quick_presses_turn_a_mark_there_and_back(groups: GroupsWindow) -> None:
    spot = groups.matrix.visualRect(groups.cell("Joe Prentice", Mark.USED)).center()
    viewport, left = groups.matrix.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(viewport, left, Qt.KeyboardModifier.NoModifier, spot)
    assert groups.shown("Joe Prentice", Mark.USED) == "yes"
    QTest.mouseDClick(viewport, left, Qt.KeyboardModifier.NoModifier, spot)
    QTest.mouseRelease(viewport, left, Qt.KeyboardModifier.NoModifier, spot)
    assert groups.shown("Joe Prentice", Mark.USED) == "no"
    assert place_shown(groups.program) == "groups"


def test_a_head_sorts_by_who_misses_the_mark_and_a_third_press_takes_it_back(groups: GroupsWindow) -> None:
    groups.matrix.setCurrentIndex(groups.cell("Sam Carter", Mark.USED))
    press_head(groups, FIRST_MARK + 1)
    assert groups.names() == ["Aoife Byrne", "Joe Prentice", "Ravi Menon", "Sam Carter", "Grace Adeyemi"]
    assert groups.matrix.currentIndex() == groups.cell("Sam Carter", Mark.USED)
    press_head(groups, FIRST_MARK + 1)
    assert groups.names()[:2] == ["Sam Carter", "Grace Adeyemi"]
    press_head(groups, FIRST_MARK + 1)
    assert tuple(groups.names()) == NAMES
    press_head(groups, MEMBER)
    assert groups.names() == sorted(NAMES)
    press_head(groups, LEVEL)
    assert tuple(groups.names()) == NAMES


def test_members_are_searched_in_place(qtbot: QtBot, groups: GroupsWindow) -> None:
    QTest.keyClick(groups.matrix, Qt.Key.Key_F, CONTROL)
    search = groups.view.panel.search
    assert search.hasFocus()
    qtbot.keyClicks(search, "carter")
    qtbot.waitUntil(lambda: groups.names() == ["Sam Carter"])
    qtbot.keyClicks(search, "zzz")
    qtbot.waitUntil(lambda: groups.names() == [])
    assert groups.view.panel.nothing.text() == "Nobody here has these words."
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert tuple(groups.names()) == NAMES
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert not search.isVisible()
    assert groups.matrix.hasFocus()


def test_typing_a_name_goes_to_the_member_from_any_column(qtbot: QtBot, groups: GroupsWindow) -> None:
    groups.matrix.setFocus()
    groups.matrix.setCurrentIndex(groups.cell("Sam Carter", Mark.USED))
    qtbot.keyClicks(groups.matrix, "byr")
    assert groups.matrix.currentIndex() == groups.cell("Aoife Byrne", Mark.USED)
    groups.matrix.keyboardSearch("zz")
    groups.matrix.keyboardSearch("")
    assert groups.matrix.currentIndex() == groups.cell("Aoife Byrne", Mark.USED)
    groups.key(Qt.Key.Key_Escape)
    assert not groups.matrix.selectionModel().hasSelection()


def test_every_cell_says_what_it_shows(groups: GroupsWindow) -> None:
    say, tip = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole
    ravi = groups.cell("Ravi Menon", Mark.ONE_TO_ONE)
    assert ravi.data(say) == "Ravi Menon, One-to-one: no, booked Tue. Planned for 24 Nov."
    assert "Planned for 24 Nov." in str(ravi.data(tip))
    row = ravi.row()
    assert groups.model.index(row, LEVEL).data(say) == "Ravi Menon, level 3 of 5"
    assert groups.model.index(4, LEVEL).data(say) == "Joe Prentice, on no level"
    assert groups.model.index(0, MEMBER).data(say) == "Sam Carter, Carter VA, member since 7 Mar 2025"


def test_what_was_learned_is_marked_and_told(groups: GroupsWindow) -> None:
    line = groups.model.index(0, MEMBER).data(LINE)
    before = groups.matrix.grab().toImage()
    set_member_learned(groups.workspace, line.member_id, "Says no <b>kindly</b>")
    assert groups.matrix.grab().toImage() != before
    tip = str(groups.model.index(0, MEMBER).data(Qt.ItemDataRole.ToolTipRole))
    assert "Learned from them: Says no &lt;b&gt;kindly&lt;/b&gt;" in tip


@pytest.mark.parametrize("width", [1440, 1100, 940])
def test_heads_and_names_have_room_at_every_width(groups: GroupsWindow, width: int) -> None:
    groups.program.window.resize(width, 700)
    columns = [groups.matrix.columnWidth(column) for column in range(len(HEADS))]
    assert sum(columns) == groups.matrix.viewport().width()
    assert columns[MEMBER] >= 200
    assert groups.matrix.head.wraps == (width < 1200)


def test_an_answer_leaves_the_place_in_a_long_table(groups: GroupsWindow) -> None:
    add_members(groups.workspace, groups.filled.group, sample_people(groups.workspace, 80), TODAY)
    groups.matrix.setCurrentIndex(groups.model.index(60, FIRST_MARK))
    groups.matrix.scrollTo(groups.matrix.currentIndex())
    before = groups.matrix.verticalScrollBar().value()
    assert before > 0
    groups.key(SPACE)
    assert groups.matrix.verticalScrollBar().value() == before
    assert groups.matrix.currentIndex().row() == 60
    assert groups.model.index(60, FIRST_MARK).data() == "yes"


def test_signs_are_painted_in_the_middle_of_their_cells(groups: GroupsWindow) -> None:
    picture: QImage = groups.matrix.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    for name, mark in (("Sam Carter", Mark.KNOW), ("Ravi Menon", Mark.ONE_TO_ONE)):
        box = groups.matrix.visualRect(groups.cell(name, mark))
        ground = picture.pixelColor(round((box.left() + 3) * ratio), round((box.top() + 3) * ratio))
        half = box.adjusted(box.width() // 4, 8, -box.width() // 4, -8)
        inks = {
            picture.pixelColor(round(x * ratio), round(y * ratio)).rgb()
            for x in range(half.left(), half.right())
            for y in range(half.top(), half.bottom())
        }
        assert inks - {ground.rgb()}
