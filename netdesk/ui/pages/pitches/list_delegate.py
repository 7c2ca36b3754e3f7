"""Paints a pitch of the list: the icon of its kind, the title, and how its newest version does."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from netdesk.services.pitch_list import PitchRow
from netdesk.ui.delegates.tile_rows import TileDelegate
from netdesk.ui.models.headed_ids import ROW, Index
from netdesk.ui.pages.pitches.pitch_fields import KIND_ICONS
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.paint import elided


class PitchDelegate(TileDelegate):
    """The pitch chosen has a ground of the accent."""

    def line_of(self, row: object, font: QFont, width: int) -> str:
        """Say how the version does; where it does not fit, the audience is cut, never that."""
        if not isinstance(row, PitchRow):
            return ""
        ruler = QFontMetrics(font)
        if ruler.horizontalAdvance(row.line) <= width:
            return row.line
        tail = f" · {row.tail}"
        head = row.line.removesuffix(tail)
        return elided(head, font, max(0, width - ruler.horizontalAdvance(tail))) + tail

    def paint_row(self, painter: QPainter, box: QRect, index: Index, chosen: bool, theme: Theme) -> None:
        """Paint the tile and both lines."""
        row = index.data(ROW)
        if isinstance(row, PitchRow):
            self.paint_tile_row(painter, box, row, KIND_ICONS[row.kind], row.title, chosen, theme)
