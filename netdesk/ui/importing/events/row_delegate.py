"""Paints the events of calendar files: a tick, the name, when and where, what was found, what will happen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from netdesk.services.event_import import EventVerdict, PlannedEvent
from netdesk.ui.delegates.tipped import TippedDelegate
from netdesk.ui.importing.events.row_model import FOUND, TICK, TITLE, WHEN, WILL, EventRows, RowRole
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import XL, Metrics, Type, metrics
from netdesk.ui.widgets.paint import focus_ring, rounded, text_line

HEIGHT = 45
_BOX = 18
_GAP = 8
"""As much as the heading above has (ui/theme/stylesheet.py)."""
_Index = QModelIndex | QPersistentModelIndex


class EventRowDelegate(TippedDelegate):
    """Fonts are made once for each interface font."""

    _sizes: Metrics | None = None
    _strong = QFont()
    _body = QFont()
    _small = QFont()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(metrics().px(80), metrics().px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: PlannedEvent | None = index.data(RowRole)
        if row is None:
            return
        theme, sizes = current_theme(), self._dressed()
        rect, column = option.rect, index.column()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("accent-soft"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        words = rect.adjusted(sizes.px(_GAP), 0, -sizes.px(_GAP), -1)
        if column == TICK:
            focused = bool(option.state & QStyle.StateFlag.State_KeyboardFocusChange) and bool(
                option.state & QStyle.StateFlag.State_HasFocus
            )
            self._tick(painter, rect, row, index.data(Qt.ItemDataRole.CheckStateRole), focused)
            return
        model = index.model()
        stays_out = column == WILL and not (isinstance(model, EventRows) and model.is_ticked(index.row()))
        ink = "text-2" if stays_out or column not in {TITLE, WHEN, FOUND, WILL} else "text"
        text_line(painter, words, str(index.data() or ""), self._font(column), theme.color(ink))

    def wanted(self, row: PlannedEvent, rows: EventRows) -> list[int]:
        """How wide the columns after the tick want to be, so that nothing of ``row`` is cut; in pixels."""
        sizes = self._dressed()
        return [
            max(QFontMetrics(self._font(column)).horizontalAdvance(text) for text in rows.texts(row, column))
            + 2 * sizes.px(_GAP)
            + 1
            for column in range(TITLE, WILL + 1)
        ]

    def _font(self, column: int) -> QFont:
        return {TITLE: self._strong, WHEN: self._body, WILL: self._body}.get(column, self._small)

    def tick_box(self, rect: QRect) -> QRect:
        """Where the tick stands in its cell."""
        sizes = self._dressed()
        side = sizes.px(_BOX)
        return QRect(rect.left() + sizes.px(XL), rect.top() + (rect.height() - 1 - side) // 2, side, side)

    def _tick(
        self, painter: QPainter, rect: QRect, row: PlannedEvent, state: Qt.CheckState | None, focused: bool
    ) -> None:
        theme, sizes = current_theme(), self._dressed()
        box = self.tick_box(rect)
        radius = sizes.px(4)
        if state is None:
            glyph = Icon.WARNING if row.verdict is EventVerdict.UNREADABLE else Icon.DONE
            paint_icon(painter, box, glyph, theme.color("text-2"))
        elif state == Qt.CheckState.Checked:
            rounded(painter, box, theme.color("accent"), None, radius)
            inset = sizes.px(3)
            inside = box.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, inside, Icon.TICK_BOLD, theme.color("on-accent"))
        else:
            rounded(painter, box, None, theme.color("control-line"), radius)
        if focused:
            focus_ring(painter, box, theme, radius)

    def tip(self, index: _Index, box: QRect, spot: QPoint) -> str:
        """The whole of a cell."""
        model = index.model()
        return model.told(index.row(), index.column()) if isinstance(model, EventRows) else ""

    def _dressed(self) -> Metrics:
        sizes = metrics()
        if sizes != self._sizes:
            self._sizes = sizes
            self._strong = sizes.font(Type.BODY_STRONG)
            self._body = sizes.font(Type.BODY)
            self._small = sizes.font(Type.SECONDARY)
        return sizes
