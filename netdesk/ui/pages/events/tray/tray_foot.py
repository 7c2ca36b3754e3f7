"""The foot of the tray: what can be done with the cards chosen, and the cards of people in the bin.

``TrayFoot()``: ``show_chosen(count)``, ``show_bin(words, shown)``. Signals: ``asked(str)`` with "plan",
"templates", "done", "solid" or "let_go", ``bin_turned()``; under the button ``templates`` their menu opens.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.buttons import link_button, plain_button, primary_button, shortcut_tooltip
from netdesk.ui.widgets.labels import ElidedLabel

_HINT = "Enter plans · D done · M moves · L lets go · S solid · O opens the person · Space chooses several"
_BACK_TO_CARDS = "Back to all other cards"


class TrayFoot(QWidget):
    """One line. ``leads``: planning is the one primary button of the screen."""

    asked = Signal(str)
    bin_turned = Signal()

    def __init__(self, *, leads: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.words = ElidedLabel("", Type.SECONDARY, "text-2")
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        make = primary_button if leads else plain_button
        self.plan = make("Plan…", Icon.FOLLOW_UP, small=True)
        self.templates = plain_button("Templates…", small=True)
        self.done = plain_button("Done", Icon.DONE, small=True)
        self.solid = plain_button("Solid", Icon.WORTH, small=True)
        self.let_go = plain_button("Let go…", small=True)
        self.bin = link_button("")
        self.bin.clicked.connect(self._turn_bin)
        self._deeds: dict[QPushButton, str] = {
            self.plan: "plan",
            self.templates: "templates",
            self.done: "done",
            self.solid: "solid",
            self.let_go: "let_go",
        }
        tips = {
            self.plan: ("Plan the cards chosen", "Return"),
            self.templates: ("Plan the cards chosen by a template", "T"),
            self.done: ("What is planned next for them is done", "D"),
            self.solid: ("Mark as solid contacts", "S"),
            self.let_go: ("Let them go", "L"),
        }
        layout = QHBoxLayout(self)
        layout.setContentsMargins(sizes.px(M), sizes.px(S), sizes.px(M), sizes.px(S))
        layout.setSpacing(sizes.px(S))
        layout.addWidget(self.words)
        for button in self._deeds:
            layout.addWidget(button)
        for button in self._deeds:
            button.setToolTip(shortcut_tooltip(*tips[button]))
            button.clicked.connect(self._pressed)
        layout.addStretch(1)
        layout.addWidget(self.bin)
        self._bin_said = False
        self.show_chosen(0)
        self.show_bin("", shown=False)

    def show_chosen(self, count: int, *, can_plan: bool = True) -> None:
        """Offer what can be done with so many cards; with none a word about the keys."""
        said = f"{count:,} chosen:" if count else _HINT
        self.words.setText(said)
        self.words.set_role("text" if count else "faint")
        # The number is never cut; the word about the keys may be.
        self.words.setMinimumWidth(self.words.fontMetrics().horizontalAdvance(said) + 2 if count else 0)
        for button in self._deeds:
            button.setVisible(count > 0 and (can_plan or button is self.solid))
        self.bin.setVisible(self._bin_said and (not count or not can_plan))

    def show_bin(self, words: str, *, shown: bool) -> None:
        """Say how many cards lie in the bin with their people, or lead back from them."""
        self.bin.setText(_BACK_TO_CARDS if shown else words)
        self.bin.setAccessibleName(self.bin.text())
        self.bin.setToolTip(shortcut_tooltip("Show them" if not shown else _BACK_TO_CARDS, None))
        self._bin_said = bool(words) or shown
        self.bin.setVisible(self._bin_said and self.plan.isHidden())

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, current_theme().color("line"))

    def _pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.asked.emit(self._deeds[sender])

    def _turn_bin(self) -> None:
        self.bin_turned.emit()
