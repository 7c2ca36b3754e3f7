"""What selected runs of rows mean: never a list of every selected person."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from netdesk.services.contacts import ContactQuery
from netdesk.services.selection import Selection
from netdesk.ui.models.row_runs import MANY, Run, rows_in


def meaning(rows: Sequence[Run], ids: array[int], query: ContactQuery) -> Selection:
    """The runs as people by id, or, for most of a long list, as all of ``query`` but a few."""
    if rows_in(rows) <= max(MANY, len(ids) // 2):
        return Selection.of(one for top, bottom in rows for one in ids[top : bottom + 1])
    others: list[int] = []
    start = 0
    for top, bottom in rows:
        others.extend(ids[start:top])
        start = bottom + 1
    return Selection.all_of(query, [*others, *ids[start:]])
