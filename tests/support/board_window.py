"""A main window in which only the board is the real page; the others keep what they were asked to open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QApplication

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
