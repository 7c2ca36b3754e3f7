"""Files the system asks a running NetDesk to open: macOS sends an event where others start the program again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from netdesk.app.paths import WORKSPACE_SUFFIX

_TOGETHER_MS = 50
"""Files opened together come as an event each."""
_AT_START_MS = 120
"""What a program was started with comes within this time, if anything comes."""


class OpenedBySystem(QObject):
    """``asked`` carries the files (a tuple of paths) that were opened together."""

    asked = Signal(object)

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent or app)
        self._files: list[Path] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TOGETHER_MS)
        self._timer.timeout.connect(self._tell)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the files out of the events; nobody else is interested in those."""
        if event.type() != QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent):
            return False
        name = event.file() or event.url().toLocalFile()
        if not name:
            return False
        self._files.append(Path(name))
        self._timer.start()
        return True

    def _tell(self) -> None:
        files, self._files = tuple(self._files), []
        self.asked.emit(files)


def with_opened(app: QApplication, path: Path, files: Sequence[Path]) -> tuple[Path, list[Path]]:
    """The workspace and the files of a start, with those the system started the program for.

    A workspace among these takes the place of ``path``, which nobody named.
    """
    watch = OpenedBySystem(app)
    found: list[Path] = []
    watch.asked.connect(found.extend)
    loop = QEventLoop()
    watch.asked.connect(loop.quit)
    patience = QTimer()
    patience.setSingleShot(True)
    patience.timeout.connect(loop.quit)
    patience.start(_AT_START_MS)
    loop.exec()
    patience.stop()
    app.removeEventFilter(watch)
    watch.deleteLater()
    among = next((one for one in found if one.suffix.casefold() == WORKSPACE_SUFFIX), None)
    return among or path, [*files, *(one for one in found if one != among)]
