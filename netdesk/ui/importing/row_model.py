"""The rows of an import as a table that holds no row of its own: it points into the plan.

``ImportRows(plan)``: ``show_only(verdict)``, ``choose(rows, action)``, ``decisions``, ``coming()``. Roles ``RowRole``
(the ``PlanRow``) and ``LabelRole`` (what will happen, and whether that can be changed).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from netdesk.services.importing import Action, ImportPlan, PlanRow, Verdict
from netdesk.ui.importing.plan_rows import Index, PlanRows, RowRole
from netdesk.ui.widgets.paint import one_line

COLUMNS = ("", "Name", "Firm", "E-mail", "What we found", "What will happen")
PICTURE, NAME, FIRM, EMAIL, FOUND, WILL = range(len(COLUMNS))
LabelRole = Qt.ItemDataRole.UserRole + 2
_COMES = frozenset({Action.ADD, Action.UPDATE})


class ImportRows(PlanRows):
    """A plan's rows, all or those of one verdict, with the choices made so far."""

    columns = COLUMNS
    chosen = Signal()
    """A choice was made; ``coming()`` may have changed."""

    def __init__(self, plan: ImportPlan, parent: QObject | None = None) -> None:
        super().__init__(array("l", range(len(plan.rows))), parent)
        self.plan = plan
        self.decisions: dict[int, Action] = {}
        self._coming = sum(row.default in _COMES for row in plan.rows)
        self._asking = sum(row.default is Action.ASK for row in plan.rows)

    # What Qt asks ----------------------------------------------------------------------------

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row = self.row(index.row())
        if role == RowRole:
            return row
        if role == LabelRole:
            return self.label(row), len(row.choices) > 1
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self._text(row, index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row) if index.column() == NAME else one_line(self._text(row, index.column()))
        return None

    # What the table asks ---------------------------------------------------------------------

    def row(self, place: int) -> PlanRow:
        """The row at a place of the table."""
        return self.plan.rows[self._shown[place]]

    def action(self, row: PlanRow) -> Action:
        """What will happen with a row."""
        return self.plan.action(row.number, self.decisions)

    def label(self, row: PlanRow) -> str:
        """What will happen with a row, in words."""
        return row.label(self.action(row))

    def spoken(self, row: PlanRow) -> str:
        """A row as one sentence for a screen reader."""
        parts = (shown_name(row), row.firm, row.email, row.found, self.label(row))
        return ", ".join(one_line(part) for part in parts if part)

    def coming(self) -> int:
        """How many rows will be written."""
        return self._coming

    def asking(self) -> int:
        """How many rows wait for somebody to decide."""
        return self._asking

    # What a person does ----------------------------------------------------------------------

    def show_only(self, verdict: Verdict | None) -> None:
        """Show the rows of one verdict, or all."""
        self.beginResetModel()
        rows = self.plan.rows
        self._shown = array("l", (row.number for row in rows if verdict is None or row.verdict is verdict))
        self.endResetModel()

    def choose(self, places: Iterable[int], action: Action) -> int:
        """Let ``action`` happen with the rows at ``places`` for which it makes sense; gives how many there were."""
        changed: list[int] = []
        for place in places:
            row = self.row(place)
            if action not in row.choices:
                continue
            before = self.action(row)
            if before is not action:
                self._coming += (action in _COMES) - (before in _COMES)
                self._asking += (action is Action.ASK) - (before is Action.ASK)
                self.decisions[row.number] = action
            changed.append(place)
        if changed:
            self.dataChanged.emit(self.index(min(changed), WILL), self.index(max(changed), WILL))
            self.chosen.emit()
        return len(changed)

    def settle(self, action: Action) -> None:
        """Let ``action`` (else leaving out) happen with every row that still waits to be decided."""
        for row in self.plan.rows:
            if self.action(row) is Action.ASK:
                self.decisions[row.number] = action if action in row.choices else Action.LEAVE
                self._coming += self.decisions[row.number] in _COMES
                self._asking -= 1
        self.dataChanged.emit(self.index(0, WILL), self.index(max(len(self._shown) - 1, 0), WILL))
        self.chosen.emit()

    def _text(self, row: PlanRow, column: int) -> str:
        if column == NAME:
            return shown_name(row)
        texts = {FIRM: row.firm, EMAIL: row.email, FOUND: shown_finding(row), WILL: self.label(row)}
        return texts.get(column, "")


def shown_name(row: PlanRow) -> str:
    """What stands in the name's column: a dash when there is only a firm, the line when nothing could be read."""
    if row.verdict is Verdict.UNREADABLE:
        return f"Line {row.line:,}".replace(",", "") if row.line else row.name
    return row.name if row.has_name else "—"


def shown_finding(row: PlanRow) -> str:
    """What was found, as the middle of a line: a sentence loses its capital and its full stop."""
    text = row.found
    return text[:1].lower() + text[1:].rstrip(".") if row.verdict is Verdict.UNREADABLE else text
