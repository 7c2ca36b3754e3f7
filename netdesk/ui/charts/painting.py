"""Puts a drawn picture on a painter: lines stay lines and words stay words, also in a PDF."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer


def paint_drawing(painter: QPainter, rect: QRectF, svg: bytes) -> None:
    """Draw a picture into ``rect``, stretched to fill it; draw it for that size to keep its letters in proportion."""
    renderer = QSvgRenderer(QByteArray(svg))
    renderer.render(painter, QRectF(rect))
