"""Stars: was it worth it?

``paint_stars(painter, rect, stars, theme)``, ``stars_size()``; ``Stars(stars=0, editable=False, parent=None)``
with ``stars()``, ``set_stars(n)``. Signal ``changed(float)``: a press on the n-th star gives n, pressed again
takes it back by one; ← → change by one.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.paint import focus_ring

MOST = 5
_SIDE = 17


def stars_size() -> QSize:
    """Give the room for five stars."""
    return QSize(metrics().px(_SIDE) * MOST, metrics().px(_SIDE))


def paint_stars(painter: QPainter, rect: QRect, stars: float, theme: Theme) -> None:
    """Draw five stars from the left; a half counts from .25 on."""
    side = metrics().px(_SIDE)
    top = rect.top() + (rect.height() - side) // 2
    for index in range(MOST):
        left_over = stars - index
        glyph = Icon.WORTH_FULL if left_over >= 0.75 else Icon.WORTH_HALF if left_over >= 0.25 else Icon.WORTH
        color = theme.level(4) if left_over >= 0.25 else theme.color("text-3")
        paint_icon(painter, QRect(rect.left() + index * side, top, side, side), glyph, color)


class Stars(QWidget):
    """Five stars."""

    changed = Signal(float)

    def __init__(self, stars: float = 0, editable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stars = 0.0
        self._editable = editable
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if editable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_stars(stars)

    def stars(self) -> float:
        """Give the stars shown, 0 … 5."""
        return self._stars

    def set_stars(self, stars: float) -> None:
        """Show other stars without a signal."""
        self._stars = max(0.0, min(float(MOST), float(stars)))
        shown = self.locale().toString(self._stars)
        self.setAccessibleName(self.tr("{0} of 5 stars").format(shown))
        self.update()

    def _give(self, stars: float) -> None:
        before = self._stars
        self.set_stars(stars)
        if self._stars != before:
            self.changed.emit(self._stars)

    def sizeHint(self) -> QSize:
        return stars_size() + QSize(4, 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._editable:
            event.ignore()
            return
        number = int((event.position().x() - 2) // metrics().px(_SIDE)) + 1
        self._give(number - 1 if number == self._stars else number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if self._editable and step is not None:
            self._give(self._stars + step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        paint_stars(painter, self.rect().adjusted(2, 2, -2, -2), self._stars, theme)
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, 4)
