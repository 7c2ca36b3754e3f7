"""A photograph of a card as it is dropped, chosen or pasted, decoded within limits; runs off the window's thread.

Kept of it is a JPEG with the longest side of 1,600 pixels, upright as the camera noted it, and without what else the
camera wrote into it, such as the place.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QTransform

from netdesk.method.errors import InvalidInput
from netdesk.services.card_reading import CardPicture
from netdesk.ui.pictures import PictureReader

KEPT_SIDE = 1_600
"""Pixels along the longest side of what is kept, and read as text."""
CODE_SIDE = 2_400
"""Pixels along the longest side of what codes are looked for in: a small code on a whole photograph."""
MOST_BYTES = 60_000_000
MOST_PIXELS = 150_000_000
_AT_ONCE = 40_000_000
"""Pixels of a picture that is decoded whole because its format cannot be scaled while it is read."""
_SCALED_WHILE_READ = (b"jpeg", b"jpg")
"""Qt's names of formats that can be read at a smaller size."""
_QUALITY = 85


def picture_of_file(path: Path) -> CardPicture:
    """Decode the picture in a file. Raises ``InvalidInput`` naming the file when it is none, or vast."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _refused(path.name, f"is larger than {MOST_BYTES // 1_000_000} megabytes")
        data = path.read_bytes()
    except OSError as error:
        raise InvalidInput(f"“{path.name[:80]}” cannot be read.", "Choose another file.") from error
    reader = PictureReader(data)
    size = reader.size()
    if not reader.canRead():
        raise _refused(path.name, "is no picture that can be shown")
    _limit(reader, size, path.name)
    image = reader.read()
    if image.isNull():
        raise _refused(path.name, "is no picture that can be shown")
    return picture_of_image(image)


def picture_of_image(image: QImage) -> CardPicture:
    """Make a decoded image, from a file or the clipboard, ready to be read and kept."""
    whole = _on_white(_fitting(image, CODE_SIDE))
    grey = whole.convertToFormat(QImage.Format.Format_Grayscale8)
    return CardPicture(
        _rows(grey), grey.width(), grey.height(), _jpeg(_fitting(whole, KEPT_SIDE)), "image/jpeg"
    )


def image_of(data: bytes) -> QImage:
    """The image of a kept picture."""
    return QImage.fromData(QByteArray(data))


def turned(data: bytes, degrees: int) -> bytes:
    """A kept picture turned clockwise by whole quarters."""
    if degrees % 360 == 0:
        return data
    return _jpeg(image_of(data).transformed(QTransform().rotate(degrees)))


def _limit(reader: QImageReader, size: QSize, name: str) -> None:
    """Scale while reading where the format can; refuse what would take too much memory otherwise."""
    pixels = size.width() * size.height() if size.isValid() else 0
    scales = bytes(reader.format().data()) in _SCALED_WHILE_READ
    if pixels > (MOST_PIXELS if scales else _AT_ONCE):
        raise _refused(name, f"has {pixels // 1_000_000:,} megapixels, more than can be read")
    if scales and max(size.width(), size.height()) > CODE_SIDE:
        reader.setScaledSize(size.scaled(CODE_SIDE, CODE_SIDE, Qt.AspectRatioMode.KeepAspectRatio))


def _fitting(image: QImage, side: int) -> QImage:
    if max(image.width(), image.height()) <= side:
        return image
    return image.scaled(
        side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _on_white(image: QImage) -> QImage:
    """The image on white paper, where something shows through."""
    if not image.hasAlphaChannel():
        return image.convertToFormat(QImage.Format.Format_RGB32)
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper


def _rows(grey: QImage) -> bytes:
    """The pixels without the bytes that fill up each row."""
    bits, width, step = bytes(grey.constBits()), grey.width(), grey.bytesPerLine()
    if step == width:
        return bits[: width * grey.height()]
    return b"".join(bits[row * step : row * step + width] for row in range(grey.height()))


def _jpeg(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", _QUALITY)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _refused(name: str, why: str) -> InvalidInput:
    return InvalidInput(f"“{name[:80]}” {why}.", "Choose a photograph as JPEG or PNG.")
