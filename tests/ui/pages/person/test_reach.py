"""Calling, writing and copying; what leaves the program and what never does."""

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QGuiApplication,
)
from pytestqt.qtbot import QtBot

from netdesk.method.contact_kinds import PointKind
from netdesk.services.contact_points import Point
from netdesk.ui.pages.person.outside import go_outside, mail_address, phone_number, web_address
from netdesk.ui.pages.person.reach_panel import ReachRow
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
        "https://brightcopy.example",
    ]


def test_an_odd_address_adds_no_header(monkeypatch: pytest.MonkeyPatch) -> None:
    outside = Outside(monkeypatch)
    assert go_outside(mail_address("a@b.example?bcc=all@c.example&body=x#y"))
    assert go_outside(mail_address("file:///etc/passwd"))
    assert not go_outside(phone_number("javascript"))
    assert not go_outside(QUrl("file:///etc/passwd"))
    assert not go_outside(QUrl("ftp://a.example/x"))
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


@pytest.mark.parametrize(
    ("typed", "opened_as"),
    [
        ("brightcopy.example", "https://brightcopy.example"),
        ("www.brightcopy.example/team?id=3#grace", "https://www.brightcopy.example/team?id=3#grace"),
        ("  http://brightcopy.example/ ", "http://brightcopy.example/"),
        ("HTTPS://BrightCopy.example/Über", "https://brightcopy.example/%C3%9Cber"),
        ("https://brightcopy.example:8443/x", "https://brightcopy.example:8443/x"),
        ("social.example/@grace", "https://social.example/@grace"),
        ("social.example/in/grace?next=https://other.example", None),
        ("bücher.example", "https://xn--bcher-kva.example"),
    ],
)
def test_web_addresses_are_opened(typed: str, opened_as: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = Outside(monkeypatch)
    assert go_outside(web_address(typed))
    assert outside.urls == [opened_as or f"https://{typed}"]


HOSTILE = (
    "",
    "grace",
    "@grace",
    "Grace Adeyemi",
    "grace@brightcopy.example",
    "javascript:alert(1)",
    "JavaScript://brightcopy.example/%0aalert(1)",
    "file:///etc/passwd",
    "file://server.example/share",
    "//server.example/share",
    "\\\\server.example\\share",
    "/etc/passwd",
    "./run.sh",
    "C:\\Windows\\System32\\calc.exe",
    "data:text/html,<b>x</b>",
    "vbscript:x",
    "ms-settings:privacy",
    "smb://server.example/x",
    "ftp://server.example/x",
    "tel:+447700900123",
    "mailto:a@b.example",
    "https:brightcopy.example",
    "https:/brightcopy.example",
    "https://",
    "https:///etc/passwd",
    "https://localhost/x",
    "https://.example.",
    "https://a..example",
    "https://bank.example@evil.example",
    "https://bank.example:x@evil.example/",
    "bank.example@evil.example",
    "bank.example%40evil.example",
    "https://bank.example\\@evil.example",
    "https://brightcopy.example/ --gpu-launcher=x",
    "https://brightcopy.example/\nfile:///etc/passwd",
    "https://brightcopy.example/\0x",
    "https://bright\u202ecopy.example",
    "https://bright\u200bcopy.example",
    'https://brightcopy.example/"><script>',
    "https://brightcopy.example/%zz",
    "https://brightcopy.example:99999/",
    "https://brightcopy.example/" + "x" * 3_000,
    "--help.example",
)


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_is_no_plain_web_address_is_never_opened(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = Outside(monkeypatch)
    assert not go_outside(web_address(typed))
    assert outside.urls == []


@pytest.mark.parametrize("scheme", ["file", "javascript", "ftp", "data", "smb", ""])
def test_no_other_scheme_is_handed_to_the_system(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = Outside(monkeypatch)
    assert not go_outside(QUrl(f"{scheme}://brightcopy.example/x"))
    assert outside.urls == []


@pytest.mark.parametrize("kind", [PointKind.WEB, PointKind.SOCIAL])
def test_what_is_no_web_page_is_copied(
    qtbot: QtBot, opened: PersonWindow, monkeypatch: pytest.MonkeyPatch, kind: PointKind
) -> None:
    outside = Outside(monkeypatch)
    row = ReachRow(Point(kind, "javascript:alert(1)", "web"))
    opened.view.about.reach.body.addWidget(row)
    row.copied.connect(opened.shell.toast)
    assert row.accessibleName() == "Copy javascript:alert(1), web"
    row.click()
    assert outside.urls == []
    assert QGuiApplication.clipboard().text() == opened.said() == "javascript:alert(1)"


def test_a_web_page_says_that_it_opens_and_can_be_copied(
    opened: PersonWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = opened.view.about.reach.rows()[2]
    assert row.accessibleName() == "Open brightcopy.example, web"
    row.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(1, 1), QPoint(10, 10)))
    choose("Copy")
    assert QGuiApplication.clipboard().text() == "brightcopy.example"
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    QGuiApplication.clipboard().clear()
    row.click()
    assert QGuiApplication.clipboard().text() == "brightcopy.example"
    assert opened.said() == "Copied brightcopy.example"


def test_a_long_address_takes_more_lines_where_the_panel_is_narrow_and_a_phone_never(qtbot: QtBot) -> None:
    address = ReachRow(
        Point(PointKind.ADDRESS, "5 Mill Lane, Flat 2, Harbourtown HA1 2BC, United Kingdom", "home")
    )
    phone = ReachRow(Point(PointKind.PHONE, "+44 7700 900123", "mobile"))
    endless = ReachRow(Point(PointKind.ADDRESS, "Mill Lane " * 500, "work"))
    for row in (address, phone, endless):
        qtbot.addWidget(row)
    assert address.heightForWidth(260) > address.heightForWidth(900) == phone.sizeHint().height()
    assert not phone.hasHeightForWidth()
    assert endless.heightForWidth(260) <= 3 * phone.sizeHint().height()
