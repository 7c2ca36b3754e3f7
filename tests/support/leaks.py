"""What a test starts it ends: threads, running timers and windows left over fail it, by name and place."""

import gc
import sys
import threading
import traceback
from collections.abc import Iterator
from typing import Any

import pytest

# How long a thread that is ending may take before it counts as left, in seconds.
ENDING = 2.0
_STARTED_AT = "_netdesk_started_at"


@pytest.fixture(autouse=True, scope="session")
def _threads_remember_their_start() -> Iterator[None]:
    real = threading.Thread.start

    def start(self: threading.Thread) -> None:
        setattr(self, _STARTED_AT, traceback.extract_stack(limit=6)[:-1])
        real(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(threading.Thread, "start", start)
        yield


def left_threads(before: set[threading.Thread]) -> list[str]:
    """Name the threads begun since `before` that do not end within ENDING seconds, and where they began."""
    complaints = []
    for thread in set(threading.enumerate()) - before:
        if isinstance(thread, threading._DummyThread):
            continue
        thread.join(ENDING)
        if thread.is_alive():
            frames = getattr(thread, _STARTED_AT, [])
            where = "".join(traceback.format_list(frames)) or "    (begun by something other than Python)\n"
            complaints.append(f"thread {thread.name!r} still runs, started at\n{where}")
    return complaints


def _qt_application() -> Any:
    """Return the application if a test made one; Qt is not imported for tests that do not use it."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets.QApplication.instance() if widgets else None


def _windows(application: Any) -> list[Any]:
    """Top-level widgets that nobody owns; tooltips are Qt's own and end by themselves."""
    return [
        window
        for window in application.topLevelWidgets()
        if window.parentWidget() is None
        and window.metaObject().className() not in {"QTipLabel", "QDesktopScreenWidget"}
    ]


def _running_timers() -> list[Any]:
    from PySide6.QtCore import QTimer
    from shiboken6 import isValid

    return [
        each for each in gc.get_objects() if isinstance(each, QTimer) and isValid(each) and each.isActive()
    ]


def _describe(window: Any) -> str:
    kind = type(window)
    name, title = window.objectName(), window.windowTitle()
    return f"window {kind.__module__}.{kind.__qualname__} named {name!r}, title {title!r}"


def _finish_deletions(application: Any) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    application.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def left_qt_objects(application: Any, windows_before: list[Any]) -> list[str]:
    """Name windows and running timers that outlived a test, and end them for the next test's sake."""
    from shiboken6 import delete, isValid

    gc.collect()
    _finish_deletions(application)
    known = {id(window) for window in windows_before}
    complaints = []
    for window in _windows(application):
        if id(window) not in known and isValid(window):
            complaints.append(_describe(window))
            delete(window)
    for timer in _running_timers():
        complaints.append(
            f"timer {timer.objectName()!r} every {timer.interval()} ms still runs, owner {timer.parent()!r}"
        )
        timer.stop()
    return complaints


@pytest.fixture(autouse=True)
def _nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    threads = set(threading.enumerate())
    application = _qt_application()
    windows = _windows(application) if application else []
    yield
    complaints = left_threads(threads)
    application = _qt_application()
    # Tests without Qt skip the sweep: collecting the whole heap is dear.
    if application and {"qapp", "qtbot"} & set(request.fixturenames):
        complaints += left_qt_objects(application, windows)
        # What outlives a test are modules and caches; the next sweep need not look at them again.
        gc.freeze()
    if complaints:
        pytest.fail(f"left behind by {request.node.nodeid}:\n  " + "\n  ".join(complaints), pytrace=False)


def pytest_collection_finish() -> None:
    """Take what was imported so far out of the sweeps: it stays until the end, and makes each one dear."""
    gc.collect()
    gc.freeze()
