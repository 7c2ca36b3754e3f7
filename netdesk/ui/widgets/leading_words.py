"""Words that may lead somewhere: then they look like a link and are pressed by the pointer, Enter or Space.

``LeadingWords(text, kind, role)``; ``set_leads(bool)``; signal ``pressed()``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.paint import focus_ring

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class LeadingWords(WrapLabel):
    """Plain words in ``role`` until they lead somewhere."""

    pressed = Signal()

    def __init__(
        self,
        text: str = "",
        kind: Type = Type.SECONDARY,
        role: str = "faint",
        parent: QWidget | None = None,
    ) -> None:
        self._plain = role
        self._leads = False
        super().__init__(text, kind, role, parent)

    def set_leads(self, leads: bool) -> None:
        """Say whether pressing the words leads somewhere."""
        self._leads = leads
        self.set_role("accent" if leads else self._plain)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription("Enter shows what is behind it" if leads else "")
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(self._leads and event.button() == Qt.MouseButton.LeftButton)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._leads and inside and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._leads and event.key() in _ENTER:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            focus_ring(QPainter(self), self.rect(), current_theme(), metrics().px(4))
