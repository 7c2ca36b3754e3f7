"""The window's icon is NetDesk's own, in every size a desktop asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.app import resources
from netdesk.ui.own_icon import own_icon
from tests.support.programs import running


@pytest.mark.parametrize("side", [16, 32, 48, 64, 128, 256])
def test_every_size_is_a_picture_of_its_own(qapp: QApplication, side: int) -> None:
    glyph = own_icon(resources.folder())
    assert QSize(side, side) in glyph.availableSizes()
    picture = glyph.pixmap(QSize(side, side)).toImage()
    assert picture.width() == side
    assert picture.pixelColor(side // 2, side // 8).alpha() > 0


def test_the_window_wears_it(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    with running(qapp, tmp_path / "network.netdesk") as program:
        assert QSize(64, 64) in program.window.windowIcon().availableSizes()


def test_without_its_files_there_is_no_icon_and_no_error(qapp: QApplication, tmp_path: Path) -> None:
    assert own_icon(tmp_path).pixmap(QSize(16, 16)).isNull()
