"""Who will be there: four shares as bars that are set by pointer, keys or numbers and always sum to 100."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSlider, QWidget

from netdesk.method.triage import WHOLE, Audience, Shares, rebalance
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import S, Type, metrics
from netdesk.ui.widgets.labels import Secondary
from netdesk.ui.widgets.paint import focus_ring, rounded
from netdesk.ui.widgets.share_bar import paint_bar

ROLES = {
    Audience.TARGET_MARKET: "level-2-mark",
    Audience.CLOSE: "accent",
    Audience.SAME_TRADE: "level-1-mark",
    Audience.OTHER: "control-line",
}
SAVE_AFTER_MS = 400


class ShareRows(QWidget):
    """Four shares. ``changed(Shares)`` at once while one is moved, ``saved(Shares)`` when the hand rests."""

    changed = Signal(object)
    saved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares = Shares()
        self._unsaved = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SAVE_AFTER_MS)
        self._rest.timeout.connect(self.flush)
        self.sliders: dict[Audience, ShareSlider] = {}
        self.numbers: dict[Audience, _Number] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(metrics().px(S))
        grid.setVerticalSpacing(0)
        for row, audience in enumerate(Audience):
            slider, number = ShareSlider(ROLES[audience]), _Number()
            slider.setAccessibleName(audience.label)
            number.setAccessibleName(f"{audience.label} in percent")
            slider.valueChanged.connect(partial(self._moved, audience))
            number.editingFinished.connect(partial(self._typed, audience))
            grid.addWidget(Secondary(audience.label), row, 0)
            grid.addWidget(slider, row, 1)
            grid.addWidget(number, row, 2)
            self.sliders[audience], self.numbers[audience] = slider, number
        grid.setColumnStretch(1, 1)

    def shares(self) -> Shares:
        """Give the shares as they stand."""
        return self._shares

    def show_shares(self, shares: Shares) -> None:
        """Show stored shares, unless newer ones wait here to be saved."""
        if not self._unsaved:
            self._show(shares)

    def flush(self) -> None:
        """Save now what the hand set."""
        self._rest.stop()
        if self._unsaved:
            self._unsaved = False
            self.saved.emit(self._shares)

    def _moved(self, audience: Audience, value: int) -> None:
        self._set(audience, value)

    def _typed(self, audience: Audience) -> None:
        self.numbers[audience].setModified(False)
        text = self.numbers[audience].text().strip().rstrip("%").strip()
        if (
            text.isascii()
            and text.isdecimal()
            and int(text) <= WHOLE
            and int(text) != self._shares.of(audience)
        ):
            self._set(audience, int(text))
            self.flush()
        else:
            self._show(self._shares)

    def _set(self, audience: Audience, value: int) -> None:
        self._show(rebalance(self._shares, audience, value))
        self._unsaved = True
        self._rest.start()
        self.changed.emit(self._shares)

    def _show(self, shares: Shares) -> None:
        self._shares = shares
        for audience in Audience:
            share = shares.of(audience)
            slider = self.sliders[audience]
            blocked = slider.blockSignals(True)
            slider.setValue(share or 0)
            slider.blockSignals(blocked)
            slider.update()
            if not (self.numbers[audience].hasFocus() and self.numbers[audience].isModified()):
                self.numbers[audience].setText("–" if share is None else f"{share}%")


class ShareSlider(QSlider):
    """A bar; its knob shows when the pointer or the keyboard is on it. ← → by 1, PgUp PgDn by 10, Home, End."""

    def __init__(self, role: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._role = role
        self.setRange(0, WHOLE)
        self.setPageStep(10)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(110), metrics().px(22))

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(48), metrics().px(22))

    def _place(self, event: QMouseEvent) -> None:
        share = event.position().x() / max(1, self.width())
        share = 1 - share if self.isRightToLeft() else share
        self.setValue(round(max(0.0, min(1.0, share)) * WHOLE))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._place(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._place(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        thick, knob = sizes.px(6), sizes.px(12)
        bar = QRect(0, (self.height() - thick) // 2, self.width(), thick)
        paint_bar(painter, bar, self.value() / WHOLE, theme.color(self._role), theme)
        if self.hasFocus() or self.underMouse():
            left = round((self.width() - knob) * self.value() / WHOLE)
            handle = QRect(left, (self.height() - knob) // 2, knob, knob)
            rounded(painter, handle, theme.color("panel"), theme.color(self._role), knob / 2, 2)
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, sizes.px(6))


class _Number(QLineEdit):
    """A percent to read, and to type in."""

    def __init__(self) -> None:
        super().__init__()
        sizes = metrics()
        self.setProperty("bare", True)
        self.setFont(sizes.font(Type.SECONDARY))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedWidth(sizes.px(42))
        self.setMaxLength(4)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
