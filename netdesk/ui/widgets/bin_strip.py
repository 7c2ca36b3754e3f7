"""Says that what is shown lies in the bin, and takes it out: ``BinStrip(words)``, ``restore`` is its button."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.ui.theme.metrics import M, metrics
from netdesk.ui.widgets.banner import Banner
from netdesk.ui.widgets.buttons import link_button


class BinStrip(QWidget):
    """Hidden until what is shown lies in the bin."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().px(M))
        self.restore = link_button("Take it out")
        row.addWidget(Banner(words), 1)
        row.addWidget(self.restore)
        self.hide()
