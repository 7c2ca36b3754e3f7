"""A line to search with: magnifier, hint, a cross to clear and, if wanted, the key that leads here.

``SearchField(placeholder, shortcut=None, parent=None)`` is a ``QLineEdit``. Signals: ``searched(str)`` 150 ms
after the last keystroke (at once when cleared), ``left_downwards()`` when Down is pressed (move to the list),
and ``QLineEdit``'s own. Esc clears; in an empty field it is passed on.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import icon
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.key_badge import key_size, key_words, paint_key

_PAUSE_MS = 150


class SearchField(QLineEdit):
    """A search line. It asks once the typing pauses, so that a list is not searched for every letter."""

    searched = Signal(str)
    left_downwards = Signal()

    def __init__(self, placeholder: str, shortcut: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = key_words(shortcut) if shortcut else ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder.rstrip("…. "))
        self.addAction(icon(Icon.SEARCH, "faint"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(icon(Icon.CLOSE, "faint"), self.tr("Clear the search"), self)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textChanged.connect(self._changed)

    def put(self, text: str) -> None:
        """Show other words without asking for them: whoever calls has asked."""
        before = self.blockSignals(True)
        self.setText(text)
        self.blockSignals(before)
        self._pause.stop()
        self._clear.setVisible(bool(text))

    def _changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if text:
            self._pause.start()
        else:
            self._pause.stop()
            self.searched.emit("")

    def _ask(self) -> None:
        self.searched.emit(self.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pause.isActive():
            self._pause.stop()
            self._ask()
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._keys or self.text() or self.hasFocus():
            return
        size = key_size(self._keys)
        left = self.width() - size.width() - metrics().px(10)
        box = QRect(left, (self.height() - size.height()) // 2, size.width(), size.height())
        painter = QPainter(self)
        paint_key(painter, box, self._keys, current_theme())
