"""Painting shared by the widgets: rounded boxes, focus rings and text that is cut to fit.

``rounded(painter, rect, fill, line, radius)``, ``focus_ring(painter, rect, theme, radius)``,
``soft_shadow(painter, rect, theme, radius, reach)``,
``text_line(painter, rect, text, font, color, align)``.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from netdesk.ui.theme.tokens import Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter

_LONGEST_LINE = 500
"""Characters looked at when one line is cut to fit; measuring a megabyte would stop the window."""


def rounded(
    painter: QPainter,
    rect: QRect | QRectF,
    fill: QColor | None,
    line: QColor | None = None,
    radius: float = 8,
    width: float = 1,
) -> None:
    """Draw a rounded box; its line lies wholly inside ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(rect)
    if line is not None:
        painter.setPen(QPen(line, width))
        box.adjust(width / 2, width / 2, -width / 2, -width / 2)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    if fill is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(fill)
    painter.drawRoundedRect(box, min(radius, box.height() / 2), min(radius, box.height() / 2))
    painter.restore()


def focus_ring(painter: QPainter, rect: QRect | QRectF, theme: Theme, radius: float = 8) -> None:
    """Draw the two-pixel ring that shows where the keyboard is."""
    rounded(painter, rect, None, theme.color("focus"), radius, 2)


def soft_shadow(painter: QPainter, rect: QRect | QRectF, theme: Theme, radius: float, reach: int) -> None:
    """Draw the soft shadow of something lifted; it reaches ``reach`` pixels out, a third of that further down."""
    color = theme.color("shadow")
    color.setAlphaF(min(1.0, color.alphaF() * 1.4 / reach))
    box = QRectF(rect).translated(0, reach / 3)
    for step in range(reach, 0, -1):
        rounded(painter, box.adjusted(-step, -step, step, step), color, None, radius + step)


def one_line(text: str) -> str:
    """Bring text to one line of a length that can be measured quickly."""
    return " ".join(text[:_LONGEST_LINE].split())


def shortened(text: str, longest: int) -> str:
    """Bring text to one line of at most so many letters, with an ellipsis if something is missing."""
    line = one_line(text)
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def elided(text: str, font: QFont, width: int) -> str:
    """Cut text to a width in pixels, with an ellipsis if something is missing."""
    return QFontMetrics(font).elidedText(one_line(text), Qt.TextElideMode.ElideRight, width)


def text_line(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> int:
    """Draw one line of plain text cut to ``rect``; gives the width it took, in pixels."""
    shown = elided(text, font, rect.width())
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(rect, int(align) | int(Qt.TextFlag.TextSingleLine), shown)
    return QFontMetrics(font).horizontalAdvance(shown)
