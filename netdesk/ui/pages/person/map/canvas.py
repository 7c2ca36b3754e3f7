"""The map as it is drawn: zoomed with the wheel or + and −, moved by dragging, walked through with the arrows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from netdesk.services.surroundings import Acquaintance, Surroundings
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.person.map.marks import Mark, marks, paint_lines, paint_mark, whole
from netdesk.ui.pages.person.map.walking import ARROWS, next_mark
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import RADIUS_CARD, metrics
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import focus_ring, rounded

_STEP = 1.2
_SMALLEST, _LARGEST = 0.3, 2.5
_READABLE = 0.85
"""The map opens no smaller than this: what does not fit then is reached by dragging."""
_WIDEST, _NARROWEST = 2.0, 0.8


class MapCanvas(QWidget):
    """``show_map(found)``. Signals carry ids: somebody was pressed, looked at, or asked for with the right button."""

    opened = Signal(object)
    looked_at = Signal(object)
    middle_asked = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        self._found: Surroundings | None = None
        self._marks: tuple[Mark, ...] = ()
        self._current = 0
        self._zoom = 1.0
        self._shift = QPointF()
        self._is_whole = True
        self._pressed: QPointF | None = None
        self._is_dragging = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        photos.arrived.connect(self.update)

    # Showing ---------------------------------------------------------------------------------

    def show_map(self, found: Surroundings) -> None:
        """Show the surroundings of somebody, the middle chosen."""
        self._found = found
        self._current = 0
        self._is_whole = True
        self._lay_out()

    def marks(self) -> tuple[Mark, ...]:
        """Everybody on the map, the one in the middle first."""
        return self._marks

    def current(self) -> Acquaintance | None:
        """Who is looked at."""
        return self._marks[self._current].person if self._marks else None

    def look_at(self, person_id: int) -> None:
        """Look at somebody who is on the map."""
        for place, mark in enumerate(self._marks):
            if mark.person.id == person_id:
                self._choose(place)

    def zoom(self) -> float:
        """How large the map is drawn; 1.0 is the usual size."""
        return self._zoom

    def zoom_in(self) -> None:
        """Draw it larger."""
        self._zoom_by(_STEP, QPointF(self.rect().center()))

    def zoom_out(self) -> None:
        """Draw it smaller."""
        self._zoom_by(1 / _STEP, QPointF(self.rect().center()))

    def show_whole(self) -> None:
        """Bring everybody into view."""
        self._is_whole = True
        self._fit(smallest=_SMALLEST)

    def on_screen(self, mark: Mark) -> QRectF:
        """Where somebody is drawn now, in the widget's pixels."""
        return self._to_screen().mapRect(mark.rect)

    def _lay_out(self) -> None:
        if self._found is None:
            return
        held = self.current()
        room = self.height() or 1
        stretch = min(max(self.width() / room, _NARROWEST), _WIDEST)
        self._marks = marks(self._found, stretch)
        if held is not None:
            ids = [mark.person.id for mark in self._marks]
            self._current = ids.index(held.id) if held.id in ids else 0
        self._fit(smallest=_READABLE)
        self._say()

    def _fit(self, smallest: float) -> None:
        area = whole(self._marks)
        if area.isEmpty():
            return
        margin = metrics().px(16)
        wide = (self.width() - margin) / area.width()
        high = (self.height() - margin) / area.height()
        self._zoom = min(max(min(wide, high), smallest), 1.25)
        self._shift = QPointF(self.rect().center()) - area.center() * self._zoom
        if min(wide, high) < smallest:
            # Not all of it fits: the one in the middle stands in the middle.
            self._shift = QPointF(self.rect().center())
        self.update()

    def _to_screen(self) -> QTransform:
        return QTransform.fromTranslate(self._shift.x(), self._shift.y()).scale(self._zoom, self._zoom)

    def _zoom_by(self, factor: float, around: QPointF) -> None:
        wanted = min(max(self._zoom * factor, _SMALLEST), _LARGEST)
        self._shift = around - (around - self._shift) * (wanted / self._zoom)
        self._zoom = wanted
        self._is_whole = False
        self.update()

    # Choosing --------------------------------------------------------------------------------

    def _choose(self, place: int) -> None:
        if place != self._current:
            self._current = place
            self._say()
        self._bring_into_view()
        self.update()

    def _say(self) -> None:
        person = self.current()
        if person is None or self._found is None:
            return
        self.setAccessibleName(self.tr("Map of whom {0} knows").format(self._found.centre.name[:60]))
        words = f", {person.words}" if person.words else ""
        self.setAccessibleDescription(f"{person.name[:60]}{words}")
        self.looked_at.emit(person.id)

    def _bring_into_view(self) -> None:
        box = self.on_screen(self._marks[self._current])
        margin = metrics().px(8)
        room = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        across = max(0.0, room.left() - box.left()) - max(0.0, box.right() - room.right())
        along = max(0.0, room.top() - box.top()) - max(0.0, box.bottom() - room.bottom())
        self._shift += QPointF(across, along)

    def _at(self, place: QPointF) -> int:
        """The number of whoever is drawn there, -1 for nobody."""
        inverse, _ = self._to_screen().inverted()
        here = inverse.map(place)
        return next((number for number, mark in enumerate(self._marks) if mark.rect.contains(here)), -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        zooming = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.show_whole,
        }
        key = Qt.Key(event.key())
        person = self.current()
        if key in ARROWS and self._marks:
            self._choose(next_mark(self._marks, self._current, *ARROWS[key]))
        elif key == Qt.Key.Key_Home and self._marks:
            self._choose(0)
        elif key in zooming:
            zooming[key]()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and person is not None:
            self.opened.emit(person.id)
        elif key == Qt.Key.Key_Space and person is not None:
            self.middle_asked.emit(person.id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self._current if by_key else self._at(QPointF(event.pos()))
        if place < 0 or not self._marks:
            return
        self._choose(place)
        box = self.on_screen(self._marks[place]).toRect()
        where = self.mapToGlobal(box.bottomLeft()) if by_key else event.globalPos()
        self.menu_asked.emit(self._marks[place].person.id, where)

    # Mouse -----------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:
            self._zoom_by(_STEP if turned > 0 else 1 / _STEP, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self._is_dragging = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            place = self._at(event.position())
            over = place >= 0
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.OpenHandCursor)
            if over and place != self._current:
                self._current = place
                self._say()
                self.update()
            return
        moved = event.position() - self._pressed
        if self._is_dragging or moved.manhattanLength() >= QApplication.startDragDistance():
            self._is_dragging = True
            self._is_whole = False
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._shift += moved
            self._pressed = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        dragged, self._is_dragging, self._pressed = self._is_dragging, False, None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        place = self._at(event.position())
        if not dragged and place >= 0:
            self._choose(place)
            self.opened.emit(self._marks[place].person.id)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._at(QPointF(event.pos()))
            person = self._marks[place].person if place >= 0 else None
            lines = (person.name, person.organisation, person.words) if person else ()
            QToolTip.showText(
                event.globalPos(), plain_tooltip("\n".join(line for line in lines if line)), self
            )
            return True
        return super().event(event)

    # Drawing ---------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(900), metrics().px(520))

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(320), metrics().px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_whole:
            self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, radius = current_theme(), metrics().px(RADIUS_CARD)
        painter = QPainter(self)
        rounded(painter, self.rect(), theme.color("panel"), theme.color("line"), radius)
        painter.setClipRect(self.rect().adjusted(1, 1, -1, -1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setTransform(self._to_screen(), True)
        if self._found is not None:
            paint_lines(painter, self._marks, self._found.lines, self._marks[self._current].person.id)
        ratio = self.devicePixelRatioF()
        for number, mark in enumerate(self._marks):
            photo = self._photos.pixmap(mark.person.photo, mark.place.side, ratio)
            here = number == self._current
            paint_mark(painter, mark, photo, current=here, ring=here and self.hasFocus())
        painter.restore()
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, radius)
