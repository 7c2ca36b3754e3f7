"""What can be done with the one-to-ones, or people, chosen in a list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from netdesk.ui.pages.one_to_ones.views import BUTTONS, KEYS, View
from netdesk.ui.theme.metrics import L, metrics
from netdesk.ui.widgets.buttons import plain_button
from netdesk.ui.widgets.flow_layout import FlowLayout

_FOR_SEVERAL = ("plan", "calendar")


class DeedBar(QWidget):
    """The buttons of a list: ``pressed(str)`` with the deed. Some of them take several rows."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self._flow = FlowLayout(self, gap=8)
        self._flow.setContentsMargins(metrics().px(L), 0, metrics().px(L), 0)

    def show_view(self, view: View) -> None:
        """Show the buttons of a list."""
        self._flow.clear()
        keys = {deed: key for key, deed in KEYS[view].items() if key is not Qt.Key.Key_Delete}
        self.buttons = {}
        for deed, words, glyph in BUTTONS[view]:
            key = keys.get(deed)
            button = plain_button(words, glyph, chr(key.value) if key else None, small=True)
            button.clicked.connect(partial(self._press, deed))
            self._flow.addWidget(button)
            self.buttons[deed] = button

    def set_count(self, count: int, *, begun: bool = True) -> None:
        """Say how many rows are chosen; ``begun``: one can ask already how it was."""
        for deed, button in self.buttons.items():
            possible = begun or deed != "hold"
            button.setEnabled(possible and (count == 1 or (deed in _FOR_SEVERAL and count > 1)))
        if "plan" in self.buttons:
            words = (
                self.tr("Plan {0} one-to-ones").format(count) if count > 1 else self.tr("Plan a one-to-one")
            )
            self.buttons["plan"].setText(words)
            self.buttons["plan"].setAccessibleName(words)

    def _press(self, deed: str, _checked: bool = False) -> None:
        self.pressed.emit(deed)
