"""The log says once when the window was painted for the first time."""

import logging

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from netdesk.app.starting.first_paint import PAINTED, FirstPaint


def test_the_first_painting_is_noted_once(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    window = QLabel("Today")
    qtbot.addWidget(window)
    FirstPaint(window)
    with caplog.at_level(logging.INFO, logger="netdesk"):
        window.show()
        qtbot.waitUntil(lambda: PAINTED in caplog.messages)
        window.repaint()
        qtbot.waitUntil(lambda: window.findChild(FirstPaint) is None)
    assert caplog.messages.count(PAINTED) == 1
