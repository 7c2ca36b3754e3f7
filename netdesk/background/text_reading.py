"""Reading the text in pictures, on this computer, in a process of its own that can be stopped at any moment.

``TextReader()``: ``start()`` lets the process load while something else is done, ``read(picture, report)`` waits for
the lines of one picture, ``close()`` ends the process. It stays alive between pictures, because loading takes longer
than reading. What does the reading is an extra part of NetDesk; ``is_available()`` tells whether it is installed.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from time import monotonic
from typing import Any

import netdesk
from netdesk.background.jobs import Report
from netdesk.background.text_reading_process import LENGTH_BYTES, MISSING
from netdesk.method.errors import Cancelled, NetDeskError

ARGUMENT = "--read-text"
"""What NetDesk is started with to be the reading process."""
LIMIT_SECONDS = 30.0
"""How long one picture may take, loading included; it is usually under two."""
_LOOK_EVERY = 0.05
_LONGEST_ANSWER = 4_000_000
_NEEDED = ("rapidocr", "onnxruntime")


class TextReadingError(NetDeskError):
    """The text of a picture could not be read; the message is a sentence for the person."""


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line of text: its box in pixels of the picture, and from 0 to 1 how sure its letters are."""

    text: str
    left: float
    top: float
    width: float
    height: float
    confidence: float


def is_available() -> bool:
    """Whether the parts that read text are installed; they are not imported to find out."""
    return all(find_spec(name) is not None for name in _NEEDED)


def own_command() -> tuple[str, ...]:
    """How this program starts itself as the reading process, frozen or not."""
    if getattr(sys, "frozen", False):
        return sys.executable, ARGUMENT
    return sys.executable, "-m", "netdesk", ARGUMENT


class TextReader:
    """Reads pictures one after the other. ``command`` is what is started, by default this program itself."""

    def __init__(self, command: Sequence[str] | None = None, limit: float = LIMIT_SECONDS) -> None:
        self._command = tuple(command) if command is not None else own_command()
        self._limit = limit
        self._running: _Running | None = None
        self._lock = threading.Lock()

    def start(self) -> None:
        """Begin to load, unless that is done already; does not wait. Raises ``TextReadingError``."""
        self._process()

    def read(self, picture: bytes, report: Report) -> tuple[SeenLine, ...]:
        """The lines of a picture (JPEG or PNG); waits for them, asking ``report`` whether to stop.

        Raises ``Cancelled``, and ``TextReadingError`` when the process ended, took too long or could not read it.
        """
        running = self._process()
        running.wanted.put(picture)
        end = monotonic() + self._limit
        while True:
            try:
                answer = running.answers.get(timeout=_LOOK_EVERY)
                break
            except queue.Empty:
                self._ask_whether_to_stop(report)
            if monotonic() > end:
                self.close()
                raise TextReadingError(
                    "Reading this picture took too long.", "Type what stands on the card beside it."
                )
        return self._lines(answer)

    def close(self) -> None:
        """End the process, whatever it does; ``read`` starts another."""
        with self._lock:
            running, self._running = self._running, None
        if running is not None:
            running.end()

    def process_id(self) -> int | None:
        """The number of the process while there is one, to measure it."""
        running = self._running
        return running.process.pid if running is not None else None

    def _process(self) -> _Running:
        with self._lock:
            if self._running is None:
                try:
                    self._running = _Running(self._command)
                except OSError as error:
                    raise TextReadingError("The part that reads text could not be started.") from error
            return self._running

    def _ask_whether_to_stop(self, report: Report) -> None:
        try:
            report()
        except Cancelled:
            self.close()
            raise

    def _lines(self, answer: bytes) -> tuple[SeenLine, ...]:
        if not answer:
            self.close()
            raise TextReadingError("The part that reads text ended by itself.", "Try this picture again.")
        try:
            said = json.loads(answer)
            if "error" not in said:
                return tuple(_line(one) for one in said["lines"])
        except (ValueError, TypeError, LookupError) as error:
            self.close()
            raise TextReadingError("The part that reads text answered with nonsense.") from error
        if said["error"] == MISSING:
            self.close()
            raise TextReadingError("The part that reads text is not installed whole.", "Install it again.")
        raise TextReadingError("The text of this picture could not be read.", "Type it beside the picture.")


def _line(said: dict[str, Any]) -> SeenLine:
    left, top, width, height = (float(side) for side in said["box"])
    return SeenLine(str(said["text"]), left, top, width, height, float(said["confidence"]))


class _Running:
    """A reading process, and the thread that gives it pictures and takes its answers (b"": it is gone)."""

    def __init__(self, command: Sequence[str]) -> None:
        self.wanted: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self.answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Where the package lies, so that a checkout and an installed program find it alike.
            cwd=Path(netdesk.__file__).parents[1] if not getattr(sys, "frozen", False) else None,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._thread = threading.Thread(target=self._talk, name="text-reading", daemon=True)
        self._thread.start()

    def _talk(self) -> None:
        sending, receiving = self.process.stdin, self.process.stdout
        assert sending is not None
        assert receiving is not None
        answer = b"-"
        while answer and (picture := self.wanted.get()) is not None:
            answer = b""
            with suppress(OSError, ValueError):
                sending.write(len(picture).to_bytes(LENGTH_BYTES, "big"))
                sending.write(picture)
                sending.flush()
                answer = receiving.readline(_LONGEST_ANSWER)
            self.answers.put(answer)

    def end(self) -> None:
        """Stop the process and wait until it and the thread are gone."""
        self.process.kill()
        self.wanted.put(None)
        self.process.wait()
        self._thread.join()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
