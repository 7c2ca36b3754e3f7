"""One line that says how many wins came from an event or a group and what they are worth; pressed, it lists them."""

from __future__ import annotations

from functools import partial
from importlib import import_module

from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.method.money import total_words
from netdesk.services.insights.wins_of import WinsFrom, WinsOf, asked, wins_of
from netdesk.ui.customs import customs_at
from netdesk.ui.money import money
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.paint import shortened


class WinsLine(QWidget):
    """``show_wins(what, id, name)`` asks anew; hidden while there is no win."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._shown: tuple[WinsFrom, int, str] | None = None
        self._found: WinsOf | None = None
        self.button = link_button("")
        self.button.clicked.connect(self.open_list)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        self.hide()

    def show_wins(self, what: WinsFrom, number: int, name: str) -> None:
        """Show the wins of somebody or something else, or the same ones anew."""
        if self._shown is None or self._shown[:2] != (what, number):
            self.hide()
        self._shown = (what, number, name)
        own = customs_at(self._shell.desk).currency
        question = partial(wins_of, what=what, number=number, own=own)
        self._shell.desk.ask(self, "wins", question, self._show)

    def open_list(self) -> None:
        """List them over the window."""
        if self._shown is None or self._found is None or self._found.days is None:
            return
        what, number, name = self._shown
        title = f"{self._found.words} through {shortened(name, 80)}"
        listed = import_module("netdesk.ui.pages.insights.behind_list")
        listed.open_behind(self._shell, asked(what, number, title, self._found.days))

    def _show(self, found: WinsOf) -> None:
        self._found = found
        worth = total_words(found.total, money)
        words = found.words if found.count == 1 else f"All {found.words}"
        self.button.setText(f"{words}: {worth}" if worth else words)
        self.button.setAccessibleName(f"{self.button.text()}, as a list")
        self.setVisible(found.count > 0)
