"""Notices that NetDesk was installed over while it is open, and offers to start the new one.

What a running program has not loaded yet comes from its files, and those are another version's now. So this is looked
at whenever the window comes to the front, and first of all when an error happened, which it may explain.
All that a restart needs is imported with this file: later it could not be.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Qt, Signal
from PySide6.QtGui import QGuiApplication

import netdesk
from netdesk.app.installed import held_modules, installation
from netdesk.app.installed.import_guard import ImportGuard
from netdesk.app.installed.installation import Installation, InstallationDamaged
from netdesk.ui.main_window import MainWindow

SAID_AGAIN_SECONDS = 300.0
"""How long a person who goes on without restarting is left in peace."""
RESTART = "Restart now"
_FRESH = "PYINSTALLER_RESET_ENVIRONMENT"
"""Tells a frozen program that it is no part of the one that starts it."""


_Stamp = tuple[int, int, int]
"""When a file was written, its size, and which file of the disk it is."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """The list of files and the program as they were found; of the list, its bytes in short as well."""

    listed: _Stamp
    digest: bytes
    program: _Stamp | None


class OnDisk:
    """The installation on the disk beside the one that runs. Knows no window, and may be asked in any thread.

    ``program`` is the file that was started. An installer replaces one file after the other, and it may be before
    the list or after it.
    """

    def __init__(
        self, own: Installation | None, program: Path | None = None, running: str = netdesk.__version__
    ) -> None:
        self._own = own
        self._program = program
        self._running = running
        self._first = self._look()
        self._last = self._first

    def news(self) -> str | None:
        """A sentence when the files are another installation's than at the start; None when nothing changed.

        While the list or the program is missing nothing is said: an installer may be at work.
        """
        return self._words(self._own) if self._own is not None and self._is_replaced() else None

    def is_another(self) -> bool:
        """Whether what is on the disk is not what runs: another installation, or nothing."""
        return self._is_replaced() or self.is_gone()

    def is_gone(self) -> bool:
        """Whether the list of files or the program was there at the start and is not now."""
        return self._first is not None and self._look(self._last) is None

    def _is_replaced(self) -> bool:
        now = self._look(self._last)
        if now is None or self._first is None:
            return False
        self._last = now
        return (now.digest, now.program) != (self._first.digest, self._first.program)

    def _look(self, known: _Seen | None = None) -> _Seen | None:
        """Look at both files; the list is read unless it is the one that is ``known``. None where one is missing."""
        if self._own is None:
            return None
        try:
            listed = _stamp(self._own.list_file)
            program = _stamp(self._program) if self._program is not None else None
            if known is not None and known.listed == listed:
                digest = known.digest
            else:
                digest = hashlib.sha256(self._own.list_file.read_bytes()).digest()
        except OSError:
            return None
        return _Seen(listed, digest, program)

    def _words(self, own: Installation) -> str:
        try:
            version = own.version()
        except InstallationDamaged:
            return "NetDesk’s own files were changed while it was open. Restart it."
        if version == self._running:
            return "NetDesk was installed again while it was open. Restart to use it."
        return f"NetDesk was updated to {version} while it was open. Restart to use it."


GONE = "NetDesk’s own files were taken away while it was open. All you wrote is kept; close it."
"""Said of an error while an installer is at work or the program was removed."""


class UpdateWatch(QObject):
    """Tells a person on the window, and asks for a restart when they want one."""

    restart_wanted = Signal()

    def __init__(
        self, disk: OnDisk, parent: QObject | None = None, *, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self._disk = disk
        self._clock = clock
        self._window: MainWindow | None = None
        self._said: tuple[str, float] | None = None
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._state_changed)

    def show_on(self, window: MainWindow | None) -> None:
        """Tell it on this window from now on."""
        self._window = window

    def explains(self) -> bool:
        """Whether an error may come from files that are another installation’s; asked in any thread."""
        return self._disk.is_another()

    def tell(self, *, after_error: bool = False) -> bool:
        """Look, and say what is new; whether there was anything. After an error it is said in any case."""
        words = self._disk.news() or (GONE if after_error and self._disk.is_gone() else None)
        if words is None:
            return False
        if self._window is not None and (after_error or not self._was_said(words)):
            says = self._window.shell.says
            # An error while painting comes again with every repaint; it is said once.
            if says.text() != words:
                self._said = (words, self._clock())
                offers = [] if words == GONE else [(RESTART, self.restart_wanted.emit)]
                says.say(words, offers, good=False)
        return True

    def _was_said(self, words: str) -> bool:
        """Whether just this was said a moment ago."""
        if self._said is None or self._said[0] != words:
            return False
        return self._clock() - self._said[1] < SAID_AGAIN_SECONDS

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.tell()


def watch_here(parent: QObject | None = None) -> UpdateWatch:
    """The watch over the installation this program runs from; in a checkout it finds nothing.

    From now on nothing is imported from files that are another installation’s, and on Linux NetDesk's own modules
    stay readable all the same.
    """
    own = installation.here()
    disk = OnDisk(own, Path(sys.executable) if own is not None else None)
    if own is not None:
        ImportGuard(disk.is_another, held_modules.hold()).begin()
    return UpdateWatch(disk, parent)


def start_on(workspace: Path) -> bool:
    """Start the NetDesk that is on the disk now, on ``workspace``; whether it was started.

    The workspace must be let go before.
    """
    process = QProcess()
    arguments = ["--workspace", str(workspace)]
    if getattr(sys, "frozen", False):
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert(_FRESH, "1")
        process.setProcessEnvironment(environment)
    else:
        arguments = ["-m", "netdesk", *arguments]
    process.setProgram(sys.executable)
    process.setArguments(arguments)
    started = process.startDetached()
    # PySide gives a pair (started, process id) or the truth value, by version.
    return bool(started[0] if isinstance(started, tuple) else started)


def _stamp(file: Path) -> _Stamp:
    """Raises OSError where there is no such file."""
    status = file.stat()
    return status.st_mtime_ns, status.st_size, status.st_ino
