"""A number between − and +.

``Stepper(value=0, low=0, high=999, name="", parent=None)``; ``value()``, ``set_value(n)``.
Signal ``changed(int)`` when a person changes it. Keys in it: ↑ ↓ or + −.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.labels import Strong


class Stepper(QWidget):
    """− number +."""

    changed = Signal(int)

    def __init__(
        self, value: int = 0, low: int = 0, high: int = 999, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._low, self._high, self._value, self._name = low, high, value, name
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics().px(4))
        self._less = icon_button(Icon.SUBTRACT, self.tr("One fewer: {0}").format(name), small=True)
        self._more = icon_button(Icon.ADD, self.tr("One more: {0}").format(name), small=True)
        self._number = Strong()
        self._number.set_kind(Type.BODY_STRONG)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setMinimumWidth(metrics().px(26))
        self._less.clicked.connect(self._fewer)
        self._more.clicked.connect(self._one_more)
        for part in (self._less, self._number, self._more):
            layout.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_value(value)

    def value(self) -> int:
        """Give the number."""
        return self._value

    def set_value(self, value: int) -> None:
        """Show another number without a signal."""
        self._value = max(self._low, min(self._high, value))
        self._number.setText(str(self._value))
        self.setAccessibleName(f"{self._name}: {self._value}")
        self._less.setEnabled(self._value > self._low)
        self._more.setEnabled(self._value < self._high)

    def _fewer(self) -> None:
        self._step(-1)

    def _one_more(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        before = self._value
        self.set_value(before + by)
        if self._value != before:
            self.changed.emit(self._value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Plus):
            self._step(1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Minus):
            self._step(-1)
        else:
            super().keyPressEvent(event)
