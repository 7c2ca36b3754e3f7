import os
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QImage, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Metrics, Type, metrics
from netdesk.ui.theme.scheme import Scheme, SchemeSwitch, apply
from netdesk.ui.theme.stylesheet import stylesheet
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.labels import Secondary

RESOURCES = Path(__file__).resolve().parents[3] / "resources"


def test_applying_a_theme_sets_palette_and_style(qapp: QApplication, dark: Theme) -> None:
    apply(qapp, dark)
    assert current_theme() is dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == dark.color("window")
    assert qapp.palette().color(QPalette.ColorRole.PlaceholderText) == dark.color("placeholder")
    assert dark.css("accent") in qapp.styleSheet()


def test_windows_already_open_change_with_the_theme(
    qapp: QApplication, qtbot: QtBot, light: Theme, dark: Theme
) -> None:
    button, label = QPushButton("Log"), Secondary("Bright Copy")
    for widget in (button, label):
        qtbot.addWidget(widget)
        widget.show()
    before = button.grab().toImage().pixelColor(button.width() // 2, 3)
    assert before == light.color("panel")
    apply(qapp, dark)
    qapp.processEvents()
    assert button.grab().toImage().pixelColor(button.width() // 2, 3) == dark.color("panel")
    assert label.palette().color(QPalette.ColorRole.WindowText) == dark.color("text-2")


def test_the_style_sheet_leaves_no_name_unresolved(light: Theme) -> None:
    text = stylesheet(light, metrics(), dict.fromkeys(_names_of_files(), "x.png"))
    assert re.findall(r"@[\w(-]+|~\w+~", text) == []


def test_the_small_pictures_are_drawn_once_and_found_at_the_next_start(
    qapp: QApplication, light: Theme, dark: Theme, tmp_path: Path
) -> None:
    kept = tmp_path / "state" / "glyphs"
    apply(qapp, light, kept)
    drawn = {path.name: path.stat().st_mtime_ns for path in kept.iterdir()}
    assert all(QImage(str(kept / name)).width() in {16, 32} for name in drawn)
    apply(qapp, light, kept)
    assert {path.name: path.stat().st_mtime_ns for path in kept.iterdir()} == drawn
    apply(qapp, dark, kept)
    assert len(list(kept.iterdir())) > len(drawn), "another theme has pictures of its own colours"
    assert kept.as_posix() in qapp.styleSheet()


def test_a_folder_that_cannot_be_made_costs_no_tick(qapp: QApplication, light: Theme, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    apply(qapp, light, tmp_path / "state" / "glyphs")
    pictures = re.findall(r"url\(\"?([^\")]+)", qapp.styleSheet())
    assert pictures
    assert all(Path(picture).exists() for picture in pictures)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_takes_no_pictures_costs_no_tick(
    qapp: QApplication, light: Theme, tmp_path: Path
) -> None:
    (tmp_path / "glyphs").mkdir(mode=0o500)
    apply(qapp, light, tmp_path / "glyphs")
    assert str(tmp_path) not in qapp.styleSheet()


def _names_of_files() -> list[str]:
    return ["tick", "part", "dot", "down", "up", "left", "right", "down-faint", "up-faint", "tick-menu"]


def test_a_choice_is_worn_and_announced(qapp: QApplication, qtbot: QtBot) -> None:
    switch = SchemeSwitch(qapp, RESOURCES)
    with qtbot.waitSignal(switch.changed) as told:
        switch.choose(Scheme.DARK)
    assert told.args[0].name == "dark"
    assert (switch.choice(), current_theme().name) == (Scheme.DARK, "dark")
    with qtbot.assertNotEmitted(switch.changed):
        switch.choose(Scheme.DARK)


def test_as_the_system_says_gives_one_of_the_two(qapp: QApplication) -> None:
    switch = SchemeSwitch(qapp, RESOURCES)
    assert switch.choice() is Scheme.SYSTEM
    assert switch.theme().name in {"light", "dark"}


@pytest.mark.parametrize(("pixels", "title"), [(13, 21), (26, 42)])
def test_sizes_grow_with_the_systems_font(qapp: QApplication, pixels: int, title: int) -> None:
    font = QFont(qapp.font())
    font.setPixelSize(pixels)
    qapp.setFont(font)
    sizes = metrics()
    assert sizes.font(Type.TITLE).pixelSize() == title
    assert sizes.px(16) == 16 * pixels // 13


def test_no_length_that_shall_be_seen_vanishes() -> None:
    assert Metrics("any", 0.3).px(1) == 1
    assert Metrics("any", 0.3).px(0) == 0
