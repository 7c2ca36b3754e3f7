"""A number between − and + in which one can also type."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from netdesk.ui.widgets.count_field import CountField

LEFT = Qt.MouseButton.LeftButton


def up_to_fifty(number: int) -> str:
    return "" if 0 <= number <= 50 else f"{number} cannot be."


class Heard:
    """What a field said."""

    def __init__(self, field: CountField) -> None:
        self.numbers: list[int] = []
        self.sentences: list[str] = []
        field.changed.connect(self.numbers.append)
        field.refused.connect(self.sentences.append)


@pytest.fixture
def field(qtbot: QtBot) -> CountField:
    made = CountField("People", up_to_fifty)
    qtbot.addWidget(made)
    made.show()
    return made


def type_number(qtbot: QtBot, field: CountField, text: str) -> None:
    field.field.selectAll()
    qtbot.keyClick(field.field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field.field, text)
    qtbot.keyClick(field.field, Qt.Key.Key_Return)


def test_steps_are_taken_by_buttons_and_keys(qtbot: QtBot, field: CountField) -> None:
    heard = Heard(field)
    field.set_value(3)
    qtbot.mouseClick(field.more, LEFT)
    qtbot.keyClick(field.field, Qt.Key.Key_Up)
    qtbot.keyClick(field.field, Qt.Key.Key_Minus)
    qtbot.keyClick(field.field, Qt.Key.Key_PageUp)
    assert heard.numbers == [4, 5, 4, 14]
    assert field.accessibleName() == "People: 14"


def test_a_step_below_nought_ends_there(qtbot: QtBot, field: CountField) -> None:
    heard = Heard(field)
    field.set_value(4)
    qtbot.keyClick(field.field, Qt.Key.Key_PageDown)
    qtbot.keyClick(field.field, Qt.Key.Key_Down)
    assert heard.numbers == [0]
    assert not field.less.isEnabled()


def test_a_step_that_cannot_be_says_so_and_changes_nothing(qtbot: QtBot, field: CountField) -> None:
    heard = Heard(field)
    field.set_value(50)
    qtbot.mouseClick(field.more, LEFT)
    assert heard.numbers == []
    assert heard.sentences == ["51 cannot be."]
    assert field.field.text() == "50"


def test_a_typed_number_counts_once_it_is_left(qtbot: QtBot, field: CountField) -> None:
    heard = Heard(field)
    type_number(qtbot, field, "12")
    assert heard.numbers == [12]
    type_number(qtbot, field, "")
    assert field.field.text() == "12"
    assert heard.numbers == [12]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("51", "51 cannot be."), ("-1", "-1 cannot be."), ("x", "Write a number, such as 7.")],
)
def test_what_cannot_be_stays_typed_until_it_is_taken_back(
    qtbot: QtBot, field: CountField, typed: str, sentence: str
) -> None:
    heard = Heard(field)
    field.set_value(7)
    type_number(qtbot, field, typed)
    assert heard.sentences[-1] == sentence
    field.set_value(9)
    assert field.field.text() == typed
    assert field.field.property("wrong")
    qtbot.keyClick(field.field, Qt.Key.Key_Escape)
    assert field.field.text() == "9"
    assert heard.sentences[-1] == ""
    assert heard.numbers == []


def test_a_step_goes_on_from_what_was_typed(qtbot: QtBot, field: CountField) -> None:
    heard = Heard(field)
    field.field.selectAll()
    qtbot.keyClicks(field.field, "20")
    qtbot.keyClick(field.field, Qt.Key.Key_Up)
    assert heard.numbers == [21]


def test_long_numbers_have_room(field: CountField) -> None:
    narrow = field.field.width()
    field.set_value(12)
    assert field.field.width() == narrow
    field.field.setText("1234567")
    assert field.field.width() > narrow
