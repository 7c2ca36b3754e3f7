"""The look of pictures as the application is dressed now, and for paper."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from netdesk.ui.charts.look import ChartLook
from netdesk.ui.printing.chart_ink import CHART_INK
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.theme.tokens import Theme

# Filled areas may be brighter than words of the same meaning.
_BRIGHTER = {"warn": "level-4"}


def look_of_theme() -> ChartLook:
    """The look that fits the theme, the font and the scale of the application; ask on the window's thread."""
    sizes = metrics()
    return _look(current_theme(), sizes.family, sizes.scale)


def look_on_paper(family: str = "", scale: float = 1.0) -> ChartLook:
    """The look for print, on white; lines differ by their dashes too. Without ``family`` the application's font."""
    name = family or metrics().family
    return ChartLook(CHART_INK, name, scale, _Ruler(name), dashes=True)


class _Ruler:
    """Measures words in a family of letters."""

    def __init__(self, family: str) -> None:
        self._family = family

    def __call__(self, words: str, size: float, weight: int) -> float:
        return _measured(self._family, words, size, weight)


@lru_cache(maxsize=4096)
def _measured(family: str, words: str, size: float, weight: int) -> float:
    return _ruler(family, size, weight).horizontalAdvance(words)


@lru_cache(maxsize=64)
def _ruler(family: str, size: float, weight: int) -> QFontMetricsF:
    font = QFont(metrics().font(Type.BODY))
    font.setFamily(family)
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight(weight))
    return QFontMetricsF(font)


_LOOKS: dict[tuple[str, bool, str, float], ChartLook] = {}


def _look(theme: Theme, family: str, scale: float) -> ChartLook:
    known = (theme.name, theme.dark, family, scale)
    if known not in _LOOKS:
        colours = {role: theme.color(role).name() for role in theme.roles}
        for role, brighter in _BRIGHTER.items():
            colours[role] = colours[brighter]
        _LOOKS[known] = ChartLook(colours, family, scale, _Ruler(family))
    return _LOOKS[known]
