"""A few words side by side of which one is chosen.

``Segments(labels, chosen=0, parent=None, name="")``; ``chosen()``, ``set_chosen(index)`` (-1: none),
``set_labels(labels, chosen)``.
Signal ``picked(int)`` when a person picks another. Keys: ← →, and 1 … 9 picks by number.
``paint_segments(painter, rect, labels, chosen, theme)`` and ``segment_boxes(rect, labels)`` for delegates,
``segments_size(labels)``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import RADIUS_BUTTON, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.paint import CENTRE, focus_ring, rounded, text_line

_PAD = 11


def segments_size(labels: Sequence[str]) -> QSize:
    """Give the room for the words."""
    sizes = metrics()
    ruler = QFontMetrics(sizes.font(Type.SECONDARY_MEDIUM))
    width = sum(ruler.horizontalAdvance(label) + 2 * sizes.px(_PAD) for label in labels)
    return QSize(width + 2, ruler.height() + sizes.px(15))


def segment_boxes(rect: QRect, labels: Sequence[str]) -> list[QRect]:
    """Give the box of each word, from left to right."""
    sizes = metrics()
    ruler = QFontMetrics(sizes.font(Type.SECONDARY_MEDIUM))
    boxes, left = [], rect.left() + 1
    for label in labels:
        width = ruler.horizontalAdvance(label) + 2 * sizes.px(_PAD)
        boxes.append(QRect(left, rect.top(), width, rect.height()))
        left += width
    return boxes


def paint_segments(painter: QPainter, rect: QRect, labels: Sequence[str], chosen: int, theme: Theme) -> None:
    """Draw the words, the chosen one on the accent's soft ground."""
    sizes = metrics()
    radius = sizes.px(RADIUS_BUTTON)
    boxes = segment_boxes(rect, labels)
    whole = QRect(rect.topLeft(), QSize(boxes[-1].right() - rect.left() + 2 if boxes else 0, rect.height()))
    rounded(painter, whole, theme.color("panel"), None, radius)
    if 0 <= chosen < len(boxes):
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(whole), radius, radius)
        part = QPainterPath()
        part.addRect(QRectF(boxes[chosen]))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shape.intersected(part), theme.color("accent-soft"))
        painter.restore()
    rounded(painter, whole, None, theme.color("line"), radius)
    for index, (box, label) in enumerate(zip(boxes, labels, strict=True)):
        ink = "accent" if index == chosen else "text-2"
        text_line(painter, box, label, sizes.font(Type.SECONDARY_MEDIUM), theme.color(ink), CENTRE)


class Segments(QWidget):
    """One of a few."""

    picked = Signal(int)

    def __init__(
        self, labels: Sequence[str], chosen: int = 0, parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(parent)
        self._labels = tuple(labels)
        self._chosen = -1
        self._name = name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_chosen(chosen)

    def chosen(self) -> int:
        """Give the index of the chosen word, -1 for none."""
        return self._chosen

    def set_labels(self, labels: Sequence[str], chosen: int = -1) -> None:
        """Show other words, without a signal."""
        self._labels = tuple(labels)
        self.updateGeometry()
        self.set_chosen(chosen)

    def set_chosen(self, index: int) -> None:
        """Choose without a signal."""
        self._chosen = index if 0 <= index < len(self._labels) else -1
        word = self._labels[self._chosen] if self._chosen >= 0 else self.tr("nothing chosen")
        self.setAccessibleName(f"{self._name}: {word}" if self._name else word)
        self.update()

    def _pick(self, index: int) -> None:
        if 0 <= index < len(self._labels) and index != self._chosen:
            self.set_chosen(index)
            self.picked.emit(index)

    def sizeHint(self) -> QSize:
        return segments_size(self._labels)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for index, box in enumerate(segment_boxes(self.rect(), self._labels)):
            if box.contains(event.position().toPoint()):
                self._pick(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        number = event.key() - Qt.Key.Key_1
        if step is not None:
            self._pick(self._chosen + step)
        elif 0 <= number < len(self._labels):
            self._pick(number)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        paint_segments(painter, self.rect(), self._labels, self._chosen, theme)
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, metrics().px(RADIUS_BUTTON))
