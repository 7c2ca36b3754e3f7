"""The table of a plan: it holds no row of its own, but points into the plan, at all rows or those of one verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()
RowRole = Qt.ItemDataRole.UserRole + 1
"""Gives the row of the plan."""


class PlanRows(QAbstractTableModel):
    """``columns`` are the headings; ``shown`` the numbers of the plan's rows that are in the table."""

    columns: ClassVar[tuple[str, ...]] = ()

    def __init__(self, shown: Sequence[int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = shown

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
