"""The list itself: one line a person, chosen with the keyboard or the mouse, by the hundred thousand.

``PeopleList(model, delegate)``, a ``RowList``. Signals besides: ``typed(str)`` for letters (they belong to the
search), ``delete_asked()``. ``selection_of(query)`` gives who is selected as a value.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from netdesk.services.contacts import ContactQuery
from netdesk.services.selection import Selection
from netdesk.ui.delegates.contact_row import ROW_HEIGHT
from netdesk.ui.models.paged_ids import PagedIds
from netdesk.ui.models.row_list import HARMLESS, RowList
from netdesk.ui.pages.contacts.selected_rows import meaning


class PeopleList(RowList):
    """People; what is typed here is searched for."""

    typed = Signal(str)
    delete_asked = Signal()

    def __init__(self, model: PagedIds, delegate: QStyledItemDelegate, parent: QWidget | None = None) -> None:
        super().__init__(model, delegate, ROW_HEIGHT, parent)
        self.setAccessibleName("People")

    def selection_of(self, query: ContactQuery) -> Selection:
        """Who is selected; most or all of a long list is said as the answer to ``query`` with exceptions."""
        if self.everything:
            return Selection.all_of(query)
        return meaning(self.selected_runs(), self.rows.ids, query)

    def choose_person(self, person_id: int) -> bool:
        """Make a person the current and only selected one; whether they are in the list."""
        return self.choose_id(person_id)

    def event(self, event: QEvent) -> bool:
        """Keep single letters for the search: elsewhere on the page some of them are shortcuts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not event.modifiers() & ~HARMLESS
            and _is_letter(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~HARMLESS
        if plain and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.selected_count():
                self.delete_asked.emit()
        elif plain and _is_letter(event) and event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


def _is_letter(event: QKeyEvent) -> bool:
    text = event.text()
    return bool(text) and text.isprintable() and event.key() != Qt.Key.Key_Space
