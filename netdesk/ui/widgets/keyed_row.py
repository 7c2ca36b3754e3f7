"""Rows that are widgets, take the keyboard, and have keys and a menu of their own: for short lists.

``FocusRow`` shows when it has the keyboard; a ``KeyedRow`` besides has ``entries()``, ``keys()`` and ``open()``, which
subclasses override. ``place_of_keyboard(rows)`` tells which of some rows has it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.own_keys import keeps_key
from netdesk.ui.widgets.paint import focus_ring
from netdesk.ui.widgets.row_menu import Entry, RowMenu, open_menu

Keys = Mapping[Qt.Key, Callable[[], None]]
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FocusRow(QWidget):
    """Takes the keyboard, is as high as its words, and is painted anew when the keyboard comes or goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class KeyedRow(FocusRow):
    """A line below it, a ring around it with the keyboard; ``menu`` is the button, for the row's layout to place."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu = RowMenu(f"What to do with {name}")
        self.menu.entries = self.entries

    def entries(self) -> Sequence[Entry | None]:
        """The menu. Subclasses override this."""
        return ()

    def keys(self) -> Keys:
        """What the keys do, besides Enter. Subclasses override this."""
        return {}

    def open(self) -> None:
        """What Enter and a double click do. Subclasses override this."""

    def event(self, event: QEvent) -> bool:
        """Keep the letters of the row: E edits it, not the person whose page it stands on."""
        if event.type() == QEvent.Type.ShortcutOverride and keeps_key(event, (*_ENTER, *self.keys())):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        run = self.open if key in _ENTER else self.keys().get(key)
        if run is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            run()
        elif key == Qt.Key.Key_Menu:
            self.menu.open()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.open()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_menu(self.entries(), self, event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
        if self.hasFocus():
            focus_ring(painter, self.rect().adjusted(0, 1, 0, -2), theme, metrics().px(6))


def place_of_keyboard(rows: Sequence[QWidget]) -> int:
    """Which row has the keyboard, -1 for none: after a change it goes to the same place."""
    held = QApplication.focusWidget()
    for place, row in enumerate(rows):
        if held is not None and (row is held or row.isAncestorOf(held)):
            return place
    return -1
