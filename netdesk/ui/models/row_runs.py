"""Selected rows as runs from first to last: never a list of every selected row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange

from netdesk.ui.models.paged_ids import PagedIds

MANY = 2_000
"""Above so many rows Qt must not follow each by an index of its own."""
Run = tuple[int, int]


def runs(selected: QItemSelectionModel) -> list[Run]:
    """First and last row of each run of selected rows, from the top."""
    selection = selected.selection()
    ranges = (selection.at(place) for place in range(selection.size()))
    return sorted((one.top(), one.bottom()) for one in ranges)


def rows_in(rows: Sequence[Run]) -> int:
    """How many rows the runs hold."""
    return sum(bottom - top + 1 for top, bottom in rows)


def rows_of(model: PagedIds, chosen: set[int]) -> QItemSelection:
    """The rows of the ids in ``chosen``, as few ranges as can be."""
    selection = QItemSelection()
    for is_chosen, run in groupby(enumerate(model.ids), lambda pair: pair[1] in chosen):
        if is_chosen:
            rows = [row for row, _ in run]
            selection.append(QItemSelectionRange(model.index(rows[0], 0), model.index(rows[-1], 0)))
    return selection
