"""Paints an entry of the ledger: what it was, whose, what came of it, when; Kept and Let go while it is open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from netdesk.method.calendar_words import full_day, short_day
from netdesk.method.ledger import EntryState, LedgerKind, promise_chip
from netdesk.services.ledger_list import LedgerEntryLine
from netdesk.ui.delegates.row_painting import line_height, paint_button, paint_ground, paint_ring
from netdesk.ui.delegates.tipped import TippedDelegate
from netdesk.ui.models.paged_ids import RowRole
from netdesk.ui.pages.ledger.entry_row import entry_detail
from netdesk.ui.pages.ledger.row_columns import (
    GOT,
    KEPT,
    LET_GO,
    ROW_HEIGHT,
    EntryColumns,
    Part,
    entry_columns,
)
from netdesk.ui.pages.ledger.words import KIND_ICONS, way_icon
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.chip import Tone, chip_size, paint_chip
from netdesk.ui.widgets.paint import RIGHT, rounded, text_line
from netdesk.ui.widgets.tile import paint_icon_tile

_Index = QModelIndex | QPersistentModelIndex


def spoken_entry(line: LedgerEntryLine, today: date) -> str:
    """Say an entry: "Promised: review for her website, to Grace Adeyemi, promised 12 Nov, 4 d late"."""
    parts = [line.heading, line.name, entry_detail(line, today)]
    parts.append(
        promise_chip(line.due, today)[0] if line.state is EntryState.OPEN else full_day(line.counted_on)
    )
    return ", ".join(part for part in parts if part)


class EntryDelegate(TippedDelegate):
    """``part_at(rect, row, place)`` says what is under the pointer.

    ``only_open``: all rows are promises or asks, so that they need not say so.
    """

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.only_open = False

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(metrics().px(200), metrics().px(ROW_HEIGHT))

    def part_at(self, rect: QRect, row: object, place: QPoint) -> Part | None:
        """What can be pressed at a place of a row."""
        if not isinstance(row, LedgerEntryLine) or row.state is not EntryState.OPEN:
            return None
        places = self._columns(rect, row)
        if places.close.contains(place):
            return Part.CLOSE
        return Part.DROP if places.drop.contains(place) else None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(RowRole)
        if not isinstance(row, LedgerEntryLine):
            return
        theme, sizes = current_theme(), metrics()
        paint_ground(painter, option, theme, last=index.row() == index.model().rowCount() - 1)
        places = self._columns(option.rect, row)
        received = row.kind in (LedgerKind.RECEIVE, LedgerKind.ASK)
        glyph = way_icon(row.way) if self.only_open else KIND_ICONS[row.kind]
        if option.state & QStyle.StateFlag.State_Selected:
            # On the accent's soft ground a tile of the same colour could not be seen.
            rounded(painter, places.tile.adjusted(-2, -2, 2, 2), theme.color("panel"), None, sizes.px(10))
        paint_icon_tile(painter, places.tile, glyph, theme, "warn" if received else "accent")
        strong, small = sizes.font(Type.BODY_STRONG), sizes.font(Type.SECONDARY)
        upper, lower = line_height(strong), line_height(small)
        top = places.words.center().y() + 1 - (upper + lower) // 2
        first = QRect(places.words.left(), top, places.words.width(), upper)
        words = row.words or row.way.said_of(row.kind)
        title = words[:1].upper() + words[1:] if self.only_open else row.heading
        dropped = row.state is EntryState.DROPPED
        text_line(painter, first, title, strong, theme.color("faint" if dropped else "text"))
        second = QRect(places.words.left(), top + upper, places.words.width(), lower)
        detail = " · ".join(part for part in (row.name, entry_detail(row, self._today())) if part)
        text_line(painter, second, detail, small, theme.color("faint" if dropped else "text-2"))
        self._paint_state(painter, places, row, theme)
        paint_ring(painter, option, theme)

    def _paint_state(
        self, painter: QPainter, places: EntryColumns, row: LedgerEntryLine, theme: Theme
    ) -> None:
        words, tone = self._state(row)
        if row.state is EntryState.OPEN:
            paint_chip(painter, places.state, words, theme, Tone[tone])
            paint_button(painter, places.close, _close_words(row), theme)
            paint_button(painter, places.drop, LET_GO, theme, framed=False)
        else:
            small = metrics().font(Type.SECONDARY)
            text_line(painter, places.state.adjusted(-2, 0, 0, 0), words, small, theme.color("faint"), RIGHT)

    def _state(self, row: LedgerEntryLine) -> tuple[str, str]:
        today = self._today()
        if row.state is EntryState.OPEN:
            words, tone = promise_chip(row.due, today)
            return words, tone.name
        return short_day(row.counted_on, today), ""

    def _columns(self, rect: QRect, row: LedgerEntryLine) -> EntryColumns:
        words, tone = self._state(row)
        if tone:
            return entry_columns(rect, chip_size(words), _close_words(row))
        ruler = QFontMetrics(metrics().font(Type.SECONDARY))
        return entry_columns(rect, QSize(ruler.horizontalAdvance(words) + 2, ruler.height() + 2), "")

    def tip(self, index: _Index, box: QRect, spot: QPoint) -> str:
        """The whole entry, where it may be cut."""
        row = index.data(RowRole)
        if not isinstance(row, LedgerEntryLine):
            return ""
        part = self.part_at(box, row, spot)
        tips = {Part.CLOSE: f"{_close_words(row)}  (K)", Part.DROP: f"{LET_GO}  (X)"}
        return tips[part] if part else f"{spoken_entry(row, self._today())}\n{full_day(row.counted_on)}"


def _close_words(row: LedgerEntryLine) -> str:
    return KEPT if row.kind is LedgerKind.PROMISE else GOT
