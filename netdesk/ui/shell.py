"""What the pages have in common: the desk, the commands, the dialogs, and ways to go elsewhere and to say things."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from netdesk.method.changes import Changes
from netdesk.method.errors import NetDeskError
from netdesk.services.recent_workspaces import RecentWorkspaces
from netdesk.ui.actions.catalogue import Catalogue
from netdesk.ui.bridge.desk import Desk
from netdesk.ui.bridge.dialogs import Dialogs
from netdesk.ui.day_clock import DayClock
from netdesk.ui.says import Offer, Says
from netdesk.ui.theme.scheme import SchemeSwitch
from netdesk.ui.widgets.overlay import Overlay


class Shell(QObject):
    """Handed to every page. It owns nothing of the pages and knows none of them by name."""

    wanted = Signal(str, object)
    """A page’s name and a dict of what to open on it."""
    other_workspace_wanted = Signal(object)
    """The path of a workspace to open in a window of its own; it is made if it is not there."""
    all_commands_wanted = Signal()
    """Somebody wants to see every command: pages that were not needed yet are built."""
    restore_wanted = Signal(object)
    """The path of a backup that shall take the place of this workspace."""

    keyboard_free = Signal()
    """What had the keyboard before an overlay came up is gone: the page that is shown shall have it."""

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        appearance: SchemeSwitch,
        resources: Path,
        *,
        dialogs: Dialogs | None = None,
        today: Callable[[], date] = date.today,
        now: Callable[[], datetime] | None = None,
        log_folder: Path | None = None,
        recent: RecentWorkspaces | None = None,
    ) -> None:
        super().__init__(window)
        self.window = window
        self.desk = desk
        self.appearance = appearance
        self.resources = resources
        self.dialogs = dialogs or Dialogs()
        self.today = today
        self._clock = now
        self.log_folder = log_folder
        self.recent = recent or RecentWorkspaces(None)
        self.commands = Catalogue(window, self)
        self.day_clock = DayClock(desk, self.now, self)
        self.says = Says(window)
        self._covers = 0
        self._newest = 0
        desk.changed.connect(self._changed)
        desk.troubled.connect(self.trouble)

    def now(self) -> datetime:
        """The moment it is, with an offset: this computer’s time of day on ``today``, unless a clock was given."""
        if self._clock is not None:
            return self._clock()
        today = self.today()
        return datetime.now().astimezone().replace(year=today.year, month=today.month, day=today.day)

    def toast(self, text: str, *, undo: bool = False, actions: Sequence[Offer] = ()) -> None:
        """Say what happened, for some seconds; with ``undo`` it can be taken back from there."""
        offered: list[Offer] = [("Undo", self.undo)] if undo else []
        self.says.say(text, [*offered, *actions])

    def trouble(self, error: NetDeskError) -> None:
        """Say in a toast what went wrong and what to do."""
        self.says.say(str(error), good=False)

    def go(self, page: str, **target: object) -> None:
        """Show a page, and what is named on it: ``go("contacts", person=7)``."""
        self.wanted.emit(page, target)

    def open_person(self, person_id: int) -> None:
        """Show a person’s page."""
        self.go("contacts", person=person_id)

    def open_event(self, event_id: int) -> None:
        """Show an event."""
        self.go("events", event=event_id)

    def undo(self) -> None:
        """Take the newest operation back and say which it was."""
        self.desk.undo(self._say_undone)

    def redo(self) -> None:
        """Do again what was undone last and say which it was."""
        self.desk.redo(self._say_redone)

    def _say_undone(self, changes: Changes | None) -> None:
        if changes is None:
            self.toast("There is nothing to undo.")
        else:
            self.toast(f"Undone: {changes.title}", actions=[("Redo", self.redo)])

    def _say_redone(self, changes: Changes | None) -> None:
        if changes is None:
            self.toast("There is nothing to redo.")
        else:
            self.toast(f"Done again: {changes.title}", undo=True)

    def show_overlay(
        self,
        content: QWidget,
        *,
        width: int = 640,
        height: int = 0,
        top: int = 0,
        press_outside: bool = True,
        keeps: Collection[str] = (),
    ) -> Overlay:
        """Show ``content`` as a card over the dimmed window; Esc closes it. Both are deleted when it closes.

        While it is open no command’s shortcut acts behind it; ``keeps`` names those that shall act all the same.
        """
        overlay = Overlay(self.window, content, width, height, top, press_outside=press_outside)
        overlay.closed.connect(overlay.deleteLater)
        overlay.opened.connect(self._covered)
        overlay.closed.connect(self._uncovered)
        overlay.setProperty("keeps", list(keeps))
        overlay.open()
        return overlay

    def is_covered(self) -> bool:
        """Whether an overlay is open."""
        return self._covers > 0

    def _covered(self) -> None:
        keeps = self.sender().property("keeps")
        self._covers += 1
        self.commands.rest(keeps or ())

    def _uncovered(self) -> None:
        overlay = self.sender()
        self._covers -= 1
        self.commands.resume()
        if not self._covers and isinstance(overlay, Overlay) and not overlay.gave_back:
            self.keyboard_free.emit()

    def _changed(self, changes: Changes) -> None:
        if changes.revision != self._newest:
            self._newest = changes.revision
            # Undo takes the newest step back; said of an older one, it would take back something else.
            self.says.forget_steps()
