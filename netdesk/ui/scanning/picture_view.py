"""The picture of a card, to be looked at closely: zoomed with the wheel, turned, moved by dragging."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsPixmapItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsView,
    QWidget,
)

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.paint import focus_ring

_STEP = 1.25
_LARGEST = 8.0
_ROUND = 5
"""Pixels of the picture left around the place that is pointed out."""

Box = tuple[float, float, float, float]


class PictureView(QGraphicsView):
    """``show_picture(pixmap, turn)``, ``point_out(box)``, ``zoom_in()``, ``zoom_out()``, ``show_whole()``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self._item = QGraphicsPixmapItem()
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._mark = QGraphicsRectItem(self._item)
        self._mark.setVisible(False)
        self._scene.addItem(self._item)
        self.setScene(self._scene)
        self._is_whole = True
        self._turn = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAccessibleName(self.tr("Picture of the card"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_picture(self, picture: QPixmap, turn: int) -> None:
        """Show a picture, turned clockwise by so many degrees, as a whole."""
        self._item.setPixmap(picture)
        self.point_out(None)
        self._turn = turn
        self._is_whole = True
        self._fit()

    def point_out(self, box: Box | None) -> None:
        """Draw a frame around a place of the picture, or none."""
        self._mark.setVisible(box is not None)
        if box is not None:
            pen = QPen(current_theme().color("accent"), 2)
            pen.setCosmetic(True)
            self._mark.setPen(pen)
            self._mark.setRect(QRectF(*box).adjusted(-_ROUND, -_ROUND, _ROUND, _ROUND))
            if not self._is_whole:
                self.ensureVisible(self._mark)

    def pointed_out(self) -> QRectF | None:
        """The place of the picture that has a frame."""
        return self._mark.rect() if self._mark.isVisible() else None

    def turn_to(self, turn: int) -> None:
        """Turn the picture that is shown."""
        self._turn = turn
        self._is_whole = True
        self._fit()

    def zoom_in(self) -> None:
        """Show it larger."""
        self._zoom(_STEP)

    def zoom_out(self) -> None:
        """Show it smaller, down to the whole picture."""
        self._zoom(1 / _STEP)

    def show_whole(self) -> None:
        """Show the whole picture."""
        self._is_whole = True
        self._fit()

    def scale_shown(self) -> float:
        """How large a pixel of the picture is on the screen."""
        return abs(self.transform().m11()) or abs(self.transform().m12())

    def _zoom(self, factor: float) -> None:
        if self._item.pixmap().isNull():
            return
        now = self.scale_shown()
        whole = self._whole_scale()
        wanted = min(max(now * factor, whole), max(_LARGEST, whole))
        self._is_whole = wanted <= whole * 1.001
        if self._is_whole:
            self._fit()
        else:
            self.scale(wanted / now, wanted / now)

    def _whole_scale(self) -> float:
        size = self._item.pixmap().size()
        if self._turn % 180:
            size.transpose()
        if size.isEmpty():
            return 1.0
        margin = metrics().px(8)
        return min(
            (self.viewport().width() - margin) / size.width(),
            (self.viewport().height() - margin) / size.height(),
        )

    def _fit(self) -> None:
        if self._item.pixmap().isNull():
            return
        self._scene.setSceneRect(self._item.boundingRect())
        self.resetTransform()
        self.rotate(self._turn)
        scale = max(self._whole_scale(), 0.01)
        self.scale(scale, scale)
        self.centerOn(self._item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_whole:
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.show_whole,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            step()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), current_theme().color("panel-alt"))
        painter.end()
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            focus_ring(painter, self.viewport().rect(), current_theme(), metrics().px(8))
