"""A screen of its own: a server, a window manager, a pointer and keys, and pictures of what is on it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from time import monotonic

from installers.trial.report import TrialError

SIZE = "1440x900x24"
_SETTLED_AFTER = 20.0


class Screen:
    """A running server: ``display`` is its name, pictures go to ``pictures``, numbered as they are taken."""

    def __init__(self, number: int, pictures: Path) -> None:
        self.display = f":{number}"
        self.socket = Path(f"/tmp/.X11-unix/X{number}")
        self._pictures = pictures
        self._taken = 0
        self._environment = {**os.environ, "DISPLAY": self.display}

    def click(self, spot: tuple[int, int]) -> None:
        """Go there, as a person does before pressing, and press the left button.

        A window that has just come back gets no press that arrives together with the pointer.
        """
        self._do("mousemove", str(spot[0]), str(spot[1]), "sleep", "0.3", "click", "1")

    def key(self, keys: str) -> None:
        """Press a key or a combination, in xdotool's words: "ctrl+p"."""
        self._do("key", "--clearmodifiers", keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._do("type", "--delay", "20", "--", text)

    def windows(self, name: str) -> list[str]:
        """The ids of the windows on the screen whose title matches ``name``."""
        return self._do("search", "--onlyvisible", "--name", name, fails=True).split()

    def wait_for_window(self, name: str, seconds: float = 40.0) -> str:
        """The id of a window whose title matches, as soon as there is one. Raises TrialError."""
        pause, until = Event(), monotonic() + seconds
        while monotonic() < until:
            found = self.windows(name)
            if found:
                return found[0]
            pause.wait(0.1)
        titles = self._do("search", "--onlyvisible", "--name", ".*", "getwindowname", "%@", fails=True)
        raise TrialError(f"No window “{name}” comes; there are: {' | '.join(titles.splitlines()) or 'none'}")

    def active(self) -> str:
        """The id of the window that has the keyboard, or nothing."""
        return self._do("getactivewindow", fails=True).strip()

    def activate(self, window: str) -> None:
        """Give a window the keyboard and wait until it has it."""
        self._do("windowactivate", "--sync", window)

    def minimise(self, window: str) -> None:
        """Put a window away."""
        self._do("windowminimize", "--sync", window)

    def picture(self, name: str) -> Path:
        """Keep a picture of the screen once two in a row are alike."""
        self._taken += 1
        file = self._pictures / f"{self._taken:02}-{name}.png"
        before, pause, until = b"", Event(), monotonic() + _SETTLED_AFTER
        while monotonic() < until:
            now = self._look()
            if now == before:
                break
            before = now
            pause.wait(0.25)
        subprocess.run(["import", "-window", "root", str(file)], check=True, env=self._environment)
        return file

    def _look(self) -> bytes:
        words = ["import", "-window", "root", "-depth", "8", "rgb:-"]
        return subprocess.run(words, check=True, capture_output=True, env=self._environment).stdout

    def _do(self, *words: str, fails: bool = False) -> str:
        done = subprocess.run(
            ["xdotool", *words], capture_output=True, text=True, check=False, env=self._environment
        )
        if done.returncode != 0 and not fails:
            raise TrialError(f"xdotool {' '.join(words)}: {done.stderr.strip()}")
        return done.stdout


@contextmanager
def screen(pictures: Path) -> Iterator[Screen]:
    """A screen with a window manager, for as long as it is needed."""
    pictures.mkdir(parents=True, exist_ok=True)
    for old in pictures.glob("*.png"):
        old.unlink()
    reading, writing = os.pipe()
    log = (pictures / "screen.log").open("wb")
    # Whoever is in the root is another user: the server asks for no key. It listens on its socket alone.
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp", "-ac"]
    server = subprocess.Popen(command, pass_fds=[writing], stdout=log, stderr=log)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    if not number:
        raise TrialError("Xvfb does not start.")
    shown = Screen(int(number), pictures)
    windows = subprocess.Popen(
        ["openbox"],
        stdout=log,
        stderr=log,
        env={**os.environ, "DISPLAY": shown.display, "HOME": str(pictures)},
    )
    try:
        yield shown
    finally:
        for process in (windows, server):
            process.terminate()
            process.wait(20)
        log.close()
