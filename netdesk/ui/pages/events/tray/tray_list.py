"""The rows of the tray: chosen by mouse and keys, with parts of a row to press.

``TrayList(model, delegate)``, a ``PartedList``: it asks for "plan", "templates", "done", "move", "person", "event",
"let_go" or "solid" with those chosen. ``part_pressed(str, object)`` besides, with a :class:`Part` and a card's id.
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from netdesk.services.card_tray import TrayRow
from netdesk.ui.models.keyed_list import PartedList, is_plain
from netdesk.ui.models.paged_ids import PagedIds
from netdesk.ui.pages.events.tray.tray_columns import ROW_HEIGHT, Part
from netdesk.ui.pages.events.tray.tray_delegate import TrayDelegate

_KEYS = {
    Qt.Key.Key_Return: "plan",
    Qt.Key.Key_Enter: "plan",
    Qt.Key.Key_P: "plan",
    Qt.Key.Key_T: "templates",
    Qt.Key.Key_D: "done",
    Qt.Key.Key_M: "move",
    Qt.Key.Key_O: "person",
    Qt.Key.Key_E: "event",
    Qt.Key.Key_L: "let_go",
    Qt.Key.Key_S: "solid",
}
_FLAG = QItemSelectionModel.SelectionFlag


class TrayList(PartedList):
    """Cards."""

    part_pressed = Signal(str, object)

    def __init__(self, model: PagedIds, delegate: TrayDelegate, parent: QWidget | None = None) -> None:
        super().__init__("Cards", model, delegate, ROW_HEIGHT, _KEYS, parent)
        self._delegate = delegate
        self._pressed: tuple[Part, int] | None = None

    def chosen_ids(self) -> tuple[int, ...]:
        """The cards selected, from the top; without any the one the keyboard stands on."""
        ids = self.rows.ids
        found = tuple(one for top, bottom in self.selected_runs() for one in ids[top : bottom + 1])
        return found or tuple(one for one in (self.current_id(),) if one)

    def turn_choice(self, row: int) -> None:
        """Choose a row as well, or no longer; the others stay as they are."""
        index = self.rows.index(row, 0)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
            self.selectionModel().select(index, _FLAG.Toggle | _FLAG.Rows)

    # Keys ---------------------------------------------------------------------------------------

    def has_choice(self) -> bool:
        return bool(self.chosen_ids())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain(event) and event.key() == Qt.Key.Key_Space:
            self.turn_choice(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape and self.selected_count():
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    # Mouse --------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        part = self.part_at(event.position().toPoint())
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        )
        if part is None or not plain or event.button() != Qt.MouseButton.LeftButton:
            self._pressed = None
            super().mousePressEvent(event)
            return
        self.note_press(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed = part, self.indexAt(event.position().toPoint()).row()
        if part is Part.BOX:
            self.turn_choice(self._pressed[1])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
            return
        place = event.position().toPoint()
        part, row = pressed
        if part is not Part.BOX and self.part_at(place) is part and self.indexAt(place).row() == row:
            self.part_pressed.emit(part.value, self.rows.id_at(row))

    def part_at(self, place: QPoint) -> Part | None:
        """What can be pressed there."""
        index = self.indexAt(place)
        row = self.rows.item(index.row()) if index.isValid() else None
        if not isinstance(row, TrayRow):
            return None
        return self._delegate.part_at(self.visualRect(index), row, place)
