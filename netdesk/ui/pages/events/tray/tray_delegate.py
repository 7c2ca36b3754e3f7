"""Paints a card of the tray: tick, picture, name and firm, event and age, plan and day, state, picture, star."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from netdesk.method.follow_ups import CardState
from netdesk.services.card_tray import TrayRow
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.delegates.row_painting import paint_ground, paint_ring
from netdesk.ui.delegates.tipped import TippedDelegate
from netdesk.ui.models.paged_ids import RowRole
from netdesk.ui.pages.events.tray import tray_words as words
from netdesk.ui.pages.events.tray.tray_columns import (
    LET_GO_LABEL,
    PLAN_LABEL,
    ROW_HEIGHT,
    Columns,
    Part,
    columns,
    parts,
    plan_buttons,
)
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import ICON, RADIUS_BUTTON, Metrics, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.avatar import paint_avatar
from netdesk.ui.widgets.chip import chip_size, paint_chip
from netdesk.ui.widgets.paint import CENTRE, rounded, text_line

_Index = QModelIndex | QPersistentModelIndex
_TIPS = {
    Part.BOX: "Choose this card as well (Space)",
    Part.PLAN: "Say what you will do and when (Enter)",
    Part.LET_GO: "Let this card go on purpose (L)",
    Part.PICTURE: "Show the picture of the card",
}


class TrayDelegate(TippedDelegate):
    """Fonts are made once for each interface font. ``events``: rows say of which event the card is."""

    def __init__(self, photos: Photos, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        self._today = today
        self.events = True
        self._sizes: Metrics | None = None
        self._strong, self._plain, self._small = QFont(), QFont(), QFont()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(metrics().px(200), metrics().px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(RowRole)
        if not isinstance(row, TrayRow):
            return
        theme = current_theme()
        self._dressed()
        paint_ground(painter, option, theme, last=False)
        places = columns(option.rect, events=self.events)
        _paint_box(painter, places.box, bool(option.state & QStyle.StateFlag.State_Selected), theme)
        photo = self._photos.pixmap(row.portrait, places.avatar.width(), painter.device().devicePixelRatioF())
        paint_avatar(painter, places.avatar, row.initials, row.hue, theme, photo)
        self._paint_words(painter, places, row, theme)
        self._paint_plan(painter, places, row, theme)
        _paint_state(painter, places, row, theme)
        paint_ring(painter, option, theme)

    def _paint_words(self, painter: QPainter, places: Columns, row: TrayRow, theme: Theme) -> None:
        firm = "" if row.organisation == row.name else row.organisation
        if places.narrow and self.events:
            firm = " · ".join(part for part in (firm, words.event_words(row)) if part)
        self._two_lines(painter, places.who, (row.name, "text"), (firm, "text-2"), strong=True)
        today = self._today()
        age = (words.age_words(row), words.age_role(row))
        if places.narrow or not self.events:
            self._two_lines(painter, places.met, age, (words.met_words(row, today), "text-2"))
        else:
            upper = (words.event_words(row), "text" if row.event and not row.event_binned else "text-2")
            self._age_line(painter, places.met, upper, age, f"· {words.met_words(row, today)}")

    def _paint_plan(self, painter: QPainter, places: Columns, row: TrayRow, theme: Theme) -> None:
        if row.state is CardState.NO_PLAN:
            if not row.in_bin:
                self._paint_buttons(painter, places.plan, theme)
            return
        today = self._today()
        upper = (words.plan_words(row), "text" if row.state is CardState.PLANNED else "text-2")
        lower = (words.day_words(row, today), words.day_role(row, today))
        self._two_lines(painter, places.plan, upper, lower)

    def _paint_buttons(self, painter: QPainter, plan: QRect, theme: Theme) -> None:
        sizes = self._dressed()
        follow_up, let_go = plan_buttons(plan)
        font = sizes.font(Type.SECONDARY_MEDIUM)
        rounded(painter, follow_up, theme.color("panel"), theme.color("line"), sizes.px(RADIUS_BUTTON))
        text_line(painter, follow_up, PLAN_LABEL, font, theme.color("text"), CENTRE)
        if not let_go.isEmpty():
            text_line(painter, let_go, LET_GO_LABEL, font, theme.color("text-2"), CENTRE)

    def _two_lines(
        self,
        painter: QPainter,
        box: QRect,
        upper: tuple[str, str],
        lower: tuple[str, str],
        *,
        strong: bool = False,
    ) -> None:
        theme = current_theme()
        font = self._strong if strong else self._plain
        if not lower[0]:
            text_line(painter, box, upper[0], font, theme.color(upper[1]))
            return
        first, second = self._halves(box)
        text_line(painter, first, upper[0], font, theme.color(upper[1]))
        text_line(painter, second, lower[0], self._small, theme.color(lower[1]))

    def _age_line(
        self, painter: QPainter, box: QRect, upper: tuple[str, str], age: tuple[str, str], day: str
    ) -> None:
        theme = current_theme()
        first, second = self._halves(box)
        text_line(painter, first, upper[0], self._plain, theme.color(upper[1]))
        width = text_line(painter, second, age[0], self._small, theme.color(age[1]))
        rest = second.adjusted(width + self._dressed().px(4), 0, 0, 0)
        text_line(painter, rest, day, self._small, theme.color("text-2"))

    def _halves(self, box: QRect) -> tuple[QRect, QRect]:
        sizes, half = self._dressed(), box.height() // 2
        upper = QRect(box.left(), box.top() + sizes.px(7), box.width(), half - sizes.px(7))
        return upper, QRect(box.left(), box.top() + half, box.width(), half - sizes.px(7))

    # The mouse ---------------------------------------------------------------------------------

    def part_at(self, rect: QRect, row: TrayRow, place: QPoint) -> Part | None:
        """The part of a row under a place in the same measure as ``rect``."""
        found = parts(rect, row, events=self.events)
        return next((part for part, box in found.items() if box.contains(place)), None)

    def tip(self, index: _Index, box: QRect, spot: QPoint) -> str:
        """The row in words with its days in full, or what pressing this part does."""
        row = index.data(RowRole)
        if not isinstance(row, TrayRow):
            return ""
        part = self.part_at(box, row, spot)
        if part is Part.STAR:
            return "A solid contact: I will reconnect (S)" if row.solid else "Mark as a solid contact (S)"
        return words.in_full(row, self._today()) if part is None else _TIPS[part]

    def _dressed(self) -> Metrics:
        sizes = metrics()
        if sizes != self._sizes:
            self._sizes = sizes
            self._strong = sizes.font(Type.BODY_STRONG)
            self._plain = sizes.font(Type.BODY)
            self._small = sizes.font(Type.SECONDARY)
        return sizes


def _paint_box(painter: QPainter, box: QRect, ticked: bool, theme: Theme) -> None:
    radius = metrics().px(4)
    if ticked:
        rounded(painter, box, theme.color("accent"), None, radius)
        inside = box.adjusted(2, 2, -2, -2)
        paint_icon(painter, inside, Icon.TICK_BOLD, theme.color("on-accent"))
    else:
        rounded(painter, box, theme.color("panel"), theme.color("faint"), radius)


def _paint_state(painter: QPainter, places: Columns, row: TrayRow, theme: Theme) -> None:
    size = chip_size(row.state.label)
    top = places.chip.top() + (places.chip.height() - size.height()) // 2
    chip = QRect(places.chip.left(), top, size.width(), size.height())
    paint_chip(painter, chip, row.state.label, theme, words.STATE_TONES[row.state])
    side = metrics().px(ICON)
    if row.photo:
        box = QRect(0, 0, side, side)
        box.moveCenter(places.picture.center())
        paint_icon(painter, box, Icon.PICTURE, theme.color("text-2"))
    star = QRect(0, 0, side, side)
    star.moveCenter(places.star.center())
    glyph = Icon.WORTH_FULL if row.solid else Icon.WORTH
    paint_icon(painter, star, glyph, theme.level(4) if row.solid else theme.color("faint"))
