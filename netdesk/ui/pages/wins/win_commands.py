"""The commands of the wins, for their keys and the palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from netdesk.ui.actions.catalogue import Catalogue, Command
from netdesk.ui.theme.icon_names import Icon

Deed = Callable[[], None]


@dataclass(frozen=True, slots=True)
class WinCommands:
    """What the commands do; all but the last from anywhere."""

    write: Deed
    form: Deed
    paste: Deed
    unsaid: Deed
    rates: Deed
    find: Deed


def add_win_commands(commands: Catalogue, page: QWidget, deeds: WinCommands) -> None:
    """Put the commands into the catalogue; the key that searches works on ``page``."""
    for name, title, run, glyph, shortcut, keywords in (
        ("write", "Write down a win", deeds.write, Icon.WINS, "Ctrl+Shift+V", "new client won business sale"),
        ("form", "Write down a win on a card…", deeds.form, Icon.ADD, "", "new client won shares chain note"),
        (
            "paste",
            "Paste wins from a spreadsheet…",
            deeds.paste,
            Icon.IMPORT,
            "",
            "import clients csv excel table",
        ),
        (
            "unsaid",
            "Show wins whose source is not said",
            deeds.unsaid,
            Icon.FILTER,
            "",
            "where from referral",
        ),
        (
            "rates",
            "Say what other currencies are worth",
            deeds.rates,
            Icon.SETTINGS,
            "",
            "rate exchange money settings",
        ),
    ):
        commands.add(Command(f"wins.{name}", title, run, glyph, shortcut, keywords))
    find = Command("wins.find", "Search wins", deeds.find, Icon.SEARCH, "Ctrl+F", page="wins")
    commands.add(find, owner=page)
