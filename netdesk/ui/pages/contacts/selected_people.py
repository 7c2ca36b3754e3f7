"""What is done with the people selected in the list: by keys, from the menu on them, or from the panel for several."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from netdesk.method.contact_kinds import MarketStanding
from netdesk.method.levels import Level
from netdesk.services.selection import Selection
from netdesk.ui.pages.contacts.list_side import ListSide
from netdesk.ui.pages.contacts.menus import EXPORT, PeopleDeeds, people_menu
from netdesk.ui.pages.person.rhythm_deeds import RhythmDeeds
from netdesk.ui.shell import Shell

if TYPE_CHECKING:
    from netdesk.ui.pages.contacts.bulk_panel import BulkPanel
    from netdesk.ui.pages.contacts.deeds import Deeds


class SelectedPeople(QObject):
    """Does what is asked with whoever is selected; ``open_asked(object)`` with an id asks to show somebody."""

    open_asked = Signal(object)

    def __init__(self, shell: Shell, page: QWidget, side: ListSide) -> None:
        super().__init__(page)
        self._shell, self._page, self._side = shell, page, side
        self._bulk: BulkPanel | None = None
        self._deeds_done: Deeds | None = None
        self._rhythm = RhythmDeeds(shell)
        side.list.delete_asked.connect(self._delete_asked)
        side.list.menu_asked.connect(self._show_menu)

    @property
    def _deeds(self) -> Deeds:
        if self._deeds_done is None:
            from netdesk.ui.pages.contacts.deeds import Deeds

            self._deeds_done = Deeds(self._shell, self._page)
        return self._deeds_done

    @property
    def _selection(self) -> Selection:
        return self._side.selection()

    def serve(self, bulk: BulkPanel) -> None:
        """Do what the panel for several people asks."""
        self._bulk = bulk
        bulk.tag_asked.connect(self._tag)
        bulk.untag_asked.connect(self._untag)
        bulk.level_asked.connect(self._set_level_number)
        bulk.asked.connect(self._asked)

    def merge(self) -> None:
        """Merge the two selected, or the one with somebody to be chosen."""
        self._asked("merge")

    def spoke(self) -> None:
        """Note that I spoke with them today."""
        if self._side.list.selected_count():
            self._rhythm.spoke(self._selection)

    def _asked(self, deed: str) -> None:
        if not self._side.list.selected_count():
            return
        if deed == "export":
            self._shell.commands.run(EXPORT)
            return
        {
            "archive": self._deeds.archive,
            "unarchive": self._deeds.unarchive,
            "bin": self._deeds.to_bin,
            "restore": self._deeds.restore,
            "delete": self._deeds.delete_for_good,
            "merge": self._deeds.merge,
        }[deed](self._selection)

    def _delete_asked(self) -> None:
        self._asked("delete" if self._side.query.binned else "bin")

    def _tag(self, name: str) -> None:
        self._deeds.tag(self._selection, name)

    def _untag(self, tag_id: int) -> None:
        self._deeds.untag(self._selection, tag_id)

    def _set_level_number(self, number: int | None) -> None:
        self._set_level(next((one for one in self._side.choices.levels if one.number == number), None))

    def _set_level(self, level: Level | None) -> None:
        self._deeds.set_level(self._selection, level)

    def _add_to_market(self, market_id: int, name: str, standing: MarketStanding) -> None:
        self._deeds.add_to_market(self._selection, market_id, name, standing)

    def _ask_tag(self) -> None:
        if self._bulk is not None and self._bulk.isVisible():
            self._bulk.focus_tag()
            return
        name = self._shell.dialogs.ask_text(self._page, "Tag", "Tag to put on this person")
        if name and name.strip():
            self._tag(name)

    def _add_rhythm(self, menu: QMenu) -> None:
        people = self._side.list.selected_count()
        if people == 1:
            # By id, so that they are called by their name.
            self._rhythm.add_to_menu(menu, (self._side.list.rows.ids[self._side.list.selected_runs()[0][0]],))
        else:
            self._rhythm.add_to_menu(menu, self._selection, f"{people:,} people")

    def _show_menu(self, place: QPoint) -> None:
        deeds = PeopleDeeds(
            partial(self.open_asked.emit, self._side.list.current_id()),
            self._ask_tag,
            self._set_level,
            self._add_to_market,
            self._asked,
            self._add_rhythm,
        )
        side = self._side
        can_export = self._shell.commands.has(EXPORT)
        menu = people_menu(
            self._page, side.query, side.list.selected_count(), side.choices, can_export, deeds
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
