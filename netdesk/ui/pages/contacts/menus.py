"""The two menus of the list: the one behind the dots, and the one on the people selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from netdesk.method.contact_kinds import MarketStanding
from netdesk.method.levels import Level
from netdesk.services.contacts import ContactCounts, ContactQuery, ContactSort
from netdesk.ui.actions.catalogue import Catalogue
from netdesk.ui.pages.contacts.filter_bar import Choices
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import icon

BRING = "contacts.bring"
EXPORT = "contacts.export"
MARKETS = "go.markets"
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class ListDeeds:
    """What the menu behind the dots can do."""

    sort: Callable[[ContactSort], None]
    show_archived: Callable[[], None]
    show_bin: Callable[[], None]
    manage_tags: Callable[[], None]


@dataclass(frozen=True, slots=True)
class PeopleDeeds:
    """What the menu on people can do with those selected."""

    open: Callable[[], None]
    tag: Callable[[], None]
    set_level: Callable[[Level | None], None]
    add_to_market: Callable[[int, str, MarketStanding], None]
    asked: Callable[[str], None]
    add_rhythm: Callable[[QMenu], None]


def list_menu(
    parent: QWidget,
    query: ContactQuery,
    counts: ContactCounts | None,
    commands: Catalogue,
    deeds: ListDeeds,
) -> QMenu:
    """The menu behind the dots: order, bringing in and out, tags, target markets, archive, bin."""
    menu = QMenu(parent)
    order = menu.addMenu(icon(Icon.SORT), "Sort by")
    for sort in ContactSort:
        words = sort.label
        if query.sort is sort:
            words += "  ↓" if query.descending else "  ↑"
        action = order.addAction(words, partial(deeds.sort, sort))
        action.setCheckable(True)
        action.setChecked(query.sort is sort)
    menu.addSeparator()
    for name, words, glyph in (
        ("go.one_to_ones", "One-to-ones", Icon.ONE_TO_ONE),
        (BRING, "Bring my contacts…", Icon.IMPORT),
        (EXPORT, "Export…", Icon.EXPORT),
    ):
        if commands.has(name):
            menu.addAction(icon(glyph), words, partial(commands.run, name))
    menu.addAction(icon(Icon.TAG), "Manage tags…", deeds.manage_tags)
    if commands.has(MARKETS):
        menu.addAction(icon(Icon.MARKET), "Target markets", partial(commands.run, MARKETS))
    menu.addSeparator()
    archived = menu.addAction(_counted("Archived people", counts.archived if counts else 0))
    archived.setCheckable(True)
    archived.setChecked(query.archived)
    archived.triggered.connect(deeds.show_archived)
    binned = menu.addAction(_counted("Bin", counts.binned if counts else 0))
    binned.setCheckable(True)
    binned.setChecked(query.binned)
    binned.triggered.connect(deeds.show_bin)
    return menu


def people_menu(
    parent: QWidget, query: ContactQuery, people: int, choices: Choices, can_export: bool, deeds: PeopleDeeds
) -> QMenu:
    """The menu on those selected; in the bin only what makes sense there."""
    menu = QMenu(parent)
    if people == 1:
        menu.addAction(icon(Icon.PERSON), "Open", deeds.open)
        menu.addSeparator()
    if query.binned:
        menu.addAction(icon(Icon.UNDO), "Restore", partial(deeds.asked, "restore"))
        menu.addAction(icon(Icon.BIN), "Delete for good…", partial(deeds.asked, "delete"))
        return menu
    if not query.archived:
        deeds.add_rhythm(menu)
        menu.addSeparator()
    menu.addAction(icon(Icon.TAG), "Tag…", deeds.tag)
    _add_levels(menu, choices.levels, deeds)
    _add_markets(menu, choices.markets, deeds)
    menu.addSeparator()
    if people in (1, 2):
        words = "Merge with another contact…" if people == 1 else "Merge the two…"
        menu.addAction(icon(Icon.MERGE), words, partial(deeds.asked, "merge"))
    if can_export:
        menu.addAction(icon(Icon.EXPORT), "Export…", partial(deeds.asked, "export"))
    if query.archived:
        menu.addAction(icon(Icon.UNDO), "Bring back from the archive", partial(deeds.asked, "unarchive"))
    else:
        menu.addAction(icon(Icon.ARCHIVE), "Archive", partial(deeds.asked, "archive"))
    menu.addAction(icon(Icon.BIN), "Put in the bin\tDel", partial(deeds.asked, "bin"))
    return menu


def _add_levels(menu: QMenu, levels: Sequence[Level], deeds: PeopleDeeds) -> None:
    submenu = menu.addMenu(icon(Icon.BOARD), "Set level")
    for level in levels:
        submenu.addAction(_words(f"{level.number} {level.name}"), partial(deeds.set_level, level))
    submenu.addSeparator()
    submenu.addAction("Unsorted", partial(deeds.set_level, None))


def _add_markets(menu: QMenu, markets: Sequence[tuple[int, str]], deeds: PeopleDeeds) -> None:
    if not markets:
        return
    submenu = menu.addMenu(icon(Icon.MARKET), "Add to market")
    for number, name in markets:
        for standing in MarketStanding:
            words = name if standing is MarketStanding.IN else f"{name} (close to it)"
            submenu.addAction(_words(words), partial(deeds.add_to_market, number, name, standing))


def _counted(words: str, people: int) -> str:
    return f"{words} ({people:,})" if people else words


def _words(text: str) -> str:
    """Text of a person as a menu's words: short, and an ampersand is no shortcut."""
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return shown.replace("&", "&&")
