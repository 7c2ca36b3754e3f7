"""Text that turns into a field where it stands.

``InPlaceText(name, hint, kind=Type.SECONDARY, role="text", many_lines=False, longest=500)``: ``set_text``,
``text()``, ``edit()``, ``finish()``. Signals ``saved(str)`` when the field is left with other words in
it, ``closed()`` whenever it is left. Enter
saves (Shift+Enter makes a line where several are allowed), Esc takes the words back, leaving the field saves.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.paint import focus_ring, rounded

PAD = 4
LINES_SHOWN = 6
"""Lines of a text that is read; the rest is in the tooltip and in the field."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class InPlaceText(QWidget):
    """Words to read, and to change by pressing on them or with Enter."""

    saved = Signal(str)
    closed = Signal()

    def __init__(
        self,
        name: str,
        hint: str = "",
        kind: Type = Type.SECONDARY,
        role: str = "text",
        parent: QWidget | None = None,
        *,
        many_lines: bool = False,
        longest: int = 500,
    ) -> None:
        super().__init__(parent)
        self._name, self._hint, self._kind, self._role = name, hint, kind, role
        self._many_lines, self._longest = many_lines, longest
        self._text = ""
        self._waiting: str | None = None
        self._editor: _Editor | None = None
        self._label = WrapLabel("", kind, role)
        self._label.set_max_lines(LINES_SHOWN)
        layout = QVBoxLayout(self)
        pad = metrics().px(PAD)
        layout.setContentsMargins(pad, pad // 2, pad, pad // 2)
        layout.addWidget(self._label)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_text("")

    def text(self) -> str:
        """Give the words as last set or saved."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show other words; while somebody writes here they wait until the field is left unchanged."""
        if self.is_editing():
            self._waiting = text
            return
        if text == self._text and self._label.text():
            return
        self._text = text
        self._label.setText(text or self._hint)
        self._label.set_role(self._role if text else "faint")
        self.setAccessibleName(f"{self._name}: {text}" if text else f"{self._name}, {self._hint}")

    def is_editing(self) -> bool:
        """Tell whether the field is open."""
        return self._editor is not None and not self._editor.isHidden()

    def edit(self) -> None:
        """Open the field with all words selected."""
        editor = self._field()
        if not self.is_editing():
            editor.setPlainText(self._text)
            editor.selectAll()
            self._label.hide()
            editor.show()
            editor.fit()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Save what stands in the field, if it is something else, and close it."""
        if self._editor is None or self._editor.isHidden():
            return
        text = self._editor.toPlainText().strip()
        if not self._many_lines:
            text = " ".join(text.split())
        self._close(text if text != self._text else None)
        if text != self._text:
            self._waiting = None
            self.set_text(text)
            self.saved.emit(text)

    def _close(self, _: str | None) -> None:
        if self._editor is None:
            return
        had_focus = self._editor.hasFocus()
        self._editor.hide()
        self._label.show()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.set_text(waiting)
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def _field(self) -> _Editor:
        if self._editor is None:
            self._editor = _Editor(self._name, self._hint, self._kind, self._longest, self)
            self._editor.installEventFilter(self)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._editor)
            self._editor.hide()
        return self._editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() in _ENTER and not (self._many_lines and shift):
                self.finish()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._waiting = self._waiting if self._waiting is not None else self._text
                self._close(None)
                return True
        # A menu or another window borrows the keyboard only; the words stay open, and nothing is lost.
        if watched is self._editor and isinstance(event, QFocusEvent) and _leaves(event):
            self.finish()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*_ENTER, Qt.Key.Key_F2, Qt.Key.Key_Space):
            self.edit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.edit()
        else:
            super().mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(event.button() == Qt.MouseButton.LeftButton)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.finish()
        super().hideEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.is_editing():
            return
        theme, radius = current_theme(), metrics().px(6)
        painter = QPainter(self)
        if self.underMouse():
            rounded(painter, self.rect(), theme.color("hover"), None, radius)
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, radius)


def _leaves(event: QFocusEvent) -> bool:
    borrowed = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
    return event.type() == QEvent.Type.FocusOut and event.reason() not in borrowed


class _Editor(QPlainTextEdit):
    """A field as high as its words."""

    def __init__(self, name: str, hint: str, kind: Type, longest: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._longest = longest
        self.setFont(metrics().font(kind))
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)

    def fit(self) -> None:
        """Take the height of the words."""
        lines = max(1, round(self.document().size().height()))
        line = self.fontMetrics().lineSpacing()
        height = lines * line + metrics().px(14) + 2
        if height != self.height():
            self.setFixedHeight(height)

    def _changed(self) -> None:
        if len(self.toPlainText()) > self._longest:
            cursor = self.textCursor()
            place = cursor.position()
            self.setPlainText(self.toPlainText()[: self._longest])
            cursor = self.textCursor()
            cursor.setPosition(min(place, self._longest))
            self.setTextCursor(cursor)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(40), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
