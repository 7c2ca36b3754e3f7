"""The head of a card over the window in which things come in: what it is about, and the cross."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, Type, metrics
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.labels import ElidedLabel


class CardHead(QWidget):
    """``title`` over ``subtitle``, both labels; ``closed()`` when the cross is pressed."""

    closed = Signal()

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.title = ElidedLabel(title, Type.BRAND)
        self.subtitle = ElidedLabel(subtitle, Type.SECONDARY, "text-2")
        words = QVBoxLayout()
        words.setSpacing(sizes.px(2))
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        close = icon_button(Icon.CLOSE, self.tr("Close"), "Esc", framed=False)
        close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.px(XL), sizes.px(18), sizes.px(18), 0)
        row.addLayout(words, 1)
        row.addWidget(close)
