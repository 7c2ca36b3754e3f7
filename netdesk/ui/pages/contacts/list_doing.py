"""What is done with the list of contacts itself: its filters, its order, archive and bin, and the menu for it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from netdesk.services import saved_filters
from netdesk.services.contacts import ContactSort
from netdesk.ui.pages.contacts.list_side import ListSide
from netdesk.ui.pages.contacts.menus import ListDeeds, list_menu
from netdesk.ui.pages.contacts.tags_overlay import TagsPanel
from netdesk.ui.shell import Shell

_TAGS_WIDTH = 460


class ListDoing(QObject):
    """Changes what the list asks for, and keeps filters."""

    def __init__(self, shell: Shell, page: QWidget, side: ListSide) -> None:
        super().__init__(page)
        self._shell, self._page, self._side = shell, page, side
        side.header.menu_button.clicked.connect(self._show_menu)
        side.save_asked.connect(self.save_filter)
        side.filter_removed.connect(self._remove_filter)

    def sort(self, sort: ContactSort) -> None:
        """Put the list in another order, or the other way round."""
        self._side.set_query(self._side.query.sorted_by(sort))

    def toggle_archived(self) -> None:
        """Show archived people only, or everybody else again."""
        query = self._side.query
        self._side.set_query(replace(query, archived=not query.archived, binned=False))

    def toggle_bin(self) -> None:
        """Show who lies in the bin, or everybody else again."""
        query = self._side.query
        self._side.set_query(replace(query.everybody(), binned=not query.binned))

    def manage_tags(self) -> None:
        """Rename, join and remove tags."""
        self._shell.show_overlay(TagsPanel(self._shell), width=_TAGS_WIDTH)

    def save_filter(self) -> None:
        """Keep the filter under a name."""
        name = self._shell.dialogs.ask_text(self._page, "Save this filter", "Name of the filter")
        if name and name.strip():
            query = self._side.query
            self._shell.desk.do(
                lambda ws: saved_filters.save_filter(ws, name, query),
                lambda _: self._shell.toast(f"Filter “{name.strip()}” saved", undo=True),
            )

    def _remove_filter(self, filter_id: int) -> None:
        self._shell.desk.do(
            lambda ws: saved_filters.remove_filter(ws, filter_id),
            lambda _: self._shell.toast("Filter removed", undo=True),
        )

    def _show_menu(self) -> None:
        deeds = ListDeeds(self.sort, self.toggle_archived, self.toggle_bin, self.manage_tags)
        menu = list_menu(self._page, self._side.query, self._side.counts, self._shell.commands, deeds)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self._side.header.menu_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
