"""The menu bar at the top of a Mac’s screen; elsewhere the palette and the buttons serve."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from netdesk.ui.actions.catalogue import Catalogue

_MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("File", ("contacts.new_person", "events.new", "contacts.bring", "contacts.export", "window.close")),
    ("Edit", ("edit.undo", "edit.redo", "edit.history")),
    ("Go", ("palette.open", "go.")),
    ("View", ("look.",)),
    ("Help", ("help.", "sample.")),
)
"""Each menu’s commands by name; one that ends in a dot stands for all that begin so."""

_ROLES = {
    "help.about": QAction.MenuRole.AboutRole,
    "go.settings": QAction.MenuRole.PreferencesRole,
    "window.close": QAction.MenuRole.QuitRole,
}


class MenuBar(QObject):
    """Fills the menus from the catalogue, anew whenever a page brings commands."""

    def __init__(self, window: QMainWindow, commands: Catalogue) -> None:
        super().__init__(window)
        self._commands = commands
        self.bar = QMenuBar(window)
        self.menus: dict[str, QMenu] = {title: self.bar.addMenu(title) for title, _ in _MENUS}
        commands.added.connect(self._fill)
        self._fill()
        window.setMenuBar(self.bar)

    def _fill(self) -> None:
        known = [command.name for command in self._commands.all()]
        for title, wanted in _MENUS:
            menu = self.menus[title]
            menu.clear()
            for name in known:
                if any(name == one or (one.endswith(".") and name.startswith(one)) for one in wanted):
                    action = self._commands.action(name)
                    action.setMenuRole(_ROLES.get(name, QAction.MenuRole.NoRole))
                    menu.addAction(action)


def add_menu_bar(window: QMainWindow, commands: Catalogue) -> MenuBar:
    """Put the menu bar on ``window``."""
    return MenuBar(window, commands)
