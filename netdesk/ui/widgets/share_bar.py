"""Shares and parts as bars.

``paint_bar(painter, rect, share, color, theme)`` draws one bar, ``share`` 0 … 1.
``Bar(share, role="accent", parent=None)``;
``ShareBar(label, percent, role="accent", parent=None)``: label, bar and percent in a row;
``ShareSlider(label, percent, role="accent", parent=None)``: the same to set, by pointer or ← → (1),
PgUp/PgDn (10), Home, End. Signal ``changed(int)`` in percent while a person moves it.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import M, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.labels import ElidedLabel
from netdesk.ui.widgets.paint import focus_ring, rounded

_THICK = 6
_LABEL = 116
_PERCENT = 38


def paint_bar(painter: QPainter, rect: QRect, share: float, color: QColor, theme: Theme) -> None:
    """Draw a bar filling ``rect``'s width, filled to ``share`` (0 … 1)."""
    radius = rect.height() / 2
    rounded(painter, rect, theme.color("track"), None, radius)
    filled = round(rect.width() * max(0.0, min(1.0, share)))
    if filled <= 0:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(rect), radius, radius)
    painter.setClipRect(QRect(rect.left(), rect.top(), filled, rect.height()))
    painter.fillPath(shape, color)
    painter.restore()


class Bar(QWidget):
    """One bar; ``role`` is a colour role."""

    def __init__(self, share: float = 0.0, role: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share, self._role = share, role
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float, role: str | None = None) -> None:
        """Fill to another share, 0 … 1."""
        self._share = share
        self._role = role or self._role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(100), metrics().px(_THICK))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        paint_bar(painter, self.rect(), self._share, theme.color(self._role), theme)


class _Row(QWidget):
    def __init__(self, label: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._words = label
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(sizes.px(M) - 2)
        self._label = ElidedLabel(label, Type.SECONDARY, "text")
        self._label.setFixedWidth(sizes.px(_LABEL))
        self._percent = ElidedLabel("", Type.SECONDARY, "faint")
        self._percent.setFixedWidth(sizes.px(_PERCENT))
        self._layout.addWidget(self._label)

    def _finish(self, bar: QWidget) -> None:
        self._layout.addWidget(bar, 1)
        self._layout.addWidget(self._percent)

    def _write(self, percent: int) -> None:
        self._percent.setText(f"{percent}%")
        self.setAccessibleName(f"{self._words}: {percent}%")


class ShareBar(_Row):
    """Label, bar, percent."""

    def __init__(self, label: str, percent: int, role: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._bar = Bar(0, role)
        self._finish(self._bar)
        self.set_percent(percent)

    def set_percent(self, percent: int, role: str | None = None) -> None:
        """Show another share, 0 … 100, and perhaps in another colour."""
        self._bar.set_share(percent / 100, role)
        self._write(percent)


class ShareSlider(_Row):
    """Label, slider, percent."""

    changed = Signal(int)

    def __init__(self, label: str, percent: int, role: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._slider = _Slider(role)
        self._slider.setAccessibleName(label)
        self._finish(self._slider)
        self.set_percent(percent)
        self._slider.valueChanged.connect(self._moved)

    def percent(self) -> int:
        """Give the share set, 0 … 100."""
        return self._slider.value()

    def set_percent(self, percent: int) -> None:
        """Set the share without a signal."""
        blocked = self._slider.blockSignals(True)
        self._slider.setValue(percent)
        self._slider.blockSignals(blocked)
        self._slider.update()
        self._write(self._slider.value())

    def _moved(self, percent: int) -> None:
        self._write(percent)
        self.changed.emit(percent)


class _Slider(QSlider):
    def __init__(self, role: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._role = role
        self.setRange(0, 100)
        self.setPageStep(10)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(120), metrics().px(22))

    def _knob(self) -> int:
        return metrics().px(14)

    def _set_at(self, event: QMouseEvent) -> None:
        room = max(1, self.width() - self._knob())
        share = (event.position().x() - self._knob() / 2) / room
        if self.isRightToLeft():
            share = 1 - share
        self.setValue(round(max(0.0, min(1.0, share)) * 100))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._set_at(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._set_at(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        thick, knob = sizes.px(_THICK), self._knob()
        room = self.width() - knob
        left = round(room * self.value() / 100)
        bar = QRect(0, (self.height() - thick) // 2, self.width(), thick)
        share = (left + knob / 2) / max(1, self.width())
        paint_bar(painter, bar, share, theme.color(self._role), theme)
        handle = QRect(left, (self.height() - knob) // 2, knob, knob)
        rounded(painter, handle, theme.color("panel"), theme.color(self._role), knob / 2, 2)
        if self.hasFocus():
            focus_ring(painter, handle.adjusted(-4, -4, 4, 4), theme, knob / 2 + 4)
