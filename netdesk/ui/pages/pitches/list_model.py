"""The pitches of the list, under headings where they are grouped."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from enum import StrEnum

from netdesk.method.pitches import PitchKind
from netdesk.services.pitch_list import PitchRow
from netdesk.ui.models.headed_ids import HeadedIds

_KINDS = (PitchKind.ONE_MINUTE, PitchKind.SENTENCE, PitchKind.PRESENTATION)
"""In the order in which they are mostly needed."""


class Grouping(StrEnum):
    """What pitches are put together by."""

    NONE = "none"
    KIND = "kind"
    AUDIENCE = "audience"


class PitchListModel(HeadedIds):
    """Its rows are :class:`PitchRow`, its headings what they are grouped by."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[int, PitchRow] = {}
        self._headings: list[str] = []

    def show_rows(self, rows: Sequence[PitchRow], grouping: Grouping) -> None:
        """Show these pitches in this order."""
        entries = array("q")
        self._rows = {row.id: row for row in rows}
        self._headings = []
        for entry in grouped(rows, grouping):
            if isinstance(entry, PitchRow):
                entries.append(entry.id)
            else:
                entries.append(-len(self._headings))
                self._headings.append(entry)
        self.show_entries(entries)

    def heading(self, number: int) -> str:
        """Give the words of a heading; 0 stands for the first, -1 for the second."""
        return self._headings[-number]

    def sentence(self, row: PitchRow) -> str:
        """Say a row for a screen reader: the title and how its newest version does."""
        return f"{row.title}, {row.line}"

    def row(self, place: int) -> PitchRow | None:
        """Give the pitch at a place."""
        return self._rows.get(self._entries[place])


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
