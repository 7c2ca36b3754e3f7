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
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from netdesk.app.paths import made
from netdesk.app.watching.crash_notes import MAX_NOTE, describe, faults_file, keep_note, notes_file, take_note
from netdesk.app.watching.logs import Fixed, trace

__all__ = ["MAX_NOTE", "CrashWatch", "describe", "take_note"]

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


class CrashWatch:
    """Watches one run of the window, from `start` to `stop`.

    `on_error`, if given, is called with the note after an error nobody caught, in the thread it happened in;
    it must hand over to the window's thread itself. Whatever it raises is logged and goes no further. An error that
    `explained` knows the reason of is told, but not noted: the next start need not speak of it.
    """

    def __init__(
        self,
        folder: Path,
        key: str,
        on_error: Callable[[str], None] | None = None,
        explained: Callable[[], bool] | None = None,
    ) -> None:
        self._notes = notes_file(folder, key)
        self._faults = faults_file(folder, key)
        self._on_error = on_error
        self._explained = explained
        self._writing = threading.Lock()
        self._ending = contextlib.ExitStack()

    def start(self) -> None:
        """Begin to watch. Where the folder cannot be written to, errors are told all the same, but not noted."""
        with contextlib.suppress(OSError):
            self._watch_for_faults()
        self._ending.callback(setattr, sys, "excepthook", sys.excepthook)
        self._ending.callback(setattr, threading, "excepthook", threading.excepthook)
        self._ending.callback(qInstallMessageHandler, qInstallMessageHandler(self._qt_message))
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread

    def _watch_for_faults(self) -> None:
        made(self._notes.parent)
        faults = self._faults.open("w", encoding="utf-8")
        self._ending.callback(_remove, self._faults)
        self._ending.callback(faults.close)
        faulthandler.enable(file=faults, all_threads=True)
        self._ending.callback(faulthandler.disable)

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
        if self._explained is None or not self._explained():
            self._write(note)
        if self._on_error is not None:
            try:
                self._on_error(note)
            except Exception:
                _log.exception("The error could not be shown")

    def _write(self, note: str) -> None:
        with self._writing:
            keep_note(self._notes, note)

    def _qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        words = Fixed(_without_home(message or "")[:_MAX_QT_MESSAGE])
        _qt_log.log(_QT_LEVELS.get(kind, logging.WARNING), "%s: %s", Fixed(context.category or "qt"), words)
        if kind == QtMsgType.QtFatalMsg:
            self._write(describe("Qt", words))


def _without_home(message: str) -> str:
    # Qt names files in its messages; the person's own folder is nobody else's business.
    return message.replace(str(Path.home()), "~")


def _remove(file: Path) -> None:
    # The folder may have become one that cannot be written to meanwhile.
    with contextlib.suppress(OSError):
        file.unlink(missing_ok=True)
