"""Paints the rows of an import: picture, name, firm, e-mail, what was found, and a choice that looks like a combo."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from netdesk.method.names import hue_index, initials
from netdesk.services.importing import PlanRow, Verdict
from netdesk.ui.importing.plan_row_delegate import GAP, PlanRowDelegate
from netdesk.ui.importing.plan_rows import Index, RowRole
from netdesk.ui.importing.row_model import (
    EMAIL,
    FIRM,
    FOUND,
    NAME,
    PICTURE,
    WILL,
    LabelRole,
    shown_finding,
    shown_name,
)
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import RADIUS_BUTTON, XL
from netdesk.ui.widgets.avatar import paint_avatar
from netdesk.ui.widgets.paint import focus_ring, one_line, rounded, text_line

_AVATAR = 28
_CHOICE = 29
_PAD = 10
_CARET = 15


class ImportRowDelegate(PlanRowDelegate):
    """Each column has its own font and ink."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(RowRole)
        if row is None:
            return
        words = self._ground(painter, option)
        theme, rect, column = current_theme(), option.rect, index.column()
        if column == PICTURE:
            self._picture(painter, rect, row)
        elif column == NAME:
            text_line(painter, words, shown_name(row), self._strong, theme.color("text"))
        elif column == FIRM:
            text_line(painter, words, row.firm, self._body, theme.color("text"))
        elif column == EMAIL:
            text_line(painter, words, row.email, self._small, theme.color("text-2"))
        elif column == FOUND:
            text_line(painter, words, shown_finding(row), self._small, theme.color("text"))
        elif column == WILL:
            label, can_change = index.data(LabelRole)
            box = self.choice_box(rect, label, can_change)
            self._choice(painter, box, label, can_change, self._has_keyboard(option))

    def choice_box(self, rect: QRect, label: str, can_change: bool) -> QRect:
        """Where the choice stands in its cell."""
        sizes = self._dressed()
        width = QFontMetrics(self._body).horizontalAdvance(one_line(label)) + 2 * sizes.px(_PAD) + 2
        width += sizes.px(_CARET + 6) if can_change else 0
        height = sizes.px(_CHOICE)
        top = rect.top() + (rect.height() - 1 - height) // 2
        gap = sizes.px(GAP)
        return QRect(rect.left() + gap, top, min(width, rect.width() - 2 * gap), height)

    def _picture(self, painter: QPainter, rect: QRect, row: PlanRow) -> None:
        sizes = self._dressed()
        left = rect.left() + sizes.px(XL)
        if row.verdict is Verdict.UNREADABLE or not row.has_name:
            side = sizes.px(17)
            box = QRect(left + 1, rect.center().y() - side // 2, side, side)
            paint_icon(painter, box, Icon.WARNING, current_theme().color("text-2"))
            return
        side = sizes.px(_AVATAR)
        box = QRect(left, rect.top() + (rect.height() - 1 - side) // 2, side, side)
        name = row.name[:200]
        paint_avatar(painter, box, initials(name), hue_index(name), current_theme())

    def _choice(self, painter: QPainter, box: QRect, label: str, can_change: bool, focused: bool) -> None:
        theme, sizes = current_theme(), self._dressed()
        radius = sizes.px(RADIUS_BUTTON)
        rounded(painter, box, theme.color("panel"), theme.color("line"), radius)
        inside = box.adjusted(sizes.px(_PAD), 0, -sizes.px(_PAD) + 1, 0)
        if can_change:
            side = sizes.px(_CARET)
            caret = QRect(inside.right() - side + 2, box.center().y() - side // 2, side, side)
            paint_icon(painter, caret, Icon.DOWN, theme.color("text"))
            inside.setRight(caret.left() - sizes.px(4))
        text_line(painter, inside, label, self._body, theme.color("text"))
        if focused:
            focus_ring(painter, box, theme, radius)

    def tip(self, index: Index, box: QRect, spot: QPoint) -> str:
        """What an update would bring, and what is cut."""
        row = index.data(RowRole)
        if row is None:
            return ""
        if index.column() in {FOUND, WILL} and row.brings:
            return "\n".join(("What is new:", *(one_line(word) for word in row.brings[:12])))
        return str(index.data() or "")
