"""Selected rows as runs from first to last, and what they mean: never a list of every selected row."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange

from netdesk.services.contacts import ContactQuery
from netdesk.services.selection import Selection
from netdesk.ui.models.paged_ids import PagedIds

MANY = 2_000
"""Above so many people a selection of most of them is kept as the question and its exceptions."""
Run = tuple[int, int]


def runs(selected: QItemSelectionModel) -> list[Run]:
    """First and last row of each run of selected rows, from the top."""
    selection = selected.selection()
    ranges = (selection.at(place) for place in range(selection.size()))
    return sorted((one.top(), one.bottom()) for one in ranges)


def people_in(rows: Sequence[Run]) -> int:
    """How many rows the runs hold."""
    return sum(bottom - top + 1 for top, bottom in rows)


def meaning(rows: Sequence[Run], ids: array[int], query: ContactQuery) -> Selection:
    """The runs as people by id, or, for most of a long list, as all of ``query`` but a few."""
    if people_in(rows) <= max(MANY, len(ids) // 2):
        return Selection.of(one for top, bottom in rows for one in ids[top : bottom + 1])
    others: list[int] = []
    start = 0
    for top, bottom in rows:
        others.extend(ids[start:top])
        start = bottom + 1
    return Selection.all_of(query, [*others, *ids[start:]])


def rows_of(model: PagedIds, chosen: set[int]) -> QItemSelection:
    """The rows of the people in ``chosen``, as few ranges as can be."""
    selection = QItemSelection()
    for is_chosen, run in groupby(enumerate(model.ids), lambda pair: pair[1] in chosen):
        if is_chosen:
            rows = [row for row, _ in run]
            selection.append(QItemSelectionRange(model.index(rows[0], 0), model.index(rows[-1], 0)))
    return selection
