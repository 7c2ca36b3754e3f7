"""Spacing and type sizes, derived from the size of the system's interface font.

``metrics()`` → :class:`Metrics` for the application's font; ``.px(12)``; ``.font(Type.TITLE)``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

XS, S, M, L, XL = 4, 8, 12, 16, 24
"""The steps of spacing, in logical pixels at the usual font size; pass them through ``px``."""

RADIUS_CARD = 10
RADIUS_BUTTON = 8
RADIUS_OVERLAY = 14
ICON = 17

_BODY = 13
_SMALLEST_TEXT = 10


class Type(Enum):
    """The sizes of type: pixels at the usual font size, and the weight."""

    HERO = (28, 700)
    FIGURE = (22, 700)
    TITLE = (21, 700)
    BRAND = (15, 700)
    BRAND_REGULAR = (15, 400)
    FIELD_LARGE = (17, 400)
    SECTION = (14, 600)
    BODY = (13, 400)
    BODY_STRONG = (13, 600)
    BODY_MEDIUM = (13, 500)
    SECONDARY = (12, 400)
    SECONDARY_MEDIUM = (12, 500)
    SECONDARY_STRONG = (12, 600)
    LABEL = (11, 400)
    LABEL_MEDIUM = (11, 500)
    LABEL_STRONG = (11, 600)


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes for one interface font. ``scale`` is 1.0 when that font is 13 logical pixels high."""

    family: str
    scale: float

    def px(self, logical: float) -> int:
        """Scale a length given at the usual font size; never less than one pixel for a visible length."""
        return max(1, round(logical * self.scale)) if logical > 0 else 0

    def font(self, kind: Type) -> QFont:
        """Give the interface font in one of the sizes of type."""
        return QFont(_font(_font_key(), kind, self.scale))


def metrics() -> Metrics:
    """Give the sizes for the application's present font."""
    return _for_font(_font_key())


class _Last:
    """The application's font as it was asked for last. Its key takes longer to make than two fonts to compare."""

    font: QFont | None = None
    key = ""


def _font_key() -> str:
    font = QApplication.font()
    if _Last.font is None or font != _Last.font:
        _Last.font, _Last.key = font, font.key()
    return _Last.key


# Delegates ask for these for every row they paint; the application's font hardly ever changes.
@lru_cache(maxsize=8)
def _for_font(key: str) -> Metrics:
    font = QApplication.font()
    pixels = font.pixelSize() if font.pixelSize() > 0 else QFontInfo(font).pixelSize()
    return Metrics(font.family(), max(pixels / _BODY, 0.85))


@lru_cache(maxsize=128)
def _font(key: str, kind: Type, scale: float) -> QFont:
    pixels, weight = kind.value
    font = QFont(QApplication.font())
    font.setPixelSize(max(_SMALLEST_TEXT, round(pixels * scale)))
    font.setWeight(QFont.Weight(weight))
    return font
