"""Putting the rows of a card in another order by mouse: a grip beside the row, an insertion line, the row lifted.

``RowOrder(panel, rows)``: ``rows()`` gives the rows from the top; ``watch(row)`` for each row that is made. Signal
``moved(object, int)`` with a row and the place it shall have. Esc, or another button, puts everything back. The keys
and the menu that do the same belong to the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import RADIUS_CARD, metrics
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import rounded, soft_shadow

_WIDE, _HIGH, _LEFT = 14, 30, 1
_LINE = 3
_SHADOW = 12
_PAD = 8
_VEIL = 0.6
_EDGE, _STEP, _EVERY_MS = 36, 14, 30


class RowOrder(QObject):
    """Owns the grip of a card; nothing but the signal changes anything."""

    moved = Signal(object, int)

    def __init__(self, panel: QWidget, rows: Callable[[], Sequence[QWidget]]) -> None:
        super().__init__(panel)
        self._panel, self._rows = panel, rows
        self._row: QWidget | None = None
        self._gap = -1
        self._pointer = QPoint()
        self.grip = Grip(panel)
        self.grip.lifted.connect(self._lift)
        self.grip.dragged.connect(self._drag)
        self.grip.dropped.connect(self._drop)
        self.grip.cancelled.connect(self.cancel)
        self._line = _Line(panel)
        self._veil = _Veil(panel)
        self._picture: _Lifted | None = None
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_EVERY_MS)
        self._scrolling.timeout.connect(self._scroll)
        panel.installEventFilter(self)

    def watch(self, row: QWidget) -> None:
        """Show the grip beside this row while the pointer is over it."""
        row.installEventFilter(self)

    def is_dragging(self) -> bool:
        """Tell whether a row is lifted."""
        return self._picture is not None

    def gap(self) -> int:
        """The gap under the pointer, 0 above the first row; -1 while nothing is lifted."""
        return self._gap

    def cancel(self) -> None:
        """Put everything back."""
        self._end()

    # Hovering ----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer over the rows; Esc while a row is lifted puts it back."""
        kind = event.type()
        if self.is_dragging():
            if kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
                if event.key() == Qt.Key.Key_Escape:
                    self.cancel()
                event.accept()
                return True
            if kind == QEvent.Type.WindowDeactivate and watched is self._panel.window():
                self.cancel()
        elif kind == QEvent.Type.Enter and watched is not self._panel and isinstance(watched, QWidget):
            self._stand_beside(watched)
        elif kind == QEvent.Type.Leave and watched is self._panel:
            self.grip.hide()
        return False

    def _stand_beside(self, row: QWidget) -> None:
        if len(self._rows()) < 2:
            self.grip.hide()
            return
        self._row = row
        box = self._box(row)
        sizes = metrics()
        size = QSize(sizes.px(_WIDE), min(sizes.px(_HIGH), box.height()))
        top = box.top() + (box.height() - size.height()) // 2
        self.grip.setGeometry(QRect(QPoint(sizes.px(_LEFT), top), size))
        self.grip.show()
        self.grip.raise_()

    # Dragging ----------------------------------------------------------------------------------

    def _lift(self, pressed: QPoint) -> None:
        row = self._row
        if row is None or not shiboken6.isValid(row) or row not in self._rows():
            return
        self._picture = _Lifted(row, row.mapFromGlobal(pressed))
        self._veil.setGeometry(self._box(row))
        self._veil.show()
        self._veil.raise_()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._scrolling.start()

    def _drag(self, pointer: QPoint) -> None:
        self._pointer = pointer
        if self._picture is None:
            return
        self._picture.follow(pointer)
        height = self._panel.mapFromGlobal(pointer).y()
        boxes = [self._box(row) for row in self._rows()]
        if not boxes:
            self.cancel()
            return
        self._gap = sum(height > box.center().y() for box in boxes)
        edge = boxes[self._gap].top() if self._gap < len(boxes) else boxes[-1].bottom() + 1
        thick = metrics().px(_LINE)
        self._line.setGeometry(boxes[0].left(), edge - thick // 2, boxes[0].width(), thick)
        self._line.show()
        self._line.raise_()

    def _drop(self) -> None:
        row, gap = self._row, self._gap
        lifted = self.is_dragging()
        self._end()
        rows = list(self._rows())
        if not lifted or row not in rows or gap < 0:
            return
        before = rows.index(row)
        place = gap if gap <= before else gap - 1
        if place != before:
            self.moved.emit(row, place)

    def _end(self) -> None:
        self._scrolling.stop()
        app = QApplication.instance()
        if self._picture is not None:
            if app is not None:
                app.removeEventFilter(self)
            self._picture.hide()
            self._picture.deleteLater()
        self._picture = None
        self._gap = -1
        self.grip.put_down()
        for part in (self._line, self._veil, self.grip):
            part.hide()

    def _scroll(self) -> None:
        """Near the edge of what is seen the page moves along."""
        area = self._panel.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is None:
            return
        height, edge = area.viewport().mapFromGlobal(self._pointer).y(), metrics().px(_EDGE)
        bar = area.verticalScrollBar()
        before = bar.value()
        if height < edge:
            bar.setValue(before - metrics().px(_STEP))
        elif height > area.viewport().height() - edge:
            bar.setValue(before + metrics().px(_STEP))
        if bar.value() != before:
            self._drag(self._pointer)

    def _box(self, row: QWidget) -> QRect:
        return QRect(row.mapTo(self._panel, QPoint(0, 0)), row.size())


class Grip(QWidget):
    """Six dots to hold a row by. Places in its signals are of the screen."""

    lifted = Signal(QPoint)
    dragged = Signal(QPoint)
    dropped = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self._is_lifted = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(plain_tooltip("Drag to change the order (Alt+↑, Alt+↓)"))
        self.setAccessibleName("Drag to change the order")
        self.hide()

    def put_down(self) -> None:
        """Hold nothing any more; what the mouse does until the next press counts for nothing."""
        self._pressed, self._is_lifted = None, False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()
        elif self._is_lifted:
            self.cancelled.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        here = event.globalPosition().toPoint()
        far = (here - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._is_lifted:
            self._is_lifted = True
            self.lifted.emit(self._pressed)
        if self._is_lifted:
            self.dragged.emit(here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._pressed is not None:
            lifted = self._is_lifted
            self.put_down()
            if lifted:
                self.dropped.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self.width()
        box = QRect(0, (self.height() - side) // 2, side, side)
        paint_icon(QPainter(self), box, Icon.DRAG, current_theme().color("faint"))


class _Line(QWidget):
    """Where the row would stand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), self.rect(), current_theme().color("accent"), None, self.height() / 2)


class _Veil(QWidget):
    """Lies over the row that is lifted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        color = current_theme().color("panel")
        color.setAlphaF(_VEIL)
        # The card's own line at its sides stays.
        QPainter(self).fillRect(self.rect().adjusted(1, 1, -1, 0), color)


class _Lifted(QWidget):
    """The row as a picture of itself that follows the pointer."""

    def __init__(self, row: QWidget, held: QPoint) -> None:
        super().__init__(row.window())
        self._reach = metrics().px(_SHADOW)
        self._around = QPoint(self._reach + metrics().px(_PAD), self._reach)
        self._held = held
        ratio = row.devicePixelRatioF()
        self._pixmap = QPixmap(row.size() * ratio)
        self._pixmap.setDevicePixelRatio(ratio)
        self._pixmap.fill(Qt.GlobalColor.transparent)
        row.render(self._pixmap, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(row.size() + QSize(self._around.x(), self._around.y()) * 2)
        self.show()
        self.raise_()

    def follow(self, pointer: QPoint) -> None:
        """Keep the place where it is held under the pointer."""
        corner = self.window().mapFromGlobal(pointer) - self._held
        self.move(corner - self._around)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        box = self.rect().adjusted(self._reach, self._reach, -self._reach, -self._reach)
        radius = metrics().px(RADIUS_CARD)
        soft_shadow(painter, box, theme, radius, self._reach)
        rounded(painter, box, theme.color("panel"), theme.color("line"), radius)
        painter.drawPixmap(self._around, self._pixmap)
