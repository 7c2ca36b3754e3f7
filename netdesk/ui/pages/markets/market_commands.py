"""The commands of the page of target markets, for its keys and the palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from netdesk.ui.actions.catalogue import Catalogue, Command
from netdesk.ui.theme.icon_names import Icon

Deed = Callable[[], None]


@dataclass(frozen=True, slots=True)
class MarketDeeds:
    """What the commands do; the last three only while ``shown`` says that a market is there."""

    new: Deed
    find: Deed
    shown: Callable[[], bool]
    add_people: Deed
    describe: Deed
    delete: Deed


def add_market_commands(commands: Catalogue, page: QWidget, deeds: MarketDeeds) -> None:
    """Put the commands into the catalogue; the keys of all but the first work on ``page``."""
    commands.add(Command("markets.new", "New target market", deeds.new, Icon.MARKET, "", "who exactly add"))
    commands.add(
        Command("markets.find", "Search target markets", deeds.find, Icon.SEARCH, "Ctrl+F", page="markets"),
        owner=page,
    )
    for name, title, run, glyph, shortcut, keywords in (
        ("people", "Add people to the market", deeds.add_people, Icon.ADD_PERSON, "P", "close in connector"),
        ("describe", "Say who the market is", deeds.describe, Icon.EDIT, "E", "gather exactly"),
        ("delete", "Delete the market", deeds.delete, Icon.BIN, "", "remove"),
    ):
        commands.add(
            Command(f"markets.{name}", title, run, glyph, shortcut, keywords, "markets", deeds.shown),
            owner=page,
        )
