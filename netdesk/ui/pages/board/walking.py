"""Going over the board by keys: from column to column, by typing a name, and who is meant by a key."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from netdesk.services import board
from netdesk.ui.pages.board.drop_list import DropList
from netdesk.ui.pages.board.reading import COLUMNS
from netdesk.ui.shell import Shell


class Walking(QObject):
    """Keeps track of which list the keyboard was on last."""

    entered = Signal(object)
    """The column (None: the tray) the keyboard came to."""

    def __init__(self, shell: Shell, lists: Mapping[int | None, DropList], parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._lists = lists
        self._last: int | None = COLUMNS[1]
        self._typed = ""
        self._since = QElapsedTimer()
        for cards in lists.values():
            cards.side_wanted.connect(self._go_sideways)
            cards.typed.connect(self._find)
            cards.chosen_afresh.connect(self._clear_others)

    def column(self) -> int | None:
        """The column the keyboard is on, or was on last."""
        held = QApplication.focusWidget()
        for column, cards in self._lists.items():
            if cards is held:
                self._last = column
        return self._last

    def people(self) -> list[int]:
        """Everybody selected, column by column; else who the keyboard is on."""
        chosen = [one for column in COLUMNS for one in self._lists[column].selected_people()]
        if chosen:
            return chosen
        current = self._lists[self.column()].current_person()
        return [] if current is None else [current]

    def go_to(self, column: int | None, people: list[int]) -> None:
        """Put the keyboard on people in a column, and choose just them."""
        cards = self._lists[column]
        if not cards.isVisible():
            return
        for other in self._lists.values():
            if other is not cards:
                other.clearSelection()
        cards.choose(people)
        cards.setFocus(Qt.FocusReason.OtherFocusReason)
        self._last = column
        self.entered.emit(column)

    def _go_sideways(self, step: int) -> None:
        here = self._lists[self.column()]
        place = COLUMNS.index(self.column()) + step
        while 0 <= place < len(COLUMNS):
            column = COLUMNS[place]
            cards = self._lists[column]
            people = cards.column().ids()
            if cards.isVisible() and people:
                at = here.visualRect(here.currentIndex()).center()
                y = cards.viewport().mapFrom(cards.window(), here.viewport().mapTo(here.window(), at)).y()
                row = max(0, min(len(people) - 1, cards.row_at(y)))
                self.go_to(column, [people[row]])
                return
            place += step

    def _find(self, letters: str) -> None:
        pause = QApplication.keyboardInputInterval()
        going_on = self._since.isValid() and self._since.elapsed() < pause
        self._typed = self._typed + letters if going_on else letters
        self._since.start()
        column = self.column()
        cards = self._lists[column]
        found = self._shell.desk.read(partial(board.starting_with, text=self._typed))
        people = cards.column().ids()
        start = max(0, cards.currentIndex().row()) + (0 if going_on else 1)
        order = [*range(start, len(people)), *range(min(start, len(people)))]
        row = next((row for row in order if people[row] in found), None)
        if row is not None:
            self.go_to(column, [people[row]])

    def _clear_others(self) -> None:
        sender = self.sender()
        for cards in self._lists.values():
            if cards is not sender:
                cards.clearSelection()
