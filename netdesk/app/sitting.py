"""One sitting at the window, from showing it to closing it; after a restore the window opens again."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from netdesk.app import paths
from netdesk.app.compose import Program, compose
from netdesk.app.installed.update_watch import start_on, watch_here
from netdesk.app.instance import SingleInstance
from netdesk.app.starting.first_paint import FirstPaint
from netdesk.app.starting.last_used import missed, recent_workspaces
from netdesk.app.starting.opened_by_system import OpenedBySystem
from netdesk.app.watching import crash_notes
from netdesk.app.watching.errors_shown import ErrorsShown
from netdesk.method.errors import NetDeskError
from netdesk.services.workspaces import restore
from netdesk.ui.bridge.dialogs import Dialogs
from netdesk.ui.main_window import MainWindow
from netdesk.ui.memory import WindowMemory

AFTER_SHOWING_MS = 1000
NOTICES_AFTER_MS = 2000
CHORES_AFTER_MS = 3000
"""When a person has the window, and what may wait begins."""
_UNSEEN = ("offscreen", "minimal")
"""Where nobody sees the window, nobody is told anything through the system either."""


class Sitting(QObject):
    """Runs the window on one workspace until a person closes it."""

    def __init__(
        self, app: QApplication, path: Path, instance: SingleInstance, *, dialogs: Dialogs | None = None
    ) -> None:
        super().__init__(app)
        self._app = app
        self._path = path
        self._instance = instance
        self._dialogs = dialogs or Dialogs()
        self._copy: Path | None = None
        self.troubles: Sequence[str] = ()
        """What did not go well on the way here, in sentences; said once, when the window is there."""
        self.restart_asked = False
        """Whether the window was closed to start the NetDesk that was installed meanwhile."""
        self.updates = watch_here(self)
        self.updates.restart_wanted.connect(self._close_to_restart)
        self.errors = ErrorsShown(self, self.updates, paths.log_folder())
        self._window: MainWindow | None = None
        self._recent, self._noted = recent_workspaces(), False
        self._missed = missed(path)
        if sys.platform == "darwin":
            # Elsewhere a file that is opened comes with a start of its own.
            OpenedBySystem(app, self).asked.connect(self._open_files)
        app.applicationStateChanged.connect(self._note_use)

    def run(self, files: Sequence[Path] = (), note: str | None = None) -> bool:
        """Show the window and stay; False when the workspace could not be opened.

        ``files`` are brought in; ``note`` is what a run before left when it ended badly.
        """
        while True:
            program = self._composed()
            if program is None:
                return False
            self._show(program, files, note)
            try:
                self._app.exec()
            finally:
                if not self._noted:
                    # Else the list is left alone: by now another window may be the one in use.
                    self._note_now()
                self._show_on(None)
                program.close()
            if self._copy is None:
                return True
            self._put_back(self._copy)
            self._copy, files, note = None, (), None

    def _composed(self) -> Program | None:
        try:
            return compose(
                self._app,
                self._path,
                memory=WindowMemory(paths.window_settings(), paths.workspace_key(self._path)),
                dialogs=self._dialogs,
                log_folder=paths.log_folder(),
                glyphs=paths.state_folder() / "glyphs",
                recent=self._recent,
            )
        except NetDeskError as error:
            print(f"netdesk: {error}", file=sys.stderr)
            self._dialogs.tell(None, "NetDesk cannot open the workspace", str(error))
            return None

    def _show(self, program: Program, files: Sequence[Path], note: str | None) -> None:
        window = program.window
        self._instance.asked.connect(window.come_forward)
        window.shell.other_workspace_wanted.connect(self._open_other)
        window.shell.restore_wanted.connect(self._restore)
        self._show_on(window)
        FirstPaint(window)
        window.show()
        _later(window, AFTER_SHOWING_MS, gc.enable)
        if self._app.platformName() not in _UNSEEN:
            _later(window, NOTICES_AFTER_MS, program.start_notices)
        _later(window, CHORES_AFTER_MS, program.start_chores)
        _later(window, CHORES_AFTER_MS, self.errors.look_for_damage)
        _later(window, AFTER_SHOWING_MS, self._note_now)
        _later(window, AFTER_SHOWING_MS, _load_what_the_end_needs)
        if files:
            window.bring_files(files)
        if note:
            self.errors.tell_of_last_time(note)
        elif self.troubles:
            window.shell.says.say(" ".join(self.troubles), good=False)
            self.troubles = ()
        elif self._missed is not None:
            window.shell.says.say(
                f"“{self._missed.name}” is not where it was, in {self._missed.parent}."
                f" This is {self._path.stem} instead.",
                good=False,
            )
            self._missed = None

    def _show_on(self, window: MainWindow | None) -> None:
        self._window = window
        self.errors.show_on(window)
        self.updates.show_on(window)

    def _note_use(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and self._window is not None:
            self._note_now()

    def _note_now(self) -> None:
        """This workspace is the one in use: a start that names none opens it."""
        self._noted = True
        self._recent.note(self._path)

    def _open_files(self, files: Sequence[Path]) -> None:
        if self._window is not None:
            self._window.come_forward(files)

    def _close_to_restart(self) -> None:
        # A page may hold the person back; then nothing is restarted.
        self.restart_asked = self._window is not None and self._window.close()

    def start_the_new_one(self, key: str) -> None:
        """After the window was closed to restart, and all was let go: start the NetDesk that was installed meanwhile.

        Imports nothing: what is on the disk is another version.
        """
        # What went wrong because files were replaced was told; the new one need not speak of it again.
        crash_notes.take_note(paths.log_folder(), key)
        if not start_on(self._path):
            words = "Start it as you usually do; your workspace is kept."
            self._dialogs.tell(None, "NetDesk could not start itself again", words)

    def _restore(self, copy: Path) -> None:
        self._copy = copy
        self._app.exit()

    def _put_back(self, copy: Path) -> None:
        try:
            restore(copy, self._path)
        except (NetDeskError, OSError) as error:
            self._dialogs.tell(
                None, "The backup could not be restored", f"{error} The workspace is as it was."
            )

    def _open_other(self, path: Path) -> None:
        if not start_on(path):
            self._dialogs.tell(
                None, "The window could not be opened", f"Start NetDesk again with {path.name}."
            )


def _load_what_the_end_needs() -> None:
    """When NetDesk is installed over meanwhile, it could not be loaded any more."""
    import_module("netdesk.app.starting.telling")


def _later(window: QObject, ms: int, call: Callable[[], object]) -> None:
    """Call once after so many ms, unless the window is gone by then."""
    timer = QTimer(window)
    timer.setSingleShot(True)

    def fire() -> None:
        call()

    timer.timeout.connect(fire)
    timer.start(ms)
