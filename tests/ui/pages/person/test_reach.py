"""Calling, writing and copying; what leaves the program and what never does."""

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QGuiApplication,
)
from pytestqt.qtbot import QtBot

from tests.support.person_window import PersonWindow
from tests.support.seen import choose


class Outside:
    """Takes what would leave the program."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.urls: list[str] = []
        monkeypatch.setattr(QDesktopServices, "openUrl", self._take)

    def _take(self, url: QUrl) -> bool:
        self.urls.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True


def test_calling_and_writing_leave_with_their_own_schemes_only(
    qtbot: QtBot, opened: PersonWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = Outside(monkeypatch)
    qtbot.mouseClick(opened.view.header.call, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(opened.view.header.mail, Qt.MouseButton.LeftButton)
    for row in opened.view.about.reach.rows():
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert outside.urls == ["tel:+447700900123", "mailto:grace@brightcopy.example"] * 1 + [
        "mailto:grace@brightcopy.example",
        "tel:+447700900123",
    ]
    assert QGuiApplication.clipboard().text() == "brightcopy.example"
    assert opened.said() == "Copied brightcopy.example"


def test_an_odd_address_adds_no_header(monkeypatch: pytest.MonkeyPatch) -> None:
    from netdesk.ui.pages.person.outside import go_outside, mail_address, phone_number

    outside = Outside(monkeypatch)
    assert go_outside(mail_address("a@b.example?bcc=all@c.example&body=x#y"))
    assert go_outside(mail_address("file:///etc/passwd"))
    assert not go_outside(phone_number("javascript"))
    assert not go_outside(QUrl("file:///etc/passwd"))
    assert not go_outside(QUrl("https://a.example"))
    assert outside.urls[0].startswith("mailto:a@b.example%3Fbcc%3D")
    assert all(url.startswith("mailto:") for url in outside.urls)


def test_a_point_is_copied_from_its_menu(opened: PersonWindow) -> None:
    row = opened.view.about.reach.rows()[0]
    row.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(1, 1), QPoint(10, 10)))
    choose("Copy")
    assert QGuiApplication.clipboard().text() == "grace@brightcopy.example"


def test_without_a_program_to_call_with_the_number_is_told(
    qtbot: QtBot, opened: PersonWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    qtbot.mouseClick(opened.view.header.call, Qt.MouseButton.LeftButton)
    assert opened.said().endswith("+44 7700 900123")
    qtbot.mouseClick(opened.view.header.mail, Qt.MouseButton.LeftButton)
    assert opened.said().endswith("grace@brightcopy.example")
