"""The window is never where nobody sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netdesk.ui.memory import WindowMemory
from netdesk.ui.window_place import arrangement, first_size, keep_place, restore_place, seen

LAPTOP = QRect(0, 0, 1440, 900)
DESK = QRect(1440, -200, 2560, 1400)


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        (QRect(100, 100, 1000, 700), QRect(100, 100, 1000, 700)),
        (QRect(2000, 50, 1440, 900), QRect(2000, 50, 1440, 900)),
        # Half out to the right is a person's own wish; the grip is on the screen.
        (QRect(3700, 0, 1000, 700), QRect(3700, 0, 1000, 700)),
        # The title above the edge, or all of it elsewhere: into the middle of the first screen.
        (QRect(100, -600, 1000, 700), QRect(220, 100, 1000, 700)),
        (QRect(9000, 100, 1000, 700), QRect(220, 100, 1000, 700)),
        (QRect(1430, 5000, 3000, 2000), QRect(0, 0, 1440, 900)),
        # Larger than its screen: as large as that.
        (QRect(10, 10, 5000, 3000), QRect(10, 10, 1440, 900)),
    ],
)
def test_a_place_nobody_sees_is_changed_and_no_other(place: QRect, wanted: QRect) -> None:
    assert seen(place, [LAPTOP, DESK], LAPTOP) == wanted


@pytest.mark.parametrize(
    ("room", "wanted"),
    [
        (QSize(1920, 1080), QSize(1440, 900)),
        (QSize(1440, 900), QSize(1440, 860)),
        (QSize(1366, 738), QSize(1366, 698)),
    ],
)
def test_the_first_window_fits_the_screen_with_its_title(room: QSize, wanted: QSize) -> None:
    assert first_size(room) == wanted


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    one = QWidget()
    qtbot.addWidget(one)
    return one


def test_the_place_comes_back_for_these_screens(window: QWidget, qapp: QApplication, tmp_path: Path) -> None:
    memory = WindowMemory(tmp_path / "window.ini")
    window.setGeometry(40, 60, 500, 400)
    keep_place(window, memory)
    window.setGeometry(0, 0, 300, 300)
    memory.keep("geometry", window.saveGeometry())
    memory.save()
    restore_place(window, WindowMemory(tmp_path / "window.ini"))
    assert window.geometry() == QRect(40, 60, 500, 400)
    assert len(arrangement()) == 12


def test_a_window_kept_on_a_screen_that_is_gone_is_seen(
    window: QWidget, qapp: QApplication, tmp_path: Path
) -> None:
    memory = WindowMemory(tmp_path / "window.ini")
    window.setGeometry(9_000, 7_000, 500, 400)
    memory.keep("geometry", window.saveGeometry())
    restore_place(window, memory)
    assert qapp.primaryScreen().availableGeometry().intersects(window.geometry())


def test_each_workspace_has_its_own_view_and_all_have_one_place(tmp_path: Path) -> None:
    mine, work = (WindowMemory(tmp_path / "window.ini", name) for name in ("mine", "work"))
    mine.keep("place", "board")
    mine.keep("page/contacts", {"person": 7})
    mine.keep("scheme", "dark")
    mine.save()
    assert work.text("place") == ""
    assert work.state("page/contacts") == {}
    assert work.text("scheme") == "dark"
    assert mine.state("page/contacts") == {"person": 7}
