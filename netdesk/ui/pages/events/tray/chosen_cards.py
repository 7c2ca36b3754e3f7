"""The cards chosen in the tray, or the one that is pressed: what a key, a button, a part of a row or the menu does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint

from netdesk.method.follow_ups import CardState
from netdesk.services.card_tray import TrayRow
from netdesk.ui.pages.events.cards.card_picture import show_card_picture
from netdesk.ui.pages.events.tray.tray_columns import Part
from netdesk.ui.pages.events.tray.tray_deeds import TrayDeeds
from netdesk.ui.pages.events.tray.tray_foot import TrayFoot
from netdesk.ui.pages.events.tray.tray_list import TrayList
from netdesk.ui.pages.events.tray.tray_menu import CardDeeds, card_entries
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.row_menu import Entry, open_menu


class ChosenCards(QObject):
    """Shows the menus, opens the forms; with somebody who lies in the bin little can be done, which a toast says."""

    def __init__(self, shell: Shell, rows: TrayList, foot: TrayFoot, shows_bin: Callable[[], bool]) -> None:
        super().__init__(rows)
        self._shell, self._list, self._foot, self._shows_bin = shell, rows, foot, shows_bin
        self._deeds = TrayDeeds(shell, rows)

    def do(self, deed: str) -> None:
        """Do something with the cards chosen; ``TrayList`` and ``TrayFoot`` name the deeds."""
        cards = self._list.chosen_ids()
        row = self._current_row()
        if not cards or row is None:
            return
        if deed == "person":
            self._shell.open_person(row.person_id)
        elif deed == "event":
            if row.event_id is not None:
                self._shell.open_event(row.event_id)
            else:
                self._shell.toast("This card is from no event.")
        elif self._shows_bin() and deed != "solid":
            self._shell.toast(
                "This person is in the bin.",
                actions=[("Open", partial(self._shell.open_person, row.person_id))],
            )
        elif deed == "templates":
            self._open_below(self._deeds.template_entries(cards))
        elif deed == "move":
            self._open_below(self._deeds.day_entries(cards))
        elif deed == "let_go" and len(cards) == 1 and row.state is CardState.LET_GO:
            self._deeds.take_back(cards)
        else:
            self._write(deed, cards)

    def _write(self, deed: str, cards: Sequence[int]) -> None:
        deeds: dict[str, Callable[[Sequence[int]], None]] = {
            "plan": self._deeds.plan,
            "done": self._deeds.finish,
            "let_go": self._deeds.let_go,
            "solid": self._deeds.turn_solid,
        }
        deeds[deed](cards)

    def press_part(self, part: str, card: int) -> None:
        """Do what a part of a row is there for."""
        row = self._list.rows.item(self._list.rows.row_of(card))
        if not isinstance(row, TrayRow):
            return
        if part == Part.PICTURE:
            show_card_picture(self._shell, row)
        elif part == Part.STAR:
            self._deeds.turn_solid((card,))
        elif part == Part.PLAN:
            self._deeds.plan((card,))
        elif part == Part.LET_GO:
            self._deeds.let_go((card,))

    def open_menu(self, place: object) -> None:
        """Open the menu of all that can be done, at a place on the screen."""
        row, cards = self._current_row(), self._list.chosen_ids()
        if row is None or not isinstance(place, QPoint):
            return
        deeds = CardDeeds(
            self.do,
            partial(show_card_picture, self._shell, row),
            partial(self._deeds.take_back, cards),
            self._deeds.template_entries(cards),
        )
        open_menu(card_entries(row, len(cards), deeds, binned=self._shows_bin()), self._list, place)

    def _open_below(self, entries: Sequence[Entry | None]) -> None:
        """Open a menu under the button that was pressed, or, for a key, under the row."""
        button = self._foot.templates
        if button.underMouse() or button.hasFocus():
            place = button.mapToGlobal(QPoint(0, button.height()))
        else:
            row = self._list.visualRect(self._list.currentIndex())
            place = self._list.viewport().mapToGlobal(QPoint(row.left() + row.width() // 3, row.bottom()))
        open_menu(entries, self._list, place)

    def _current_row(self) -> TrayRow | None:
        """The row the keyboard stands on if it is chosen, else the first one chosen."""
        cards = self._list.chosen_ids()
        current = self._list.current_id()
        wanted = current if current in cards else (cards[0] if cards else 0)
        place = self._list.rows.row_of(wanted)
        row = self._list.rows.item(place) if place >= 0 else None
        return row if isinstance(row, TrayRow) else None
