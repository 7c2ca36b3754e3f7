"""Paints the cells of wins: words cut to their cell, amounts at the right, the five sources side by side."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from netdesk.method.sources import Source
from netdesk.ui.pages.wins.table.cell_model import HintRole, SourceRole
from netdesk.ui.pages.wins.table.cell_words import NOTHING
from netdesk.ui.pages.wins.table.columns import PAD, Column
from netdesk.ui.pages.wins.table.source_segments import paint_sources
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.paint import LEFT, RIGHT, focus_ring, text_line

ROW_HEIGHT = 42
_ROLES = {Column.PLACE: "text-2"}
_MAY_STAND_EMPTY = (Column.CLIENT, Column.VALUE, Column.THANKS, Column.PLACE)


class CellDelegate(QStyledItemDelegate):
    """``short``: the sources that are not chosen are digits. ``is_entry``: the row in which a win is typed."""

    def __init__(self, parent: QObject | None = None, *, is_entry: bool = False) -> None:
        super().__init__(parent)
        self.short = False
        self._is_entry = is_entry

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(metrics().px(60), metrics().px(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, rect = current_theme(), option.rect
        column = Column(index.column())
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver) and not self._is_entry
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if is_hovered:
            painter.fillRect(rect, theme.color("hover"))
        line = rect.top() if self._is_entry else rect.bottom()
        if self._is_entry or index.row() < index.model().rowCount() - 1:
            painter.fillRect(QRect(rect.left(), line, rect.width(), 1), theme.color("line"))
        box = self.words_box(rect, column)
        if column is Column.SOURCE:
            # On its way through Qt a source becomes its word.
            source = index.data(SourceRole)
            if not (self._is_entry and index.model().index(0, Column.WHAT).data(HintRole)):
                chosen = Source(source) if source else None
                paint_sources(painter, box, chosen, theme, short=self.short)
        else:
            self._paint_words(painter, box, column, index, theme)
        if has_focus:
            focus_ring(painter, rect.adjusted(2, 3, -2, -4), theme, metrics().px(6))

    def words_box(self, rect: QRect, column: Column) -> QRect:
        """Where in a cell its words or its sources stand."""
        pad, slim = metrics().px(PAD), metrics().px(4)
        left = slim if column is Column.VALUE else pad
        right = pad if column in (Column.VALUE, Column.SOURCE) else slim
        return rect.adjusted(left, 0, -right, -1)

    def _paint_words(
        self,
        painter: QPainter,
        box: QRect,
        column: Column,
        index: QModelIndex | QPersistentModelIndex,
        theme: Theme,
    ) -> None:
        words = index.data(Qt.ItemDataRole.DisplayRole)
        hint = index.data(HintRole)
        kind = Type.BODY_STRONG if column is Column.WHAT else Type.BODY
        role = _ROLES.get(column, "text")
        if not words and hint:
            # The hint goes on over the cells after it, in which nothing stands.
            words, kind, role = hint, Type.BODY, "faint"
            box = QRect(box.left(), box.top(), max(box.width(), metrics().px(560)), box.height())
            if column is Column.WHEN:
                box.setWidth(metrics().px(70))
        elif not words and column in _MAY_STAND_EMPTY and not self._is_entry:
            words, role = NOTHING, "faint"
        if words:
            align = RIGHT if column is Column.VALUE else LEFT
            # A pixel more than was measured: the last letter must not be cut for a fraction.
            text_line(
                painter, box.adjusted(0, 0, 1, 0), str(words), metrics().font(kind), theme.color(role), align
            )
