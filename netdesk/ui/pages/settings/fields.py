"""Fields that save in place: they say what was typed once it is whole, and show what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.labels import WrapLabel


class Line(QLineEdit):
    """One line. ``settled(str)`` when a person leaves it changed or presses Enter."""

    settled = Signal(str)

    def __init__(self, name: str, longest: int = 200, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self._told = ""
        self.setMaxLength(longest)
        self.setAccessibleName(name)
        self.editingFinished.connect(self._finished)

    def show_kept(self, text: str) -> None:
        """Show what is kept now, unless somebody is typing something else here."""
        typing = self.hasFocus() and self.text() not in (self._kept, self._told)
        self._kept = text
        if not typing and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def _finished(self) -> None:
        if self.text() != self._kept:
            self._told = self.text()
            self.settled.emit(self.text())


class Number(QSpinBox):
    """A number. ``valueChanged`` only when it is whole; the wheel scrolls the page unless it has the focus."""

    def __init__(
        self, name: str, low: int = 0, high: int = 999_999, *, suffix: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setRange(low, high)
        self.setSuffix(suffix)
        self.setKeyboardTracking(False)
        self.setAccessibleName(name)
        self.setGroupSeparatorShown(True)
        self.setMinimumWidth(metrics().px(96))

    def show_kept(self, value: int) -> None:
        """Show what is kept now, without a signal."""
        if self.value() != value:
            before = self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(before)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the number only when it was chosen first."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Lines(QPlainTextEdit):
    """A few lines of plain text; Tab goes on to the next field."""

    def __init__(self, name: str, rows: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * rows + metrics().px(22))


class Wrong(WrapLabel):
    """The sentence under fields; it is there only while something is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Type.SECONDARY, "bad-text", parent)
        self.hide()

    def say(self, sentence: str, *fields: QWidget) -> None:
        """Show a sentence and mark the first of ``fields``; an empty sentence takes both back from all."""
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        for number, field in enumerate(fields):
            mark(field, sentence if number == 0 else "")


def mark(field: QWidget, sentence: str) -> None:
    """Colour a field that cannot be kept and tell screen readers why; an empty sentence takes it back."""
    if bool(field.property("wrong")) != bool(sentence):
        field.setProperty("wrong", bool(sentence))
        field.style().unpolish(field)
        field.style().polish(field)
    field.setAccessibleDescription(sentence)
