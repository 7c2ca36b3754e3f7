"""How pictures come to the scanner: chosen, dropped, or pasted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from netdesk.ui.pages.person.picture import picture_patterns
from netdesk.ui.scanning.shots import Shot
from netdesk.ui.shell import Shell


class Incoming(QObject):
    """``arrived(list[Shot])`` hands them over; ``nothing(str)`` says why there are none."""

    arrived = Signal(object)
    nothing = Signal(str)

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window
        self._pasted = 0

    def choose(self) -> None:
        """Let a person choose pictures."""
        title = self.tr("Choose pictures of cards")
        patterns = [picture_patterns(), "All files (*)"]
        self.take_files(self._shell.dialogs.open_files(self._window, title, patterns))

    def take_files(self, files: Sequence[Path]) -> None:
        """Take files, whatever they are called: what is no picture is said of each."""
        if files:
            self.arrived.emit([Shot(path.name, path) for path in files])

    def take_image(self, image: QImage) -> None:
        """Take an image from another program."""
        if not image.isNull():
            self._pasted += 1
            self.arrived.emit([Shot(self.tr("Pasted picture {0}").format(self._pasted), image=image)])

    def wants(self, held: QMimeData) -> bool:
        """Whether there is anything in it for the scanner."""
        return held.hasImage() or any(url.isLocalFile() for url in held.urls())

    def take(self, held: QMimeData) -> None:
        """Take what was dropped or copied: files, else an image."""
        files = [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
        if files:
            self.take_files(files)
        elif isinstance(image := held.imageData(), QImage):
            self.take_image(image)

    def paste(self) -> None:
        """Take the picture or the files from the clipboard."""
        held = QGuiApplication.clipboard().mimeData()
        if self.wants(held):
            self.take(held)
        else:
            self.nothing.emit(self.tr("There is no picture on the clipboard."))
