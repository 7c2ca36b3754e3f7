"""A main window in which only the board is the real page; the others keep what they were asked to open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from netdesk.app import resources
from netdesk.background.lanes import InlineLanes, Lanes
from netdesk.store.workspace import Workspace
from netdesk.ui.bridge.desk import Desk
from netdesk.ui.main_window import MainWindow
from netdesk.ui.memory import WindowMemory
from netdesk.ui.pages.board.page import BoardPage
from netdesk.ui.pages.page import Page
from netdesk.ui.places import PLACES, Place
from netdesk.ui.shell import Shell
from netdesk.ui.theme.scheme import Scheme, SchemeSwitch
from netdesk.ui.widgets.labels import ElidedLabel, WrapLabel


class OtherPage(Page):
    """Stands in the place of a page that is not looked at here."""

    def __init__(self, shell: Shell, name: str) -> None:
        super().__init__(shell)
        self.name = name  # type: ignore[misc]
        self.opened: list[dict[str, object]] = []

    def open(self, **target: object) -> None:
        self.opened.append(target)


class BoardWindow:
    """Window, desk and page; ``close`` ends them in order."""

    def __init__(
        self,
        app: QApplication,
        workspace: Workspace,
        today: Callable[[], date],
        *,
        lanes: Lanes | InlineLanes | None = None,
        scheme: Scheme = Scheme.LIGHT,
        size: tuple[int, int] = (1440, 900),
        memory: WindowMemory | None = None,
    ) -> None:
        appearance = SchemeSwitch(app, resources.folder(), app)
        appearance.choose(scheme)
        self.desk = Desk(workspace, lanes or InlineLanes())
        places = [place if place.name == "board" else _other(place) for place in PLACES]
        self.window = MainWindow(
            self.desk, appearance, resources.folder(), memory=memory, today=today, places=places
        )
        self.desk.setParent(self.window)
        self.window.resize(*size)
        self.window.show()
        self.window.show_place("board")
        page = self.window.page("board")
        assert isinstance(page, BoardPage)
        self.page = page

    def close(self) -> None:
        """End the desk and the window; the workspace stays open."""
        self.desk.close()
        self.window.close()
        self.window.deleteLater()


def _other(place: Place) -> Place:
    name = place.name
    return Place(name, place.label, place.icon, lambda shell: OtherPage(shell, name), place.at_foot)


def texts(widget: QWidget) -> list[str]:
    """What stands on a widget’s labels."""
    return [
        label.text() for label in widget.findChildren(QWidget) if isinstance(label, ElidedLabel | WrapLabel)
    ]


def button(widget: QWidget, text: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if one.text() == text)


def card_of(board: BoardWindow, kind: type[QWidget]) -> QWidget:
    """The content of the overlay that is open."""
    found = [one for one in board.window.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    assert isinstance(found[0], QWidget)
    return found[0]


def actions(menu: QMenu) -> dict[str, QAction]:
    """Everything a menu offers, also in its submenus, by its words."""
    found = {}
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found.update(actions(inner))
        elif action.text():
            found[action.text()] = action
    return found
