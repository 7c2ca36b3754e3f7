"""Notes of an event: one large field that saves when it is left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from netdesk.services.event_page import EventPage
from netdesk.ui.theme.metrics import XL, S, Type, metrics

LONGEST = 20_000


class NotesTab(QWidget):
    """``saved(int, str)``: the event's id and the notes as they stand now."""

    saved = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._event = 0
        self._stored = ""
        self.field = _NotesField()
        self.field.left.connect(self.finish)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, metrics().px(S), metrics().px(XL), metrics().px(XL))
        layout.addWidget(self.field)

    def show_event(self, page: EventPage) -> None:
        """Show the notes of an event; words that are being written stay."""
        if page.id != self._event:
            self.finish()
        elif self.field.hasFocus() and self.field.toPlainText().strip() != self._stored:
            self._stored = page.note
            return
        self._event, self._stored = page.id, page.note
        shown = page.note[:LONGEST]
        if self.field.toPlainText().strip() != shown:
            self.field.setPlainText(shown)
        # Longer than can be kept here: another program wrote it. It is shown in part, and never cut by saving.
        self.field.setReadOnly(len(page.note) > LONGEST)

    def finish(self) -> None:
        """Save what was written."""
        if self.field.isReadOnly():
            return
        text = self.field.toPlainText()[:LONGEST].strip()
        if self._event and text != self._stored:
            self._stored = text
            self.saved.emit(self._event, text)


class _NotesField(QPlainTextEdit):
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFont(metrics().font(Type.BODY))
        self.setAccessibleName("Notes")
        self.setPlaceholderText("What to bring, who told you about it, how to get there …")
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
