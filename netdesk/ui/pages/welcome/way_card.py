"""A large card that is a button: one way into NetDesk."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import RADIUS_CARD, XL, Type, metrics
from netdesk.ui.widgets.paint import focus_ring, rounded
from netdesk.ui.widgets.tile import paint_icon_tile

WIDTH = 242
_TILE = 32
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class WayCard(QAbstractButton):
    """Icon, title and a sentence or two; pressed by mouse, Enter or Space."""

    def __init__(self, icon: Icon, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._sentence = sentence
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as the design says, as high as the words need."""
        sizes = metrics()
        width = sizes.px(WIDTH)
        margin = sizes.px(XL) - 2
        inner = QRect(0, 0, width - 2 * margin, 10_000)
        title = QFontMetrics(sizes.font(Type.BRAND)).height()
        words = (
            QFontMetrics(sizes.font(Type.SECONDARY)).boundingRect(inner, int(_WRAP), self._sentence).height()
        )
        return QSize(width, 2 * margin + sizes.px(_TILE) + sizes.px(14) + title + sizes.px(6) + words)

    def event(self, event: QEvent) -> bool:
        """Show when the pointer is over the card."""
        if event.type() in {QEvent.Type.Enter, QEvent.Type.Leave}:
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.hasFocus()
        box = self.rect()
        rounded(
            painter,
            box,
            theme.color("panel"),
            theme.color("accent" if lit else "line"),
            sizes.px(RADIUS_CARD),
        )
        if self.hasFocus():
            focus_ring(painter, box, theme, sizes.px(RADIUS_CARD))
        margin = sizes.px(XL) - 2
        inner = box.adjusted(margin, margin, -margin, -margin)
        tile = sizes.px(_TILE)
        paint_icon_tile(painter, QRect(inner.left(), inner.top(), tile, tile), self._icon, theme)
        top = inner.top() + tile + sizes.px(14)
        title_font = sizes.font(Type.BRAND)
        height = QFontMetrics(title_font).height()
        painter.setFont(title_font)
        painter.setPen(theme.color("text"))
        painter.drawText(QRect(inner.left(), top, inner.width(), height), int(_WRAP), self.text())
        top += height + sizes.px(6)
        painter.setFont(sizes.font(Type.SECONDARY))
        painter.setPen(theme.color("text-2"))
        painter.drawText(
            QRect(inner.left(), top, inner.width(), inner.bottom() - top + 1), int(_WRAP), self._sentence
        )
