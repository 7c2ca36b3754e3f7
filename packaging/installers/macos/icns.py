"""Draws an application's icon for macOS, in every size the Finder and the Dock ask for.

The sizes lie one after another in an .icns file as PNG pictures. Apple's grid leaves a margin: on a canvas of 1024 the
rounded square is 824 wide. NetDesk's drawing fills its canvas more than that, so it is drawn a little smaller, from the
SVG itself: its largest PNG is half as large as what the Dock of a sharp screen wants.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

from installers.bundle import PackagingError

KINDS = {
    "ic11": 32,
    "ic12": 64,
    "ic07": 128,
    "ic13": 256,
    "ic08": 256,
    "ic14": 512,
    "ic09": 512,
    "ic10": 1024,
}
"""Kinds of pictures in an .icns file, and how wide each is: 16, 32, 128, 256 and 512 points, plain and sharp."""
DRAWN = 240 / 256
"""How much of its canvas the SVG's square fills."""
WANTED = 824 / 1024
"""How much of its canvas a square on macOS fills."""
_HEAD = struct.Struct(">4sI")


def container(pictures: dict[str, bytes]) -> bytes:
    """An .icns file of PNG pictures by their kinds."""
    body = b"".join(
        _HEAD.pack(kind.encode("ascii"), _HEAD.size + len(data)) + data for kind, data in pictures.items()
    )
    return _HEAD.pack(b"icns", _HEAD.size + len(body)) + body


def write(drawing: Path, target: Path) -> Path:
    """Draw ``drawing``, an SVG with a square canvas, into ``target``. Raises PackagingError if it is none."""
    drawn = {size: _picture(drawing, size) for size in sorted(set(KINDS.values()))}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(container({kind: drawn[size] for kind, size in KINDS.items()}))
    return target


def _picture(drawing: Path, size: int) -> bytes:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise PackagingError(f"{drawing} is no drawing that Qt can read.")
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    side = size * WANTED / DRAWN
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF((size - side) / 2, (size - side) / 2, side, side))
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise PackagingError("Qt could not write a PNG picture.")
    return bytes(buffer.data().data())
