"""What the forms have in common in which words to say are written: kept with Ctrl+Enter, left with Esc."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.ui.pages.events.form_parts import ErrorLine
from netdesk.ui.pages.person.fields import mark_wrong
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.buttons import plain_button, primary_button
from netdesk.ui.widgets.overlay import Overlay


class WritingForm(QWidget):
    """``saved(int)`` with the version's id. A subclass has ``save`` and ``fields``, and ``left`` for one not saved."""

    saved = Signal(object)

    def __init__(self, shell: Shell, save_words: str) -> None:
        super().__init__()
        self._shell = shell
        self._overlay: Overlay | None = None
        self._saved = False
        self.error = ErrorLine()
        self._save_button = primary_button(save_words, None, "Ctrl+Return")
        self._save_button.clicked.connect(self._save_pressed)

    def save(self) -> None:
        """Keep what was written. Subclasses override this."""

    def fields(self) -> dict[str, QWidget]:
        """Give the fields something can be wrong with, by the name the error has. Subclasses override this."""
        return {}

    def left(self) -> None:
        """The form was closed without being saved. Subclasses offer what was written again."""

    def shown_in(self, overlay: Overlay) -> None:
        """Remember the overlay, to close it when all is saved."""
        self._overlay = overlay
        overlay.closed.connect(self._closed)

    def foot(self) -> QHBoxLayout:
        """Make the last line: what is wrong, Cancel and Save."""
        cancel = plain_button("Cancel", None, "Esc")
        cancel.clicked.connect(self._close)
        foot = QHBoxLayout()
        foot.addWidget(self.error, 1)
        foot.addStretch(0)
        foot.addWidget(cancel)
        foot.addWidget(self._save_button)
        return foot

    def was_kept(self, version: int) -> None:
        """Tell of the version that was written, and close."""
        self._saved = True
        self.saved.emit(version)
        self._close()

    def refused(self, error: NetDeskError) -> None:
        """Say what cannot be kept, at its field."""
        self.error.say(str(error))
        name = error.field if isinstance(error, InvalidInput) else ""
        for key, field in self.fields().items():
            mark_wrong(field, key == name)
            if key == name:
                field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_pressed(self) -> None:
        self.save()

    def _close(self) -> None:
        if self._overlay is not None:
            self._overlay.close_overlay()

    def _closed(self) -> None:
        if not self._saved:
            self.left()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
        else:
            super().keyPressEvent(event)
