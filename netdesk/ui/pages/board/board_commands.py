"""The commands of the board, for its keys and the palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QWidget

from netdesk.services.board_query import BoardSort
from netdesk.ui.actions.catalogue import Catalogue, Command
from netdesk.ui.pages.person.rhythm_deeds import SPOKE_KEY
from netdesk.ui.theme.icon_names import Icon


@dataclass(frozen=True, slots=True)
class BoardDeeds:
    """What the commands do: a step of a level up (1) or down (-1), the filter, the tray, the order, the level,
    and "we spoke today".
    """

    step_level: Callable[[int], None]
    show_filter: Callable[[], None]
    toggle_tray: Callable[[], None]
    sort_by: Callable[[BoardSort], None]
    show_level_settings: Callable[[], None]
    spoke: Callable[[], None]


def add_board_commands(commands: Catalogue, page: QWidget, deeds: BoardDeeds) -> None:
    """Put the board’s commands into the catalogue; their keys work on ``page``."""
    up, down = partial(deeds.step_level, 1), partial(deeds.step_level, -1)
    found = [
        Command("level_up", "Move up a level", up, Icon.READY, "Ctrl+]", "promote"),
        Command("level_down", "Move down a level", down, Icon.BACK, "Ctrl+[", "demote"),
        Command("spoke", "Spoke today", deeds.spoke, Icon.TICK, SPOKE_KEY, "call contact rhythm going cold"),
        Command("filter", "Filter the board", deeds.show_filter, Icon.FILTER, "Ctrl+F", "search"),
        Command("tray", "Show or hide the unsorted", deeds.toggle_tray, Icon.PEOPLE, "Ctrl+U", "tray"),
    ]
    for sort in BoardSort:
        title = f"Sort the board by {sort.label}"
        run = partial(deeds.sort_by, sort)
        found.append(Command(f"sort_{sort.value}", title, run, Icon.SORT, "", "order"))
    settings, words = deeds.show_level_settings, "rhythm capacity name weeks"
    found.append(Command("level_settings", "Level settings…", settings, Icon.SETTINGS, "", words))
    for command in found:
        commands.add(replace(command, name=f"board.{command.name}", page="board"), page)
