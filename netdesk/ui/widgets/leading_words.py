"""Words that may lead somewhere: under the pointer they look like a link; a press, Enter or Space goes there.

``LeadingWords(text, kind, role)``; ``set_leads(bool)``; signal ``pressed()``.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type
from netdesk.ui.widgets.labels import WrapLabel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class LeadingWords(WrapLabel):
    """Words in ``role``: figures stay calm to read until the pointer or the keyboard is on them."""

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
        self._show_link(leads and self.hasFocus())
        self.setMouseTracking(leads)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription("Enter shows what is behind it" if leads else "")
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(self._is_on_words(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_on_words(event):
            self.pressed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._leads and self._words().contains(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self._show_link(over or self.hasFocus())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_link(self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_link(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_link(False)

    def _show_link(self, as_link: bool) -> None:
        self.set_role("accent" if as_link else self._plain)

    def _is_on_words(self, event: QMouseEvent) -> bool:
        on_words = self._words().contains(event.position())
        return self._leads and on_words and event.button() == Qt.MouseButton.LeftButton

    def _words(self) -> QRectF:
        """Where the words stand: the label may be much wider."""
        ruler = QFontMetrics(self.font())
        wide = max(ruler.horizontalAdvance(line.rstrip()) for line in self._lines(self.width()))
        return QRectF(0, 0, min(self.width(), wide + 1), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._leads and event.key() in _ENTER:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            # Without a ring: there is no room for one around the words.
            painter, theme, words = QPainter(self), current_theme(), self._words()
            painter.fillRect(words, theme.color("accent-soft"))
            painter.fillRect(words.adjusted(0, words.height() - 2, 0, 0), theme.color("focus"))
            painter.end()
        super().paintEvent(event)
