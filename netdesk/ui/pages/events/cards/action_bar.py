"""What can be done with several cards at once: "3 chosen  Plan…  Templates  Solid  Let go"."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import RADIUS_BUTTON, XS, L, M, S, metrics
from netdesk.ui.widgets.buttons import icon_button, plain_button, shortcut_tooltip
from netdesk.ui.widgets.labels import Strong
from netdesk.ui.widgets.paint import rounded

_BUTTONS = (
    ("Plan…", "plan", "P", "Plan what follows for all of them"),
    ("Templates", "templates", "T", "Plan with templates"),
    ("Kind", "kind", "K", "What they are to me"),
    ("Solid", "solid", "S", "I will reconnect with them"),
    ("Let go", "let go", "L", "Let them go"),
)


class ActionBar(QWidget):
    """Shown while two or more cards are marked. ``asked(str)`` a deed, ``cleared()`` to choose none."""

    asked = Signal(str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.px(L), sizes.px(S - 2), sizes.px(M), sizes.px(S - 2))
        row.setSpacing(sizes.px(XS))
        self._count = Strong("")
        row.addWidget(self._count)
        row.addSpacing(sizes.px(S))
        self.buttons: dict[str, QPushButton] = {}
        for text, deed, key, tip in _BUTTONS:
            button = plain_button(text, small=True)
            button.setToolTip(shortcut_tooltip(tip, key))
            button.setProperty("deed", deed)
            button.clicked.connect(self._pressed)
            self.buttons[deed] = button
            row.addWidget(button)
        row.addStretch(1)
        none = icon_button(Icon.CLOSE, "Choose none", "Esc", framed=False, small=True)
        none.clicked.connect(self.cleared)
        row.addWidget(none)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many are chosen; fewer than two need no bar."""
        words = f"{count:,} chosen"
        self._count.setText(words)
        self.setAccessibleName(words)
        self.setVisible(count > 1)

    def _pressed(self) -> None:
        self.asked.emit(str(self.sender().property("deed")))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        box = self.rect().adjusted(sizes.px(S), 0, -sizes.px(S), 0)
        rounded(QPainter(self), box, theme.color("accent-soft"), None, sizes.px(RADIUS_BUTTON))
