"""What both tables of the page have in common: columns with heads, and cells that can be typed in."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from netdesk.method.sources import Source
from netdesk.ui.pages.wins.table.columns import HEADS, Column

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
SourceRole = Qt.ItemDataRole.UserRole + 1
"""The source of a row, None while nobody said it."""
HintRole = Qt.ItemDataRole.UserRole + 2
"""Faint words for a cell in which nothing stands."""


class CellModel(QAbstractTableModel):
    """Rows of seven cells."""

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(HEADS):
            return HEADS[section] if role == Qt.ItemDataRole.DisplayRole else None
        return None

    def typed(self, row: int, column: Column) -> str:
        """What the line to type in begins with. Models override this."""
        raise LookupError(row, column)

    def source(self, row: int) -> Source | None:
        """The source of a row. Models override this."""
        raise LookupError(row)
