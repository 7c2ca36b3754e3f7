"""Notes what went wrong: an error nobody caught, in any thread, and a crash of the process itself.

A note holds the versions, the place in the program and the kind of error, never text of contacts (see
`logs`). The next start takes the note, so that the window can offer to show it.
"""

import contextlib
import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion

import netdesk
from netdesk.app.logs import Fixed, trace
from netdesk.app.paths import made

MAX_NOTE = 64 * 1024
_MAX_QT_MESSAGE = 500
_log = logging.getLogger(__name__)
_qt_log = logging.getLogger("netdesk.qt")
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _notes_file(folder: Path, key: str) -> Path:
    return folder / f"crash-{key}.txt"


def _faults_file(folder: Path, key: str) -> Path:
    return folder / f"fault-{key}.txt"


def take_note(folder: Path, key: str) -> str | None:
    """Return what the last run with `key` left, or None after a good end; what is taken is removed.

    `key` is `paths.workspace_key`: one window at a time has it. Call before `CrashWatch.start`.
    """
    parts = []
    for file in (_notes_file(folder, key), _faults_file(folder, key)):
        with contextlib.suppress(OSError):
            parts.append(file.read_text(encoding="utf-8", errors="replace").strip()[:MAX_NOTE])
            file.unlink()
    return "\n\n".join(part for part in parts if part) or None


class CrashWatch:
    """Watches one run of the window, from `start` to `stop`.

    `on_error`, if given, is called with the note after an error nobody caught, in the thread it happened in;
    it must hand over to the window's thread itself. Whatever it raises is logged and goes no further.
    """

    def __init__(self, folder: Path, key: str, on_error: Callable[[str], None] | None = None) -> None:
        self._notes = _notes_file(folder, key)
        self._faults = _faults_file(folder, key)
        self._on_error = on_error
        self._writing = threading.Lock()
        self._ending = contextlib.ExitStack()

    def start(self) -> None:
        """Begin to watch. Raises OSError if the folder cannot be written to."""
        made(self._notes.parent)
        faults = self._faults.open("w", encoding="utf-8")
        self._ending.callback(self._faults.unlink, missing_ok=True)
        self._ending.callback(faults.close)
        faulthandler.enable(file=faults, all_threads=True)
        self._ending.callback(faulthandler.disable)
        self._ending.callback(setattr, sys, "excepthook", sys.excepthook)
        self._ending.callback(setattr, threading, "excepthook", threading.excepthook)
        self._ending.callback(qInstallMessageHandler, qInstallMessageHandler(self._qt_message))
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread

    def stop(self) -> None:
        """Put everything back as `start` found it. For a good end only: the fault file goes too."""
        self._ending.close()

    def _uncaught(self, kind: type[BaseException], error: BaseException, tb: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, tb)
            return
        self._report("window", error)

    def _uncaught_in_thread(self, told: threading.ExceptHookArgs) -> None:
        if isinstance(told.exc_value, Exception):
            self._report(told.thread.name if told.thread else "thread", told.exc_value)

    def _report(self, place: str, error: Exception) -> None:
        note = describe(place, trace(error))
        _log.critical("Nobody caught this", exc_info=error)
        self._write(note)
        if self._on_error is not None:
            try:
                self._on_error(note)
            except Exception:
                _log.exception("The error could not be shown")

    def _write(self, note: str) -> None:
        # A crash note that cannot be written (full disk) must not become a second error.
        with self._writing, contextlib.suppress(OSError):
            if self._notes.exists() and self._notes.stat().st_size > MAX_NOTE:
                return
            with self._notes.open("a", encoding="utf-8") as file:
                file.write(note + "\n")

    def _qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        words = Fixed(_without_home(message or "")[:_MAX_QT_MESSAGE])
        _qt_log.log(_QT_LEVELS.get(kind, logging.WARNING), "%s: %s", Fixed(context.category or "qt"), words)
        if kind == QtMsgType.QtFatalMsg:
            self._write(describe("Qt", words))


def _without_home(message: str) -> str:
    # Qt names files in its messages; the person's own folder is nobody else's business.
    return message.replace(str(Path.home()), "~")


def describe(place: str, what: str) -> str:
    """Return a note about `what` went wrong in the thread or part `place`, with all versions that matter."""
    import platform  # seldom needed, and no start waits for it

    now = datetime.now(UTC).isoformat(timespec="seconds")
    return (
        f"{now}  NetDesk {netdesk.__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.system()} {platform.release()} {platform.machine()}\nin {place}\n{what}"
    )
