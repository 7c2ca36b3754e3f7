"""Small squares at the left of a row: a glyph on the accent's soft ground, or a day of the month.

``paint_icon_tile(painter, rect, icon, theme, tone="accent")``, ``paint_date_tile(painter, rect, day, month, theme)``;
``IconTile(icon, side=32, tone="accent", parent=None)`` and ``DateTile(day, month, parent=None)``.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import RADIUS_BUTTON, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.paint import CENTRE, rounded, text_line

DATE_TILE = QSize(40, 44)


def paint_icon_tile(painter: QPainter, rect: QRect, icon: str, theme: Theme, tone: str = "accent") -> None:
    """Draw a glyph on a soft square; ``tone`` is accent, good, warn or bad."""
    radius = min(metrics().px(RADIUS_BUTTON), rect.height() / 4)
    rounded(painter, rect, theme.color(f"{tone}-soft"), None, radius)
    side = round(rect.height() * 0.5)
    box = QRect(0, 0, side, side)
    box.moveCenter(rect.center())
    ink = "accent" if tone == "accent" else f"{tone}-text"
    paint_icon(painter, box, icon, theme.color(ink))


def paint_date_tile(painter: QPainter, rect: QRect, day: str, month: str, theme: Theme) -> None:
    """Draw a day and a short month's name in a framed square."""
    sizes = metrics()
    rounded(painter, rect, theme.color("panel"), theme.color("line"), sizes.px(RADIUS_BUTTON))
    half = rect.height() // 2
    top = QRect(rect.left(), rect.top() + sizes.px(3), rect.width(), half)
    bottom = QRect(rect.left(), rect.top() + half, rect.width(), half - sizes.px(2))
    text_line(painter, top, day, sizes.font(Type.BRAND), theme.color("text"), CENTRE)
    text_line(painter, bottom, month, sizes.font(Type.LABEL), theme.color("text-2"), CENTRE)


class IconTile(QWidget):
    """A glyph on a soft square."""

    def __init__(
        self, icon: str, side: int = 32, tone: str = "accent", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._side, self._tone = icon, side, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, tone: str = "accent") -> None:
        """Show another glyph."""
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        side = metrics().px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon_tile(painter, self.rect(), self._icon, current_theme(), self._tone)


class DateTile(QWidget):
    """A day and a month."""

    def __init__(self, day: str, month: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day, self._month = day, month
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{day} {month}")

    def set_date(self, day: str, month: str) -> None:
        """Show another day."""
        self._day, self._month = day, month
        self.setAccessibleName(f"{day} {month}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(DATE_TILE.width()), metrics().px(DATE_TILE.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_date_tile(painter, self.rect(), self._day, self._month, current_theme())
