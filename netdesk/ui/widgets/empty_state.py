"""What an empty view says: what belongs here, and the first step.

``EmptyState(icon, title, sentence, primary="", secondary="", parent=None)``.
Signals ``primary_clicked()``, ``secondary_clicked()``. ``set_words(title, sentence)``; ``primary`` is its button.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from netdesk.ui.theme.metrics import L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import plain_button, primary_button
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.tile import IconTile

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_WIDTH = 420


class EmptyState(QWidget):
    """Icon, title, one sentence and at most two buttons, in the middle of the view."""

    primary_clicked = Signal()
    secondary_clicked = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str,
        primary: str = "",
        secondary: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._title = WrapLabel(title, Type.BRAND, "text")
        self._sentence = WrapLabel(sentence, Type.BODY, "text-2")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.px(L), sizes.px(L), sizes.px(L), sizes.px(L))
        outer.setSpacing(sizes.px(S))
        outer.addStretch(2)
        tile_row = QHBoxLayout()
        tile_row.addWidget(IconTile(icon, side=48), 0, _CENTRE)
        outer.addLayout(tile_row)
        outer.addSpacing(sizes.px(S))
        for label in (self._title, self._sentence):
            label.setAlignment(_CENTRE)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            label.setMaximumWidth(sizes.px(_WIDTH))
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label, 1000)
            row.addStretch(1)
            outer.addLayout(row)
        outer.addSpacing(sizes.px(S))
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes.px(M))
        buttons.addStretch(1)
        if secondary:
            other = plain_button(secondary)
            other.clicked.connect(self._second)
            buttons.addWidget(other)
        self.primary = primary_button(primary) if primary else None
        if self.primary is not None:
            self.primary.clicked.connect(self._first)
            buttons.addWidget(self.primary)
        buttons.addStretch(1)
        outer.addLayout(buttons)
        outer.addStretch(3)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    def set_words(self, title: str, sentence: str) -> None:
        """Say something else, for instance which search found nothing."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(_WIDTH), super().sizeHint().height())

    def _first(self) -> None:
        self.primary_clicked.emit()

    def _second(self) -> None:
        self.secondary_clicked.emit()
