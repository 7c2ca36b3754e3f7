"""A real X screen of its own for a journey: started, settled in, driven from a thread beside the window's, ended.

It needs Xvfb, openbox, xdotool and ImageMagick's import.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from netdesk.app.main import open_window
from tests.support import seeing
from tests.support.driving import Person
from tests.support.screen_hands import ScreenHands

READY = 20.0
Steps = Callable[[Person, Path], None]
"""What is done between one start of the window and its end; the path is that of a home of its own."""


def options(words: str) -> argparse.ArgumentParser:
    """What every journey may be asked for: where the pictures go, the colours, the scale, the window's size."""
    reader = argparse.ArgumentParser(description=words, formatter_class=argparse.RawTextHelpFormatter)
    reader.add_argument("folder", type=Path, metavar="OUTDIR")
    reader.add_argument("--dark", action="store_true")
    reader.add_argument("--scale", type=float, default=1.0)
    reader.add_argument("--size", default="1440x900")
    return reader


def drive(
    given: argparse.Namespace, journey: Sequence[Steps], prepare: Callable[[Path], None] | None = None
) -> int:
    """Carry out a journey, the window opened anew for each part of it; 0 when every step came about.

    ``prepare`` gets the path of the workspace before the window opens first.
    """
    given.folder.mkdir(parents=True, exist_ok=True)
    with _screen(given.scale), tempfile.TemporaryDirectory(prefix="netdesk-home-") as folder:
        home = Path(folder)
        _settle_in(home, given)
        if prepare is not None:
            prepare(_workspace(home))
        return _drive(given, home, journey)


def fit_window(size: str) -> None:
    """Give the window a size such as "1440x900"; to be called on its thread."""
    window = seeing.main_window()
    assert window is not None
    width, height = (int(part) for part in size.split("x"))
    window.resize(width, height)


def window_place() -> str:
    """Where the window is, and how large; to be called on its thread."""
    window = seeing.main_window()
    return str(window.geometry()) if window is not None else ""


def _workspace(home: Path) -> Path:
    return home / "My network.netdesk"


@contextmanager
def _screen(scale: float) -> Iterator[None]:
    """A screen with a window manager, large enough for the window at ``scale``."""
    reading, writing = os.pipe()
    size = f"{round(1500 * scale)}x{round(950 * scale)}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"], pass_fds=[writing]
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        os.environ["DISPLAY"] = f":{told.readline().strip()}"
    windows = subprocess.Popen(["openbox"])
    try:
        yield
    finally:
        for process in (windows, server):
            process.terminate()
            process.wait(READY)


def _settle_in(home: Path, given: argparse.Namespace) -> None:
    """A home of its own, and the look that was asked for."""
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        os.environ.pop(variable, None)
    os.environ.update(HOME=str(home), QT_QPA_PLATFORM="xcb", QT_SCALE_FACTOR=str(given.scale))
    os.environ.setdefault("LANG", "en_GB.UTF-8")
    if given.dark:
        settings = home / ".config" / "netdesk" / "window.ini"
        settings.parent.mkdir(parents=True)
        settings.write_text("[General]\nscheme=dark\n")


def _drive(given: argparse.Namespace, home: Path, journey: Sequence[Steps]) -> int:
    app = QApplication(sys.argv[:1])
    hands = ScreenHands(given.folder, given.scale)
    person = Person(hands)
    troubles: list[str] = []
    for steps in journey:
        driver = threading.Thread(target=_carry_out, args=(steps, person, home, hands, app, troubles))
        driver.start()
        open_window(_workspace(home), [])
        driver.join(READY)
        if troubles:
            break
    for note in sorted((home / ".local" / "state").rglob("*.txt")) + sorted(home.rglob("*.log")):
        print(f"--- {note.name}\n{note.read_text(errors='replace')}")
    print("\n".join(troubles) or f"Every step came about; pictures in {given.folder}")
    return 1 if troubles else 0


def _carry_out(
    steps: Steps, person: Person, home: Path, hands: ScreenHands, app: QApplication, troubles: list[str]
) -> None:
    try:
        steps(person, home)
    except Exception:
        troubles.append(traceback.format_exc())
        hands.picture("trouble")
        hands.look(app.exit)
