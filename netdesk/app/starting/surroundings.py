"""What NetDesk finds around it when it starts, put in order before anything else is done.

A windowed program has no standard streams; a home may be unknown; the locale may know no letters but ASCII; and a
frozen program's own folders in the environment are no business of the programs it starts.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_KEPT = 20_000
_PLAIN_LOCALES = {"C", "POSIX"}
_OF_THE_BUNDLE = ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH")
_UNSEEN = ("offscreen", "minimal")
"""Platforms of Qt on which nobody sees a window."""


class Kept(io.TextIOBase):
    """A stream that keeps the newest of what is written to it, and passes it on to ``also`` where there is one."""

    def __init__(self, also: TextIO | None = None) -> None:
        super().__init__()
        self._also = also
        self._kept = ""

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, text: str) -> int:
        """Keep ``text``."""
        self._kept = (self._kept + text)[-_MOST_KEPT:]
        if self._also is not None:
            self._also.write(text)
        return len(text)

    def flush(self) -> None:
        """Hand on what waits."""
        if self._also is not None:
            self._also.flush()

    def text(self) -> str:
        """What was written."""
        return self._kept


def prepare() -> None:
    """Put streams, locale and environment in order; once, at the very start."""
    if sys.platform != "win32":
        _fill_the_first_places()
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # Without a console there are none, and whatever prints would fall.
            setattr(sys, name, Kept())
        elif getattr(stream, "errors", None) == "strict" and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if os.environ.get("HOME") == "":
        # An empty home would be the root folder.
        del os.environ["HOME"]
    if sys.platform.startswith("linux"):
        _know_all_letters()
        if getattr(sys, "frozen", False):
            _give_back_library_path()


def _fill_the_first_places() -> None:
    """Where a standard stream is closed, open nothing in its place: a file of ours would get what C prints there."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the first place that is free


def _know_all_letters() -> None:
    """In the locale of ASCII alone, ask for the same one with UTF-8: Qt would, and complain of it."""
    chosen = next(
        (name for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)),
        None,
    )
    if chosen is None or os.environ[chosen] in _PLAIN_LOCALES:
        os.environ["LC_ALL" if chosen == "LC_ALL" else "LC_CTYPE"] = "C.UTF-8"


def _give_back_library_path() -> None:
    """What the start of a frozen program put there is for its own libraries; the loader has read it by now."""
    before = os.environ.get("LD_LIBRARY_PATH_ORIG")
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)


def environment_for_others() -> dict[str, str]:
    """The environment for a program that is none of ours: without the folders of the bundle."""
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        for name in _OF_THE_BUNDLE:
            environment.pop(name, None)
    return environment


def forget_the_bundle() -> None:
    """Once Qt runs and knows its plug-ins, programs that it starts shall not be led to them."""
    if getattr(sys, "frozen", False):
        for name in _OF_THE_BUNDLE:
            os.environ.pop(name, None)


def home_is_known() -> bool:
    """Whether it can be told where this user's files are."""
    return os.path.expanduser("~") != "~"  # noqa: PTH111 - pathlib raises where this answers


def has_terminal() -> bool:
    """Whether somebody may be reading what is printed."""
    return any(_is_terminal(stream) for stream in (sys.stdin, sys.stdout, sys.stderr))


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except (OSError, ValueError):
        return False


def has_screen() -> bool:
    """Whether a window could be seen: always on Windows and macOS, by the environment elsewhere."""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in _UNSEEN:
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextmanager
def overheard() -> Iterator[tuple[Kept, Kept]]:
    """Keep what is printed inside the block, beside printing it: standard output and standard error."""
    out, err = sys.stdout, sys.stderr
    kept = Kept(out), Kept(err)
    sys.stdout, sys.stderr = kept
    try:
        yield kept
    finally:
        sys.stdout, sys.stderr = out, err
