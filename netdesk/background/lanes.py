"""The threads of the program: one that writes, two that read, each with a connection of its own.

A long job on the writing lane lets short ones through whenever it calls ``report.let_others_through()``: they run
on the same thread between two of its transactions.
"""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol, TypeVar

from netdesk.background.jobs import Job, Progress, Report

T = TypeVar("T")
Listener = Callable[[Progress], None]


class Attached(Protocol):
    """What gives each thread its own connection, and takes it away."""

    def attach(self) -> None:
        """Connect the calling thread."""

    def detach(self) -> None:
        """Disconnect the calling thread."""


class Lane:
    """Threads that take jobs from one queue, the oldest first."""

    def __init__(self, name: str, attached: Attached, threads: int = 1) -> None:
        self._attached = attached
        self._jobs: queue.SimpleQueue[Job[Any] | None] = queue.SimpleQueue()
        # A deque, because threads of one lane take from it at the same time.
        self._waiting_long: deque[Job[Any]] = deque()
        self._running: set[Job[Any]] = set()
        self._threads = [
            threading.Thread(target=self._serve, name=f"{name}-{number}", daemon=True)
            for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    def submit(
        self, work: Callable[[Report], T], listener: Listener | None = None, *, long: bool = False
    ) -> Job[T]:
        """Put ``work`` in the queue; ``long`` work lets short jobs through."""
        job = Job(work, listener, long=long)
        if long:
            job.report.on_pause(self._let_through)
        self._jobs.put(job)
        return job

    def _serve(self) -> None:
        try:
            while (job := self._next()) is not None:
                self._connect_and_run(job)
        finally:
            self._attached.detach()

    def _connect_and_run(self, job: Job[Any]) -> None:
        # Connected with the first job, so that a start does not wait for connections nobody needs yet.
        try:
            self._attached.attach()
        except Exception as error:
            job.future.set_exception(error)
        else:
            self._run(job)

    def _next(self) -> Job[Any] | None:
        try:
            return self._waiting_long.popleft()
        except IndexError:
            return self._jobs.get()

    def _run(self, job: Job[Any]) -> None:
        self._running.add(job)
        try:
            job.run()
        finally:
            self._running.discard(job)

    def _let_through(self) -> None:
        while True:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                return
            if job is None:
                self._jobs.put(None)
                return
            if job.long:
                self._waiting_long.append(job)
            else:
                self._run(job)

    def close(self) -> None:
        """Ask running jobs to stop, drop the waiting ones, and wait for the threads to end."""
        waiting = self._take_waiting()
        for job in [*waiting, *self._running]:
            if job.long:
                job.cancel()
        for job in waiting:
            self._jobs.put(job)
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    def _take_waiting(self) -> list[Job[Any]]:
        """Everything that waits, taken out of both queues, the long ones that stood back first."""
        waiting: list[Job[Any]] = []
        with suppress(IndexError):
            while True:
                waiting.append(self._waiting_long.popleft())
        with suppress(queue.Empty):
            while True:
                job = self._jobs.get_nowait()
                if job is not None:
                    waiting.append(job)
        return waiting


class Lanes:
    """One lane that writes and one of two threads that read."""

    def __init__(self, attached: Attached) -> None:
        self.write = Lane("write", attached)
        self.read = Lane("read", attached, threads=2)

    def close(self) -> None:
        """End both lanes; short writes that were asked for are still done."""
        self.write.close()
        self.read.close()


class InlineLane:
    """A lane that runs each job at once on the calling thread, for the command line and for tests."""

    def submit(
        self, work: Callable[[Report], T], listener: Listener | None = None, *, long: bool = False
    ) -> Job[T]:
        """Run ``work`` now."""
        job = Job(work, listener, long=long)
        job.run()
        return job


class InlineLanes:
    """Both lanes without any thread."""

    def __init__(self) -> None:
        self.write = InlineLane()
        self.read = InlineLane()

    def close(self) -> None:
        """Nothing is under way."""
