"""A person's session in the root: a screen, the buses of a desktop, and NetDesk's window driven by pointer and keys."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from time import monotonic

from installers.trial.bus import Bus, BusError, Call
from installers.trial.eyes import LONGEST_WAIT, Eyes, Seen
from installers.trial.report import TrialError, demand
from installers.trial.root import RUNTIME, Root
from installers.trial.screen import Screen, screen

_BUS = f"{RUNTIME}/bus"


class Session:
    """What a person sees and does; ``log`` is what the programs say."""

    def __init__(self, root: Root, shown: Screen, eyes: Eyes, log: Path) -> None:
        self.root = root
        self.screen = shown
        self.eyes = eyes
        self.log = log
        self._running: list[subprocess.Popen[bytes]] = []

    def start(self, *words: str, more: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
        """Start a program and go on."""
        process = self.root.start(*words, log=self.log, more=more)
        self._running.append(process)
        return process

    def see(self, pattern: str, what: str, seconds: float = LONGEST_WAIT) -> Seen:
        """Wait until something whose name matches is shown. Raises TrialError with what is shown instead."""
        return self.eyes.wait_for(pattern, what, seconds)

    def press(self, pattern: str, what: str) -> None:
        """Click on what is so named."""
        self.screen.click(self.eyes.middle(self.see(pattern, what)))

    def close(self, title: str) -> None:
        """Close the window of this title as a person does, and wait until it is gone. Raises TrialError."""
        self.turn_to(self.screen.wait_for_window(title), title)
        self.screen.key("ctrl+q")
        self.wait(lambda: not self.screen.windows(title), f"The window “{title}” does not close.")

    def all_ended(self) -> None:
        """Wait until no program of the installation runs any more. Raises TrialError."""
        self.wait(lambda: not self.root.running(), "NetDesk does not end after its last window is closed.")

    def turn_to(self, window: str, title: str) -> None:
        """Give a window the keyboard and wait until its program knows. Raises TrialError."""
        self.screen.activate(window)
        self.wait(lambda: self.is_active(title), f"The window “{title}” does not know that it is active.")

    def is_active(self, title: str) -> bool:
        """Whether the program itself takes its window of this title for the active one."""
        return any(seen.active and seen.name.startswith(title) for seen in self.eyes.everything())

    def away_and_back(self, window: str, title: str) -> None:
        """Put a window away, see that its program knows, and bring it back. Raises TrialError."""
        self.screen.minimise(window)
        self.wait(lambda: not any(seen.active for seen in self.eyes.everything()), "The window stays active.")
        self.turn_to(window, title)

    def ended(self, process: subprocess.Popen[bytes], code: int = 0, seconds: float = 20) -> None:
        """Wait for a program's end. Raises TrialError when it stays, or ends with another exit code."""
        try:
            found = process.wait(seconds)
        except subprocess.TimeoutExpired as error:
            raise TrialError("The program does not end.") from error
        self._running.remove(process)
        demand(
            found == code,
            f"The program ended with {found} and not with {code}; it said:\n{self.said()[-3000:]}",
        )

    def said(self) -> str:
        """All the programs said on their outputs so far."""
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""

    def wait(self, condition: Callable[[], bool], otherwise: str, seconds: float = 20) -> None:
        """Wait until something holds. Raises TrialError with ``otherwise``."""
        pause, until = Event(), monotonic() + seconds
        while not condition():
            if monotonic() > until:
                raise TrialError(otherwise)
            pause.wait(0.1)

    def end(self) -> None:
        """End what still runs."""
        for number in self.root.running():
            os.kill(number, signal.SIGTERM)
        for process in self._running:
            process.send_signal(signal.SIGTERM)
        for process in self._running:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def session(root: Root, pictures: Path) -> Iterator[Session]:
    """A session for as long as it is needed; pictures and what the programs say are kept in ``pictures``."""
    with screen(pictures) as shown:
        lent = root.lend(shown.socket)
        address = f"unix:path={_BUS}"
        root.variables |= {"DISPLAY": shown.display, "DBUS_SESSION_BUS_ADDRESS": address}
        root.variables |= {"XDG_SESSION_TYPE": "x11", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        log = pictures / "session.log"
        log.unlink(missing_ok=True)
        daemon = root.start(
            "dbus-daemon",
            "--session",
            "--nofork",
            "--nopidfile",
            f"--address={address}",
            log=pictures / "bus.log",
        )
        try:
            eyes = _eyes(root)
            running = Session(root, shown, eyes, log)
            try:
                yield running
            except BaseException:
                shown.picture("trouble")
                raise
            finally:
                running.end()
                eyes.close()
        finally:
            daemon.terminate()
            daemon.wait(10)
            root.variables.clear()
            root.take_back(lent)


def _eyes(root: Root) -> Eyes:
    """Ask the session's bus for the one of screen readers, which it starts."""
    pause, until = Event(), monotonic() + 20
    while not root.at(_BUS).is_socket():
        if monotonic() > until:
            raise TrialError("The session's bus does not start.")
        pause.wait(0.05)
    try:
        bus = Bus(root.at(_BUS))
        address = str(bus.ask(Call("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress"))[0])
        bus.close()
    except BusError as error:
        raise TrialError(str(error)) from error
    found = re.match(r"unix:path=([^,]+)", address)
    if found is None:
        raise TrialError(f"The bus of screen readers is at {address}, where the trial cannot look.")
    return Eyes(root.at(found[1]))
