"""Photographs of invented cards: drawn, laid on a table, turned, blurred; and the note a camera writes on its turn."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from tests.support.card_codes import code_of

Row = tuple[str, int, int, int]
"""Text, left, base line, height of the letters in pixels."""
MARTA: tuple[Row, ...] = (
    ("Marta Lindqvist", 60, 110, 58),
    ("Founder & Managing Director", 60, 160, 30),
    ("Lindqvist Interiors Ltd", 60, 290, 36),
    ("12 Harbour Street, Bristol BS1 4RN", 60, 390, 26),
    ("Mobile: +44 7700 900123", 60, 435, 26),
    ("marta@lindqvist-interiors.example", 60, 480, 26),
    ("www.lindqvist-interiors.example", 60, 525, 26),
)
JUERGEN: tuple[Row, ...] = (
    ("GROSS BAU GMBH", 520, 90, 40),
    ("Dr. Jürgen Groß", 60, 300, 44),
    ("Geschäftsführer", 60, 345, 26),
    ("Hauptstraße 7, 80331 München", 60, 440, 24),
    ("Tel. +49 89 5550123", 60, 480, 24),
    ("j.gross@gross-bau.example", 60, 520, 24),
)


def drawn_card(
    rows: Sequence[Row] = MARTA, code: str = "", *, degrees: float = 0, table: int = 120
) -> QImage:
    """A card of 1,000 by 600 pixels on a table that shows ``table`` pixels around it, turned by ``degrees``."""
    card = QImage(1000, 600, QImage.Format.Format_RGB32)
    card.fill(QColor("ivory"))
    painter = QPainter(card)
    painter.setPen(QColor("black"))
    for text, left, base, height in rows:
        font = QFont("DejaVu Sans")
        font.setPixelSize(height)
        painter.setFont(font)
        painter.drawText(left, base, text)
    if code:
        painter.drawImage(QRect(660, 300, 260, 260), image_of_code(code))
    painter.end()
    side = 600 if degrees % 180 == 0 else 1000
    whole = QImage(1000 + 2 * table, side + 2 * table, QImage.Format.Format_RGB32)
    whole.fill(QColor("saddlebrown"))
    painter = QPainter(whole)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(whole.width() / 2, whole.height() / 2)
    painter.rotate(degrees)
    painter.drawImage(QPointF(-500, -300), card)
    painter.end()
    return whole


def image_of_code(text: str) -> QImage:
    """A QR code as an image."""
    grey, width, height = code_of(text, 4)
    return QImage(grey, width, height, width, QImage.Format.Format_Grayscale8).copy()


def blurred(image: QImage, times: int = 2) -> QImage:
    """The image as a hand that was not still takes it."""
    smooth = Qt.TransformationMode.SmoothTransformation
    small = image.scaled(image.width() // times, image.height() // times, mode=smooth)
    return small.scaled(image.size(), mode=smooth)


def jpeg(image: QImage, quality: int = 90) -> bytes:
    """The bytes of the image as a camera saves it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPEG", quality)
    return bytes(buffer.data().data())


def noting_turn(data: bytes, orientation: int) -> bytes:
    """A JPEG with the camera's note on how it was held (EXIF tag 0x0112, TIFF 6.0) put in after the first marker."""
    tag = struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    note = b"Exif\0\0" + b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 1) + tag + struct.pack("<I", 0)
    segment = b"\xff\xe1" + struct.pack(">H", len(note) + 2) + note
    return data[:2] + segment + data[2:]


def saved(path: Path, image: QImage | bytes) -> Path:
    """Save a picture, or bytes that claim to be one."""
    path.write_bytes(image if isinstance(image, bytes) else jpeg(image))
    return path


def of_data(data: bytes) -> QImage:
    """The image in some bytes."""
    return QImage.fromData(QByteArray(data))
