"""The side bar: the program's name, a way to search everything, the places, and settings at the foot.

``NavBar(items, foot, parent=None)`` takes :class:`NavItem` values. ``set_current(key)``, ``current()``, ``has(key)``,
``set_count(key, count, urgent=False)``, ``set_compact(bool)``; it turns compact by itself when its window is
narrower than 980 logical pixels. Signals: ``chosen(str)`` with the item's key, ``search_asked()``.
Keys: Up and Down move between the items, Enter or Space opens one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.nav_parts import NavBrand, NavButton, NavSearch

FULL_WIDTH = 204
COMPACT_WIDTH = 60
COMPACT_BELOW = 980


@dataclass(frozen=True, slots=True)
class NavItem:
    """A place to go to: its key, its name, its glyph and the shortcut shown in the tooltip."""

    key: str
    text: str
    icon: str
    shortcut: str = ""


class NavBar(QWidget):
    """The side bar."""

    chosen = Signal(str)
    search_asked = Signal()

    def __init__(
        self, items: Sequence[NavItem], foot: Sequence[NavItem] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._compact = False
        self._watched: QWidget | None = None
        self._buttons: dict[str, NavButton] = {}
        sizes = metrics()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(sizes.px(9), 0, sizes.px(10), sizes.px(14))
        self._layout.setSpacing(0)
        self._brand = NavBrand()
        self._search = NavSearch(self.tr("Search…"), "Ctrl+K")
        self._search.clicked.connect(self._search_pressed)
        self._layout.addWidget(self._brand)
        self._layout.addWidget(self._search)
        self._layout.addSpacing(sizes.px(13))
        for item in items:
            self._add(item)
        self._layout.addStretch(1)
        for item in foot:
            self._add(item)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Places"))
        self._resize()

    def current(self) -> str:
        """Give the key of the place shown, or nothing."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Mark a place as the one shown; an unknown key marks none."""
        for own, button in self._buttons.items():
            button.setChecked(own == key)

    def has(self, key: str) -> bool:
        """Whether there is a place of that key."""
        return key in self._buttons

    def set_count(self, key: str, count: int, urgent: bool = False) -> None:
        """Show a number beside a place, 0 for none; ``urgent`` shows it red. Raises ``KeyError``."""
        self._buttons[key].set_count(count, urgent)

    def is_compact(self) -> bool:
        """Tell whether only icons are shown."""
        return self._compact

    def set_compact(self, compact: bool) -> None:
        """Show only icons, or icons and names."""
        if compact == self._compact:
            return
        self._compact = compact
        self._brand.set_compact(compact)
        for stop in (self._search, *self._buttons.values()):
            stop.set_compact(compact)
        self._resize()

    def _add(self, item: NavItem) -> None:
        button = NavButton(item.text, item.icon, item.shortcut)
        button.setProperty("key", item.key)
        button.clicked.connect(self._pressed)
        self._buttons[item.key] = button
        self._layout.addWidget(button)

    def _pressed(self) -> None:
        key = str(self.sender().property("key"))
        self.set_current(key)
        self.chosen.emit(key)

    def _search_pressed(self) -> None:
        self.search_asked.emit()

    def _resize(self) -> None:
        self.setFixedWidth(metrics().px(COMPACT_WIDTH if self._compact else FULL_WIDTH))

    def showEvent(self, event: QEvent) -> None:
        window = self.window()
        if window is not self and window is not self._watched:
            if self._watched is not None:
                self._watched.removeEventFilter(self)
            self._watched = window
            window.installEventFilter(self)
            self._fit(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._watched and self._watched is not None:
            self._fit(self._watched)
        return False

    def _fit(self, window: QWidget) -> None:
        self.set_compact(window.width() < metrics().px(COMPACT_BELOW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        stops = [self._search, *self._buttons.values()]
        held = self.focusWidget()
        if step is None or held not in stops:
            super().keyPressEvent(event)
            return
        place = stops.index(held) + step
        if 0 <= place < len(stops):
            stops[place].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("nav"))
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), theme.color("line"))
