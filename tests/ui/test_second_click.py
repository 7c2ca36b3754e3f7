"""A hasty double click acts once."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from netdesk.ui.second_click import SecondClick

_PLACE = QPointF(50, 40)
_AT = 10_000
"""Milliseconds of the first press."""


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with two buttons, one under the other."""
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.resize(300, 200)
    for name in ("Priti Shah", "Bill Marsh"):
        button = QPushButton(name, shown)
        button.setGeometry(20, 20, 100, 40)
        button.clicked.connect(button.hide)
    shown.show()
    return shown


def passes(watch: SecondClick, at: int, place: QPointF = _PLACE, *, twice: bool = False) -> bool:
    """Whether a press at that time reaches what is under the pointer."""
    kind = QEvent.Type.MouseButtonDblClick if twice else QEvent.Type.MouseButtonPress
    left = Qt.MouseButton.LeftButton
    press = QMouseEvent(kind, place, place, left, left, Qt.KeyboardModifier.NoModifier)
    press.setTimestamp(at)
    return not watch.eventFilter(watch, press)


def under_the_pointer(window: QWidget) -> QPushButton:
    button = window.childAt(_PLACE.toPoint())
    assert isinstance(button, QPushButton)
    return button


def test_the_second_press_does_nothing_to_what_came_under_the_pointer(window: QWidget) -> None:
    watch = SecondClick(window)
    assert under_the_pointer(window).text() == "Bill Marsh"
    assert passes(watch, _AT)
    under_the_pointer(window).click()
    assert under_the_pointer(window).text() == "Priti Shah"
    # Qt tells of the second press as a press, and as a double click.
    assert not passes(watch, _AT + 90)
    assert not passes(watch, _AT + 90, twice=True)
    assert passes(watch, _AT + 90 + QApplication.styleHints().mouseDoubleClickInterval())


def test_a_double_click_on_one_thing_is_as_always(window: QWidget) -> None:
    watch = SecondClick(window)
    assert passes(watch, _AT)
    assert passes(watch, _AT + 90)
    assert passes(watch, _AT + 90, twice=True)


def test_a_press_elsewhere_is_no_second_press(window: QWidget) -> None:
    watch = SecondClick(window)
    assert passes(watch, _AT)
    assert passes(watch, _AT + 90, QPointF(250, 150))
