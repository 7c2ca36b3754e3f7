"""Words about the event that are written where they stand, under a caption once there are some."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netdesk.services.debrief import LONGEST_WORDS
from netdesk.ui.pages.events.in_place import InPlaceText
from netdesk.ui.theme.metrics import Type
from netdesk.ui.widgets.labels import ElidedLabel


class WordsField(QWidget):
    """``saved(str)`` when other words were written. An empty field shows its caption as the hint."""

    saved = Signal(str)

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = ElidedLabel(caption, Type.LABEL, "faint")
        self.field = InPlaceText(caption, f"{caption}…", many_lines=True, longest=LONGEST_WORDS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._caption)
        layout.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.field.saved.connect(self._saved)
        self.set_text("")

    def text(self) -> str:
        """Give the words as last set or saved."""
        return self.field.text()

    def set_text(self, text: str) -> None:
        """Show other words; while somebody writes here they wait."""
        self.field.set_text(text)
        self._caption.setVisible(bool(text))

    def edit(self) -> None:
        """Open the field for writing."""
        self.field.edit()

    def finish(self) -> None:
        """Save what was written."""
        self.field.finish()

    def _saved(self, text: str) -> None:
        self._caption.setVisible(bool(text))
        self.saved.emit(text)
