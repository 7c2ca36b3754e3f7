"""The mark at the head of a row of Today: pressed, it does what D does."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.labels import plain_tooltip


class MarkButton(QAbstractButton):
    """A square, ``side`` logical pixels wide; subclasses draw it, also under the pointer."""

    def __init__(self, name: str, side: int) -> None:
        super().__init__()
        self._side = side
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(f"{name}  (D)"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = metrics().px(self._side)
        return QSize(side, side)
