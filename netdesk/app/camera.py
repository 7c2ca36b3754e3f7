"""Takes pictures of windows: waits until they are still, draws them at any scale, writes PNG files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from netdesk.method.errors import NetDeskError

STILL_MS = 60
_MOST_TURNS = 40


def settle(ms: int = STILL_MS) -> None:
    """Let the event loop run until nothing is left to do and ``ms`` milliseconds have passed."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
    for _ in range(_MOST_TURNS):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


class Camera:
    """Takes pictures of one window into one folder and tells of each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.taken: list[str] = []

    def take(self, window: QWidget, name: str, size: QSize, scale: float = 1.0) -> Path:
        """Draw the window at ``size`` pixels; at a scale of 1.5 it is laid out on that much fewer.

        Raises ``NetDeskError`` when the picture cannot be written.
        """
        self.pose(window, size, scale)
        return self.keep(self.draw(window, scale), name)

    def pose(self, window: QWidget, size: QSize, scale: float = 1.0) -> None:
        """Bring the window to that size and wait until it is still."""
        wanted = QSize(round(size.width() / scale), round(size.height() / scale))
        if window.size() != wanted:
            window.resize(wanted)
        settle()

    def draw(self, window: QWidget, scale: float = 1.0) -> QPixmap:
        """Draw the window as it is."""
        picture = QPixmap(window.size() * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        window.render(picture)
        return picture

    def keep(self, picture: QPixmap, name: str) -> Path:
        """Write a picture and say so."""
        path = self.folder / f"{name}.png"
        if not picture.save(str(path), "PNG"):
            raise NetDeskError(f"The picture {path} could not be written.", "Choose another folder.")
        self.taken.append(path.name)
        print(f"{path}  {picture.width()}x{picture.height()}", flush=True)
        return path


def laid_over(picture: QPixmap, pieces: Sequence[tuple[QPixmap, QPoint]]) -> QPixmap:
    """A picture with others laid over it, such as a card under way."""
    together = QPixmap(picture)
    painter = QPainter(together)
    for piece, place in pieces:
        painter.drawPixmap(place, piece)
    painter.end()
    return together
