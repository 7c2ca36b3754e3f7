"""Where the cards of a column lie: a list whose rows are all equally high, so that 10,000 need no laying out.

Where a card lies follows from its row alone. Qt’s own list would ask the model for every row after each drop.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from netdesk.ui.pages.board.card_delegate import card_height
from netdesk.ui.pages.board.column_model import ColumnModel
from netdesk.ui.theme.metrics import S, metrics


class CardRows(QListView):
    """A list view that works out its geometry itself; what is painted and typed is added by ``CardList``."""

    def __init__(self, model: ColumnModel, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._small = small
        self._cards = model
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)

    def column(self) -> ColumnModel:
        """The model."""
        return self._cards

    def pitch(self) -> int:
        """The height of a card with the gap below it."""
        return card_height(small=self._small) + metrics().px(S)

    def row_at(self, y: int) -> int:
        """The row at a height of the viewport; may be outside the rows there are."""
        return (y + self.verticalOffset() - self._pad()) // self.pitch()

    def gap_at(self, y: int) -> int:
        """The gap between cards nearest to a height of the viewport: 0 above the first … n below the last."""
        gap = round((y + self.verticalOffset() - self._pad() + metrics().px(S) / 2) / self.pitch())
        return max(0, min(gap, len(self._cards.ids())))

    def gap_height(self, gap: int) -> int:
        """Where a gap lies in the viewport, in pixels from its top."""
        return self._pad() + gap * self.pitch() - metrics().px(S) // 2 - self.verticalOffset()

    def row_rect(self, row: int) -> QRect:
        """Where the card of a row lies in the viewport."""
        side = self._pad()
        top = side + row * self.pitch() - self.verticalOffset()
        # A scroll bar keeps the distance to the edge by itself.
        right = metrics().px(2) if self.verticalScrollBar().maximum() else side
        return QRect(side, top, self.viewport().width() - side - right, card_height(small=self._small))

    def _pad(self) -> int:
        return metrics().px(10)

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        return self.row_rect(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.row_at(point.y())
        if 0 <= row < len(self._cards.ids()) and self.row_rect(row).contains(point):
            return self._cards.index(row)
        return QModelIndex()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        rect, bar = self.row_rect(index.row()), self.verticalScrollBar()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - self.viewport().height() // 2)
        elif rect.top() < self._pad() or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + rect.top() - self._pad())
        elif rect.bottom() > self.viewport().height() - self._pad():
            bar.setValue(bar.value() + rect.bottom() - self.viewport().height() + self._pad())

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        whole = 2 * self._pad() + len(self._cards.ids()) * self.pitch() - metrics().px(S)
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self.pitch() // 3)
        bar.setRange(0, max(0, whole - self.viewport().height()))
        QAbstractItemView.updateGeometries(self)

    def rowsInserted(self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int) -> None:
        QAbstractItemView.rowsInserted(self, parent, start, end)
        self.doItemsLayout()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(0, dy)

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(200), 3 * self.pitch())

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(120), self.pitch() + 2 * self._pad())

    # Choosing ----------------------------------------------------------------------------------

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        last = len(self._cards.ids()) - 1
        if last < 0:
            return QModelIndex()
        row = self.currentIndex().row()
        page = max(1, self.viewport().height() // self.pitch() - 1)
        moves = QAbstractItemView.CursorAction
        steps = {
            moves.MoveUp: -1,
            moves.MovePrevious: -1,
            moves.MoveDown: 1,
            moves.MoveNext: 1,
            moves.MovePageUp: -page,
            moves.MovePageDown: page,
        }
        if action == moves.MoveHome or row < 0:
            return self._cards.index(0)
        if action == moves.MoveEnd:
            return self._cards.index(last)
        return self._cards.index(max(0, min(last, row + steps.get(action, 0))))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        # With Shift Qt gives the corners in the order they were clicked.
        rect = rect.normalized()
        last = len(self._cards.ids()) - 1
        top, bottom = self.row_at(rect.top()), min(self.row_at(rect.bottom()), last)
        top = max(0, top)
        # The gap below a card belongs to nobody.
        if top <= last and rect.top() > self.row_rect(top).bottom():
            top += 1
        selection = QItemSelection()
        if top <= bottom:
            selection.select(self._cards.index(top), self._cards.index(bottom))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        first, last = self.row_at(0), self.row_at(self.viewport().height())
        for part in parts_of(selection):
            top, bottom = max(part.top(), first), min(part.bottom(), last)
            if top <= bottom:
                region += self.row_rect(top).united(self.row_rect(bottom))
        return region


def parts_of(selection: QItemSelection) -> list[QItemSelectionRange]:
    """The ranges of a selection."""
    return [selection.at(number) for number in range(selection.count())]
