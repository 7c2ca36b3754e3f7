"""The table of events that may come in: Space or Enter ticks the selected ones, a press on a tick its own."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from netdesk.ui.importing.column_widths import column_widths
from netdesk.ui.importing.events.row_delegate import EventRowDelegate
from netdesk.ui.importing.events.row_model import COLUMNS, TICK, TITLE, WHEN, WILL, EventRows
from netdesk.ui.importing.plan_row_delegate import HEIGHT
from netdesk.ui.importing.whole_rows import show_whole_rows
from netdesk.ui.theme.metrics import metrics

_SHARES = (195, 210, 130, 230, 170)
"""Of the columns after the tick."""
_TICK_WIDTH = 55
_MEASURED = 200
"""So many rows say how wide the columns want to be."""
_TICKING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EventTable(QTableView):
    """Rows of the plan; nothing is a widget but the table itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Events in the file")
        self.setAccessibleDescription("Space ticks the selected events")
        self._painter = EventRowDelegate(self)
        self._wanted = [0] * len(_SHARES)
        self.setItemDelegate(self._painter)
        show_whole_rows(self, metrics().px(HEIGHT))

    def show_rows(self, rows: EventRows) -> None:
        """Show a plan's events."""
        self.setModel(rows)
        measured = [self._painter.wanted(row, rows) for row in rows.plan.rows[:_MEASURED]]
        heads = [self.horizontalHeader().sectionSizeHint(column) for column in range(TITLE, len(COLUMNS))]
        self._wanted = [max(column) for column in zip(heads, *measured, strict=True)]
        self._fit_columns()

    @property
    def rows(self) -> EventRows | None:
        """The events that are shown."""
        model = self.model()
        return model if isinstance(model, EventRows) else None

    def selected_places(self) -> Iterator[int]:
        """The selected rows, range by range."""
        for part in list(self.selectionModel().selection()):  # type: ignore[call-overload]
            yield from range(part.top(), part.bottom() + 1)

    def toggle(self, places: list[int]) -> None:
        """Tick the events at ``places``; where all that can be are ticked already, take the ticks away."""
        rows = self.rows
        if rows is None:
            return
        able = [place for place in places if rows.row(place).can_tick]
        rows.tick(able, not all(rows.is_ticked(place) for place in able))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a tick changes it, and those of all selected rows when it is one of them."""
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        if event.button() is Qt.MouseButton.LeftButton and self._is_on_tick(index, spot):
            chosen = sorted(set(self.selected_places()))
            rows = self.rows
            if rows is not None and index.row() in chosen:
                rows.tick(chosen, not rows.is_ticked(index.row()))
            else:
                self.toggle([index.row()])
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        over = self._is_on_tick(self.indexAt(spot), spot)
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if plain and Qt.Key(event.key()) in _TICKING:
            places = sorted(set(self.selected_places()))
            current = self.currentIndex()
            self.toggle(places or ([current.row()] if current.isValid() else []))
        else:
            super().keyPressEvent(event)

    def _is_on_tick(self, index: QModelIndex, spot: QPoint) -> bool:
        rows = self.rows
        if rows is None or not index.isValid() or index.column() != TICK:
            return False
        return rows.row(index.row()).can_tick and self._painter.tick_box(self.visualRect(index)).adjusted(
            -8, -8, 8, 8
        ).contains(spot)

    def _fit_columns(self) -> None:
        if self.model() is None:
            return
        first = metrics().px(_TICK_WIDTH)
        self.setColumnWidth(TICK, first)
        widths = column_widths(max(self.viewport().width() - first, 0), _SHARES, self._wanted, WHEN - TITLE)
        for column, width in enumerate(widths[:-1], TITLE):
            self.setColumnWidth(column, width)
        used = sum(self.columnWidth(column) for column in range(WILL))
        self.setColumnWidth(WILL, max(self.viewport().width() - used, 1))
