"""The five sources side by side in a cell: the chosen one is lit; where there is little room the others are digits.

``segment_boxes(rect, chosen, short=…)`` gives the box of each, ``paint_sources`` draws them.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath

from netdesk.method.sources import Source
from netdesk.ui.theme.metrics import RADIUS_BUTTON, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.paint import CENTRE, rounded, text_line

SOURCES = tuple(Source)
_PAD, _PAD_SHORT = 7, 8
_HEIGHT = 26


def segments_width(*, short: bool) -> int:
    """Pixels the five need; short ones with the longest name chosen."""
    if not short:
        return sum(_widths(None, short=False)) + 2
    return max(sum(_widths(source, short=True)) for source in SOURCES) + 2


def segment_boxes(rect: QRect, chosen: Source | None, *, short: bool) -> list[QRect]:
    """Give the box of each source in a cell, from left to right."""
    height = max(metrics().px(_HEIGHT), QFontMetrics(_font()).height() + metrics().px(6))
    top = rect.top() + (rect.height() - 1 - height) // 2
    boxes, left = [], rect.left() + 1
    for width in _widths(chosen, short=short):
        boxes.append(QRect(left, top, width, height))
        left += width
    return boxes


def paint_sources(
    painter: QPainter, rect: QRect, chosen: Source | None, theme: Theme, *, short: bool
) -> None:
    """Draw the five in a cell."""
    boxes = segment_boxes(rect, chosen, short=short)
    radius = metrics().px(RADIUS_BUTTON)
    whole = boxes[0].united(boxes[-1]).adjusted(-1, 0, 1, 0)
    rounded(painter, whole, theme.color("panel"), None, radius)
    if chosen is not None:
        shape, part = QPainterPath(), QPainterPath()
        shape.addRoundedRect(QRectF(whole), radius, radius)
        part.addRect(QRectF(boxes[SOURCES.index(chosen)]))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shape.intersected(part), theme.color("accent-soft"))
        painter.restore()
    rounded(painter, whole, None, theme.color("line"), radius)
    font = _font()
    for box, source in zip(boxes, SOURCES, strict=True):
        ink = theme.color("accent" if source is chosen else "text-2")
        text_line(painter, box, _label(source, chosen, short=short), font, ink, CENTRE)


def _label(source: Source, chosen: Source | None, *, short: bool) -> str:
    return source.key if short and source is not chosen else source.short


def _widths(chosen: Source | None, *, short: bool) -> list[int]:
    ruler, pad = QFontMetrics(_font()), metrics().px(_PAD_SHORT if short else _PAD)
    return [ruler.horizontalAdvance(_label(one, chosen, short=short)) + 2 * pad for one in SOURCES]


def _font() -> QFont:
    return metrics().font(Type.SECONDARY_MEDIUM)
