"""The menus of the board: what can be done with people, and with a column."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from netdesk.ui.pages.board.board_commands import show_level_settings
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import icon

if TYPE_CHECKING:
    from netdesk.ui.pages.board.page import BoardPage


def people_menu(page: BoardPage, people: Sequence[int]) -> QMenu:
    """Open, and "Move to ▸" with the level they stand at ticked."""
    menu = _menu(page)
    if len(people) == 1:
        opening = menu.addAction(icon(Icon.PERSON), page.tr("Open"))
        opening.setShortcut("Return")
        opening.triggered.connect(partial(_open, page, people[0]))
        menu.addSeparator()
    to = menu.addMenu(page.tr("Move to"))
    standing = {
        column for column, model in page.models.items() if any(model.row_of(one) >= 0 for one in people)
    }
    for level in page.levels():
        label = f"{level.number}  {_menu_text(level.name)}"
        _add_target(page, to, label, people, level.number, standing)
    to.addSeparator()
    _add_target(page, to, page.tr("Unsorted"), people, None, standing)
    menu.addAction(page.shell.commands.action("board.level_up"))
    menu.addAction(page.shell.commands.action("board.level_down"))
    return menu


def column_menu(page: BoardPage, number: int) -> QMenu:
    """The level’s settings, and choosing everybody who stands there."""
    menu = _menu(page)
    settings = menu.addAction(icon(Icon.SETTINGS), page.tr("Level settings…"))
    settings.triggered.connect(partial(_show_settings, page, number))
    everybody = menu.addAction(page.tr("Choose everybody here"))
    everybody.setEnabled(bool(page.models[number].ids()))
    everybody.triggered.connect(partial(_choose_all, page, number))
    return menu


def _menu(page: BoardPage) -> QMenu:
    menu = QMenu(page)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _add_target(
    page: BoardPage,
    menu: QMenu,
    label: str,
    people: Sequence[int],
    level: int | None,
    standing: set[int | None],
) -> None:
    action: QAction = menu.addAction(label)
    action.setCheckable(True)
    action.setChecked(standing == {level})
    action.setData(level)
    action.triggered.connect(partial(_move, page, tuple(people), level))


def _move(page: BoardPage, people: Sequence[int], level: int | None, _checked: bool = False) -> None:
    page.move_people(people, level)


def _open(page: BoardPage, person: int, _checked: bool = False) -> None:
    page.shell.open_person(person)


def _show_settings(page: BoardPage, number: int, _checked: bool = False) -> None:
    show_level_settings(page, number)


def _choose_all(page: BoardPage, number: int, _checked: bool = False) -> None:
    page.walking.go_to(number, [])
    page.lists[number].selectAll()


def _menu_text(name: str) -> str:
    return " ".join(name.split())[:60].replace("&", "&&")
