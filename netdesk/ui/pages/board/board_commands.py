"""The commands of the board, for its keys and the palette; and the settings of a level."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.services import levels
from netdesk.services.board_query import BoardSort
from netdesk.services.workspaces import Workspace
from netdesk.ui.actions.catalogue import Command
from netdesk.ui.pages.board.level_card import LevelCard
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.overlay import Overlay

if TYPE_CHECKING:
    from netdesk.ui.pages.board.page import BoardPage


def add_board_commands(page: BoardPage) -> None:
    """Put the board’s commands into the catalogue."""
    add = page.shell.commands.add
    up, down = partial(page.step_level, 1), partial(page.step_level, -1)
    add(Command("board.level_up", "Move up a level", up, Icon.READY, "Ctrl+]", "promote", "board"), page)
    add(Command("board.level_down", "Move down a level", down, Icon.BACK, "Ctrl+[", "demote", "board"), page)
    add(
        Command(
            "board.filter", "Filter the board", page.show_filter, Icon.FILTER, "Ctrl+F", "search", "board"
        ),
        page,
    )
    add(
        Command(
            "board.tray",
            "Show or hide the unsorted",
            partial(_toggle_tray, page),
            Icon.PEOPLE,
            "Ctrl+U",
            "tray",
            "board",
        ),
        page,
    )
    for sort in BoardSort:
        title = f"Sort the board by {sort.label}"
        run = partial(_sort_by, page, sort)
        add(Command(f"board.sort_{sort.value}", title, run, Icon.SORT, "", "order", "board"), page)
    add(
        Command(
            "board.level_settings",
            "Level settings…",
            partial(_show_current_level, page),
            Icon.SETTINGS,
            "",
            "rhythm capacity name weeks",
            "board",
        ),
        page,
    )


def show_level_settings(page: BoardPage, number: int) -> None:
    """Let a person change a level’s name, meaning, rhythm, capacity and what moves people up."""
    level = next((one for one in page.levels() if one.number == number), None)
    if level is None:
        return
    card = LevelCard(level, page.levels())
    overlay = page.shell.show_overlay(card, width=560)
    card.left.connect(overlay.close_overlay)
    card.saved.connect(partial(_save_level, page, card, overlay, number))


def _save_level(
    page: BoardPage, card: LevelCard, overlay: Overlay, number: int, values: dict[str, Any]
) -> None:
    page.shell.desk.do(
        partial(_save, number=number, values=values),
        partial(_saved, page, overlay),
        partial(_refused, page, card),
        owner=card,
    )


def _save(ws: Workspace, number: int, values: dict[str, Any]) -> Changes:
    return levels.save_level(ws, number, **values)


def _saved(page: BoardPage, overlay: Overlay, changes: Changes) -> None:
    overlay.close_overlay()
    if not changes.is_empty:
        page.shell.toast(changes.title, undo=True)


def _refused(page: BoardPage, card: LevelCard, error: NetDeskError) -> None:
    if isinstance(error, InvalidInput):
        card.show_problem(error.field, str(error))
    else:
        page.shell.trouble(error)


def _show_current_level(page: BoardPage) -> None:
    show_level_settings(page, page.walking.column() or 1)


def _toggle_tray(page: BoardPage) -> None:
    page.view.wish_tray(not page.view.tray.isVisibleTo(page))


def _sort_by(page: BoardPage, sort: BoardSort) -> None:
    page.view.header.sort_chosen.emit(sort)
