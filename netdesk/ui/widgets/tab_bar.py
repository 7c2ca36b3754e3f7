"""Tabs with a line under the one shown.

``TabBar(labels=(), parent=None)`` is a ``QTabBar``: signal ``currentChanged(int)``; ``set_label(index, text)``;
``rule=False`` leaves away the fine line along the whole bar.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.widgets.paint import focus_ring


class TabBar(QTabBar):
    """Underlined tabs; ← and → move between them."""

    def __init__(
        self, labels: Sequence[str] = (), parent: QWidget | None = None, *, rule: bool = True
    ) -> None:
        super().__init__(parent)
        self._rule = rule
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for label in labels:
            self.set_label(self.addTab(""), label)

    def set_label(self, index: int, text: str) -> None:
        """Write a tab's words, for instance with a count: ``One-to-ones 2``."""
        self.setTabText(index, text.replace("&", "&&"))
        self.setAccessibleTabName(index, text)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        if self._rule:
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        painter.end()
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex() >= 0:
            painter = QPainter(self)
            focus_ring(painter, self.tabRect(self.currentIndex()).adjusted(1, 2, -1, -3), theme, 6)
