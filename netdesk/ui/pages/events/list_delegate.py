"""Paints an event of the list: date tile, title, when and where, chips."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from netdesk.services.event_list import EventRow
from netdesk.ui.pages.events.event_times import tile_words
from netdesk.ui.pages.events.list_model import IS_HEADING, ROW, EventListModel
from netdesk.ui.pages.events.list_words import chips_of, second_line
from netdesk.ui.pages.events.worth_panel import PURPOSE_ICONS
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import RADIUS_CARD, XS, M, S, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.chip import Tone, chip_size, paint_chip
from netdesk.ui.widgets.paint import focus_ring, rounded, text_line
from netdesk.ui.widgets.tile import DATE_TILE, paint_date_tile

_HEADING = 34
Index = QModelIndex | QPersistentModelIndex


class EventDelegate(QStyledItemDelegate):
    """Headings are low, events all of the same height."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._measured: tuple[QFont, QSize, QSize] | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        font = QApplication.font()
        if self._measured is None or self._measured[0] != font:
            # The list asks for every event; measuring letters each time would take longer than all the rest.
            self._measured = font, QSize(100, metrics().px(_HEADING)), QSize(100, _height())
        return self._measured[1] if index.data(IS_HEADING) else self._measured[2]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        theme, sizes = current_theme(), metrics()
        painter.save()
        if index.data(IS_HEADING):
            box = rect.adjusted(sizes.px(M - 2), 0, 0, -sizes.px(XS + 2))
            font = sizes.font(Type.LABEL)
            font.setCapitalization(font.Capitalization.AllUppercase)
            bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            text_line(painter, box, str(index.data()), font, theme.color("faint"), bottom)
        else:
            row = index.data(ROW)
            state: QStyle.StateFlag = option.state
            if isinstance(row, EventRow):
                _paint_event(painter, rect, row, state, theme, index)
        painter.restore()


def _height() -> int:
    sizes = metrics()
    title = QFontMetrics(sizes.font(Type.BODY_STRONG)).height()
    line = QFontMetrics(sizes.font(Type.SECONDARY)).height()
    return 2 * sizes.px(S + 2) + title + line + sizes.px(XS + 2) + chip_size("x").height() + sizes.px(XS)


def _paint_event(
    painter: QPainter, rect: QRect, row: EventRow, state: QStyle.StateFlag, theme: Theme, index: Index
) -> None:
    sizes = metrics()
    box = rect.adjusted(0, 1, 0, -1)
    if state & QStyle.StateFlag.State_Selected:
        rounded(painter, box, theme.color("panel"), theme.color("line"), sizes.px(RADIUS_CARD))
    elif state & QStyle.StateFlag.State_MouseOver:
        rounded(painter, box, theme.color("hover"), None, sizes.px(RADIUS_CARD))
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
    if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
        focus_ring(painter, box, theme, sizes.px(RADIUS_CARD))


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
