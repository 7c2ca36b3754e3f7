import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.buttons import icon_button, link_button, plain_button, primary_button, quiet_button
from netdesk.ui.widgets.chip import FilterChip
from netdesk.ui.widgets.date_field import DateField
from netdesk.ui.widgets.level_steps import LevelSteps
from netdesk.ui.widgets.search_field import SearchField
from netdesk.ui.widgets.segments import Segments
from netdesk.ui.widgets.share_bar import ShareSlider
from netdesk.ui.widgets.stars import Stars
from netdesk.ui.widgets.stepper import Stepper
from netdesk.ui.widgets.tab_bar import TabBar
from netdesk.ui.widgets.tick_boxes import TickBoxes

NAMES = ("Sausage sharer", "Familiar face", "Equally engaged", "Creative collaborator", "Proven partner")


def test_an_ampersand_that_is_meant_is_read_out(qtbot: QtBot) -> None:
    button = link_button("&Help in Give && ask")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Help in Give & ask"


def test_buttons_have_names_kinds_and_shortcuts_in_their_tooltips(qtbot: QtBot) -> None:
    for button, kind in (
        (primary_button("Log", Icon.LOG, "Ctrl+L"), "primary"),
        (plain_button("Follow &up…", Icon.FOLLOW_UP, "Ctrl+L"), "plain"),
        (quiet_button("Let go", None, "Ctrl+L"), "quiet"),
        (icon_button(Icon.CALL, "Call", "Ctrl+L"), "plain"),
    ):
        qtbot.addWidget(button)
        assert button.property("kind") == kind
        assert button.accessibleName()
        assert "&" not in button.accessibleName()
        assert "Ctrl+L" in button.toolTip()
    link = link_button("2 people fit")
    qtbot.addWidget(link)
    assert link.accessibleName() == "2 people fit"


def test_the_words_of_a_link_have_as_much_room_with_the_keyboard_on_it(qtbot: QtBot) -> None:
    link = link_button("Introductions")
    qtbot.addWidget(link)
    link.show()
    without = link.sizeHint()
    link.setFocus()
    qtbot.waitUntil(link.hasFocus)
    link.ensurePolished()
    assert link.sizeHint() == without


def test_level_steps_ask_but_do_not_move_by_themselves(qtbot: QtBot) -> None:
    row = LevelSteps(NAMES, 3)
    qtbot.addWidget(row)
    row.resize(800, 32)
    row.show()
    steps = row.findChildren(type(row.layout().itemAt(0).widget()))
    with qtbot.waitSignal(row.chosen) as chosen:
        qtbot.mouseClick(steps[3], Qt.MouseButton.LeftButton)
    assert chosen.args == [4]
    assert (row.level(), steps[3].isChecked(), steps[2].isChecked()) == (3, False, True)
    with qtbot.assertNotEmitted(row.chosen):
        qtbot.mouseClick(steps[2], Qt.MouseButton.LeftButton)
    row.set_level(4)
    assert steps[3].isChecked()


def test_level_steps_by_keyboard_and_for_a_screen_reader(qtbot: QtBot) -> None:
    row = LevelSteps(NAMES, 0)
    qtbot.addWidget(row)
    row.show()
    steps = row.findChildren(type(row.layout().itemAt(0).widget()))
    steps[0].setFocus()
    with qtbot.waitSignal(row.chosen) as chosen:
        qtbot.keyClick(steps[0], Qt.Key.Key_Right)
        qtbot.keyClick(row.focusWidget() or steps[1], Qt.Key.Key_Return)
    assert chosen.args == [2]
    spoken = QAccessible.queryAccessibleInterface(steps[1])
    assert spoken.role() == QAccessible.Role.RadioButton
    assert spoken.text(QAccessible.Text.Name) == "2 Familiar face"


def test_tick_boxes_by_press_and_key(qtbot: QtBot) -> None:
    boxes = TickBoxes(5, 2, editable=True)
    qtbot.addWidget(boxes)
    boxes.resize(boxes.sizeHint())
    told: list[int] = []
    boxes.changed.connect(told.append)
    qtbot.mouseClick(boxes, Qt.MouseButton.LeftButton, pos=QPoint(4 + 19 * 3 + 5, boxes.height() // 2))
    qtbot.mouseClick(boxes, Qt.MouseButton.LeftButton, pos=QPoint(4 + 19 * 3 + 5, boxes.height() // 2))
    qtbot.keyClick(boxes, Qt.Key.Key_Plus)
    qtbot.keyClick(boxes, Qt.Key.Key_Left)
    assert told == [4, 3, 4, 3]
    assert boxes.accessibleName() == "3 of 5 done"


@pytest.mark.parametrize(("total", "rows"), [(0, 1), (1, 1), (10, 1), (11, 2), (30, 3), (31, 1)])
def test_many_tick_boxes_go_on_in_rows_and_then_become_a_bar(qtbot: QtBot, total: int, rows: int) -> None:
    boxes = TickBoxes(total, 1)
    qtbot.addWidget(boxes)
    assert boxes.sizeHint().height() == rows * 19 - 4
    assert not boxes.grab().isNull()


def test_tick_boxes_that_only_show_do_not_take_the_keyboard(qtbot: QtBot) -> None:
    boxes = TickBoxes(5, 2)
    qtbot.addWidget(boxes)
    assert boxes.focusPolicy() == Qt.FocusPolicy.NoFocus
    with qtbot.assertNotEmitted(boxes.changed):
        qtbot.mouseClick(boxes, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_a_filter_chip_is_pressed_and_closed(qtbot: QtBot) -> None:
    chip = FilterChip("Retail", closable=True)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    with qtbot.waitSignal(chip.toggled) as told:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, 8))
    assert told.args == [True]
    with qtbot.waitSignal(chip.closed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 8, 8))
    assert chip.isChecked()
    with qtbot.waitSignal(chip.closed):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)


def a_date(text: str) -> dt.date | None:
    return {"tomorrow": dt.date(2026, 11, 23), "friday": dt.date(2026, 11, 27)}.get(text)


def test_a_date_field_says_what_it_understood(qtbot: QtBot) -> None:
    field = DateField(a_date, lambda date: f"{date:%d %b}", "When")
    qtbot.addWidget(field)
    told: list[object] = []
    field.date_changed.connect(told.append)
    qtbot.keyClicks(field, "tomorro")
    assert (field.is_wrong(), field.property("wrong"), field.date()) == (True, True, None)
    qtbot.keyClicks(field, "w")
    assert (field.is_wrong(), field.date(), field.accessibleDescription()) == (
        False,
        dt.date(2026, 11, 23),
        "23 Nov",
    )
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert told == [dt.date(2026, 11, 23), dt.date(2026, 11, 24), dt.date(2026, 11, 17)]
    assert field.text() == "17 Nov"
    field.clear()
    qtbot.keyClicks(field, " ")
    assert (field.date(), field.is_wrong()) == (None, False)


def test_search_waits_for_a_pause_and_clears_at_once(qtbot: QtBot) -> None:
    field = SearchField("Name, company…", "Ctrl+F")
    qtbot.addWidget(field)
    told: list[str] = []
    field.searched.connect(told.append)
    with qtbot.waitSignal(field.searched):
        qtbot.keyClicks(field, "gra ")
    assert told == ["gra"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (told, field.text()) == (["gra", ""], "")
    with qtbot.waitSignal(field.left_downwards):
        qtbot.keyClick(field, Qt.Key.Key_Down)


def test_words_put_into_a_search_are_not_asked_for_and_its_cross_follows_them(qtbot: QtBot) -> None:
    field = SearchField("Name")
    qtbot.addWidget(field)
    told: list[str] = []
    field.searched.connect(told.append)
    cross = field.actions()[-1]
    for words in ("grace", ""):
        field.put(words)
        assert (field.text(), cross.isVisible()) == (words, bool(words))
    assert told == []


def test_enter_searches_without_waiting(qtbot: QtBot) -> None:
    field = SearchField("Name")
    qtbot.addWidget(field)
    told: list[str] = []
    field.searched.connect(told.append)
    qtbot.keyClicks(field, "ann")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == ["ann"]


def test_segments_by_key_number_and_press(qtbot: QtBot) -> None:
    segments = Segments(("Referral", "Network", "Self"), -1, name="Source")
    qtbot.addWidget(segments)
    segments.resize(segments.sizeHint())
    told: list[int] = []
    segments.picked.connect(told.append)
    qtbot.keyClick(segments, Qt.Key.Key_2)
    qtbot.keyClick(segments, Qt.Key.Key_Right)
    qtbot.keyClick(segments, Qt.Key.Key_Right)
    qtbot.mouseClick(segments, Qt.MouseButton.LeftButton, pos=QPoint(6, 6))
    assert told == [1, 2, 0]
    assert segments.accessibleName() == "Source: Referral"


def test_a_share_is_set_by_key_and_pointer_but_silently_by_code(qtbot: QtBot) -> None:
    share = ShareSlider("Close to it", 60)
    qtbot.addWidget(share)
    share.resize(400, 24)
    share.show()
    told: list[int] = []
    share.changed.connect(told.append)
    share.set_percent(40)
    slider = share.findChild(type(share._slider))
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 1, 5))
    assert told == [41, 100]
    assert share.accessibleName() == "Close to it: 100%"


def test_stars_and_steps_change_within_their_bounds(qtbot: QtBot) -> None:
    stars, steps = Stars(4, editable=True), Stepper(1, 0, 2, name="Blank")
    for widget in (stars, steps):
        qtbot.addWidget(widget)
        widget.resize(widget.sizeHint())
    given: list[float] = []
    stars.changed.connect(given.append)
    qtbot.keyClick(stars, Qt.Key.Key_Right)
    qtbot.keyClick(stars, Qt.Key.Key_Right)
    qtbot.mouseClick(stars, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert given == [5, 1]
    assert stars.accessibleName() == "1 of 5 stars"
    counted: list[int] = []
    steps.changed.connect(counted.append)
    for _ in range(3):
        qtbot.keyClick(steps, Qt.Key.Key_Up)
    assert counted == [2]
    assert steps.accessibleName() == "Blank: 2"


def test_tabs_show_their_words_and_move_by_key(qtbot: QtBot) -> None:
    tabs = TabBar(("Before", "Give & got 5"))
    qtbot.addWidget(tabs)
    tabs.resize(400, 36)
    tabs.show()
    assert tabs.tabText(1) == "Give && got 5"
    with qtbot.waitSignal(tabs.currentChanged) as told:
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert told.args == [1]


def test_level_steps_take_two_lines_where_a_name_does_not_fit(qtbot: QtBot) -> None:
    steps = LevelSteps(
        ["Sausage sharer", "Familiar face", "Equally engaged", "Creative collaborator", "Proven partner"]
    )
    qtbot.addWidget(steps)
    steps.resize(900, 40)
    steps.show()
    one_line = steps.sizeHint().height()
    steps.resize(500, 40)
    assert steps.sizeHint().height() > one_line
    steps.resize(900, 40)
    assert steps.sizeHint().height() == one_line
