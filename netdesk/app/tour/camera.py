"""Takes pictures of windows: waits until they are still, draws them at any scale, writes PNG files."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QPoint,
    QSize,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from netdesk.method.errors import NetDeskError

STILL_MS = 20
_HARMLESS = "This plugin does not support"
"""How Qt begins what it says of a platform without a screen."""
_MOST_TURNS = 40
_QUICKLY = 85
"""Qt's word for a PNG that is packed in a third of the time, and a little larger."""


def settle(ms: int = STILL_MS) -> None:
    """Let the event loop run until nothing is left to do and ``ms`` milliseconds have passed."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
    for _ in range(_MOST_TURNS):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


@contextmanager
def without_a_screen() -> Iterator[None]:
    """Keep Qt from telling again and again what cannot be done without a screen; the rest is told."""

    def tell(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if not message.startswith(_HARMLESS):
            print(message, file=sys.stderr)

    before = qInstallMessageHandler(tell)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


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
        settle()
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
        # A menu or a pop-up is a window of its own; it is drawn where it stands.
        popup = QApplication.activePopupWidget()
        if popup is None or popup.window() is window:
            return picture
        over = QPixmap(popup.size() * scale)
        over.setDevicePixelRatio(scale)
        over.fill(Qt.GlobalColor.transparent)
        popup.render(over)
        return laid_over(picture, [(over, window.mapFromGlobal(popup.mapToGlobal(QPoint(0, 0))))])

    def keep(self, picture: QPixmap, name: str) -> Path:
        """Write a picture and say so."""
        path = self.folder / f"{name}.png"
        if not picture.save(str(path), "PNG", _QUICKLY):
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
