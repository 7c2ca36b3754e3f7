"""Paints the events of calendar files: a tick, the name, when and where, what was found, what will happen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from netdesk.services.event_import import EventVerdict, PlannedEvent
from netdesk.ui.importing.events.row_model import FOUND, TICK, TITLE, WHEN, WILL, EventRows
from netdesk.ui.importing.plan_row_delegate import GAP, PlanRowDelegate
from netdesk.ui.importing.plan_rows import Index, RowRole
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import XL
from netdesk.ui.widgets.paint import focus_ring, rounded, text_line

_BOX = 18


class EventRowDelegate(PlanRowDelegate):
    """Each column has its own font and ink."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PlannedEvent | None = index.data(RowRole)
        if row is None:
            return
        words = self._ground(painter, option)
        column = index.column()
        if column == TICK:
            state = index.data(Qt.ItemDataRole.CheckStateRole)
            self._tick(painter, option.rect, row, state, self._has_keyboard(option))
            return
        model = index.model()
        stays_out = column == WILL and not (isinstance(model, EventRows) and model.is_ticked(index.row()))
        ink = "text-2" if stays_out or column not in {TITLE, WHEN, FOUND, WILL} else "text"
        text_line(painter, words, str(index.data() or ""), self._font(column), current_theme().color(ink))

    def wanted(self, row: PlannedEvent, rows: EventRows) -> list[int]:
        """How wide the columns after the tick want to be, so that nothing of ``row`` is cut; in pixels."""
        sizes = self._dressed()
        return [
            max(QFontMetrics(self._font(column)).horizontalAdvance(text) for text in rows.texts(row, column))
            + 2 * sizes.px(GAP)
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

    def tip(self, index: Index, box: QRect, spot: QPoint) -> str:
        """The whole of a cell."""
        model = index.model()
        return model.told(index.row(), index.column()) if isinstance(model, EventRows) else ""
