"""Paints a planned, a held and a never held one-to-one: who, when and where, what for, where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from netdesk.method.calendar_words import full_day, short_day
from netdesk.method.dates import ago
from netdesk.method.names import hue_index, initials
from netdesk.services.contact_rows import ContactRow
from netdesk.services.one_to_one_lists import HeldLine, PlannedLine
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.delegates.row_painting import (
    line_height,
    paint_ground,
    paint_name,
    paint_ring,
    paint_two_lines,
)
from netdesk.ui.delegates.tipped import TippedDelegate
from netdesk.ui.models.paged_ids import RowRole
from netdesk.ui.one_to_ones.words import OUTCOME_TONES, held_name, planned_chip, planned_when
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import L, M, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.avatar import paint_avatar
from netdesk.ui.widgets.chip import Tone, chip_size, paint_chip
from netdesk.ui.widgets.paint import one_line, text_line
from netdesk.ui.widgets.pips import paint_pips, pips_size

ROW_HEIGHT = 58
_AVATAR = 32
_WIDE = 640
_CHIP_ROOM = 104
_Index = QModelIndex | QPersistentModelIndex
Line = PlannedLine | HeldLine | ContactRow


@dataclass(frozen=True, slots=True)
class Shown:
    """The words of a row, whichever it is."""

    name: str
    organisation: str
    photo: str
    level: int | None
    middle: str
    place: str
    words: str
    chip: str
    tone: Tone
    tip: str


def shown(row: object, now: datetime) -> Shown | None:
    """Say what a row shows; None for what is no row."""
    today = now.date()
    if isinstance(row, PlannedLine):
        chip, tone = planned_chip(row, now)
        when = planned_when(row, today)
        tip = f"{full_day(row.starts.date())} {row.starts:%H:%M} {row.zone}".rstrip()
        words = row.objective or (f"For {row.group}" if row.group else "")
        return Shown(
            row.name, row.organisation, row.photo, row.level, when, row.place, words, chip, tone, tip
        )
    if isinstance(row, HeldLine):
        chip = row.outcome.label if row.outcome else ""
        tone = OUTCOME_TONES[row.outcome] if row.outcome else Tone.PLAIN
        words = row.learned or row.objective
        if row.made_together:
            words = f"Made together: {row.made_together}. {words}"
        when = short_day(row.on, today)
        name, tip = held_name(row), full_day(row.on)
        return Shown(name, row.organisation, row.photo, row.level, when, row.place, words, chip, tone, tip)
    if isinstance(row, ContactRow):
        day = row.last_contact_on
        talked = f"last spoke {ago((today - day).days)}" if day else "no contact yet"
        tip = full_day(day) if day else row.role
        return Shown(
            row.name, row.organisation, row.photo, row.level or None, "", "", talked, "", Tone.PLAIN, tip
        )
    return None


def spoken(row: Line, now: datetime) -> str:
    """Say a row for a screen reader."""
    said = shown(row, now)
    if said is None:
        return ""
    level = f"level {said.level}" if said.level else ""
    parts = (said.name, said.organisation, level, said.middle, said.place, said.chip, said.words)
    return one_line(", ".join(part for part in parts if part))[:600]


class OneToOneDelegate(TippedDelegate):
    """Three columns where there is room for them, else two."""

    def __init__(self, photos: Photos, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos, self._now = photos, now

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(metrics().px(200), metrics().px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = shown(index.data(RowRole), self._now())
        if row is None:
            return
        theme, sizes = current_theme(), metrics()
        paint_ground(painter, option, theme, last=index.row() == index.model().rowCount() - 1)
        rect: QRect = option.rect
        side = sizes.px(_AVATAR)
        left = rect.left() + sizes.px(L)
        picture = QRect(left, rect.top() + (rect.height() - side) // 2, side, side)
        photo = self._photos.pixmap(row.photo, side, painter.device().devicePixelRatioF())
        paint_avatar(painter, picture, initials(row.name), hue_index(row.name), theme, photo)
        left = picture.right() + 1 + sizes.px(M)
        box = QRect(left, rect.top(), rect.right() + 1 - sizes.px(L) - left, rect.height())
        self._words(painter, box, row, theme)
        paint_ring(painter, option, theme)

    def _words(self, painter: QPainter, box: QRect, row: Shown, theme: Theme) -> None:
        sizes = metrics()
        wide = box.width() >= sizes.px(_WIDE)
        room = sizes.px(_CHIP_ROOM)
        words = box.width() - room
        # Somebody never sat down with has no day and no place: the name takes their room.
        three = wide and bool(row.middle)
        first = round(words * (0.30 if three else 0.5))
        second = round(words * 0.28) if three else words - first
        gap = sizes.px(M)
        who = QRect(box.left(), box.top(), first - gap, box.height())
        dots = pips_size()
        if row.level and not row.middle:
            who.setWidth(max(0, who.width() - dots.width() - gap))
            paint_pips(
                painter, QRect(who.right() + gap, box.top(), dots.width(), box.height()), row.level, theme
            )
        organisation = row.organisation if row.organisation != row.name else ""
        paint_name(painter, who, row.name, organisation, theme)
        small = sizes.font(Type.SECONDARY)
        middle = QRect(box.left() + first, box.top(), second - gap, box.height())
        if row.middle:
            _paint_when(painter, middle, row, theme)
        else:
            paint_two_lines(painter, middle, row.words, small, theme, "text-2")
        if three and row.words:
            last = QRect(middle.right() + 1 + gap, box.top(), words - first - second, box.height())
            paint_two_lines(painter, last, row.words, small, theme, "text-2")
        if row.chip:
            size = chip_size(row.chip)
            top = box.top() + (box.height() - size.height()) // 2
            chip = QRect(box.right() + 1 - size.width(), top, size.width(), size.height())
            paint_chip(painter, chip, row.chip, theme, row.tone)

    def tip(self, index: _Index, box: QRect, spot: QPoint) -> str:
        """The whole row in words, where it may be cut."""
        row = shown(index.data(RowRole), self._now())
        if row is None:
            return ""
        return "\n".join(line for line in (row.tip, row.place, row.words[:600]) if line)


def _paint_when(painter: QPainter, box: QRect, row: Shown, theme: Theme) -> None:
    """Draw when it is and, below, where."""
    font = metrics().font(Type.SECONDARY)
    high = line_height(font)
    top = box.center().y() + 1 - (high if row.place else high // 2)
    upper = QRect(box.left(), top, box.width(), high)
    text_line(painter, upper, row.middle, font, theme.color("text"))
    if row.place:
        text_line(painter, upper.translated(0, high), one_line(row.place), font, theme.color("text-2"))
