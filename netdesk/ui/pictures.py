"""Pictures are decoded from bytes in one way: upright as the camera noted it, their size known before they are read."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageReader


class PictureReader(QImageReader):
    """Reads the picture in ``data``; whoever reads limits the size first, since anything may be handed in."""

    def __init__(self, data: bytes) -> None:
        buffer = QBuffer()
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        super().__init__(buffer)
        # Qt does not hold the buffer for its reader.
        self._buffer = buffer
        self.setAutoTransform(True)
