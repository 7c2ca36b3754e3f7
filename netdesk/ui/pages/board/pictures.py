"""Pictures of people for cards: read once, scaled once for each size, the least used forgotten."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap

_KEPT = 400
_LARGEST_SIDE = 4_096


class Pictures:
    """Gives the picture at an address, ready to paint; None when there is none or it cannot be read."""

    def __init__(self, bytes_of: Callable[[str], bytes | None]) -> None:
        self._bytes_of = bytes_of
        self._made: OrderedDict[tuple[str, int, float], QPixmap | None] = OrderedDict()

    def __call__(self, address: str, side: int, ratio: float) -> QPixmap | None:
        """The picture at ``address`` with its shorter side ``side`` logical pixels long."""
        key = (address, side, ratio)
        if key in self._made:
            self._made.move_to_end(key)
            return self._made[key]
        made = _scaled(self._bytes_of(address), side, ratio)
        self._made[key] = made
        if len(self._made) > _KEPT:
            self._made.popitem(last=False)
        return made


def _scaled(data: bytes | None, side: int, ratio: float) -> QPixmap | None:
    if data is None:
        return None
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _LARGEST_SIDE:
        return None
    wanted = size.scaled(
        QSize(round(side * ratio), round(side * ratio)), Qt.AspectRatioMode.KeepAspectRatioByExpanding
    )
    reader.setScaledSize(wanted)
    reader.setAutoTransform(True)
    image = reader.read()
    # Painted into a rectangle of its own, so the ratio need not be on the picture itself.
    return None if image.isNull() else QPixmap.fromImage(image)
