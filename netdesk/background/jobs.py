"""A piece of work off the window’s thread: its progress, its cancelling, its answer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Generic, TypeVar

from netdesk.method.errors import Cancelled

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: ``done`` of ``total`` (0: unknown) and a sentence."""

    done: int
    total: int
    text: str


class Report:
    """What a job calls now and then: ``report(done, total, text)``; raises ``Cancelled`` when asked to stop."""

    def __init__(self, listener: Callable[[Progress], None] | None = None) -> None:
        self._stop = threading.Event()
        self._listener = listener
        self._pause: Callable[[], None] | None = None

    def __call__(self, done: int = 0, total: int = 0, text: str = "") -> None:
        """Tell how far the work is; raises ``Cancelled`` when a person asked to stop."""
        if self._stop.is_set():
            raise Cancelled
        if self._listener is not None:
            self._listener(Progress(done, total, text))

    def let_others_through(self) -> None:
        """Run the short jobs that wait for the same thread; call between transactions of a long one."""
        if self._pause is not None:
            self._pause()

    def on_pause(self, pause: Callable[[], None]) -> None:
        """The lane says here how short jobs are let through."""
        self._pause = pause

    def cancel(self) -> None:
        """Ask the job to stop at its next report."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the job was asked to stop."""
        return self._stop.is_set()


class Job(Generic[T]):
    """A function under way. ``future`` carries its answer or its error; ``cancel`` asks it to stop."""

    def __init__(
        self,
        work: Callable[[Report], T],
        listener: Callable[[Progress], None] | None = None,
        *,
        long: bool = False,
    ) -> None:
        self.work = work
        self.report = Report(listener)
        self.future: Future[T] = Future()
        self.long = long

    def cancel(self) -> None:
        """Ask the job to stop; one that has not begun never begins."""
        self.report.cancel()

    def run(self) -> None:
        """Do the work on the calling thread and fill ``future``."""
        if self.report.is_cancelled:
            self.future.set_exception(Cancelled())
            return
        try:
            answer = self.work(self.report)
        except BaseException as error:
            self.future.set_exception(error)
        else:
            self.future.set_result(answer)
