"""Hands at a real screen: the pointer and the keys of the X server, moved by xdotool from a thread of their own."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.support import seeing

T = TypeVar("T")
LONGEST_WAIT = 15.0
_LOOK_EVERY = 0.03
_NAMES = {"backspace": "BackSpace", "return": "Return", "escape": "Escape", "tab": "Tab", "space": "space"}


class _Asker(QObject):
    """Carries a question from the hands' thread to the window's."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def _answer(self, call: Callable[[], None]) -> None:
        call()


class ScreenHands:
    """To be made on the window's thread, and used on another."""

    def __init__(self, folder: Path, scale: float = 1.0) -> None:
        self._asker = _Asker()
        self._folder = folder
        self._scale = scale
        self._pictures = 0
        self._pause = threading.Event()

    def look(self, question: Callable[[], T]) -> T:
        answer: Future[T] = Future()

        def call() -> None:
            try:
                answer.set_result(question())
            except Exception as error:  # Whatever it is belongs to who asked.
                answer.set_exception(error)

        self._asker.asked.emit(call)
        return answer.result(LONGEST_WAIT)

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        for _ in range(round(LONGEST_WAIT / _LOOK_EVERY)):
            if self.look(condition):
                return
            self._pause.wait(_LOOK_EVERY)
        raise AssertionError(f"{what}; on the screen: {' | '.join(self.look(seeing.sentences))}")

    def click(self, spot: QPoint) -> None:
        self._run("mousemove", *self._at(spot), "click", "1")

    def key(self, keys: str) -> None:
        *held, last = keys.split("+")
        name = _NAMES.get(last.lower(), last.lower() if len(last) == 1 else last)
        self._run("key", "--clearmodifiers", "+".join([*(one.lower() for one in held), name]))

    def type(self, text: str) -> None:
        self._run("type", "--delay", "25", "--", text)

    def drag(self, start: QPoint, end: QPoint) -> None:
        self._run("mousemove", *self._at(start), "mousedown", "1")
        steps = 12
        for step in range(1, steps + 1):
            self._run("mousemove", *self._at(start + (end - start) * step / steps))
            self.look(lambda: None)
        self.picture("drag")
        self._run("mouseup", "1")

    def with_file(self, path: Path, ask: Callable[[], None]) -> None:
        ask()
        self.wait(_file_dialog_is_up, "no dialog asks for a file")
        self.picture("file-dialog")
        self.key("Ctrl+A")
        self.type(str(path))
        self.key("Return")
        self.wait(lambda: not _file_dialog_is_up(), "the dialog for files stays")

    def picture(self, name: str) -> None:
        self._pictures += 1
        # Twice there and back: what is due to be painted is painted.
        self.look(QApplication.processEvents)
        self.look(lambda: None)
        file = self._folder / f"{self._pictures:02}-{name}.png"
        subprocess.run(["import", "-window", "root", str(file)], check=True, env=os.environ)

    def _at(self, spot: QPoint) -> tuple[str, str]:
        return str(round(spot.x() * self._scale)), str(round(spot.y() * self._scale))

    def _run(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], check=True, env=os.environ)


def _file_dialog_is_up() -> bool:
    return isinstance(QApplication.activeModalWidget(), QFileDialog)
