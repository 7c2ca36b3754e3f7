import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import IconFontError, font_files, glyph, icon, icon_size
from netdesk.ui.theme.scheme import apply
from netdesk.ui.theme.tokens import Theme


def strongest(picture: QImage) -> QColor:
    """The most opaque pixel's colour."""
    pixels = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return max(pixels, key=QColor.alpha)


def near(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) <= 8 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))  # type: ignore[index]


def test_every_name_has_a_glyph() -> None:
    assert all(len(glyph(name)) == 1 for name in Icon)
    assert Icon.EVENTS == "calendar-blank"


def test_an_unknown_glyph_is_an_error_at_once() -> None:
    with pytest.raises(KeyError):
        icon("no-such-glyph")


def test_an_icon_follows_the_theme_worn_when_it_is_painted(
    qapp: QApplication, light: Theme, dark: Theme
) -> None:
    held = icon(Icon.CONTACTS, "accent")
    size = QSize(32, 32)
    assert near(strongest(held.pixmap(size).toImage()), light.color("accent"))
    apply(qapp, dark)
    assert near(strongest(held.pixmap(size).toImage()), dark.color("accent"))


def test_disabled_and_checked_icons_have_their_own_colours(light: Theme) -> None:
    held = icon(Icon.CONTACTS, "text", "accent")
    size = QSize(32, 32)
    disabled = held.pixmap(size, QIcon.Mode.Disabled).toImage()
    checked = held.pixmap(size, QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert near(strongest(disabled), light.color("text-3"))
    assert near(strongest(checked), light.color("accent"))


def test_a_scaled_screen_gets_a_picture_with_more_pixels(light: Theme) -> None:
    picture = icon(Icon.CALL).pixmap(QSize(20, 20), 1.5)
    assert (picture.width(), picture.devicePixelRatio()) == (30, 1.5)


def test_a_copied_icon_still_paints(light: Theme) -> None:
    held = icon(Icon.CALL)
    copy = QIcon(held)
    copy.addPixmap(held.pixmap(icon_size()))  # makes Qt ask the engine for a copy of itself
    del held
    assert not copy.pixmap(icon_size()).isNull()


def test_the_font_is_found_in_a_frozen_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fonts = tmp_path / "qtawesome" / "fonts"
    fonts.mkdir(parents=True)
    for name in ("phosphor-9.0.0.ttf", "phosphor-charmap-9.0.0.json"):
        (fonts / name).touch()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert font_files()[0] == fonts / "phosphor-9.0.0.ttf"


def test_a_missing_font_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netdesk.ui.theme.icons.find_spec", lambda name: None)
    with pytest.raises(IconFontError, match="QtAwesome"):
        font_files()


def test_icons_do_not_import_qtawesome() -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from netdesk.ui.theme.icons import _family, glyph; _family(); glyph('users');"
        "sys.exit('qtawesome' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
