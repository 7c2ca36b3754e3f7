"""`netdesk --self-test`: proves in half a minute that this installation works, one line a check.

It works on a workspace of its own in a temporary folder. Any warning of Python, of Qt or in the log fails it. What it
says goes to standard output and, with `--report FILE`, to a file: a windowed program has no console. If a check
hangs, where it hangs is written there as well, and the program ends. Exit codes: 0 all passed, 1 a check failed or
hung, 2 the report cannot be written, 3 the program cannot start at all.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import perf_counter

from netdesk.app.selftest.steps import STEPS, Bench
from netdesk.method.errors import InvalidInput, NetDeskError

LONGEST_SECONDS = 30
"""For one check; all of them together take five on a usual computer."""
_FAILED = 1
_HARMLESS = ("This plugin does not support", "Detected locale")
"""How Qt begins what it says of a platform without a screen, and of a locale it helps itself with."""
Step = tuple[str, Callable[[Bench], str]]


def self_test(
    steps: tuple[Step, ...] = STEPS, report: Path | None = None, longest: float = LONGEST_SECONDS
) -> int:
    """Run every check and give the exit code: 0 when all passed, else 1.

    What is said is written into ``report``, too. A check that hangs for ``longest`` seconds ends the program with
    exit code 1. Raises ``InvalidInput`` when the report cannot be written.
    """
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    started = perf_counter()
    with ExitStack() as ending:
        lines = _Lines(ending.enter_context(_opened(report)) if report is not None else None)
        watch = ending.enter_context(_watched(lines, longest))
        failed = _run(steps, lines, watch)
        took = perf_counter() - started
        lines.write(
            f"{failed} of {len(steps)} checks failed in {took:.1f} s"
            if failed
            else f"all {len(steps)} checks passed in {took:.1f} s"
        )
    return _FAILED if failed else 0


def _run(steps: tuple[Step, ...], lines: _Lines, watch: Callable[[], None]) -> int:
    """How many checks failed; what comes late counts as one more."""
    failed = 0
    # A folder that cannot be taken away, as where something still reads in it, is no fault of the installation.
    room = tempfile.TemporaryDirectory(prefix="netdesk-self-test-", ignore_cleanup_errors=True)
    with room as folder, _heard() as heard:
        bench = Bench(Path(folder))
        try:
            for name, step in steps:
                watch()
                failed += not _passes(name, step, bench, heard, lines)
        finally:
            bench.close()
        for late in heard:
            failed += 1
            lines.write(f"FAILED  {'the end':<22}{late}")
    return failed


def _passes(name: str, step: Callable[[Bench], str], bench: Bench, heard: list[str], lines: _Lines) -> bool:
    try:
        said = step(bench)
    except Exception as error:
        heard.append(_words_for(error))
        said = ""
    passed = not heard
    lines.write(f"{'ok' if passed else 'FAILED':<8}{name:<22}{said if passed else '; '.join(heard)}")
    heard.clear()
    return passed


def _words_for(error: Exception) -> str:
    """What to say of a check that fell: a sentence with a remedy where there is one."""
    if isinstance(error, NetDeskError):
        return str(error)
    if isinstance(error, ImportError):
        from netdesk.app.starting.problems import cause_of

        cause = cause_of(error)
        if cause is not None:
            return str(cause)
    return f"{type(error).__name__}: {error}"


class _Lines:
    """Writes each line at once to standard output and to the report, a path and its open descriptor."""

    def __init__(self, report: tuple[Path, int] | None) -> None:
        self._report = report

    def write(self, line: str) -> None:
        print(line, flush=True)
        if self._report is not None:
            path, descriptor = self._report
            try:
                os.write(descriptor, f"{line}\n".encode())
            except OSError as error:
                raise _unwritten(path, error) from error

    def hang_goes_to(self) -> int | None:
        """The descriptor that takes the trace of a hang: the system writes to it, for Python may hang as well."""
        if self._report is not None:
            return self._report[1]
        for stream in (sys.stderr, sys.__stderr__):
            try:
                if stream is not None:
                    return stream.fileno()
            except (OSError, ValueError):
                continue
        return None


@contextmanager
def _opened(report: Path) -> Iterator[tuple[Path, int]]:
    try:
        descriptor = os.open(report.expanduser(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    except OSError as error:
        raise _unwritten(report, error) from error
    try:
        yield report, descriptor
    finally:
        os.close(descriptor)


def _unwritten(report: Path, error: OSError) -> InvalidInput:
    return InvalidInput(
        f"The report cannot be written to {report}: {error.strerror}.", "Choose another file."
    )


@contextmanager
def _watched(lines: _Lines, longest: float) -> Iterator[Callable[[], None]]:
    """If something hangs or crashes inside, say where and end; nothing here may keep a build waiting.

    What is given back says that all is well, and lets the time begin anew.
    """
    with ExitStack() as ending:
        place = lines.hang_goes_to()
        if place is None:
            place = os.open(os.devnull, os.O_WRONLY)
            ending.callback(os.close, place)
        if not faulthandler.is_enabled():
            faulthandler.enable(file=place)
            ending.callback(faulthandler.disable)

        def begin_anew() -> None:
            faulthandler.dump_traceback_later(longest, exit=True, file=place)

        begin_anew()
        ending.callback(faulthandler.cancel_dump_traceback_later)
        yield begin_anew


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Collect what Python, Qt and the log warn of."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    heard: list[str] = []

    def from_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg} and not message.startswith(_HARMLESS):
            heard.append(f"Qt: {message}")

    class Listening(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(f"log: {record.getMessage()}")

    listening = Listening(logging.WARNING)
    logging.getLogger().addHandler(listening)
    before, hook = qInstallMessageHandler(from_qt), sys.excepthook
    sys.excepthook = lambda kind, error, _: heard.append(f"{kind.__name__}: {error}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            warnings.showwarning = lambda message, *_, **__: heard.append(f"warning: {message}")
            yield heard
    finally:
        sys.excepthook = hook
        qInstallMessageHandler(before)
        logging.getLogger().removeHandler(listening)
