"""Paints somebody not helped yet: who, level, where they want to get to, the balance between us, Help…."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from netdesk.services.not_helped import NotHelpedRow
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.delegates.row_painting import (
    line_height,
    paint_button,
    paint_ground,
    paint_name,
    paint_ring,
    paint_two_lines,
)
from netdesk.ui.delegates.tipped import TippedDelegate
from netdesk.ui.models.paged_ids import RowRole
from netdesk.ui.pages.ledger.row_columns import HELP, ROW_HEIGHT, Part, PeopleColumns, people_columns
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.avatar import paint_avatar
from netdesk.ui.widgets.balance_bar import paint_balance
from netdesk.ui.widgets.paint import text_line
from netdesk.ui.widgets.pips import paint_pips

_BAR, _THIN_BAR = 6, 4
_Index = QModelIndex | QPersistentModelIndex


def spoken(row: NotHelpedRow) -> str:
    """Say a row: "Luis Ortega, Ortega Finance, level 3, gave me 4 · I gave 0, not helped yet, wants …"."""
    parts = [row.name, row.organisation if row.organisation != row.name else ""]
    parts += [f"level {row.level}" if row.level else "on no level", row.balance.words, row.since]
    parts.append(f"wants {row.wants}" if row.wants else "")
    return ", ".join(part for part in parts if part)


class PeopleDelegate(TippedDelegate):
    """``part_at(rect, row, place)`` says what is under the pointer."""

    def __init__(self, photos: Photos, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos = photos

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(metrics().px(200), metrics().px(ROW_HEIGHT))

    def part_at(self, rect: QRect, row: object, place: QPoint) -> Part | None:
        """What can be pressed at a place of a row."""
        return (
            Part.HELP if isinstance(row, NotHelpedRow) and people_columns(rect).help.contains(place) else None
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(RowRole)
        if not isinstance(row, NotHelpedRow):
            return
        theme, sizes = current_theme(), metrics()
        paint_ground(painter, option, theme, last=index.row() == index.model().rowCount() - 1)
        places = people_columns(option.rect)
        photo = self._photos.pixmap(row.photo, places.avatar.width(), painter.device().devicePixelRatioF())
        paint_avatar(painter, places.avatar, row.initials, row.hue, theme, photo)
        organisation = row.organisation if row.organisation != row.name else ""
        # What they want goes below the name where it has no column.
        below = "" if places.wants.width() else row.wants
        paint_name(painter, places.who, row.name, organisation, theme, below)
        if places.level.width():
            paint_pips(painter, places.level, row.level, theme)
        small = sizes.font(Type.SECONDARY)
        if places.wants.width() and row.wants:
            paint_two_lines(painter, places.wants, row.wants, small, theme, "text")
        self._paint_between(painter, places, row, theme)
        paint_button(painter, places.help, HELP, theme)
        paint_ring(painter, option, theme)

    def _paint_between(
        self, painter: QPainter, places: PeopleColumns, row: NotHelpedRow, theme: Theme
    ) -> None:
        """The balance as a bar and in words: beside each other, or where there is no room the bar below."""
        small, thick = metrics().font(Type.SECONDARY), metrics().px(_BAR)
        words, bar = QRect(places.words), QRect(places.bar)
        if places.bar.width():
            bar.setRect(bar.left(), bar.center().y() - thick // 2 + 1, bar.width(), thick)
        else:
            high, thick = line_height(small), metrics().px(_THIN_BAR)
            top = words.center().y() - (high + thick) // 2 - metrics().px(2)
            words.setRect(words.left(), top, words.width(), high)
            bar.setRect(words.left(), top + high + metrics().px(3), words.width(), thick)
        paint_balance(painter, bar, row.balance.gave, row.balance.got, theme)
        text_line(painter, words, row.balance.words, small, theme.color("text"))

    def tip(self, index: _Index, box: QRect, spot: QPoint) -> str:
        """The row in words, where it may be cut or shown by dots alone."""
        row = index.data(RowRole)
        if not isinstance(row, NotHelpedRow):
            return ""
        return f"Help {row.name}  (Enter)" if self.part_at(box, row, spot) is Part.HELP else spoken(row)
