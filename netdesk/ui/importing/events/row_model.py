"""The events of calendar files as a table; each has a tick for whether it comes in.

``EventRows(plan, today)``: ``show_only(verdict)``, ``tick(places, on)``, ``ticked`` (numbers of the plan),
``coming()``. Role ``RowRole`` gives the ``PlannedEvent``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from netdesk.services.event_import import EventPlan, EventVerdict, PlannedEvent
from netdesk.ui.importing.plan_rows import Index, PlanRows, RowRole
from netdesk.ui.pages.events.event_times import full_line, when_line
from netdesk.ui.widgets.paint import one_line

COLUMNS = ("", "Event", "When", "Where", "What we found", "What will happen")
TICK, TITLE, WHEN, WHERE, FOUND, WILL = range(len(COLUMNS))


class EventRows(PlanRows):
    """A plan's events, all or those of one verdict, with the ticks as they stand."""

    columns = COLUMNS
    changed = Signal()
    """A tick was set or taken away; ``coming()`` may have changed."""

    def __init__(self, plan: EventPlan, today: date, parent: QObject | None = None) -> None:
        super().__init__(range(len(plan.rows)), parent)
        self.plan = plan
        self.ticked = plan.proposed()
        self._today = today

    # What Qt asks ----------------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == TICK and self.row(index.row()).can_tick:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row = self.row(index.row())
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TICK and row.can_tick:
            return Qt.CheckState.Checked if row.number in self.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self._text(row, index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row) if index.column() <= TITLE else one_line(self._text(row, index.column()))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        return bool(self.tick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked))

    # What the table asks ---------------------------------------------------------------------

    def row(self, place: int) -> PlannedEvent:
        """The event at a place of the table."""
        return self.plan.rows[self._shown[place]]

    def is_ticked(self, place: int) -> bool:
        """Whether the event at a place of the table comes in."""
        return self.row(place).number in self.ticked

    def label(self, row: PlannedEvent) -> str:
        """What will happen with an event, in words."""
        if row.verdict is EventVerdict.UNREADABLE:
            return "Cannot be read"
        return row.will if row.number in self.ticked else row.unticked

    def spoken(self, row: PlannedEvent) -> str:
        """An event as one sentence for a screen reader."""
        parts = [self._text(row, column) for column in (TITLE, WHEN, WHERE, FOUND, WILL)]
        return ", ".join(one_line(part) for part in parts if part)

    def texts(self, row: PlannedEvent, column: int) -> tuple[str, ...]:
        """What a cell may say, ticked or not."""
        if column == WILL and row.can_tick:
            return (row.will, row.unticked)
        return (one_line(self._text(row, column)),)

    def told(self, place: int, column: int) -> str:
        """The whole of a cell, for the tip."""
        row = self.row(place)
        if column == WHEN and row.values is not None:
            return full_line(row.values.starts, row.values.ends, row.values.zone)
        return self._text(row, column)

    def coming(self) -> tuple[int, int, int]:
        """How many events are added, updated and put into the bin."""
        chosen = [row for row in self.plan.rows if row.number in self.ticked]
        off = sum(row.verdict is EventVerdict.CALLED_OFF for row in chosen)
        new = sum(row.event is None for row in chosen)
        return new, len(chosen) - new - off, off

    # What a person does ----------------------------------------------------------------------

    def show_only(self, verdict: EventVerdict | None) -> None:
        """Show the events of one verdict, or all."""
        self.beginResetModel()
        self._shown = [row.number for row in self.plan.rows if verdict is None or row.verdict is verdict]
        self.endResetModel()

    def tick(self, places: Iterable[int], on: bool) -> int:
        """Let the events at ``places`` come in, or not; gives how many of them can be ticked."""
        able = [place for place in places if self.row(place).can_tick]
        numbers = {self.row(place).number for place in able}
        self.ticked = self.ticked | numbers if on else self.ticked - numbers
        if able:
            self.dataChanged.emit(self.index(min(able), TICK), self.index(max(able), WILL))
            self.changed.emit()
        return len(able)

    def _text(self, row: PlannedEvent, column: int) -> str:
        values = row.values
        if column == TITLE:
            return row.title
        if column == FOUND:
            return (
                row.found[:1].lower() + row.found[1:].rstrip(".")
                if row.verdict is EventVerdict.UNREADABLE
                else row.found
            )
        if column == WILL:
            return self.label(row)
        if values is None:
            return ""
        if column == WHEN:
            return when_line(values.starts, values.ends, values.zone, self._today)
        return values.place if column == WHERE else ""
