"""Icons that take their colour from the theme in force at the moment they are painted.

``icon(Icon.EVENTS)`` → ``QIcon``; ``icon(name, "on-accent")`` for another role; ``paint_icon(...)`` for
delegates. The glyphs come from the Phosphor font that lies in the QtAwesome package; the package itself is
never imported, because that alone takes longer than the rest of the start.
"""

from __future__ import annotations

import json
import sys
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import ICON, metrics


class IconFontError(Exception):
    """The Phosphor font of QtAwesome cannot be found or loaded."""


def icon(name: str, role: str = "text", on_role: str | None = None) -> QIcon:
    """Give the icon of a glyph in a colour role.

    ``on_role`` is used while the control is checked or the row selected. A disabled control draws it faint.
    Raises ``KeyError`` for a glyph the font does not have.
    """
    glyph(name)
    return QIcon(_GlyphEngine(name, role, on_role or role))


def icon_size() -> QSize:
    """Give the usual size of an icon: 17 logical pixels at the usual font size."""
    side = metrics().px(ICON)
    return QSize(side, side)


def paint_icon(painter: QPainter, rect: QRect | QRectF, name: str, color: QColor) -> None:
    """Draw a glyph centred in ``rect``, as large as fits, in ``color``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(_glyph_font(round(min(rect.width(), rect.height()))))
    painter.setPen(color)
    painter.drawText(QRectF(rect), int(Qt.AlignmentFlag.AlignCenter), glyph(name))
    painter.restore()


@lru_cache(maxsize=512)
def glyph(name: str) -> str:
    """Give the character of a glyph. Raises ``KeyError`` for an unknown name."""
    return chr(int(_charmap()[str(name)], 16))


def font_files() -> tuple[Path, Path]:
    """Find the Phosphor font and its table of names, in an installed package or a frozen bundle."""
    for folder in _font_folders():
        fonts = sorted(folder.glob("phosphor-[0-9]*.ttf"))
        tables = sorted(folder.glob("phosphor-charmap-*.json"))
        if fonts and tables:
            return fonts[-1], tables[-1]
    raise IconFontError("The icon font is missing: QtAwesome is not installed completely.")


def _font_folders() -> list[Path]:
    folders = []
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle:
        folders.append(Path(bundle) / "qtawesome" / "fonts")
    spec = find_spec("qtawesome")
    if spec is not None:
        folders.extend(Path(place) / "fonts" for place in spec.submodule_search_locations or ())
    return folders


@lru_cache(maxsize=1)
def _charmap() -> dict[str, str]:
    table: dict[str, str] = json.loads(font_files()[1].read_text(encoding="utf-8"))
    return table


@lru_cache(maxsize=1)
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(font_files()[0]))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    if not families:
        raise IconFontError("The icon font cannot be loaded.")
    return families[0]


@lru_cache(maxsize=64)
def _glyph_font(pixels: int) -> QFont:
    font = QFont(_family())
    font.setPixelSize(max(1, pixels))
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class _GlyphEngine(QIconEngine):
    """Paints one glyph; asks for the theme each time, so a change of theme needs no new icons."""

    def __init__(self, name: str, role: str, on_role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._on_role = on_role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        role = self._role
        if mode == QIcon.Mode.Disabled:
            role = "text-3"
        elif state == QIcon.State.On or mode == QIcon.Mode.Selected:
            role = self._on_role
        paint_icon(painter, rect, self._name, current_theme().color(role))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Qt gives the size in logical pixels and the screen's ratio beside it.
        picture = QPixmap(size * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def key(self) -> str:
        return "netdesk-glyph"

    def clone(self) -> QIconEngine:
        # Qt asks for this when somebody changes a copied icon, and the binding would free the copy at once.
        copy = _GlyphEngine(self._name, self._role, self._on_role)
        _COPIES.append(copy)
        return copy


_COPIES: list[QIconEngine] = []
