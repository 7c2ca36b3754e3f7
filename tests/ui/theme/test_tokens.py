from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from netdesk.ui.theme.tokens import Theme, ThemeFileError, load_theme


def write(folder: Path, text: str) -> Path:
    (folder / "themes").mkdir()
    (folder / "themes" / "odd.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_role_gives_its_colour_and_an_unknown_role_is_an_error(light: Theme) -> None:
    assert light.color("accent") == QColor(11, 110, 105)
    assert light.css("accent") == "rgba(11, 110, 105, 255)"
    with pytest.raises(KeyError):
        light.color("no such role")


def test_transparency_stands_last(light: Theme) -> None:
    assert light.color("scrim").alpha() == 0x61
    assert light.color("scrim").red() == 0x14


def test_levels_outside_one_to_five_are_faint(light: Theme) -> None:
    assert light.level(0) == light.color("faint")
    assert light.level(6) == light.color("faint")
    assert light.level(5, "text") == light.color("level-5-text")


def test_avatar_hues_wrap_round(light: Theme) -> None:
    assert light.avatar(0) == light.avatar(8) == light.color("avatar-1")
    assert light.avatar(7) == light.color("avatar-8")


def test_a_colour_handed_out_can_be_changed_without_changing_the_theme(light: Theme) -> None:
    light.color("accent").setRed(255)
    assert light.color("accent").red() == 11


@pytest.mark.parametrize("text", ['[surface]\nwindow = "no colour"', "[surface]\nwindow = 3", "window = "])
def test_a_broken_theme_file_says_which(tmp_path: Path, text: str) -> None:
    with pytest.raises(ThemeFileError, match=r"odd\.toml"):
        load_theme(write(tmp_path, text), "odd")


def test_a_missing_theme_file_says_which(tmp_path: Path) -> None:
    with pytest.raises(ThemeFileError, match=r"none\.toml"):
        load_theme(tmp_path, "none")
