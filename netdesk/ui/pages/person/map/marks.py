"""People as they stand on the map: how much room each takes, where they stand, and how they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap

from netdesk.method.names import hue_index, initials
from netdesk.method.surroundings import Box, Spot, rings
from netdesk.services.surroundings import Acquaintance, Surroundings
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.avatar import paint_avatar
from netdesk.ui.widgets.chip import chip_size, paint_chip
from netdesk.ui.widgets.paint import CENTRE, elided, one_line, rounded, text_line

_GAP = 10
_PAD = 4
_RADIUS = 8


class Place(Enum):
    """Where somebody stands: the side of their picture, and the widest their words may be."""

    CENTRE = (56, 170)
    NEAR = (40, 128)
    FAR = (28, 104)

    @property
    def side(self) -> int:
        """The side of the picture in logical pixels."""
        return metrics().px(self.value[0])

    @property
    def widest(self) -> int:
        """The most that the words take."""
        return metrics().px(self.value[1])

    @property
    def kind(self) -> Type:
        """The type of the name."""
        return {Place.CENTRE: Type.BODY_STRONG, Place.NEAR: Type.SECONDARY_STRONG}.get(
            self, Type.LABEL_MEDIUM
        )


@dataclass(frozen=True, slots=True)
class Mark:
    """Somebody on the map: ``rect`` is the room they take, in the map's own pixels around 0, 0."""

    person: Acquaintance
    place: Place
    rect: QRectF

    @property
    def middle(self) -> QPointF:
        """The middle of the picture, where lines end."""
        return QPointF(self.rect.center().x(), self.rect.top() + metrics().px(_PAD) + self.place.side / 2)

    @property
    def picture(self) -> QRect:
        """The square of the picture."""
        side = self.place.side
        left = round(self.rect.center().x() - side / 2)
        return QRect(left, round(self.rect.top()) + metrics().px(_PAD), side, side)


def marks(found: Surroundings, stretch: float) -> tuple[Mark, ...]:
    """Everybody with their place, the one in the middle first; nobody covers anybody."""
    near = [_box(one, Place.NEAR) for one in found.near]
    far = [[_box(one, Place.FAR) for one in those] for those in found.far]
    middle = _box(found.centre, Place.CENTRE)
    where = rings(middle, near, far, gap=metrics().px(_GAP), stretch=stretch)
    placed = [Mark(found.centre, Place.CENTRE, _rect(Spot(0, 0), middle))]
    for number, one in enumerate(found.near):
        placed.append(Mark(one, Place.NEAR, _rect(where.inner[number], near[number])))
        for other, spot, box in zip(found.far[number], where.outer[number], far[number], strict=True):
            placed.append(Mark(other, Place.FAR, _rect(spot, box)))
    return tuple(placed)


def whole(placed: tuple[Mark, ...]) -> QRectF:
    """The room that all of them take."""
    area = QRectF()
    for mark in placed:
        area = area.united(mark.rect)
    return area


def paint_mark(painter: QPainter, mark: Mark, photo: QPixmap | None, *, current: bool, ring: bool) -> None:
    """Draw somebody; ``current`` is lit, ``ring`` says that the keyboard is there."""
    theme, sizes = current_theme(), metrics()
    person, place, box = mark.person, mark.place, mark.rect.toRect()
    if current:
        edge = theme.color("focus") if ring else None
        rounded(painter, box, theme.color("accent-soft"), edge, sizes.px(_RADIUS), 2)
    else:
        # Lines reach the picture; the words keep a ground of their own.
        below = box.adjusted(0, mark.place.side + sizes.px(_PAD), 0, 0)
        rounded(painter, below, theme.color("panel"), None, sizes.px(_RADIUS))
    name = one_line(person.name)
    paint_avatar(painter, mark.picture, initials(person.name), hue_index(person.name), theme, photo)
    font = sizes.font(place.kind)
    high = QFontMetrics(font).height()
    line = QRect(box.left(), mark.picture.bottom() + sizes.px(3), box.width(), high)
    text_line(painter, line, name, font, theme.color("text"), CENTRE)
    if place is Place.NEAR:
        small = sizes.font(Type.LABEL)
        line = QRect(box.left(), line.bottom() + 1, box.width(), QFontMetrics(small).height())
        text_line(painter, line, person.words, small, theme.color("faint"), CENTRE)
    if person.more:
        words = f"+{person.more}"
        size = chip_size(words)
        corner = QRect(
            mark.picture.right() - sizes.px(6), mark.picture.top() - sizes.px(2), size.width(), size.height()
        )
        paint_chip(painter, corner, words, theme)


def paint_lines(
    painter: QPainter, placed: Sequence[Mark], lines: Sequence[tuple[int, int, str]], lit: int
) -> None:
    """Draw a line between each two who know each other; those of ``lit`` stand out."""
    theme = current_theme()
    where = {mark.person.id: mark.middle for mark in placed}
    plain, bright = QPen(theme.color("scroll"), 1.2), QPen(theme.color("accent"), 1.8)
    for one, other, _ in lines:
        painter.setPen(bright if lit in (one, other) else plain)
        painter.drawLine(where[one], where[other])


def _box(person: Acquaintance, place: Place) -> Box:
    sizes = metrics()
    font = QFontMetrics(sizes.font(place.kind))
    width = font.horizontalAdvance(elided(person.name, sizes.font(place.kind), place.widest))
    height = place.side + sizes.px(3) + font.height()
    if place is Place.NEAR:
        small = QFontMetrics(sizes.font(Type.LABEL))
        words = elided(person.words, sizes.font(Type.LABEL), place.widest)
        width = max(width, small.horizontalAdvance(words))
        height += small.height() + 1
    chip = chip_size(f"+{person.more}").width() if person.more else 0
    wide = max(width + 2, place.side + 2 * chip)
    return Box(wide + 2 * sizes.px(_PAD), height + 2 * sizes.px(_PAD))


def _rect(spot: Spot, box: Box) -> QRectF:
    return QRectF(spot.x - box.width / 2, spot.y - box.height / 2, box.width, box.height)
