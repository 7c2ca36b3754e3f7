"""`netdesk --self-test`: proves in half a minute that this installation works, one line a check.

It works on a workspace of its own in a temporary folder. Any warning of Python, of Qt or in the log fails it.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from netdesk.app.selftest_steps import STEPS, Bench

LONGEST_SECONDS = 30
_FAILED = 1
_HARMLESS = "This plugin does not support"
"""How Qt begins what it says of a platform without a screen."""


def self_test(steps: tuple[tuple[str, Callable[[Bench], str]], ...] = STEPS) -> int:
    """Run every check and give the exit code: 0 when all passed, else 1."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    started = perf_counter()
    failed = 0
    # If something hangs, say where and end; nothing here may keep a build waiting.
    faulthandler.dump_traceback_later(LONGEST_SECONDS, exit=True, file=sys.__stderr__ or sys.stderr)
    try:
        with tempfile.TemporaryDirectory(prefix="netdesk-self-test-") as folder, _heard() as heard:
            bench = Bench(Path(folder))
            try:
                for name, step in steps:
                    failed += not _passes(name, step, bench, heard)
            finally:
                bench.close()
            for late in heard:
                failed += 1
                print(f"FAILED  {'the end':<22}{late}", flush=True)
    finally:
        faulthandler.cancel_dump_traceback_later()
    took = perf_counter() - started
    said = f"{failed} of {len(steps)} checks failed" if failed else f"all {len(steps)} checks passed"
    print(f"{said} in {took:.1f} s", flush=True)
    return _FAILED if failed else 0


def _passes(name: str, step: Callable[[Bench], str], bench: Bench, heard: list[str]) -> bool:
    try:
        said = step(bench)
    except Exception as error:
        heard.append(f"{type(error).__name__}: {error}")
        said = ""
    passed = not heard
    print(f"{'ok' if passed else 'FAILED':<8}{name:<22}{said if passed else '; '.join(heard)}", flush=True)
    heard.clear()
    return passed


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
