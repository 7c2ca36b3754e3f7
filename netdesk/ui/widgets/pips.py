"""Five dots for a level: what is reached is filled.

``paint_pips(painter, rect, level, theme)`` (left-aligned, centred in height), ``pips_size()``;
``Pips(level=0, parent=None)`` with ``set_level(n)``.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.theme.tokens import LEVELS, Theme

_DOT = 7
_STEP = 10


def pips_size() -> QSize:
    """Give the room five dots take."""
    sizes = metrics()
    return QSize(sizes.px(_STEP) * (LEVELS - 1) + sizes.px(_DOT), sizes.px(_DOT))


def paint_pips(painter: QPainter, rect: QRect, level: int, theme: Theme) -> None:
    """Draw five dots, ``level`` of them in the level's colour; 0 is nobody's level: all are empty."""
    sizes = metrics()
    dot, step = sizes.px(_DOT), sizes.px(_STEP)
    top = rect.top() + (rect.height() - dot) / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    filled, empty = theme.level(level), theme.color("pip-off")
    for number in range(LEVELS):
        painter.setBrush(filled if number < level else empty)
        painter.drawEllipse(QRectF(rect.left() + number * step, top, dot, dot))
    painter.restore()


class Pips(QWidget):
    """Five dots as a widget; says its level to a screen reader."""

    def __init__(self, level: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_level(level)

    def level(self) -> int:
        """Give the level shown, 0 for none."""
        return self._level

    def set_level(self, level: int) -> None:
        """Show another level, 0 … 5."""
        self._level = max(0, min(LEVELS, level))
        self.setAccessibleName(
            self.tr("Level {0} of {1}").format(self._level, LEVELS) if self._level else self.tr("On no level")
        )
        self.update()

    def sizeHint(self) -> QSize:
        return pips_size()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_pips(painter, self.rect(), self._level, current_theme())
