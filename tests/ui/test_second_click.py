"""A hasty double click acts once."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from netdesk.ui.second_click import SecondClick

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def _pressable(window: QWidget) -> QWindow:
    """The window's handle under watch, with the button up, whatever a test before left it at."""
    handle = window.windowHandle()
    assert QApplication.activePopupWidget() is None
    QTest.mouseRelease(handle, _LEFT, _NONE, QPoint(50, 40))
    QTest.mouseMove(handle, QPoint(200, 150))
    handle.installEventFilter(SecondClick(window))
    return handle


def test_the_second_press_does_nothing_to_what_came_under_the_pointer(qtbot: QtBot) -> None:
    window, gone = QWidget(), list[str]()
    qtbot.addWidget(window)
    window.resize(300, 200)
    below, above = QPushButton("Let go", window), QPushButton("Let go", window)
    for button, name in ((below, "Priti Shah"), (above, "Bill Marsh")):
        button.setGeometry(20, 20, 100, 40)
        button.clicked.connect(button.hide)
        button.clicked.connect(lambda _=False, name=name: gone.append(name))
    window.show()
    qtbot.waitExposed(window)
    handle = _pressable(window)
    QTest.mouseDClick(handle, _LEFT, _NONE, QPoint(50, 40))
    assert gone == ["Bill Marsh"]
    assert below.isVisible()
    QTest.mouseClick(handle, _LEFT, _NONE, QPoint(50, 40), 1000)
    assert gone == ["Bill Marsh", "Priti Shah"]


def test_a_double_click_on_one_thing_is_as_always(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    more, presses = QPushButton("More", window), list[bool]()
    more.setGeometry(20, 20, 100, 40)
    more.clicked.connect(lambda pressed=False: presses.append(pressed))
    window.show()
    qtbot.waitExposed(window)
    handle = _pressable(window)
    QTest.mouseDClick(handle, _LEFT, _NONE, QPoint(50, 40))
    assert len(presses) == 2
