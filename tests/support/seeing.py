"""What a person sees on the screen, and where: controls by their words, cards and rows by their names.

Everything is found by what is shown; a control that is covered or out of sight is not found. Places are points
of the screen in logical pixels. To be called on the window's thread.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QScrollArea,
    QTabBar,
    QWidget,
)

from netdesk.ui.main_window import MainWindow
from netdesk.ui.pages.board.drop_list import DropList
from netdesk.ui.pages.board.page import BoardPage


def main_window() -> MainWindow | None:
    """Give NetDesk's window once it is on the screen."""
    shown = (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible())
    return next(shown, None)


def shown_widgets() -> Iterator[QWidget]:
    """Give every widget of every window that is on the screen, pop-ups too."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            yield window
            yield from (one for one in window.findChildren(QWidget) if one.isVisible())


def under(spot: QPoint) -> QWidget | None:
    """Give what would be pressed at a place: of a pop-up before the window, however small the screen is."""
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    for window in sorted(windows, key=lambda one: one.windowType() == Qt.WindowType.Window):
        here = window.mapFromGlobal(spot)
        if window.rect().contains(here):
            return window.childAt(here) or window
    return None


def words_of(widget: QWidget) -> str:
    """Give what is written on a widget, or typed in it."""
    read = getattr(widget, "text", None)
    words = read() if callable(read) else ""
    return words if isinstance(words, str) else ""


def place_of(words: str) -> QPoint | None:
    """Find the control that is named ``words`` or has them written on it, wherever it can be pressed.

    A name that ends in "*" asks for a beginning only, and never for a card that has buttons of its own.
    What lies below the fold of a page is scrolled to.
    """
    for widget in shown_widgets():
        names = (widget.accessibleName(), words_of(widget))
        if isinstance(widget, QLabel) or not any(_fits(name, words) for name in names):
            continue
        if words.endswith("*") and widget.findChild(QAbstractButton) is not None:
            continue
        scroll_to(widget)
        spot = widget.mapToGlobal(widget.rect().center())
        hit = under(spot)
        if widget.isEnabled() and hit is not None and (hit is widget or widget.isAncestorOf(hit)):
            return spot
    return None


def tab_of(words: str) -> QPoint | None:
    """Find a tab by its words."""
    for bar in (one for one in shown_widgets() if isinstance(one, QTabBar)):
        for number in range(bar.count()):
            if bar.tabText(number) == words and bar.isTabVisible(number):
                return bar.mapToGlobal(bar.tabRect(number).center())
    return None


def scroll_to(widget: QWidget) -> None:
    """Scroll the areas around a widget so far that it is seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and (inner := parent.widget()) and inner.isAncestorOf(widget):
            parent.ensureWidgetVisible(widget, 0, 40)
        parent = parent.parentWidget()


def choice_of(words: str) -> QPoint | None:
    """Find a line of the menu that is open."""
    for menu in (one for one in shown_widgets() if isinstance(one, QMenu)):
        for action in menu.actions():
            if _fits(action.text(), words) and action.isEnabled():
                return menu.mapToGlobal(menu.actionGeometry(action).center())
    return None


def list_named(name: str) -> QAbstractItemView | None:
    """Find a list by its accessible name."""
    lists = (one for one in shown_widgets() if isinstance(one, QAbstractItemView))
    return next((one for one in lists if one.accessibleName() == name), None)


def lines_of(view: QAbstractItemView) -> list[str]:
    """Give the text of every row of a list."""
    model = view.model()
    return [_line(model, row) for row in range(model.rowCount())] if model is not None else []


def row_place(view: QAbstractItemView, words: str) -> QPoint | None:
    """Find the row that begins with ``words``."""
    for row, line in enumerate(lines_of(view)):
        if line.startswith(words):
            rect = view.visualRect(view.model().index(row, 0)) & view.viewport().rect()
            return view.viewport().mapToGlobal(rect.center()) if not rect.isEmpty() else None
    return None


def board_page() -> BoardPage | None:
    """Give the board when it is the page that is shown."""
    window = main_window()
    page = window.current_page() if window is not None else None
    return page if isinstance(page, BoardPage) and page.isVisible() else None


def column_names(level: int | None) -> list[str]:
    """Give the names on the cards of a column, from the top; None is the tray."""
    board = board_page()
    if board is None:
        return []
    ids = board.models[level].ids()
    cards = board._cards_of(ids)
    return [card.name for card in cards]


def card_place(name: str) -> tuple[DropList, int] | None:
    """Find somebody's card: its list and its row."""
    board = board_page()
    for level, cards in board.lists.items() if board is not None else ():
        names = column_names(level)
        if name in names:
            return cards, names.index(name)
    return None


def screen_rect(view: QAbstractItemView, rect: QRect) -> QRect:
    """Give a part of a list's viewport as it lies on the screen."""
    return QRect(view.viewport().mapToGlobal(rect.topLeft()), rect.size())


def sentences() -> list[str]:
    """Give all words on labels, buttons, fields and in lists that are seen."""
    words: list[str] = []
    for one in shown_widgets():
        words += lines_of(one)[:50] if isinstance(one, QAbstractItemView) else [words_of(one)]
    return [each for each in words if each]


def is_said(words: str) -> bool:
    """Tell whether the words stand somewhere on the screen."""
    return any(words in one for one in sentences())


def toast() -> str:
    """Give what is being said at the foot of the window."""
    window = main_window()
    return window.shell.says.text() if window is not None else ""


def _fits(name: str, words: str) -> bool:
    name = name.replace("&", "")
    return name.startswith(words[:-1]) if words.endswith("*") else name == words


def _line(model: QAbstractItemModel, row: int) -> str:
    return str(model.index(row, 0).data() or "")
