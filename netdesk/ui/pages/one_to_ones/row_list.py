"""A list of one-to-ones or people, chosen by mouse and keys; letters do something with what is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from netdesk.ui.models.keyed_list import KeyedList
from netdesk.ui.models.paged_ids import PagedIds
from netdesk.ui.models.row_runs import MANY
from netdesk.ui.pages.one_to_ones.row_delegate import ROW_HEIGHT, OneToOneDelegate


class OneToOneList(KeyedList):
    """Many may be chosen."""

    def __init__(
        self,
        name: str,
        model: PagedIds,
        delegate: OneToOneDelegate,
        keys: Mapping[Qt.Key, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, model, delegate, ROW_HEIGHT, keys, parent)

    def selected_ids(self) -> Sequence[int]:
        """Who or what is selected, in the order of the list; at most some hundreds."""
        ids = self.rows.ids
        found = [one for top, bottom in self.selected_runs() for one in ids[top : bottom + 1][:MANY]]
        return found[:MANY]
