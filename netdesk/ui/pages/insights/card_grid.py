"""The cards of Insights in two columns, or below each other where there is no room beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from netdesk.ui.theme.metrics import XL, L, S, metrics

TWO_FROM = 800
"""The width of the grid, in logical pixels, from which two cards stand beside each other."""


class CardGrid(QWidget):
    """Cards row by row, each row as high as the higher of its two."""

    def __init__(self, cards: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._cards = tuple(cards)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(sizes.px(XL), sizes.px(S), sizes.px(XL), sizes.px(XL))
        self._grid.setSpacing(sizes.px(L))
        self._place(2)

    def columns(self) -> int:
        """How many cards stand beside each other."""
        return self._columns

    def leave_room_for(self, bar: int) -> None:
        """Keep the right edge in line with the head above beside a scroll bar of so many pixels."""
        margins = self._grid.contentsMargins()
        margins.setRight(max(0, metrics().px(XL) - bar))
        self._grid.setContentsMargins(margins)

    def minimumSizeHint(self) -> QSize:
        # Beside each other they need more, but they need not stand so.
        least, margins = super().minimumSizeHint(), self._grid.contentsMargins()
        widest = max((card.minimumSizeHint().width() for card in self._cards), default=0)
        return QSize(widest + margins.left() + margins.right(), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(2 if event.size().width() >= metrics().px(TWO_FROM) else 1)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for card in self._cards:
            self._grid.removeWidget(card)
        last = len(self._cards) - 1
        for number, card in enumerate(self._cards):
            # The last one has its row for itself where nothing stands beside it.
            span = columns if number == last and number % columns == 0 else 1
            self._grid.addWidget(card, number // columns, number % columns, 1, span)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._grid.setRowStretch(len(self._cards), 1)
