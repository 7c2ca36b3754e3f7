"""A card of the board, painted: picture or initials, name, organisation, and the one chip that matters."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from netdesk.method.attention import AttentionKind
from netdesk.method.attention import Tone as Role
from netdesk.services.board_query import BoardCard
from netdesk.ui.pages.board.column_model import CardRole
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import RADIUS_CARD, Metrics, S, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.avatar import paint_avatar
from netdesk.ui.widgets.chip import Tone, chip_size, paint_chip
from netdesk.ui.widgets.paint import LEFT, rounded, text_line

_AVATAR = 32
_SMALL_AVATAR = 24
_TONES = {
    Role.BAD: Tone.BAD,
    Role.WARN: Tone.WARN,
    Role.GOOD: Tone.GOOD,
    Role.ACCENT: Tone.ACCENT,
    Role.PLAIN: Tone.PLAIN,
}
_ICONS = {
    AttentionKind.OVERDUE: Icon.WARNING,
    AttentionKind.FOLLOW_UP_TODAY: Icon.FOLLOW_UP,
    AttentionKind.COLD: Icon.FROST,
    AttentionKind.READY: Icon.READY,
    AttentionKind.LAST_CONTACT: Icon.FOLLOW_UP,
}
_KEPT = 160
"""Painted cards kept: three screens full."""


class _Face(NamedTuple):
    """Everything a painted card depends on."""

    card: BoardCard
    has_photo: bool
    width: int
    selected: bool
    focused: bool
    hovered: bool
    ratio: float
    theme: str
    sizes: Metrics


PictureOf = Callable[[str, int, float], QPixmap | None]
"""The picture at an address for a side in logical pixels and a device pixel ratio; None while there is none."""


def no_picture(_address: str, _side: int, _ratio: float) -> QPixmap | None:
    """Initials for everybody."""
    return None


def card_height(*, small: bool = False) -> int:
    """The height of a card without the gap below it."""
    return _height(metrics(), small)


@lru_cache(maxsize=8)
def _height(sizes: Metrics, small: bool) -> int:
    if small:
        return max(sizes.px(44), sizes.px(_SMALL_AVATAR) + 2 * sizes.px(S))
    return sizes.px(_AVATAR) + chip_size("x").height() + sizes.px(S) + 2 * sizes.px(12) + 2


class CardDelegate(QStyledItemDelegate):
    """Paints cards; ``small`` ones (the tray’s) have no chip."""

    def __init__(
        self, pictures: PictureOf = no_picture, *, small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._small = small
        self._painted: OrderedDict[_Face, QPixmap] = OrderedDict()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        card = index.data(CardRole)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if card is None:
            paint_gap(painter, rect, current_theme())
            return
        ratio = painter.device().devicePixelRatio()
        face = _Face(
            card,
            self._photo(card, ratio) is not None,
            rect.width(),
            bool(state & QStyle.StateFlag.State_Selected),
            bool(state & QStyle.StateFlag.State_HasFocus),
            bool(state & QStyle.StateFlag.State_MouseOver),
            ratio,
            current_theme().name,
            metrics(),
        )
        painter.drawPixmap(rect.topLeft(), self._picture_of(face, rect.size()))

    def _picture_of(self, face: _Face, size: QSize) -> QPixmap:
        """The card as it was painted before, or painted now: letters and curves cost more than copying them."""
        found = self._painted.get(face)
        if found is not None:
            self._painted.move_to_end(face)
            return found
        picture = QPixmap(size * face.ratio)
        picture.setDevicePixelRatio(face.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint_card(
            painter,
            QRect(QPoint(0, 0), size),
            face.card,
            selected=face.selected,
            focused=face.focused,
            hovered=face.hovered,
        )
        painter.end()
        self._painted[face] = picture
        if len(self._painted) > _KEPT:
            self._painted.popitem(last=False)
        return picture

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(metrics().px(160), card_height(small=self._small))

    def paint_card(
        self,
        painter: QPainter,
        rect: QRect,
        card: BoardCard,
        *,
        selected: bool = False,
        focused: bool = False,
        hovered: bool = False,
        photo_ratio: float = 0,
    ) -> None:
        """Draw one card filling ``rect``; the photo for the painter’s pixel ratio, or for ``photo_ratio``."""
        theme, sizes = current_theme(), metrics()
        ground = "accent-soft" if selected else ("hover" if hovered else "panel")
        line = "focus" if focused else ("accent" if selected else "line")
        width = 2 if focused else 1
        rounded(painter, rect, theme.color(ground), theme.color(line), sizes.px(RADIUS_CARD), width)
        pad = sizes.px(S if self._small else 12)
        inside = rect.adjusted(pad, pad, -pad, -pad)
        picture = self._photo(card, photo_ratio or painter.device().devicePixelRatio())
        self._paint_person(painter, inside, card, theme, picture)
        if not self._small:
            room = chip_size(card.chip.text, _ICONS[card.chip.kind])
            chip = QRect(inside.left(), inside.bottom() + 1 - room.height(), room.width(), room.height())
            chip.setWidth(min(room.width(), inside.width()))
            fresh = card.chip.tone is Role.ACCENT
            # On a chosen card the accent’s own ground would make the chip’s shape vanish.
            tone = Tone.PLAIN if selected and fresh else _TONES[card.chip.tone]
            if fresh:
                chip.setWidth(min(chip_size(card.chip.text).width(), inside.width()))
            paint_chip(painter, chip, card.chip.text, theme, tone, None if fresh else _ICONS[card.chip.kind])

    def _avatar_side(self) -> int:
        return metrics().px(_SMALL_AVATAR if self._small else _AVATAR)

    def _photo(self, card: BoardCard, ratio: float) -> QPixmap | None:
        return self._pictures(card.photo, self._avatar_side(), ratio) if card.photo else None

    def _paint_person(
        self, painter: QPainter, inside: QRect, card: BoardCard, theme: Theme, picture: QPixmap | None
    ) -> None:
        sizes = metrics()
        side = self._avatar_side()
        box = QRect(inside.left(), inside.top(), side, side)
        if self._small:
            box.moveTop(inside.center().y() - side // 2)
        paint_avatar(painter, box, card.initials, card.hue, theme, picture)
        words = inside.adjusted(side + sizes.px(S if self._small else 10), 0, 0, 0)
        words.setTop(box.top() - 1)
        words.setHeight(side + 2)
        half = words.height() // 2
        name = QRect(words.left(), words.top(), words.width(), half)
        firm = QRect(words.left(), words.top() + half, words.width(), words.height() - half)
        if not card.organisation:
            name = words
        kind = Type.SECONDARY_STRONG if self._small else Type.BODY_STRONG
        text_line(painter, name, card.name, sizes.font(kind), theme.color("text"), LEFT)
        if card.organisation:
            small = Type.LABEL if self._small else Type.SECONDARY
            text_line(painter, firm, card.organisation, sizes.font(small), theme.color("text-2"), LEFT)


def paint_gap(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """Draw the dashed place of a card that was lifted."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.color("control-line"), 1, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = metrics().px(RADIUS_CARD)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()
