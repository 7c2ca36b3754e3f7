"""The menus of the board: what can be done with people, and with a column."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from netdesk.method.levels import Level
from netdesk.ui.actions.catalogue import Catalogue
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import icon


@dataclass(frozen=True, slots=True)
class PeopleDeeds:
    """What the menu does with the people it is about: open the one, move them to a level (None: unsorted), and what
    belongs to the rhythm, which puts its own lines in.
    """

    open: Callable[[int], None]
    move: Callable[[Sequence[int], int | None], object]
    add_rhythm: Callable[[QMenu, Sequence[int]], None]


def people_menu(
    parent: QWidget,
    commands: Catalogue,
    people: Sequence[int],
    levels: Sequence[Level],
    standing: Collection[int | None],
    deeds: PeopleDeeds,
) -> QMenu:
    """Open, and "Move to ▸" with the level they stand at ticked; ``standing`` are the columns they are in."""
    menu = _menu(parent)
    if len(people) == 1:
        opening = menu.addAction(icon(Icon.PERSON), parent.tr("Open"))
        opening.setShortcut("Return")
        opening.triggered.connect(partial(_open, deeds, people[0]))
    if people:
        deeds.add_rhythm(menu, people)
        menu.addSeparator()
    to = menu.addMenu(parent.tr("Move to"))
    for level in levels:
        target = _add_target(to, f"{level.number}  {_menu_text(level.name)}", level.number, standing)
        target.triggered.connect(partial(_move, deeds, tuple(people), level.number))
    to.addSeparator()
    target = _add_target(to, parent.tr("Unsorted"), None, standing)
    target.triggered.connect(partial(_move, deeds, tuple(people), None))
    menu.addAction(commands.action("board.level_up"))
    menu.addAction(commands.action("board.level_down"))
    return menu


def column_menu(
    parent: QWidget, show_settings: Callable[[], None], choose_all: Callable[[], None], *, anybody: bool
) -> QMenu:
    """The level’s settings, and choosing everybody who stands there, if ``anybody`` does."""
    menu = _menu(parent)
    settings = menu.addAction(icon(Icon.SETTINGS), parent.tr("Level settings…"))
    settings.triggered.connect(partial(_run, show_settings))
    everybody = menu.addAction(parent.tr("Choose everybody here"))
    everybody.setEnabled(anybody)
    everybody.triggered.connect(partial(_run, choose_all))
    return menu


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _add_target(menu: QMenu, label: str, level: int | None, standing: Collection[int | None]) -> QAction:
    action: QAction = menu.addAction(label)
    action.setCheckable(True)
    action.setChecked(set(standing) == {level})
    action.setData(level)
    return action


def _move(deeds: PeopleDeeds, people: Sequence[int], level: int | None, _checked: bool = False) -> None:
    deeds.move(people, level)


def _open(deeds: PeopleDeeds, person: int, _checked: bool = False) -> None:
    deeds.open(person)


def _run(deed: Callable[[], None], _checked: bool = False) -> None:
    deed()


def _menu_text(name: str) -> str:
    return " ".join(name.split())[:60].replace("&", "&&")
