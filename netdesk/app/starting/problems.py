"""What keeps NetDesk from starting, in words: libraries, screens and files that are missing, folders not to be written.

Qt ends the whole process when it finds no way to the screen. It says so first, and that is where it is caught.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

from netdesk.app import paths
from netdesk.app.resources import ResourceMissingError
from netdesk.app.starting import surroundings
from netdesk.method.errors import NetDeskError

# What tells of a problem is imported where there is one: every start goes through this file.

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtWidgets import QApplication

    from netdesk.app.installed.installation import InstallationDamaged

EXIT_NO_START = 3
_LIBRARY_MISSING = ": cannot open shared object file"
_LOCALE_CHANGED = "Detected locale"
"""Qt says so and helps itself."""
_NO_HOME = (
    "It cannot be told where your files are: there is no home folder.",
    "Set HOME to your folder and start NetDesk again.",
)
T = TypeVar("T")
Told = list[tuple["QtMsgType", "QMessageLogContext", str]]


class CannotStart(NetDeskError):
    """NetDesk cannot start on this computer as it is."""


def explain(error: BaseException, key: str = "start") -> int:
    """Tell a person why NetDesk did not start, never with a trace; the exit code.

    What nobody foresaw is noted beside the log for ``key``, with all of its trace.
    """
    from netdesk.app.starting.telling import tell
    from netdesk.app.watching import crash_notes
    from netdesk.app.watching.logs import trace

    known = error if isinstance(error, NetDeskError) else cause_of(error)
    if known is None or isinstance(error, ImportError):
        known = damaged(in_bytes=True) or known
    if known is not None:
        tell(str(known))
        return EXIT_NO_START
    note = crash_notes.describe("the start", trace(error))
    file = crash_notes.notes_file(paths.log_folder(), key)
    if surroundings.home_is_known() and crash_notes.keep_note(file, note):
        tell(f"NetDesk could not go on: something went wrong in it, and was noted in {file}.")
    else:
        tell("NetDesk could not go on: something went wrong in it.")
        # Nowhere else can it be found.
        print(note, file=sys.stderr)
    return EXIT_NO_START


def cause_of(error: BaseException) -> NetDeskError | None:
    """What a person can do something about that led to ``error``; None when it is none of the causes known."""
    damage = damaged()
    if damage is not None:
        return damage
    if isinstance(error, ResourceMissingError):
        return CannotStart(
            f"This installation of NetDesk is damaged: its own file {error.name} is missing.",
            "Install NetDesk again; your workspace is not touched.",
        )
    if isinstance(error, ImportError):
        library = missing_library(str(error))
        if library is not None:
            return without_libraries(all_missing(library))
        part = error.name or str(error)
        return CannotStart(
            f"A part of NetDesk is missing: {part}.", "Install NetDesk again; your workspace is not touched."
        )
    return _of_the_disk(error) if isinstance(error, OSError) else None


def _of_the_disk(error: OSError) -> CannotStart | None:
    if error.errno == errno.ENOSPC:
        where = f" where {error.filename} lies" if error.filename else ""
        return CannotStart(f"The disk is full{where}.", "Free some room and start NetDesk again.")
    if error.filename is not None:
        return CannotStart(f"{error.filename} cannot be used: {error.strerror}.")
    return None


def damaged(*, in_bytes: bool = False) -> InstallationDamaged | None:
    """What is wrong with the installed files, by a quick look at them; None when all is well or nothing to go by.

    Looking at their bytes takes a second. That the list of files is gone would explain nothing: the program never
    reads it but here.
    """
    from netdesk.app.installed import installation

    installed = installation.here()
    if installed is None:
        return None
    try:
        return (installed.look() if in_bytes else installed.glance()).damage()
    except installation.InstallationDamaged:
        return None


def missing_library(message: str) -> str | None:
    """The library that the dynamic loader did not find, by its ``message``."""
    before, found, _ = message.partition(_LIBRARY_MISSING)
    return before.rsplit(maxsplit=1)[-1] if found and before.strip() else None


def library_missing_for(plugin: Path) -> str | None:
    """The system library for want of which ``plugin`` cannot be loaded; None when that is not what ails it."""
    import ctypes

    if not plugin.exists():
        return None
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        # A frozen program puts words of its own before those of the loader.
        loader = error.__cause__ or error
        return missing_library(str(loader))
    return None


def without_libraries(libraries: Sequence[str]) -> CannotStart:
    """What to say of system libraries that are not there, and what to type for them."""
    from netdesk.app.starting.system_libraries import advice

    one = len(libraries) == 1
    return CannotStart(
        f"NetDesk needs the system {'library' if one else 'libraries'} {', '.join(libraries)},"
        f" and {'it is' if one else 'they are'} not installed.",
        f"Install {'it' if one else 'them'} with: {advice(libraries)}",
    )


class Unwritten:
    """What the window can do without, and could not be written: gathered on the way to it, said in one sentence."""

    def __init__(self) -> None:
        self._things: list[str] = []
        self._folders: list[str] = []

    def attempt(self, thing: str, deed: Callable[[], T]) -> T | None:
        """Do what writes ``thing`` ("logs"); None where the disk does not let it."""
        try:
            return deed()
        except OSError as error:
            self._things.append(thing)
            self._folders.append(_at_home(str(error.filename or "")) or "the disk")
            return None

    def sentence(self) -> str:
        """What is not kept and why, for the person at the window; empty when all went well."""
        if not self._things:
            return ""
        things, folders = " and ".join(self._things), " and ".join(dict.fromkeys(self._folders))
        return f"{things[0].upper()}{things[1:]} are not kept: {folders} cannot be written to."


def _at_home(path: str) -> str:
    """A path as people write it: "~" for their own folder."""
    home = str(Path.home())
    return f"~{path.removeprefix(home)}" if path.startswith(home + os.sep) else path


def must_have_a_home() -> None:
    """Raise ``CannotStart`` where it cannot be told whose files to open."""
    if not surroundings.home_is_known():
        raise CannotStart(*_NO_HOME)


def application() -> QApplication:
    """The application of Qt, made now unless there is one. Raises ImportError; ends in words without a screen."""
    from PySide6.QtWidgets import QApplication

    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else _made()
    app.setApplicationName("NetDesk")
    app.setApplicationDisplayName("NetDesk")
    app.setDesktopFileName("netdesk")
    return app


def _made() -> QApplication:
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    heard: Told = []

    def listen(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            _end_in_words([*(text for _, _, text in heard), message])
        heard.append((kind, context, message))

    before = qInstallMessageHandler(listen)
    try:
        app = QApplication(["netdesk"])
    finally:
        qInstallMessageHandler(before)
    surroundings.forget_the_bundle()
    for kind, context, message in heard:
        if not message.startswith(_LOCALE_CHANGED):
            _pass_on(before, kind, context, message)
    return app


def _pass_on(listener: object, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if callable(listener):
        listener(kind, context, message)
    elif kind.value:  # all but what is for those who look for errors in the program
        print(message, file=sys.stderr)


def _end_in_words(messages: Sequence[str]) -> NoReturn:
    """Qt is about to abort: say why in words, and end. No error raised here could pass through Qt."""
    from netdesk.app.starting.telling import tell

    try:
        tell(str(damaged(in_bytes=True) or no_window(messages)))
    finally:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        os._exit(EXIT_NO_START)


def no_window(messages: Sequence[str]) -> CannotStart:
    """Why Qt found no way to the screen, by what it said of it."""
    said = "\n".join(messages)
    asked = os.environ.get("QT_QPA_PLATFORM")
    if asked and f'Could not find the Qt platform plugin "{asked.split(":")[0]}"' in said:
        return CannotStart(
            f"QT_QPA_PLATFORM asks for “{asked}”, which is no platform NetDesk has.",
            "Unset it and start NetDesk again.",
        )
    display, wayland = os.environ.get("DISPLAY"), os.environ.get("WAYLAND_DISPLAY")
    linux = sys.platform.startswith("linux")
    if linux and not display and not wayland:
        return CannotStart(
            "NetDesk opens a window, and there is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set.",
            "Start it from your desktop, or set DISPLAY (often “:0”). Its commands need no screen: netdesk --help",
        )
    libraries = _libraries_missing() if linux else []
    if libraries:
        return without_libraries(libraries)
    if "could not connect to display" in said or "wl_display" in said:
        screen = " or ".join(name for name in (display, wayland) if name)
        return CannotStart(
            f"NetDesk cannot reach the screen {screen}: it is not there, or does not let this user in.",
            "Start NetDesk from the desktop of that screen, or set DISPLAY to the one you sit at.",
        )
    first = next((message for message in messages if message.strip()), "")
    return CannotStart(f"Qt cannot open a window here: {' '.join(first.split())}")


def _libraries_missing() -> list[str]:
    """The system libraries for want of which no plug-in for a screen can be loaded; the first is by Qt's own need."""
    from PySide6.QtCore import QLibraryInfo

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    wanted = [library_missing_for(folder / name) for name in ("libqxcb.so", "libqwayland.so")]
    return next((all_missing(library) for library in wanted if library is not None), [])


def all_missing(first: str) -> list[str]:
    """``first`` and what else is missing: the loader names one at a time, a person wants to install them at once."""
    from importlib.util import find_spec

    from netdesk.app.starting.system_libraries import not_found

    qt = find_spec("PySide6")
    if qt is None or qt.origin is None:
        return [first]
    folder = Path(qt.origin).parent
    parts = [*folder.glob("Qt[CGW]*.so"), *folder.glob("Qt/plugins/platforms/libqxcb.so")]
    bundle = getattr(sys, "_MEIPASS", None)
    return list(dict.fromkeys([first, *not_found(parts, None if bundle is None else Path(bundle))]))
