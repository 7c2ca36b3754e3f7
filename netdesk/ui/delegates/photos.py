"""Pictures of people, decoded and scaled off the window's thread and kept by (address, size, pixel ratio).

``Photos(desk)``: ``pixmap(address, side, ratio)`` gives the picture or None while it is on its way; ``arrived`` says
that one more is there.
"""

from __future__ import annotations

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from netdesk.services.photos import photo
from netdesk.services.workspaces import Workspace
from netdesk.ui.bridge.desk import Desk
from netdesk.ui.pictures import PictureReader

KEPT = 600
_LARGEST = 12_000
"""Pixels along one side above which a picture is not decoded at all."""
_Key = tuple[str, int, float]


class Photos(QObject):
    """A small memory of pictures. A picture that cannot be read is remembered as none."""

    arrived = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: OrderedDict[_Key, QPixmap | None] = OrderedDict()
        self._asked: set[_Key] = set()

    def pixmap(self, address: str, side: int, ratio: float) -> QPixmap | None:
        """The picture for a square of ``side`` logical pixels, or None: initials will do until it is there."""
        if not address:
            return None
        key = (address, side, ratio)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._asked:
            self._asked.add(key)
            pixels = round(side * ratio)
            self._desk.ask(
                self, f"{address} {pixels}", partial(_decoded, address, pixels), partial(self._keep, key)
            )
        return None

    def _keep(self, key: _Key, image: QImage | None) -> None:
        self._asked.discard(key)
        picture = None
        if image is not None:
            picture = QPixmap.fromImage(image)
            picture.setDevicePixelRatio(key[2])
        self._kept[key] = picture
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit()


def _decoded(address: str, pixels: int, ws: Workspace) -> QImage | None:
    data = photo(ws, address)
    return None if data is None else square(data, pixels)


def square(data: bytes, pixels: int) -> QImage | None:
    """Decode a picture as the square of its middle, ``pixels`` wide; None when it cannot be read or is vast."""
    reader = PictureReader(data)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _LARGEST:
        return None
    # JPEG decodes faster at a smaller size; the middle is cut out afterwards.
    reader.setScaledSize(
        size.scaled(QSize(pixels, pixels), Qt.AspectRatioMode.KeepAspectRatioByExpanding).boundedTo(size)
    )
    image = reader.read()
    if image.isNull():
        return None
    side = min(image.width(), image.height())
    middle = image.copy((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    return middle.scaled(
        QSize(pixels, pixels),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
