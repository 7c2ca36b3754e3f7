"""The pitches of the list, under headings where they are grouped."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from netdesk.method.pitches import PitchKind
from netdesk.services.pitch_list import PitchRow

ROW = Qt.ItemDataRole.UserRole
IS_HEADING = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_KINDS = (PitchKind.ONE_MINUTE, PitchKind.SENTENCE, PitchKind.PRESENTATION)
"""In the order in which they are mostly needed."""


class Grouping(StrEnum):
    """What pitches are put together by."""

    NONE = "none"
    KIND = "kind"
    AUDIENCE = "audience"


class PitchListModel(QAbstractListModel):
    """``ROW`` gives a :class:`PitchRow`; a heading is an entry of its own that cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[PitchRow | str] = []
        self._places: dict[int, int] = {}

    def show_rows(self, rows: Sequence[PitchRow], grouping: Grouping) -> None:
        """Show these pitches in this order."""
        entries = grouped(rows, grouping)
        same_order = [_key(entry) for entry in entries] == [_key(entry) for entry in self._entries]
        if same_order:
            self._entries = entries
            if entries:
                self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self._entries = entries
        self._places = {entry.id: place for place, entry in enumerate(entries) if isinstance(entry, PitchRow)}
        self.endResetModel()

    def index_of(self, pitch_id: int) -> QModelIndex:
        """Give the index of a pitch, an invalid one when it is not in the list."""
        place = self._places.get(pitch_id)
        return QModelIndex() if place is None else self.index(place)

    def pitch_at(self, index: Index) -> int:
        """Give the id of a pitch; 0 for a heading or no entry at all."""
        row = self._entry(index)
        return row.id if isinstance(row, PitchRow) else 0

    def first_pitch(self) -> int:
        """Give the id of the first pitch, 0 without any."""
        return next(iter(self._places), 0)

    def neighbour(self, pitch_id: int) -> int:
        """Give the pitch after this one, else the one before it, else 0."""
        pitches = list(self._places)
        if pitch_id not in self._places:
            return 0
        place = pitches.index(pitch_id)
        around = pitches[place + 1 : place + 2] or pitches[max(0, place - 1) : place]
        return around[0] if around else 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self.pitch_at(index):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entry(index)
        if entry is None:
            return None
        if role == IS_HEADING:
            return isinstance(entry, str)
        if isinstance(entry, str):
            texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return entry if role in texts else None
        if role == ROW:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        return f"{entry.title}, {entry.line}" if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _entry(self, index: Index) -> PitchRow | str | None:
        return self._entries[index.row()] if index.isValid() and index.row() < len(self._entries) else None


def grouped(rows: Sequence[PitchRow], grouping: Grouping) -> list[PitchRow | str]:
    """Put pitches under headings; within one they keep their order. A heading without pitches is left out."""
    if grouping is Grouping.NONE:
        return list(rows)
    groups: dict[str, list[PitchRow]] = {}
    if grouping is Grouping.KIND:
        groups = {kind.label: [] for kind in _KINDS}
    for row in rows:
        heading = row.kind.label if grouping is Grouping.KIND else row.audience or "For anybody"
        groups.setdefault(heading, []).append(row)
    entries: list[PitchRow | str] = []
    for heading, members in groups.items():
        if members:
            entries += [heading, *members]
    return entries


def _key(entry: PitchRow | str) -> int | str:
    return entry if isinstance(entry, str) else entry.id
