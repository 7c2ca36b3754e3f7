"""Paints an event of the list: date tile, title, when and where, chips."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from netdesk.services.event_list import EventRow
from netdesk.ui.delegates.headed_rows import HeadedDelegate
from netdesk.ui.models.headed_ids import ROW, Index
from netdesk.ui.pages.events.event_times import tile_words
from netdesk.ui.pages.events.list_model import EventListModel
from netdesk.ui.pages.events.list_words import chips_of, second_line
from netdesk.ui.pages.events.worth_panel import PURPOSE_ICONS
from netdesk.ui.theme.metrics import XS, M, S, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.chip import Tone, chip_size, paint_chip
from netdesk.ui.widgets.paint import text_line
from netdesk.ui.widgets.tile import DATE_TILE, paint_date_tile


class EventDelegate(HeadedDelegate):
    """The event chosen stands on a panel."""

    chosen_fill = "panel"
    chosen_line = "line"

    def row_height(self) -> int:
        """Give the height of two lines and a row of chips."""
        sizes = metrics()
        title = QFontMetrics(sizes.font(Type.BODY_STRONG)).height()
        line = QFontMetrics(sizes.font(Type.SECONDARY)).height()
        return 2 * sizes.px(S + 2) + title + line + sizes.px(XS + 2) + chip_size("x").height() + sizes.px(XS)

    def paint_row(self, painter: QPainter, box: QRect, index: Index, chosen: bool, theme: Theme) -> None:
        """Paint the tile, both lines and the chips."""
        row = index.data(ROW)
        if isinstance(row, EventRow):
            _paint_event(painter, box, row, theme, index)


def _paint_event(painter: QPainter, box: QRect, row: EventRow, theme: Theme, index: Index) -> None:
    sizes = metrics()
    tile = QRect(
        box.left() + sizes.px(S + 1),
        box.top() + sizes.px(S + 2),
        sizes.px(DATE_TILE.width()),
        sizes.px(DATE_TILE.height()),
    )
    paint_date_tile(painter, tile, *tile_words(row.starts), theme)
    inside = box.adjusted(tile.width() + sizes.px(S + 1 + M), sizes.px(S + 2), -sizes.px(S), 0)
    top = _line(painter, inside, inside.top(), row.title, sizes.font(Type.BODY_STRONG), theme.color("text"))
    model = index.model()
    if isinstance(model, EventListModel):
        words = second_line(row, model.today(), model.order)
        top = _line(painter, inside, top, words, sizes.font(Type.SECONDARY), theme.color("text-2"))
        room = QRect(inside.left(), top + sizes.px(XS), inside.width(), 0)
        _paint_chips(painter, room, row, chips_of(row, model.today()), theme)


def _paint_chips(
    painter: QPainter, room: QRect, row: EventRow, said: list[tuple[str, Tone]], theme: Theme
) -> None:
    gap = metrics().px(XS)
    chips: list[tuple[str, Tone, str | None]] = [(text, tone, None) for text, tone in said]
    wanted = sum(chip_size(text).width() + gap for text, _, _ in chips) - gap
    if (
        wanted > room.width()
        and len(chips) > 1
        and row.purpose is not None
        and chips[0][0] == row.purpose.label
    ):
        # Where both do not fit the purpose is its icon; what is missing is said in whole words.
        chips[0] = ("", chips[0][1], PURPOSE_ICONS[row.purpose])
    left = room.left()
    for text, tone, glyph in chips:
        size = chip_size(text, glyph)
        width = min(size.width() - (0 if text else gap), room.right() + 1 - left)
        paint_chip(painter, QRect(left, room.top(), width, size.height()), text, theme, tone, glyph)
        left += width + gap


def _line(painter: QPainter, inside: QRect, top: int, text: str, font: QFont, color: QColor) -> int:
    height = QFontMetrics(font).height()
    text_line(painter, QRect(inside.left(), top, inside.width(), height), text, font, color)
    return top + height
