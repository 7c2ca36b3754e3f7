"""A small field for one figure of the "if".

``IfField(name, example, stepped, wide)``: ``example`` says how it may be written, ``stepped(text, by)`` gives the text
one step up or down, None where there is none.
``mark(wrong)``. Signals ``left`` when the field was left or Enter pressed, ``given_back`` on Esc. Keys: ↑ ↓ step it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from netdesk.ui.pages.person.fields import mark_wrong
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.labels import plain_tooltip

_LONGEST = 20
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class IfField(QLineEdit):
    """One figure."""

    left = Signal()
    given_back = Signal()

    def __init__(
        self,
        name: str,
        example: str,
        stepped: Callable[[str, int], str | None],
        wide: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._stepped = stepped
        sizes = metrics()
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(f"{name}: {example}. ↑ ↓ step it, Esc gives back."))
        self.setFont(sizes.font(Type.BODY_STRONG))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(sizes.px(wide))
        self.setMaxLength(_LONGEST)
        self.editingFinished.connect(self.left)

    def mark(self, wrong: bool) -> None:
        """Show that what stands here cannot be, or no longer."""
        mark_wrong(self, wrong)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            text = self._stepped(self.text(), step)
            if text is not None and text != self.text():
                self.setText(text)
                self.setModified(True)
                self.textEdited.emit(text)
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self.given_back.emit()
            self.selectAll()
        else:
            super().keyPressEvent(event)
