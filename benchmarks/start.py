"""From the start of the process to the first window one can use, with 10,000 people in the workspace.

Limit: a bare QMainWindow with a label, likewise from the start of its process until it is painted. Both are started
in turn, several times, after one start of each that fills the system’s caches and counts for nothing. The clock also
counts what else the machine does; the processor’s time of each process does not.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

PEOPLE = 10_000
RUNS = 9
MOST = 2.0
BESIDE = "a bare window"


def main() -> bool:
    """Measure and print; whether the aim was reached."""
    from benchmarks.figures import HOW, tell_ratio
    from benchmarks.population import copy_of, population

    kept = population(PEOPLE)
    path = kept.with_name("start.netdesk").resolve()
    taken: dict[str, list[tuple[float, float]]] = {"bare": [], "netdesk": []}
    with tempfile.TemporaryDirectory() as home:
        for number in range(RUNS + 1):
            for kind, times in taken.items():
                # A fresh copy each time: one whose window was cut off would be checked for damage first.
                copy_of(kept, path.name)
                took = _started(kind, path, home)
                if number:
                    times.append(took)
    for left in path.parent.glob(f"{path.stem}*"):
        if left.is_file():
            left.unlink()
    name = f"process start → first usable window, {PEOPLE:,} people"
    reached = []
    for place, how in enumerate(HOW):
        ours, bare = ([one[place] for one in taken[kind]] for kind in ("netdesk", "bare"))
        reached.append(tell_ratio(f"{name}, {how}", ours, bare, MOST, BESIDE))
    return all(reached)


def _started(kind: str, path: Path, home: str) -> tuple[float, float]:
    """Start a process; give the ms until its window could be used, by the clock and of the processor."""
    folders = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), home)
    # As installed programs start: with their compiled files kept from the last time.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begin = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.start", kind, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env={"QT_QPA_PLATFORM": "offscreen", **environment, **folders},
    )
    try:
        said, _ = process.communicate(timeout=30)
    finally:
        process.kill()
    if process.returncode:
        raise RuntimeError(f"{kind} did not start")
    at, processor = map(float, said.split()[-2:])
    # Both processes read the same clock: it counts from the start of the machine.
    return (at - begin) * 1000, processor * 1000


def _done(at: float, processor: float) -> None:
    """Say when the window was there, and what of the processor’s time it had taken by then, both in seconds."""
    print(at, processor, flush=True)
    os._exit(0)


def _bare() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    class Label(QLabel):
        def paintEvent(self, event: object) -> None:  # noqa: N802 - Qt’s name
            super().paintEvent(event)  # type: ignore[arg-type]
            at = time.monotonic(), time.process_time()
            QTimer.singleShot(0, lambda: _done(*at))

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(Label("Contacts"))
    window.resize(1440, 900)
    window.show()
    application.exec()


def _netdesk(path: Path) -> None:
    # In the order of the real start, which this watch goes before.
    import_module("netdesk.app.starting.before_qt")
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication([])
    watch = QTimer()

    class Painted(QObject):
        """Notes the begin of the last painting in the pass that paints Today’s first row, and then says it."""

        at: tuple[float, float] | None = None

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt’s name
            if event.type() == QEvent.Type.Paint:
                if watched in waited:
                    waited.clear()
                    application.installEventFilter(self)
                if rows and not waited:
                    self.at = time.monotonic(), time.process_time()
            elif self.at is not None:
                _done(*self.at)
            return False

    painted = Painted()
    rows: list[QWidget] = []
    waited: list[QObject] = []

    def look() -> None:
        page = sys.modules.get("netdesk.ui.pages.today.row")
        if page is None:
            return
        for window in application.topLevelWidgets():
            for row in window.findChildren(page.TodayRow):
                if row.isVisible() and not rows:
                    rows.append(row)
                    waited.append(row)
                    row.installEventFilter(painted)
                    row.update()
                    watch.stop()

    watch.timeout.connect(look)
    watch.start(2)
    from netdesk.app.main import main as start

    start(["--workspace", str(path)])


if __name__ == "__main__":
    if sys.argv[1:2] == ["bare"]:
        _bare()
    elif sys.argv[1:2] == ["netdesk"]:
        _netdesk(Path(sys.argv[2]))
    else:
        raise SystemExit(0 if main() else 1)
