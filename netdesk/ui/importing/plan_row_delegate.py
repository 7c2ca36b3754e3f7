"""What painting the rows of contacts and of events has in common: their height, their ground and their fonts."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from netdesk.ui.delegates.tipped import TippedDelegate
from netdesk.ui.importing.plan_rows import Index
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Metrics, Type, metrics

HEIGHT = 45
GAP = 8
"""As much as the heading above has (ui/theme/stylesheet.py)."""


class PlanRowDelegate(TippedDelegate):
    """Fonts are made once for each interface font."""

    _sizes: Metrics | None = None
    _strong = QFont()
    _body = QFont()
    _small = QFont()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(metrics().px(80), metrics().px(HEIGHT))

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> QRect:
        """Paint the ground of a cell and the line under it; gives the place for words."""
        theme, gap, rect = current_theme(), self._dressed().px(GAP), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("accent-soft"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        return QRect(rect.adjusted(gap, 0, -gap, -1))

    @staticmethod
    def _has_keyboard(option: QStyleOptionViewItem) -> bool:
        """Whether the cell has the keyboard, and somebody who uses it."""
        keyboard = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
        return bool(option.state & keyboard == keyboard)

    def _dressed(self) -> Metrics:
        sizes = metrics()
        if sizes != self._sizes:
            self._sizes = sizes
            self._strong = sizes.font(Type.BODY_STRONG)
            self._body = sizes.font(Type.BODY)
            self._small = sizes.font(Type.SECONDARY)
        return sizes
