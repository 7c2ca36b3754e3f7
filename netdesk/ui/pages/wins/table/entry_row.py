"""The row in which a new win is typed: texts as they are typed, and the source chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from netdesk.method.sources import Source
from netdesk.ui.pages.wins.table.cell_model import NOWHERE, CellModel, HintRole, Index, SourceRole
from netdesk.ui.pages.wins.table.cell_words import source_keys
from netdesk.ui.pages.wins.table.columns import HEADS, Column
from netdesk.ui.pages.wins.table.offer_line import Picked
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import one_line

TODAY = "today"
HINT = "Type what was won; Tab goes on; 1–5 chooses the source; Enter starts the next"


class EntryRow(CellModel):
    """One row. ``state()`` is kept while the window is closed: nothing that was typed is lost."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: dict[Column, str] = {}
        self._source: Source | None = None
        self._is_begun = False
        self.picked: dict[Column, Picked] = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed or chosen."""
        return self._source is None and not any(text.strip() for text in self._texts.values())

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = Column(index.column())
        answers: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: one_line(self._texts.get(column, "")),
            Qt.ItemDataRole.AccessibleTextRole: lambda: self._spoken(column),
            Qt.ItemDataRole.ToolTipRole: lambda: (
                plain_tooltip(source_keys()) if column is Column.SOURCE else None
            ),
            SourceRole: lambda: self._source,
            HintRole: lambda: self._hint(column),
        }
        asked = answers.get(role)
        return None if asked is None else asked()

    def _spoken(self, column: Column) -> str:
        source = "" if self._source is None else self._source.short
        said = source if column is Column.SOURCE else one_line(self._texts.get(column, ""))
        return f"New win, {HEADS[column]}: {said or 'empty'}"

    def _hint(self, column: Column) -> str:
        if column is Column.WHEN:
            return TODAY
        return HINT if column is Column.WHAT and self.is_empty and not self._is_begun else ""

    def typed(self, row: int, column: Column) -> str:
        return self._texts.get(column, "")

    def source(self, row: int) -> Source | None:
        return self._source

    def texts(self) -> dict[Column, str]:
        """What was typed, by column."""
        return dict(self._texts)

    def put(self, column: Column, text: str, picked: Picked) -> None:
        """Keep what was typed in a cell, and what was picked from the offers while typing."""
        self._texts[column] = text
        self.picked[column] = picked
        self._changed()

    def begin(self, *, begun: bool) -> None:
        """Whether the keyboard is in the row: then it shows all it can hold, not the words that invite to type."""
        if begun is not self._is_begun:
            self._is_begun = begun
            self._changed()

    def choose(self, source: Source | None) -> None:
        """Choose the source."""
        self._source = source
        self._changed()

    def clear(self) -> None:
        """Begin with an empty row."""
        self._texts, self._source = {}, None
        self.picked = {}
        self._changed()

    def state(self) -> dict[str, str]:
        """What was typed, as plain values."""
        found = {column.name.lower(): text for column, text in self._texts.items() if text.strip()}
        return found if self._source is None else found | {"source": self._source.value}

    def take_back(self, state: Mapping[str, object]) -> None:
        """Show again what was kept; odd values are passed over."""
        for column in Column:
            kept = state.get(column.name.lower())
            if isinstance(kept, str) and column is not Column.SOURCE:
                self._texts[column] = kept
        if state.get("source") in list(Source):
            self._source = Source(str(state["source"]))
        self._changed()

    def _changed(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(0, len(HEADS) - 1))
