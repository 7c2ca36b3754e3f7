"""What was given beside what was got, as two parts of one bar.

``paint_balance(painter, rect, first, second, theme)`` draws it; ``BalanceBar(first, second, parent=None)``.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.paint import rounded
from netdesk.ui.widgets.share_bar import paint_bar


def paint_balance(painter: QPainter, rect: QRect, first: float, second: float, theme: Theme) -> None:
    """Draw what was given (accent) beside what was got (level 4's colour); both 0 is an empty bar.

    A side with nothing keeps a sliver, so that its place is seen.
    """
    whole = first + second
    if whole <= 0:
        paint_bar(painter, rect, 0, theme.color("accent"), theme)
        return
    sizes = metrics()
    gap, sliver = sizes.px(2), sizes.px(2)
    room = rect.width() - gap
    left = max(sliver, min(room - sliver, round(room * first / whole)))
    radius = rect.height() / 2
    given = QRect(rect.left(), rect.top(), left, rect.height())
    got = QRect(given.right() + 1 + gap, rect.top(), room - left, rect.height())
    rounded(painter, given, theme.color("accent"), None, min(radius, left / 2))
    rounded(painter, got, theme.level(4), None, min(radius, got.width() / 2))


class BalanceBar(QWidget):
    """Given beside got."""

    def __init__(self, first: float = 0, second: float = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._second = first, second
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_balance(self, first: float, second: float) -> None:
        """Show another balance."""
        self._first, self._second = first, second
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(100), metrics().px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_balance(painter, self.rect(), self._first, self._second, current_theme())
