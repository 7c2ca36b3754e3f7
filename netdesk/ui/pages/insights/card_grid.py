"""The cards of Insights in two columns that flow by themselves, or in one where there is no room for two.

``CardGrid(cards)``; ``columns()``; ``leave_room_for(bar)``. The rule which card stands in which column is
:func:`dealt`, which needs no window.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from netdesk.ui.theme.metrics import XL, L, S, metrics

TWO_FROM = 800
"""The width of the grid, in logical pixels, from which two cards stand beside each other."""
_LOYAL = 60


def dealt(heights: Sequence[int], gap: int, loyal: int, stood: Sequence[int] = ()) -> list[int]:
    """Say for each card in which of two columns it stands: in the shorter one by then, the first where both are equal.

    A card keeps the column it ``stood`` in while the other one is shorter by no more than ``loyal`` pixels, so that
    a line more in one card does not shuffle the others.
    """
    ends, found = [0, 0], []
    for place, height in enumerate(heights):
        column = 0 if ends[0] <= ends[1] else 1
        if place < len(stood) and ends[stood[place]] - ends[column] <= loyal:
            column = stood[place]
        found.append(column)
        ends[column] += height + gap
    return found


class CardGrid(QWidget):
    """Cards below each other in each column, each as high as what it shows; the keyboard goes in their order."""

    def __init__(self, cards: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._cards = tuple(cards)
        self._columns = 0
        self._stood: list[int] = []
        self._gap = sizes.px(L)
        self.setContentsMargins(sizes.px(XL), sizes.px(S), sizes.px(XL), sizes.px(XL))
        for card in self._cards:
            card.setParent(self)
            card.installEventFilter(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def columns(self) -> int:
        """How many cards stand beside each other."""
        return self._columns

    def leave_room_for(self, bar: int) -> None:
        """Keep the right edge in line with the head above beside a scroll bar of so many pixels."""
        margins = self.contentsMargins()
        right = max(0, metrics().px(XL) - bar)
        if right != margins.right():
            margins.setRight(right)
            self.setContentsMargins(margins)
            self._place()

    def settle(self) -> None:
        """Give every card its room at once, before it is painted in the room it had."""
        for card in self._cards:
            layout = card.layout()
            if layout is not None:
                layout.activate()
        self._place_anew()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return (
            max((place.bottom() + 1 for place in self._places(width)), default=0)
            + self.contentsMargins().bottom()
        )

    def sizeHint(self) -> QSize:
        width = metrics().px(TWO_FROM)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        # Beside each other they need more, but they need not stand so.
        margins = self.contentsMargins()
        widest = max((card.minimumSizeHint().width() for card in self._cards), default=0)
        return QSize(widest + margins.left() + margins.right(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_anew()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What a card shows became higher or lower: it gets the room before it is painted.
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_anew()
        return super().eventFilter(watched, event)

    def _place_anew(self) -> None:
        self._place()
        self.updateGeometry()

    def _place(self) -> None:
        self._columns = self._columns_at(self.width())
        for card, place in zip(self._cards, self._places(self.width(), keep=True), strict=True):
            card.setGeometry(place)

    def _places(self, width: int, *, keep: bool = False) -> list[QRect]:
        """Where each card stands in a grid of a width; ``keep`` the columns for the next time."""
        margins, columns = self.contentsMargins(), self._columns_at(width)
        room = width - margins.left() - margins.right()
        wide = (room - self._gap * (columns - 1)) // columns
        heights = [_height(card, wide) for card in self._cards]
        column_of = [0] * len(heights)
        if columns > 1:
            column_of = dealt(heights, self._gap, metrics().px(_LOYAL), self._stood)
            self._stood = column_of if keep else self._stood
        ends = [margins.top()] * columns
        found = []
        for column, height in zip(column_of, heights, strict=True):
            step = column * (wide + self._gap)
            left = width - margins.right() - wide - step if self.isRightToLeft() else margins.left() + step
            found.append(QRect(left, ends[column], wide, height))
            ends[column] += height + self._gap
        return found

    def _columns_at(self, width: int) -> int:
        return 2 if width >= metrics().px(TWO_FROM) else 1


def _height(card: QWidget, width: int) -> int:
    if card.hasHeightForWidth():
        # Its least height is that of words wrapped much narrower.
        return card.heightForWidth(width)
    return max(card.sizeHint().height(), card.minimumSizeHint().height(), card.minimumHeight())
