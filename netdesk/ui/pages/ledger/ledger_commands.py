"""The commands of Give & ask, for its keys and the palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from netdesk.ui.actions.catalogue import Catalogue, Command
from netdesk.ui.theme.icon_names import Icon

Deed = Callable[[], None]


@dataclass(frozen=True, slots=True)
class LedgerCommands:
    """What the commands do; the first four from anywhere."""

    give: Deed
    ask: Deed
    promise: Deed
    got: Deed
    not_helped: Deed
    promises: Deed
    asks: Deed
    find: Deed


def add_ledger_commands(commands: Catalogue, page: QWidget, deeds: LedgerCommands) -> None:
    """Put the commands into the catalogue; the key that searches works on ``page``."""
    for name, title, run, glyph, shortcut, keywords in (
        ("give", "Give: write down help I gave", deeds.give, Icon.GIVE, "Ctrl+Shift+H", "ledger helped"),
        ("ask", "Ask somebody for something", deeds.ask, Icon.ASK, "Ctrl+Shift+A", "ledger request"),
        ("promise", "Promise somebody something", deeds.promise, Icon.PROMISE, "", "ledger give later"),
        ("got", "Write down help I got", deeds.got, Icon.ADD, "", "ledger receive received thanks"),
        ("not_helped", "Whom have I not helped yet?", deeds.not_helped, Icon.LEDGER, "", "balance give"),
        ("promises", "Show what I promised", deeds.promises, Icon.PROMISE, "", "open late ledger"),
        ("asks", "Show what I asked for", deeds.asks, Icon.ASK, "", "open ledger"),
    ):
        commands.add(Command(f"ledger.{name}", title, run, glyph, shortcut, keywords))
    find = Command("ledger.find", "Search gives and asks", deeds.find, Icon.SEARCH, "Ctrl+F", page="ledger")
    commands.add(find, owner=page)
