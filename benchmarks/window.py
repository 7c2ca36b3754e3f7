"""A whole window on a kept population, for measurements from a key or a drop to the painted screen."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.population import FOLDER, TODAY, population
from netdesk.background.lanes import Lanes
from netdesk.services.workspaces import Workspace, open_workspace
from netdesk.ui.bridge.desk import Desk
from netdesk.ui.main_window import MainWindow
from netdesk.ui.theme.scheme import Scheme, SchemeSwitch

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


class Bench:
    """The window, its desk and its workspace; ``close`` ends all three. ``filled``: a file to copy in their place."""

    def __init__(self, people: int, filled: Path | None = None) -> None:
        kept = filled or population(people)
        path = FOLDER / f"window-{os.getpid()}.netdesk"
        shutil.copyfile(kept, path)
        self._path = path
        self.application = QApplication.instance() or QApplication([])
        self.workspace: Workspace = open_workspace(path)
        self.desk = Desk(self.workspace, Lanes(self.workspace))
        assert isinstance(self.application, QApplication)
        appearance = SchemeSwitch(self.application, RESOURCES)
        appearance.choose(Scheme.LIGHT)
        self.window = MainWindow(self.desk, appearance, RESOURCES, today=lambda: TODAY)
        self.window.show()

    def close(self) -> None:
        """Close everything and remove the copy."""
        self.window.close()
        self.desk.close()
        self.workspace.close()
        for left in self._path.parent.glob(f"{self._path.name}*"):
            left.unlink()


class Painted(QObject):
    """Notes when a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.last = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt’s name
        if event.type() == QEvent.Type.Paint:
            # The filter comes before the painting; the loop's next turn comes after it.
            QTimer.singleShot(0, self, self._note)
        return False

    def _note(self) -> None:
        self.last = perf_counter()


def until(is_so: Callable[[], bool], seconds: float = 20.0) -> None:
    """Run the event loop, asleep between events, until something is so. Raises ``TimeoutError``."""
    guard = QTimer()
    guard.setSingleShot(True)
    guard.start(round(seconds * 1000))
    while not is_so():
        if not guard.isActive():
            raise TimeoutError("it did not come to be so in time")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
