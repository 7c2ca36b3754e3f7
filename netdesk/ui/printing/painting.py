"""Draws laid pages with a painter: the same lines on a screen, in a PDF and on a printer."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from netdesk.ui.printing.marks import Ink, Mark, Picture, Pip, Rule, Star, Tick, TickBox, Words
from netdesk.ui.printing.page_layout import Page
from netdesk.ui.printing.typesetting import FINE, SetText

_BOX_LINE = 1.0
_BOX_RADIUS = 2.6
_INNER = 0.42
"""How far the inner corners of a star lie from its middle, as a share of the outer ones."""


def paint_page(painter: QPainter, page: Page) -> None:
    """Draw a page with its corner at the painter's origin, 96 units to the inch."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for mark in page.marks:
        _paint(painter, mark)
    painter.restore()


def _paint(painter: QPainter, mark: Mark) -> None:
    match mark:
        case Words():
            _words(painter, mark)
        case TickBox():
            _box(painter, mark)
        case Pip():
            _pip(painter, mark)
        case Rule():
            _rule(painter, mark)
        case Tick():
            _tick(painter, mark.x, mark.y, mark.side, mark.ink)
        case Star():
            _star(painter, mark)
        case Picture():
            _picture(painter, mark)


def _words(painter: QPainter, mark: Words) -> None:
    lettering = mark.lettering
    if not isinstance(lettering, SetText):
        raise TypeError("Only text set by a Typesetter can be drawn.")
    painter.save()
    painter.translate(mark.x, mark.y)
    painter.scale(1 / FINE, 1 / FINE)
    painter.setPen(QColor(lettering.style.ink.value))
    lettering.layout.draw(painter, QPointF(0, 0))
    painter.restore()


def _box(painter: QPainter, mark: TickBox) -> None:
    painter.setPen(QPen(QColor(Ink.BLACK.value), _BOX_LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = mark.side - _BOX_LINE
    box = QRectF(mark.x + _BOX_LINE / 2, mark.y + _BOX_LINE / 2, inner, inner)
    painter.drawRoundedRect(box, _BOX_RADIUS, _BOX_RADIUS)
    if mark.ticked:
        inset = mark.side * 0.22
        _tick(painter, mark.x + inset, mark.y + inset, mark.side - 2 * inset, Ink.BLACK)


def _pip(painter: QPainter, mark: Pip) -> None:
    color = QColor(mark.ink.value)
    if mark.filled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(QRectF(mark.x, mark.y, mark.side, mark.side))
    else:
        painter.setPen(QPen(color, 0.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(mark.x + 0.4, mark.y + 0.4, mark.side - 0.8, mark.side - 0.8))


def _rule(painter: QPainter, mark: Rule) -> None:
    pen = QPen(QColor(mark.ink.value), mark.thick)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if mark.dashed:
        pen.setDashPattern([5, 4])
    painter.setPen(pen)
    painter.drawLine(QLineF(mark.x, mark.y, mark.x + mark.right, mark.y + mark.down))


def _tick(painter: QPainter, left: float, top: float, side: float, ink: Ink) -> None:
    pen = QPen(QColor(ink.value), 1.3)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    corners = ((0.0, 0.55), (0.36, 0.92), (1.0, 0.12))
    painter.drawPolyline(
        QPolygonF([QPointF(left + side * right, top + side * down) for right, down in corners])
    )


def _picture(painter: QPainter, mark: Picture) -> None:
    # Only sheets with charts need what draws them.
    from netdesk.ui.charts.painting import paint_drawing

    painter.save()
    paint_drawing(painter, QRectF(mark.x, mark.y, mark.width, mark.height), mark.svg)
    painter.restore()


def _star(painter: QPainter, mark: Star) -> None:
    """Draw a star of five points, its share filled from the left."""
    middle, outer = mark.side / 2, mark.side / 2
    corners = []
    for number in range(10):
        angle = math.pi * (number / 5 - 0.5)
        reach = outer * (1 if number % 2 == 0 else _INNER)
        corners.append(
            QPointF(mark.x + middle + reach * math.cos(angle), mark.y + middle + reach * math.sin(angle))
        )
    shape = QPolygonF(corners)
    if mark.share > 0:
        painter.save()
        filled = QRectF(mark.x, mark.y, mark.side * min(1.0, mark.share), mark.side)
        painter.setClipRect(filled, Qt.ClipOperation.IntersectClip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(Ink.BLACK.value))
        painter.drawPolygon(shape)
        painter.restore()
    pen = QPen(QColor(Ink.BLACK.value), _BOX_LINE)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(shape)
