"""A chart in the window: exact figures at every point, by pointer and by keys.

``ChartView()``; ``show_chart(chart)``; signal ``chosen(object)``: the ``Behind`` of a point that was clicked or
entered. Arrows go along the points, Home and End to the first and last, Enter chooses.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from netdesk.method.insights.chart import Chart, ChartKind, Point
from netdesk.ui.charts.drawing import Drawing, draw, in_bounds, wanted_height
from netdesk.ui.charts.look import ChartLook
from netdesk.ui.charts.pieces import Box
from netdesk.ui.charts.spots import Step, next_spot, spot_at
from netdesk.ui.charts.worn import look_of_theme
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import focus_ring, one_line, rounded

_LEAST_WIDTH = 240
_TOLD = 300
_SHORT = 70
_STEPS: dict[int, Step] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_DRESSED = (
    QEvent.Type.ApplicationPaletteChange,
    QEvent.Type.ApplicationFontChange,
    QEvent.Type.StyleChange,
)


class ChartView(QWidget):
    """Draws its chart when it is painted, so that a chart out of sight costs nothing."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._drawing: Drawing | None = None
        self._look: ChartLook | None = None
        self._renderer = QSvgRenderer(self)
        self._hovered = self._current = self._pressed = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: Chart) -> None:
        """Show a chart; the point the keyboard stands on stays the same one if it is still there."""
        self._chart = chart
        self._drawing = None
        self._hovered = self._pressed = -1
        end = "" if chart.title.endswith("?") else "."
        self.setAccessibleName(_told(f"{chart.title}{end} {chart.reading}"))
        self.updateGeometry()
        self.update()
        if self.hasFocus():
            self._arrive()

    def chart(self) -> Chart | None:
        """The chart shown."""
        return self._chart

    def drawing(self) -> Drawing | None:
        """The picture as it fits the size and the theme now; None without a chart."""
        look = look_of_theme()
        if self._chart is None:
            return None
        stale = self._drawing is None or self._look is not look
        if stale or (self._drawing and (self._drawing.width, self._drawing.height) != self._room()):
            self._drawing, self._look = draw(self._chart, look, self._room()), look
            self._renderer.load(QByteArray(self._drawing.svg))
            if self._current >= len(self._drawing.spots):
                self._current = -1
        return self._drawing

    def point(self, number: int) -> Point | None:
        """The point with a number among those drawn."""
        drawing = self._drawing
        if self._chart is None or drawing is None or not 0 <= number < len(drawing.spots):
            return None
        spot = drawing.spots[number]
        return self._chart.series[spot.series].points[spot.index]

    def _room(self) -> tuple[float, float]:
        return in_bounds((self.width(), self.height()))

    # Sizes and looks ---------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        height = wanted_height(self._chart, look_of_theme()) if self._chart else metrics().px(150)
        return QSize(metrics().px(2 * _LEAST_WIDTH), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(_LEAST_WIDTH), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _DRESSED:
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        drawing = self.drawing()
        if drawing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, QRectF(0, 0, drawing.width, drawing.height))
        if 0 <= self._hovered < len(drawing.spots):
            self._lift(painter, self._hovered)
        if self.hasFocus() and 0 <= self._current < len(drawing.spots):
            ring = _rect(drawing.spots[self._current].ring).adjusted(-3, -3, 3, 3)
            focus_ring(painter, ring, current_theme(), metrics().px(6))

    def _lift(self, painter: QPainter, number: int) -> None:
        """Show which point is meant: its bar a little darker (lighter in the dark), a dot on its line."""
        assert self._chart is not None
        assert self._drawing is not None
        spot = self._drawing.spots[number]
        theme = current_theme()
        if self._chart.kind is ChartKind.LINES:
            role = self._chart.series[spot.series].role
            color = QColor(look_of_theme().colour(role))
            rounded(painter, _rect(spot.ring), theme.color("panel"), color, spot.ring.width, 2)
            return
        shade = theme.color("text")
        shade.setAlpha(28)
        rounded(painter, _rect(spot.mark), shade, None, metrics().px(5))

    # The pointer -------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._spot_under(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._spot_under(event.position().toPoint())
            if self._pressed >= 0:
                self._current = self._pressed
                self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, -1
        if event.button() != Qt.MouseButton.LeftButton or pressed < 0:
            return
        if self._spot_under(event.position().toPoint()) == pressed:
            self._choose(pressed)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell(self._spot_under(event.pos()), event.globalPos())
            return True
        return super().event(event)

    def _spot_under(self, place: QPoint) -> int:
        drawing = self.drawing()
        if self._chart is None or drawing is None:
            return -1
        return spot_at(drawing.spots, self._chart.kind, place.x(), place.y())

    def _hover(self, number: int) -> None:
        if number == self._hovered:
            return
        self._hovered = number
        point = self.point(number)
        leads = point is not None and point.behind is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        if QToolTip.isVisible():
            self._tell(number, self.cursor().pos())
        self.update()

    def _tell(self, number: int, place: QPoint) -> None:
        point = self.point(number)
        if point is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(place, _tip(_told(point.tip)), self)

    # Keys --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        drawing = self.drawing()
        if self._chart is None or drawing is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in _STEPS:
            self._walk(next_spot(drawing.spots, self._chart.kind, self._current, _STEPS[event.key()]))
        elif event.key() == Qt.Key.Key_Home:
            self._walk(0)
        elif event.key() == Qt.Key.Key_End:
            self._walk(len(drawing.spots) - 1)
        elif event.key() in _ENTER and self._current >= 0:
            self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._arrive()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _arrive(self) -> None:
        """Stand on the first point if the keyboard stands on none yet, and know what it says."""
        drawing = self.drawing()
        if self._current < 0 and drawing is not None and drawing.spots:
            self._current = 0
        self._describe()

    def _walk(self, number: int) -> None:
        """Go to a point and say it, on the screen and to those who listen."""
        self._current = number
        self.update()
        told = self._describe()
        drawing = self._drawing
        if not told or drawing is None:
            return
        box = drawing.spots[number].ring
        self._tell(number, self.mapToGlobal(QPoint(round(box.x + box.width / 2), round(box.bottom))))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def _describe(self) -> str:
        point = self.point(self._current)
        told = _told(point.tip) if point else ""
        self.setAccessibleDescription(told)
        return told

    def _choose(self, number: int) -> None:
        point = self.point(number)
        if point is not None and point.behind is not None:
            QToolTip.hideText()
            self.chosen.emit(point.behind)


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _tip(words: str) -> str:
    """The words as a tooltip, escaped; Qt would break a short line in three."""
    tip = plain_tooltip(words)
    return tip.replace("<qt>", '<qt style="white-space: nowrap">', 1) if len(words) <= _SHORT else tip


def _told(words: str) -> str:
    return one_line(words)[:_TOLD]
