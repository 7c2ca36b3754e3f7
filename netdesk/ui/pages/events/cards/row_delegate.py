"""Paints a card's row: who, kind, what I will do, when, solid; and the line under it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from netdesk.method.follow_ups import CardState
from netdesk.method.names import hue_index, initials
from netdesk.services.cards import CardLine
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.events.cards import row_layout
from netdesk.ui.pages.events.cards.card_model import LINE
from netdesk.ui.pages.events.cards.card_words import is_late, kind_tone, kind_words
from netdesk.ui.pages.events.cards.row_layout import Part, RowParts, line_height, row_parts
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import RADIUS_BUTTON, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.avatar import paint_avatar
from netdesk.ui.widgets.chip import Tone, chip_size, paint_chip
from netdesk.ui.widgets.paint import CENTRE, focus_ring, rounded, text_line

Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Rows are as high as their words want; the one in which a plan is written is higher.

    ``hovered`` gives the row and the part under the pointer; ``edited`` the card whose plan is being written.
    """

    def __init__(self, photos: Photos, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        self._today = today
        self.hovered: tuple[int, Part | None] = (-1, None)
        self.edited = 0
        self.width = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE)
        if not isinstance(line, CardLine):
            return QSize(0, 0)
        if line.id == self.edited:
            return QSize(self.width, metrics().px(row_layout.EDITING))
        return QSize(self.width, row_parts(line, self.width, self._today()).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        if not isinstance(line, CardLine):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        theme, sizes = current_theme(), metrics()
        painter.save()
        painter.translate(rect.topLeft())
        box = QRect(0, 0, rect.width(), rect.height())
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("accent-soft"))
        painter.fillRect(0, 0, box.width(), 1, theme.color("line"))
        hovered = self.hovered[1] if self.hovered[0] == index.row() else None
        is_marked = bool(state & QStyle.StateFlag.State_Selected)
        if line.id == self.edited:
            self._paint_edited(painter, line, box, theme)
        else:
            row = _Row(painter, line, row_parts(line, rect.width(), self._today()), rect.width(), hovered)
            row.paint(self._portrait(painter, line), is_marked, is_late(line, self._today()))
            if self.hovered[0] == index.row() or state & QStyle.StateFlag.State_HasFocus:
                row.paint_faint_signs()
        if state & QStyle.StateFlag.State_HasFocus and line.id != self.edited:
            focus_ring(painter, box.adjusted(1, 2, -1, -1), theme, sizes.px(RADIUS_BUTTON))
        painter.restore()

    def _paint_edited(self, painter: QPainter, line: CardLine, box: QRect, theme: Theme) -> None:
        """The name in one line; the fields are widgets and lie under it."""
        sizes = metrics()
        parts = row_parts(line, box.width(), self._today())
        side = parts.boxes[Part.AVATAR].width()
        place = QRect(parts.boxes[Part.AVATAR].left(), sizes.px(12), side, side)
        paint_avatar(
            painter, place, initials(line.name), hue_index(line.name), theme, self._portrait(painter, line)
        )
        left = parts.boxes[Part.WHO].left()
        head = QRect(left, sizes.px(10), box.width() - left - sizes.px(12), line_height(Type.BODY_STRONG))
        used = text_line(painter, head, line.name, sizes.font(Type.BODY_STRONG), theme.color("text"))
        rest = head.adjusted(used + sizes.px(8), 0, 0, 0)
        text_line(painter, rest, line.organisation, sizes.font(Type.SECONDARY), theme.color("faint"))

    def _portrait(self, painter: QPainter, line: CardLine) -> QPixmap | None:
        ratio = painter.device().devicePixelRatioF()
        return self._photos.pixmap(line.portrait or "", metrics().px(32), ratio)


class _Row:
    """One row on its way to the painter."""

    def __init__(
        self, painter: QPainter, line: CardLine, parts: RowParts, width: int, hovered: Part | None
    ) -> None:
        self._painter, self._line, self._parts, self._hovered = painter, line, parts, hovered
        self._theme = current_theme()
        self._grey = line.in_bin or line.state is CardState.LET_GO
        self._grid = row_layout.columns(width)

    def paint(self, portrait: QPixmap | None, marked: bool, late: bool) -> None:
        """Draw every column."""
        self._paint_who(portrait, marked)
        self._paint_kind()
        self._paint_what()
        self._paint_when(late)
        self._paint_star()

    def paint_faint_signs(self) -> None:
        """Show what could be pressed here: the lightbulb of whom one did not learn from."""
        if not self._line.learned:
            self._bulb("accent" if self._hovered is Part.LEARNED else "text-3")

    def _paint_who(self, portrait: QPixmap | None, marked: bool) -> None:
        line, boxes, theme, painter = self._line, self._parts.boxes, self._theme, self._painter
        if marked:
            rounded(painter, boxes[Part.AVATAR], theme.color("accent"), None, metrics().px(16))
            tick = boxes[Part.AVATAR].adjusted(8, 8, -8, -8)
            paint_icon(painter, tick, Icon.TICK_BOLD, theme.color("on-accent"))
        else:
            if self._grey:
                painter.setOpacity(0.55)
            paint_avatar(
                painter, boxes[Part.AVATAR], initials(line.name), hue_index(line.name), theme, portrait
            )
            painter.setOpacity(1)
        place = boxes[Part.WHO]
        name_role = "faint" if self._grey else "accent" if self._hovered is Part.WHO else "text"
        top = self._lines(place, self._parts.name, Type.BODY_STRONG, name_role)
        self._lines(QRect(place.left(), top, place.width(), 0), self._parts.firm, Type.SECONDARY, "faint")

    def _paint_kind(self) -> None:
        line, boxes = self._line, self._parts.boxes
        paint_chip(self._painter, boxes[Part.KIND], kind_words(line.kind), self._theme, kind_tone(line.kind))
        if self._hovered is Part.KIND:
            rounded(
                self._painter, boxes[Part.KIND], None, self._theme.color("accent"), boxes[Part.KIND].height()
            )

    def _paint_what(self) -> None:
        boxes, parts = self._parts.boxes, self._parts
        if Part.FOLLOW_UP in boxes:
            self._button(boxes[Part.FOLLOW_UP], row_layout.FOLLOW_UP, self._hovered is Part.FOLLOW_UP)
            self._link(boxes[Part.LET_GO], row_layout.LET_GO, Part.LET_GO)
            return
        left, width = self._grid.what
        link = next((part for part in (Part.TAKE_BACK, Part.RESTORE) if part in boxes), None)
        high = len(parts.plan) * line_height(Type.BODY) + (line_height(Type.SECONDARY) if parts.more else 0)
        whole = high + (boxes[link].height() if link else 0)
        top = (parts.height - whole) // 2
        role = "faint" if self._grey else "accent" if self._hovered is Part.PLAN else "text"
        top = self._lines(QRect(left, top, width, 0), parts.plan, Type.BODY, role)
        if parts.more:
            self._lines(QRect(left, top, width, 0), (parts.more,), Type.SECONDARY, "faint")
        if link is not None:
            text = row_layout.TAKE_BACK if link is Part.TAKE_BACK else row_layout.RESTORE
            self._link(boxes[link], text, link)

    def _paint_when(self, late: bool) -> None:
        left, width = self._grid.when
        height, state = self._parts.height, self._line.state
        if state is CardState.NO_PLAN:
            self._chip(left, "no plan", Tone.BAD)
            return
        if state is CardState.LET_GO:
            self._chip(left, "let go", Tone.PLAIN)
            return
        step = line_height(Type.SECONDARY)
        place = QRect(left, (height - step * len(self._parts.when)) // 2, width, 0)
        role = "faint" if self._grey or state is CardState.DONE else "bad-text" if late else "text"
        role = "accent" if self._hovered is Part.WHEN else role
        if state is CardState.DONE:
            side = metrics().px(15)
            tick = QRect(left, place.top() + (step - side) // 2, side, side)
            paint_icon(self._painter, tick, Icon.DONE_FULL, self._theme.color("good"))
            place.adjust(side + metrics().px(4), 0, 0, 0)
        self._lines(place, self._parts.when, Type.SECONDARY, role)

    def _paint_star(self) -> None:
        place = row_layout.star_box(self._grid, self._parts.height)
        solid = self._line.solid
        role = "accent" if self._hovered is Part.STAR else "text-3"
        color = self._theme.level(4) if solid else self._theme.color(role)
        paint_icon(self._painter, place, Icon.WORTH_FULL if solid else Icon.WORTH, color)
        if self._line.learned:
            self._bulb("accent")

    def _bulb(self, role: str) -> None:
        place = row_layout.bulb_box(self._grid, self._parts.height)
        paint_icon(self._painter, place, Icon.IDEA, self._theme.color(role))

    def _lines(self, place: QRect, lines: tuple[str, ...], kind: Type, role: str) -> int:
        """Draw lines one under the other; gives the place under the last."""
        step, top = line_height(kind), place.top()
        font, color = metrics().font(kind), self._theme.color(role)
        for words in lines:
            text_line(self._painter, QRect(place.left(), top, place.width() + 1, step), words, font, color)
            top += step
        return top

    def _button(self, box: QRect, text: str, hovered: bool) -> None:
        theme = self._theme
        ground = theme.color("hover" if hovered else "panel")
        rounded(self._painter, box, ground, theme.color("line"), metrics().px(RADIUS_BUTTON))
        text_line(
            self._painter, box, text, metrics().font(Type.SECONDARY_MEDIUM), theme.color("text"), CENTRE
        )

    def _link(self, box: QRect, text: str, part: Part) -> None:
        role = "accent" if self._hovered is part else "text-2"
        font = metrics().font(Type.SECONDARY_MEDIUM)
        text_line(self._painter, box, text, font, self._theme.color(role), CENTRE)

    def _chip(self, left: int, text: str, tone: Tone) -> None:
        size = chip_size(text)
        box = QRect(left, (self._parts.height - size.height()) // 2, size.width(), size.height())
        paint_chip(self._painter, box, text, self._theme, tone)
