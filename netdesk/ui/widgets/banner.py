"""A sentence on a soft ground inside a card: a competitor in the room, a goal without a count.

``Banner(text, tone="warn", icon=None, parent=None)``; tone is accent, good, warn or bad; ``set_text(text)``.
"""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.paint import rounded


class Banner(QWidget):
    """Icon and sentence."""

    def __init__(
        self, text: str, tone: str = "warn", icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._ink = "accent" if tone == "accent" else f"{tone}-text"
        self._icon = icon or Icon.WARNING
        sizes = metrics()
        self._label = WrapLabel(text, Type.SECONDARY_MEDIUM, self._ink)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(sizes.px(36), sizes.px(S - 2), sizes.px(M), sizes.px(S - 2))
        layout.addWidget(self._label)
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._label.setText(text)
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        rounded(painter, self.rect(), theme.color(f"{self._tone}-soft"), None, sizes.px(7))
        side = sizes.px(14)
        box = QRect(sizes.px(11), (self.height() - side) // 2, side, side)
        paint_icon(painter, box, self._icon, theme.color(self._ink))
