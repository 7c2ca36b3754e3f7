"""Panels in two columns, or in one where there is little room, and the page that scrolls them.

``PanelColumns(left, right, least)``: how much of the room each column gets, and from which width on (logical pixels)
the second has room beside the first. ``ColumnsScroll(columns)`` keeps their right edge in line with the head above.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from netdesk.ui.theme.metrics import XL, L, S, metrics
from netdesk.ui.widgets.scroll_area import VerticalScroll


class PanelColumns(QWidget):
    """Whoever makes the panels hands them to ``lay_out``."""

    def __init__(
        self, left: int = 64, right: int = 36, least: int = 780, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._shares, self._least = (left, right), least
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(sizes.px(L))
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, sizes.px(S), sizes.px(XL), sizes.px(XL))
        self._outer.setSpacing(sizes.px(L))

    def lay_out(self, above: Sequence[QWidget], left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        """Put ``above`` over the whole width, ``left`` and ``right`` below it, side by side where they fit."""
        self._columns.addWidget(_column(left), self._shares[0])
        self._columns.addWidget(_column(right), self._shares[1])
        for widget in above:
            self._outer.addWidget(widget)
        self._outer.addLayout(self._columns)
        self._outer.addStretch(1)

    def leave_room_for(self, bar: int) -> None:
        """Keep the right edge in line with the head above beside a scroll bar of so many pixels."""
        margins = self._outer.contentsMargins()
        margins.setRight(max(0, metrics().px(XL) - bar))
        self._outer.setContentsMargins(margins)

    def minimumSizeHint(self) -> QSize:
        # Side by side they need more, but they need not be side by side.
        least, margins = super().minimumSizeHint(), self._outer.contentsMargins()
        items = (self._columns.itemAt(place) for place in range(self._columns.count()))
        columns = [item.minimumSize().width() for item in items if item is not None]
        return QSize(max(columns, default=0) + margins.left() + margins.right(), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= metrics().px(self._least)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)


def _column(panels: Sequence[QWidget]) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(metrics().px(L))
    for panel in panels:
        layout.addWidget(panel)
    layout.addStretch(1)
    return column


class ColumnsScroll(VerticalScroll):
    """The bar takes its room from the margin, so that the panels keep their width."""

    def __init__(self, columns: PanelColumns, parent: QWidget | None = None) -> None:
        super().__init__(columns, parent)
        self._columns = columns
        self.verticalScrollBar().rangeChanged.connect(self._range_changed)

    def to_top(self) -> None:
        """Scroll to the beginning."""
        self.verticalScrollBar().setValue(0)

    def _range_changed(self, _: int, highest: int) -> None:
        bar = self.verticalScrollBar().sizeHint().width() if highest > 0 else 0
        self._columns.leave_room_for(bar)
