"""The three dots at the end of a row or a head, and the menu behind them.

``RowMenu(name)`` is a button; ``entries`` is asked for :class:`Entry` values whenever the menu opens, None is a rule.
``open_menu(entries, parent, place)`` shows the same menu for a press of the right button.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import icon, icon_size
from netdesk.ui.widgets.buttons import shortcut_tooltip
from netdesk.ui.widgets.paint import one_line

_LONGEST = 60
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a menu; its shortcut works while the menu is open, else the row or the catalogue owns the keys."""

    text: str
    run: Callable[[], None]
    icon: str = ""
    shortcut: str = ""
    checked: bool | None = None
    enabled: bool = True


class _KeyedMenu(QMenu):
    """A menu whose lines are chosen by the keys they show. Enter and Space take the line one stands on, as always."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence(event.keyCombination())
        shown = (one for one in self.actions() if one.isEnabled() and one.shortcut() == keys)
        action = next(shown, None) if event.key() not in _TAKES else None
        if action is None:
            super().keyPressEvent(event)
            return
        self.close()
        action.trigger()


def open_menu(entries: Sequence[Entry | None], parent: QWidget, place: QPoint) -> QMenu:
    """Show a menu at a place on the screen; it goes away by itself."""
    menu = _KeyedMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        words = one_line(entry.text)
        words = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        action = menu.addAction(words.replace("&", "&&"))
        if entry.icon:
            action.setIcon(icon(entry.icon, "text-2"))
        if entry.shortcut:
            action.setShortcut(QKeySequence(entry.shortcut))
            action.setShortcutVisibleInContextMenu(True)
        if entry.checked is not None:
            action.setCheckable(True)
            action.setChecked(entry.checked)
        action.setEnabled(entry.enabled)
        action.triggered.connect(_without_argument(entry.run))
    menu.popup(place)
    return menu


def _without_argument(run: Callable[[], None]) -> Callable[[bool], None]:
    def call(_: bool = False) -> None:
        run()

    return call


class RowMenu(QToolButton):
    """Three dots that open a menu; Space, Enter and Down open it too."""

    def __init__(self, name: str, glyph: str = Icon.MORE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: Callable[[], Sequence[Entry | None]] = tuple
        self.setProperty("kind", "icon")
        self.setProperty("small", True)
        self.setIcon(icon(glyph, "faint", "accent"))
        self.setIconSize(icon_size())
        self.set_name(name)
        self.clicked.connect(self.open)

    def set_name(self, name: str) -> None:
        """Say whose menu this is, for the tooltip and for screen readers."""
        self.setAccessibleName(one_line(name)[:120])
        self.setToolTip(shortcut_tooltip(one_line(name)[:120], None))

    def open(self) -> None:
        """Open the menu under the button."""
        entries = self.entries()
        if entries:
            open_menu(entries, self, self.mapToGlobal(QPoint(0, self.height())))
