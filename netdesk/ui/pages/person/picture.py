"""A picture as somebody drops or chooses it, made small enough to keep."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from netdesk.method.errors import InvalidInput
from netdesk.services.photos import LONGEST_SIDE
from netdesk.ui.pictures import PictureReader

_MOST_BYTES = 60_000_000
_LARGEST_SIDE = 12_000
_JPEG_QUALITY = 88

Kept = tuple[bytes, str]
"""The bytes and their media type."""


def picture_patterns() -> str:
    """What a file dialog offers: every format this Qt reads."""
    endings = sorted({bytes(each.data()).decode("ascii") for each in QImageReader.supportedImageFormats()})
    return f"Pictures ({' '.join(f'*.{ending}' for ending in endings)})"


def picture_of_file(path: Path) -> Kept:
    """Read and scale the picture in a file. Raises ``InvalidInput`` when it is none, or vast."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise _no_picture(path.name)
        data = path.read_bytes()
    except OSError as error:
        raise InvalidInput(f"“{path.name[:80]}” cannot be read.", "Choose another file.") from error
    reader = PictureReader(data)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > _LARGEST_SIDE:
        raise _no_picture(path.name)
    if size.isValid() and max(size.width(), size.height()) > 2 * LONGEST_SIDE:
        # JPEG decodes faster at a smaller size; twice the size keeps the last step smooth.
        reader.setScaledSize(
            size.scaled(2 * LONGEST_SIDE, 2 * LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
        )
    image = reader.read()
    if image.isNull():
        raise _no_picture(path.name)
    return small_picture(image)


def small_picture(image: QImage) -> Kept:
    """Scale an image to what is kept of it: JPEG, or PNG where something shows through."""
    if max(image.width(), image.height()) > LONGEST_SIDE:
        image = image.scaled(
            LONGEST_SIDE,
            LONGEST_SIDE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    see_through = image.hasAlphaChannel()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"PNG" if see_through else b"JPEG"))
    if not see_through:
        writer.setQuality(_JPEG_QUALITY)
    writer.write(image)
    return bytes(buffer.data().data()), "image/png" if see_through else "image/jpeg"


def _no_picture(name: str) -> InvalidInput:
    return InvalidInput(f"“{name[:80]}” is no picture that can be shown.", "Choose a JPEG or PNG file.")
