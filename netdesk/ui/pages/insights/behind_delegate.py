"""How a row behind a figure is drawn: what it is, a name over a detail, and what it adds at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyleOptionViewItem,
)

from netdesk.services.insights.behind import BehindRow, Leads
from netdesk.ui.delegates.row_painting import line_height, paint_ground, paint_ring
from netdesk.ui.delegates.tipped import TippedDelegate
from netdesk.ui.dialogs.card_list import ROW_ROLE
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import ICON, L, M, Type, metrics
from netdesk.ui.widgets.paint import RIGHT, one_line, text_line

_TALL = 50
_WIDEST_FIGURE = 0.4
_ICONS = {
    Leads.PERSON: Icon.PERSON,
    Leads.EVENT: Icon.EVENTS,
    Leads.WIN: Icon.WINS,
    Leads.GROUP: Icon.GROUPS,
    Leads.PITCH: Icon.PITCHES,
    Leads.TIME: Icon.TIMER,
    Leads.NOWHERE: Icon.TIMER,
}


class BehindDelegate(TippedDelegate):
    """Paints a :class:`BehindRow`; the whole of it stands in the tip."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, metrics().px(_TALL))

    def tip(self, index: QModelIndex | QPersistentModelIndex, box: QRect, spot: QPoint) -> str:
        row = index.data(ROW_ROLE)
        if not isinstance(row, BehindRow):
            return ""
        return "\n".join(part for part in (row.title, row.detail, row.figure) if part)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, BehindRow):
            return
        theme, sizes = current_theme(), metrics()
        box: QRect = option.rect
        paint_ground(painter, option, theme, last=index.row() == index.model().rowCount() - 1)
        side, left = sizes.px(ICON), box.left() + sizes.px(L)
        place = QRect(left, box.center().y() - side // 2, side, side)
        paint_icon(painter, place, _ICONS[row.leads], theme.color("text-2"))
        left += side + sizes.px(M)
        strong, small = sizes.font(Type.BODY_STRONG), sizes.font(Type.SECONDARY)
        figure = one_line(row.figure)
        ruler = QFontMetrics(strong)
        wide = min(ruler.horizontalAdvance(figure) + 2, int(box.width() * _WIDEST_FIGURE))
        right = QRect(box.right() - sizes.px(L) - wide, box.top(), wide, box.height())
        text_line(painter, right, figure, strong, theme.color("text"), RIGHT)
        room = right.left() - sizes.px(M) - left
        upper, lower = line_height(sizes.font(Type.BODY_MEDIUM)), line_height(small) if row.detail else 0
        top = box.center().y() - (upper + lower) // 2
        name = QRect(left, top, room, upper)
        text_line(painter, name, row.title, sizes.font(Type.BODY_MEDIUM), theme.color("text"))
        if row.detail:
            detail = QRect(left, top + upper, room, lower)
            text_line(painter, detail, row.detail, small, theme.color("text-2"))
        paint_ring(painter, option, theme)
