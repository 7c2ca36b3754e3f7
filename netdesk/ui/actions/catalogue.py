"""The catalogue of commands: one entry for everything a person can tell NetDesk to do."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """Something NetDesk can be told to do.

    ``name`` is its fixed identity ("contacts.new_person"), ``title`` what a person reads, ``page`` the page on
    which alone its shortcut works (None: everywhere), ``keywords`` other words it is found by.
    """

    name: str
    title: str
    run: Callable[[], None]
    icon: str = ""
    shortcut: str = ""
    keywords: str = ""
    page: str | None = None
    enabled: Callable[[], bool] = _always
    in_palette: bool = True

    @property
    def shortcut_text(self) -> str:
        """The shortcut as this system writes it."""
        return QKeySequence(self.shortcut).toString(QKeySequence.SequenceFormat.NativeText)


class Catalogue(QObject):
    """All commands by name. Adding one puts its shortcut on the window or on its page."""

    used = Signal(str)
    """The name of a command that was just run."""
    added = Signal(str)
    """The name of a command that was just taken in."""

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}
        self._resting: list[frozenset[str]] = []

    def add(self, command: Command, owner: QWidget | None = None) -> QAction:
        """Take a command in; a page’s command works while the focus is on ``owner`` or nothing else wants it.

        Raises ``ValueError`` when the name is taken.
        """
        if command.name in self._commands:
            raise ValueError(f"there is a command named {command.name} already")
        holder = owner if command.page is not None and owner is not None else self._window
        action = QAction(command.title, holder)
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
        page_only = command.page is not None and owner is not None
        action.setShortcutContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut if page_only else Qt.ShortcutContext.WindowShortcut
        )
        action.triggered.connect(_Runner(self, command.name, action).run)
        holder.addAction(action)
        self._commands[command.name] = command
        self._actions[command.name] = action
        action.setEnabled(not self._resting or command.name in self._resting[-1])
        self.added.emit(command.name)
        return action

    def rest(self, keeping: Collection[str] = ()) -> None:
        """Let no shortcut act but those of the commands named in ``keeping``, until ``resume``; these nest."""
        self._resting.append(frozenset(keeping))
        self._wake()

    def resume(self) -> None:
        """Let the shortcuts act again as they did before the last ``rest``."""
        if self._resting:
            self._resting.pop()
        self._wake()

    def _wake(self) -> None:
        kept = self._resting[-1] if self._resting else None
        for name, action in self._actions.items():
            if isValid(action):
                action.setEnabled(kept is None or name in kept)

    def run(self, name: str) -> bool:
        """Run a command if it is there and can run now; whether it did."""
        command = self._commands.get(name)
        if command is None or not command.enabled():
            return False
        command.run()
        self.used.emit(name)
        return True

    def has(self, name: str) -> bool:
        """Whether there is a command of that name."""
        return name in self._commands

    def command(self, name: str) -> Command:
        """The command of that name. Raises ``KeyError``."""
        return self._commands[name]

    def action(self, name: str) -> QAction:
        """The action behind a command, for menus. Raises ``KeyError``."""
        return self._actions[name]

    def all(self) -> tuple[Command, ...]:
        """Every command, in the order they came."""
        return tuple(self._commands.values())


class _Runner(QObject):
    """Ties an action to a name, without a closure that outlives either."""

    def __init__(self, catalogue: Catalogue, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._name = name

    def run(self) -> None:
        """Run the command."""
        self._catalogue.run(self._name)
