"""A row whose columns have the same widths in every row of the same width, and the height its tallest cell wants.

``ColumnsLayout(weights, gap=12)``: a weight of 0 gives the cell the width it asks for, others share what is left.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class ColumnsLayout(QLayout):
    """Cells side by side, each centred in height."""

    def __init__(self, weights: Sequence[int], gap: int, parent: QWidget | None = None) -> None:
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        super().__init__(parent)
        self._weights = tuple(weights)
        self._gap = gap

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        self._least = None
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        # A page that is laid out asks every row for the same few widths again and again.
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._tallest(width)
        return height

    def _tallest(self, width: int) -> int:
        margins = self.contentsMargins()
        inside = width - margins.left() - margins.right()
        heights = [
            self._height(item, cell) for item, cell in zip(self._items, self._widths(inside), strict=False)
        ]
        return max(heights, default=0) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        width = self.minimumSize().width() * 2
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        if self._least is None:
            self._least = self._smallest()
        return QSize(self._least)

    def _smallest(self) -> QSize:
        margins = self.contentsMargins()
        width = sum(item.minimumSize().width() for item in self._items) + self._gap * (len(self._items) - 1)
        height = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(
            width + margins.left() + margins.right(),
            height + margins.top() + margins.bottom(),
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inside = rect.marginsRemoved(self.contentsMargins())
        left = inside.left()
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        for item, width in zip(self._items, self._widths(inside.width()), strict=False):
            height = min(self._height(item, width), inside.height())
            x = inside.right() + 1 - (left - inside.left()) - width if mirrored else left
            top = inside.top() + (inside.height() - height) // 2
            item.setGeometry(QRect(QPoint(x, top), QSize(width, height)))
            left += width + self._gap

    def _widths(self, width: int) -> list[int]:
        fixed = sum(
            item.sizeHint().width()
            for item, weight in zip(self._items, self._weights, strict=False)
            if weight == 0
        )
        rest = max(0, width - fixed - self._gap * (len(self._items) - 1))
        whole = sum(self._weights) or 1
        return [
            rest * weight // whole if weight else item.sizeHint().width()
            for item, weight in zip(self._items, self._weights, strict=False)
        ]

    @staticmethod
    def _height(item: QLayoutItem, width: int) -> int:
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
