"""A row of the map as a list: picture, name, how they know each other, level."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from netdesk.method.names import hue_index, initials
from netdesk.services.surroundings import Acquaintance
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.avatar import paint_avatar
from netdesk.ui.widgets.paint import LEFT, focus_ring, one_line, rounded, text_line
from netdesk.ui.widgets.pips import paint_pips, pips_size

PERSON = Qt.ItemDataRole.UserRole + 1
_HIGH, _SIDE = 38, 26

Index = QModelIndex | QPersistentModelIndex


class TreeDelegate(QStyledItemDelegate):
    """Paints the :class:`Acquaintance` under ``PERSON``; a row without one is a count in faint words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(metrics().px(200), metrics().px(_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, sizes = current_theme(), metrics()
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        radius = sizes.px(6)
        if state & QStyle.StateFlag.State_Selected:
            rounded(painter, box, theme.color("accent-soft"), None, radius)
        elif state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, box, theme.color("hover"), None, radius)
        person = index.data(PERSON)
        small = sizes.font(Type.SECONDARY)
        inside = box.adjusted(sizes.px(S), 0, -sizes.px(M), 0)
        if not isinstance(person, Acquaintance):
            text_line(painter, inside, str(index.data()), small, theme.color("faint"), LEFT)
            return
        side = sizes.px(_SIDE)
        picture = QRect(inside.left(), inside.center().y() - side // 2, side, side)
        paint_avatar(painter, picture, initials(person.name), hue_index(person.name), theme)
        dots = pips_size()
        level = QRect(inside.right() - dots.width(), inside.top(), dots.width(), inside.height())
        paint_pips(painter, level, person.level or 0, theme)
        left = picture.right() + sizes.px(M)
        room = level.left() - sizes.px(M) - left
        strong = sizes.font(Type.SECONDARY_STRONG)
        wish = QFontMetrics(strong).horizontalAdvance(one_line(person.name)) + 2
        name = QRect(left, box.top(), min(wish, room * 2 // 3), box.height())
        text_line(painter, name, person.name, strong, theme.color("text"), LEFT)
        at = name.right() + sizes.px(S)
        words = "  ·  ".join(part for part in (person.organisation, person.words) if part)
        rest = QRect(at, box.top(), left + room - at, box.height())
        text_line(painter, rest, words, small, theme.color("text-2"), LEFT)
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, box, theme, radius)
