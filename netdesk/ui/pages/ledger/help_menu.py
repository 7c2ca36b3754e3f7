"""How to help somebody: introduce them, promise something, or write down what was done already."""

from __future__ import annotations

from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject

from netdesk.method.ledger import LedgerKind
from netdesk.services.not_helped import NotHelpedRow
from netdesk.ui.pages.ledger.deeds import LedgerDeeds
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.row_menu import Entry


class HelpMenu(QObject):
    """``entries(row)`` for a menu, ``run(deed, row)`` for the keys of the list."""

    def __init__(self, shell: Shell, deeds: LedgerDeeds, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._deeds = shell, deeds

    def entries(self, row: NotHelpedRow) -> list[Entry | None]:
        """What can be done for somebody."""
        return [
            Entry("Introduce them to somebody…", partial(self.run, "introduce", row), Icon.INTRODUCTION, "I"),
            Entry("Promise something…", partial(self.run, "promise", row), Icon.PROMISE, "P"),
            Entry("Write down help I gave…", partial(self.run, "give", row), Icon.GIVE, "G"),
            None,
            Entry("Open the person", partial(self.run, "person", row), Icon.PERSON, "O"),
        ]

    def run(self, deed: str, row: NotHelpedRow) -> None:
        """Do what a key or an entry says."""
        if deed == "give":
            self._deeds.write(LedgerKind.GIVE, row.id)
        elif deed == "promise":
            self._deeds.write(LedgerKind.PROMISE, row.id)
        elif deed == "introduce":
            open_form = import_module("netdesk.ui.introductions.introduction_form").open_introduction_form
            open_form(self._shell, row.id, None)
        else:
            self._deeds.open_person(row.id)
