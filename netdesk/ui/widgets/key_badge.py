"""The small frame that shows a key: Ctrl K.

``paint_key(painter, rect, text, theme, ink="faint", line="line")``, ``key_size(text)``;
``KeyBadge(shortcut, parent=None)``. ``key_words("Ctrl+K")`` → ``"Ctrl K"`` as this system writes it.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.buttons import shortcut_text
from netdesk.ui.widgets.paint import CENTRE, rounded, text_line


def key_words(shortcut: str) -> str:
    """Write a shortcut such as ``Ctrl+K`` the way the badge shows it."""
    return shortcut_text(shortcut).replace("+", " ")


def key_size(text: str) -> QSize:
    """Give the room a badge takes."""
    ruler = QFontMetrics(metrics().font(Type.LABEL))
    return QSize(ruler.horizontalAdvance(text) + metrics().px(11), ruler.height() + metrics().px(3))


def paint_key(
    painter: QPainter, rect: QRect, text: str, theme: Theme, ink: str = "faint", line: str = "line"
) -> None:
    """Draw a badge filling ``rect``."""
    rounded(painter, rect, None, theme.color(line), metrics().px(4))
    text_line(painter, rect, text, metrics().font(Type.LABEL), theme.color(ink), CENTRE)


class KeyBadge(QWidget):
    """A key as a widget; ``ink`` and ``line`` are colour roles."""

    def __init__(
        self, shortcut: str, parent: QWidget | None = None, *, ink: str = "faint", line: str = "line"
    ) -> None:
        super().__init__(parent)
        self._text = key_words(shortcut)
        self._ink, self._line = ink, line
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._text)

    def sizeHint(self) -> QSize:
        return key_size(self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_key(painter, self.rect(), self._text, current_theme(), self._ink, self._line)
