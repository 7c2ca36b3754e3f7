"""Panels in two columns where there is room for them, else in one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.ui.theme.metrics import L, metrics

WIDE_FROM = 1100 - 204 - 48
"""The room beside the navigation in a window 1,100 logical pixels wide."""


class TwoColumns(QWidget):
    """Two columns of equal width; one below the other when it is narrow."""

    def __init__(
        self, left: Sequence[QWidget], right: Sequence[QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        gap = metrics().px(L)
        self._sides = (tuple(left), tuple(right))
        self._columns = (QVBoxLayout(), QVBoxLayout())
        self._is_wide: bool | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        for column in self._columns:
            column.setSpacing(gap)
            row.addLayout(column, 1)
        self._arrange(True)

    def is_wide(self) -> bool:
        """Whether there are two columns now."""
        return bool(self._is_wide)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest panel: two columns never keep the window from becoming narrow."""
        widest = max(panel.minimumSizeHint().width() for side in self._sides for panel in side)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose one or two columns."""
        super().resizeEvent(event)
        self._arrange(self.width() >= metrics().px(WIDE_FROM))

    def _arrange(self, wide: bool) -> None:
        if wide == self._is_wide:
            return
        self._is_wide = wide
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        for side, column in zip(self._sides, self._columns, strict=True):
            for panel in side:
                (column if wide else self._columns[0]).addWidget(panel)
        for column in self._columns:
            column.addStretch(1)
        row = self.layout()
        if isinstance(row, QHBoxLayout):
            row.setStretch(1, 1 if wide else 0)
            row.setSpacing(metrics().px(L) if wide else 0)
