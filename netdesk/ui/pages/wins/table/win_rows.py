"""The wins as a table: a snapshot of ids, the newest first, and the rows that are looked at, a page at a time."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from netdesk.method.sources import Source
from netdesk.services.win_list import WinRow
from netdesk.ui.models.id_pages import IdPages
from netdesk.ui.pages.wins.table.cell_model import NOWHERE, CellModel, Index, SourceRole
from netdesk.ui.pages.wins.table.cell_words import CellWords
from netdesk.ui.pages.wins.table.columns import HEADS, VALUE_LETTERS, Column
from netdesk.ui.widgets.labels import plain_tooltip

_PAGE = 50
_KEPT_PAGES = 32


class WinRows(CellModel):
    """``load(ids)`` gives the rows of some ids. What was typed is shown until it is written (``await_cell``)."""

    longer_value = Signal(int)
    """Of how many letters the longest value read so far is."""

    def __init__(
        self,
        load: Callable[[Sequence[int]], Sequence[WinRow]],
        words: Callable[[], CellWords],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._load, self._words = load, words
        self._pages: IdPages[WinRow] = IdPages(self._read, _PAGE, _KEPT_PAGES)
        self._awaited: dict[tuple[int, Column], str] = {}
        self._sources: dict[int, Source | None] = {}
        self._longest = VALUE_LETTERS

    # What Qt asks ------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        column, words = Column(index.column()), self._words()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._awaited.get((row.id, column)) or words.shown(row, column)
        if role == SourceRole:
            return self.source(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words.spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(words.tip(row, column)) or None
        return None

    # What the page asks --------------------------------------------------------------------------

    @property
    def ids(self) -> array[int]:
        """The snapshot; not to be changed."""
        return self._pages.ids

    def id_at(self, row: int) -> int:
        """The id of a row, 0 outside the table."""
        return self._pages.id_at(row)

    def row_of(self, win_id: int) -> int:
        """The row of an id, -1 when it is not shown."""
        return self._pages.place_of(win_id)

    def row(self, place: int) -> WinRow | None:
        """The win in a row; None outside the table, or when it is gone since the snapshot was taken."""
        return self._pages.row(place) if 0 <= place < len(self.ids) else None

    def typed(self, row: int, column: Column) -> str:
        win = self.row(row)
        if win is None:
            return ""
        return self._awaited.get((win.id, column)) or self._words().typed(win, column)

    def source(self, row: int) -> Source | None:
        win = self.row(row)
        return None if win is None else self._sources.get(win.id, win.source)

    # What is on its way ----------------------------------------------------------------------------

    def await_cell(self, win_id: int, column: Column, text: str) -> None:
        """Show what was typed until it is written."""
        self._awaited[win_id, column] = text
        self._say_changed(win_id)

    def await_source(self, win_id: int, source: Source | None) -> None:
        """Show the source that was chosen until it is written."""
        self._sources[win_id] = source
        self._say_changed(win_id)

    def arrived(self, win_id: int) -> None:
        """It is written, or refused: show what is kept."""
        self._awaited = {key: text for key, text in self._awaited.items() if key[0] != win_id}
        self._sources.pop(win_id, None)
        self._pages.forget([win_id])
        self._say_changed(win_id)

    # Another answer ----------------------------------------------------------------------------------

    def show_ids(self, ids: array[int]) -> None:
        """Show another answer: the current cell and the scroll stay with their win, where it is still shown."""
        if ids != self.ids:
            self._pages.swap(self, ids)
        elif ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, len(HEADS) - 1))

    def forget(self) -> None:
        """Read every row anew when it is painted next; ``show_ids`` has them painted."""
        self._pages.forget()

    def _read(self, ids: Sequence[int]) -> Sequence[WinRow]:
        rows, words = self._load(ids), self._words()
        longest = max((len(words.shown(row, Column.VALUE)) for row in rows), default=0)
        if longest > self._longest:
            self._longest = longest
            # Rows are read while they are painted: columns change afterwards.
            QTimer.singleShot(0, self, partial(self.longer_value.emit, longest))
        return rows

    def _say_changed(self, win_id: int) -> None:
        row = self.row_of(win_id)
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADS) - 1))
