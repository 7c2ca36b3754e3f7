"""A row of small boxes, some ticked: how far a counted goal is.

``paint_tick_boxes(painter, rect, total, done, theme)`` and ``tick_boxes_size(total)`` (rows of ten; more
than thirty become a bar); ``TickBoxes(total, done=0, editable=False, parent=None)`` with ``set_count(total, done)``,
``done()``. Signal ``changed(int)`` when a person ticks: a press on the n-th box makes n (on the last ticked one:
one fewer), ← → or − + take away and add, Home and End make none and all.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.paint import focus_ring, rounded
from netdesk.ui.widgets.share_bar import paint_bar

_BOX = 15
_STEP = 19
_IN_ROW = 10
_MOST = 30


def tick_boxes_size(total: int) -> QSize:
    """Give the room for so many boxes."""
    sizes = metrics()
    if total > _MOST:
        return QSize(sizes.px(_STEP) * _IN_ROW, sizes.px(_BOX))
    columns = max(1, min(total, _IN_ROW))
    rows = max(1, -(-total // _IN_ROW))
    step, gap = sizes.px(_STEP), sizes.px(_STEP) - sizes.px(_BOX)
    return QSize(columns * step - gap, rows * step - gap)


def paint_tick_boxes(painter: QPainter, rect: QRect, total: int, done: int, theme: Theme) -> None:
    """Draw the boxes from the left, centred in height; more than ``total`` done fills them all."""
    if total > _MOST:
        thick = metrics().px(6)
        bar = QRect(rect.left(), rect.center().y() - thick // 2, rect.width(), thick)
        paint_bar(painter, bar, done / total, theme.color("accent"), theme)
        return
    for index in range(total):
        box = _box(rect, total, index)
        if index < done:
            rounded(painter, box, theme.color("accent"), None, metrics().px(4))
        else:
            rounded(painter, box, None, theme.color("control-line"), metrics().px(4))


def _box(rect: QRect, total: int, index: int) -> QRect:
    sizes = metrics()
    step, side = sizes.px(_STEP), sizes.px(_BOX)
    top = rect.top() + (rect.height() - tick_boxes_size(total).height()) // 2
    return QRect(rect.left() + index % _IN_ROW * step, top + index // _IN_ROW * step, side, side)


class TickBoxes(QWidget):
    """The row as a widget."""

    changed = Signal(int)

    def __init__(
        self, total: int, done: int = 0, editable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._total, self._done, self._editable = total, done, editable
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if editable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_count(total, done)

    def done(self) -> int:
        """Give how many are ticked."""
        return self._done

    def set_count(self, total: int, done: int) -> None:
        """Show another count, without a signal."""
        self._total, self._done = max(0, total), max(0, done)
        self.setAccessibleName(self.tr("{0} of {1} done").format(self._done, self._total))
        self.updateGeometry()
        self.update()

    def _make(self, done: int) -> None:
        done = max(0, done)
        if self._editable and done != self._done:
            self.set_count(self._total, done)
            self.changed.emit(done)

    def _ring(self) -> int:
        return metrics().px(4) if self._editable else 0

    def sizeHint(self) -> QSize:
        ring = self._ring()
        return tick_boxes_size(self._total) + QSize(2 * ring, 2 * ring)

    def _inside(self) -> QRect:
        ring = self._ring()
        return self.rect().adjusted(ring, ring, -ring, -ring)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._editable or event.button() != Qt.MouseButton.LeftButton or self._total > _MOST:
            event.ignore()
            return
        number = self._number_at(event.position().toPoint())
        if number:
            self._make(number - 1 if number == self._done else number)

    def _number_at(self, place: QPoint) -> int:
        for index in range(self._total):
            if _box(self._inside(), self._total, index).adjusted(-2, -2, 2, 2).contains(place):
                return index + 1
        return 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        more = (Qt.Key.Key_Right, Qt.Key.Key_Plus, Qt.Key.Key_Space)
        fewer = (Qt.Key.Key_Left, Qt.Key.Key_Minus, Qt.Key.Key_Backspace)
        if self._editable and event.key() in more:
            self._make(self._done + 1)
        elif self._editable and event.key() in fewer:
            self._make(self._done - 1)
        elif self._editable and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._make(self._total if event.key() == Qt.Key.Key_End else 0)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        paint_tick_boxes(painter, self._inside(), self._total, self._done, theme)
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, metrics().px(6))
