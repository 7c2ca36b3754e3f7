"""Lists by id in which letters do something with the rows chosen, and parts of a row can be pressed.

``KeyedList(name, model, delegate, row_height, keys)``, a ``RowList``; ``asked(str)`` with what a key means, while
``has_choice()``. A ``PartedList`` besides shows by the pointer what can be pressed (subclasses say what by
``part_at(place)``), and tells ``left_upwards()`` for ↑ on the first row.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from netdesk.ui.models.paged_ids import PagedIds
from netdesk.ui.models.row_list import RowList
from netdesk.ui.widgets.own_keys import keeps_key


class KeyedList(RowList):
    """What each of ``keys`` means is told; the others do what they do in every list."""

    asked = Signal(str)

    def __init__(
        self,
        name: str,
        model: PagedIds,
        delegate: QStyledItemDelegate,
        row_height: int,
        keys: Mapping[Qt.Key, str],
        parent: QWidget | None = None,
    ) -> None:
        # First: Qt sends events while a view is being made.
        self._keys = dict(keys)
        super().__init__(model, delegate, row_height, parent)
        self.setAccessibleName(name)

    def has_choice(self) -> bool:
        """Whether there is a row for a key to do something with."""
        return bool(self.current_id())

    def event(self, event: QEvent) -> bool:
        """Keep the letters that do something here; elsewhere in the window they may be shortcuts."""
        return keeps_key(event, self._keys) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = self._keys.get(Qt.Key(event.key())) if is_plain(event) else None
        if deed is None:
            super().keyPressEvent(event)
        elif self.has_choice():
            self.asked.emit(deed)


class PartedList(KeyedList):
    """The pointer is a hand over what can be pressed."""

    left_upwards = Signal()
    _first_pressed = 0

    def part_at(self, place: QPoint) -> object | None:
        """What can be pressed at a place of the viewport; None for nothing. Subclasses override this."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain(event) and event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.note_press(event)
        super().mousePressEvent(event)

    def note_press(self, event: QMouseEvent) -> None:
        """Remember whose row is pressed; for subclasses that keep a press to themselves."""
        self._first_pressed = self._id_under(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._id_under(event) != self._first_pressed:
            # The first press took its row away: the second one was not meant for the row that came up.
            event.accept()
        elif self.part_at(event.position().toPoint()) is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)

    def _id_under(self, event: QMouseEvent) -> int:
        return self.rows.id_at(self.indexAt(event.position().toPoint()).row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.part_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)


def is_plain(event: QKeyEvent) -> bool:
    """Whether nothing is held down besides the key."""
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
