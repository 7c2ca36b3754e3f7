"""The words at the foot of the table that tell the five sources apart."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.method.sources import Source
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import S, Type, metrics
from netdesk.ui.widgets.paragraph import Paragraph, Piece

_BULB = 17


class SourceHint(QWidget):
    """A light bulb, and what each source means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addSpacing(metrics().px(_BULB) + metrics().px(S) // 2)
        words = Paragraph(Type.SECONDARY, "text-2", "text-2")
        words.set_pieces(source_pieces())
        row.addWidget(words, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        side = metrics().px(_BULB)
        paint_icon(QPainter(self), QRect(0, 0, side, side), Icon.IDEA, current_theme().color("text-2"))


def source_pieces() -> list[Piece]:
    """ "Not sure about the source? Referral: they had a need and somebody sent them. …", the names bold."""
    pieces: list[Piece] = [("Not sure about the source? ", False)]
    for source in Source:
        pieces += [(f"{source.short}:", True), (f" {source.meaning}. ", False)]
    return pieces
