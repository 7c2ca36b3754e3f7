"""The menu bar at the top of a Mac’s screen; elsewhere the palette and the buttons serve."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from netdesk.ui.actions.workspaces import open_recent, other_workspaces
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.labels import plain_tooltip

_MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "File",
        (
            *("contacts.new_person", "events.new", "contacts.bring", "events.bring", "contacts.export"),
            *("workspace.new", "workspace.open", "window.close"),
        ),
    ),
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

    def __init__(self, window: QMainWindow, shell: Shell) -> None:
        super().__init__(window)
        self._shell = shell
        self._commands = shell.commands
        self.bar = QMenuBar(window)
        self.menus: dict[str, QMenu] = {title: self.bar.addMenu(title) for title, _ in _MENUS}
        self.recent = QMenu("Open Recent", window)
        self.recent.aboutToShow.connect(self._fill_recent)
        self._commands.added.connect(self._fill)
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
                    if name == "workspace.open":
                        menu.addMenu(self.recent)

    def _fill_recent(self) -> None:
        self.recent.clear()
        for one in other_workspaces(self._shell):
            action = self.recent.addAction(one.name.replace("&", "&&"))
            action.setToolTip(plain_tooltip(str(one.path)))
            action.setEnabled(one.is_there)
            action.triggered.connect(partial(self._open, one.path))
        if self.recent.isEmpty():
            self.recent.addAction("No other workspace yet").setEnabled(False)

    def _open(self, path: Path, _checked: bool = False) -> None:
        open_recent(self._shell, path)


def add_menu_bar(window: QMainWindow, shell: Shell) -> MenuBar:
    """Put the menu bar on ``window``."""
    return MenuBar(window, shell)
