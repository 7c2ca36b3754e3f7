"""What an operation touched: the value that is announced to the views after a commit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """The rows one operation touched, by table.

    ``rows`` maps a table's name to the ids touched, or to ``None`` when there were too many to name.
    ``operation`` is the operation's id in the history, ``title`` its sentence ("Move Grace to level 3"),
    ``kind`` says whether it was done, undone or redone; ``revision`` is the number of this commit in the file.
    """

    operation: int = 0
    title: str = ""
    kind: str = "done"
    rows: Mapping[str, frozenset[int] | None] = field(default_factory=dict)
    revision: int = 0

    def touches(self, *tables: str) -> bool:
        """Whether any row of one of ``tables`` was touched."""
        return any(table in self.rows for table in tables)

    def touches_row(self, table: str, row: int) -> bool:
        """Whether ``row`` of ``table`` was, or may have been, touched."""
        if table not in self.rows:
            return False
        ids = self.rows[table]
        return ids is None or row in ids

    def ids(self, table: str) -> frozenset[int]:
        """The ids touched in ``table``; empty when there were none or too many to name."""
        return self.rows.get(table) or frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was touched at all."""
        return not self.rows

    def __or__(self, other: Changes) -> Changes:
        """Both sets of rows together, under this one's title."""
        rows: dict[str, frozenset[int] | None] = dict(self.rows)
        for table, ids in other.rows.items():
            mine = rows.get(table, frozenset())
            rows[table] = None if ids is None or mine is None else mine | ids
        return Changes(
            self.operation or other.operation, self.title or other.title, self.kind, rows, self.revision
        )
