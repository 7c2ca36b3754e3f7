"""Draws a line of the palette."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from netdesk.ui.palette.entries import Entry
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import ICON, L, S, Type, metrics
from netdesk.ui.widgets.key_badge import key_size, paint_key
from netdesk.ui.widgets.paint import LEFT, elided, text_line

HEIGHT = 37
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class LineDelegate(QStyledItemDelegate):
    """Glyph, words, faint words, and the shortcut at the right; the current line shows Enter."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every line is equally high."""
        return QSize(200, metrics().px(HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the line."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        theme, sizes = current_theme(), metrics()
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        if current:
            painter.fillRect(box, theme.color("accent-soft"))
        side = sizes.px(ICON)
        left = box.left() + sizes.px(L)
        paint_icon(
            painter, QRect(left, box.center().y() - side // 2, side, side), entry.icon, theme.color("text")
        )
        left += side + sizes.px(S) + sizes.px(4)
        right = self._paint_badge(painter, box, entry.shortcut or ("Enter" if current else ""))
        words = sizes.font(Type.BODY_MEDIUM)
        text = elided(entry.text, words, right - left)
        text_line(
            painter,
            QRect(left, box.top(), right - left, box.height()),
            text,
            words,
            theme.color("text"),
            LEFT,
        )
        left += QFontMetrics(words).horizontalAdvance(text) + sizes.px(5)
        if entry.detail and right - left > sizes.px(40):
            faint = sizes.font(Type.SECONDARY)
            text_line(
                painter,
                QRect(left, box.top(), right - left, box.height()),
                elided(entry.detail, faint, right - left),
                faint,
                theme.color("text-2"),
                LEFT,
            )

    def _paint_badge(self, painter: QPainter, box: QRect, shortcut: str) -> int:
        """Draw the shortcut; gives where the words must end."""
        sizes = metrics()
        right = box.right() - sizes.px(L)
        if not shortcut:
            return right
        size = key_size(shortcut)
        badge = QRect(
            right - size.width(), box.center().y() - size.height() // 2, size.width(), size.height()
        )
        paint_key(painter, badge, shortcut, current_theme())
        return badge.left() - sizes.px(S)
