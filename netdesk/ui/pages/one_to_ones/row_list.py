"""A list of one-to-ones or people, chosen by mouse and keys; letters do something with what is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from netdesk.ui.models.paged_ids import PagedIds
from netdesk.ui.models.row_list import HARMLESS, RowList
from netdesk.ui.models.row_runs import MANY
from netdesk.ui.pages.one_to_ones.row_delegate import ROW_HEIGHT, OneToOneDelegate


class OneToOneList(RowList):
    """``asked(str)`` with what a key means."""

    asked = Signal(str)

    def __init__(
        self,
        name: str,
        model: PagedIds,
        delegate: OneToOneDelegate,
        keys: Mapping[Qt.Key, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, delegate, ROW_HEIGHT, parent)
        self._keys = dict(keys)
        self.setAccessibleName(name)

    def selected_ids(self) -> Sequence[int]:
        """Who or what is selected, in the order of the list; at most some hundreds."""
        ids = self.rows.ids
        found = [one for top, bottom in self.selected_runs() for one in ids[top : bottom + 1][:MANY]]
        return found[:MANY]

    def event(self, event: QEvent) -> bool:
        """Keep the letters that do something here; elsewhere in the window they may be shortcuts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not event.modifiers() & ~HARMLESS
            and event.key() in self._keys
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        deed = self._keys.get(Qt.Key(event.key())) if plain else None
        if deed is not None and self.current_id():
            self.asked.emit(deed)
        else:
            super().keyPressEvent(event)
