"""What the trial says: a line a step with its time, and why it stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter


class TrialError(Exception):
    """A step did not come about; the words say what was wanted and what was found."""


class Report:
    """Prints a line when a step is over, and remembers what it measured."""

    def __init__(self, say: Callable[[str], None] = print) -> None:
        self._say = say
        self._began = perf_counter()
        self.steps = 0

    @contextmanager
    def step(self, words: str) -> Iterator[list[str]]:
        """One step; what is put into the list given is said behind its words."""
        began = perf_counter()
        found: list[str] = []
        try:
            yield found
        except BaseException:
            self._say(f"FAILED  {words}")
            raise
        self.steps += 1
        detail = f": {', '.join(found)}" if found else ""
        self._say(f"ok {perf_counter() - began:6.1f} s  {words}{detail}")

    def end(self) -> None:
        """Say that everything came about."""
        self._say(f"All {self.steps} steps came about in {perf_counter() - self._began:.0f} s.")


def demand(condition: bool, words: str) -> None:
    """Raise TrialError with ``words`` unless ``condition`` holds."""
    if not condition:
        raise TrialError(words)
