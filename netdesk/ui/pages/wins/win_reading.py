"""What the page of wins asks, on a reader's thread: which wins, and what the head says of them."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from datetime import date

from netdesk.method.money import total_words
from netdesk.method.periods import last_12_months
from netdesk.services.people import person_name
from netdesk.services.win_list import WinQuery, WinTotals, win_ids, win_totals
from netdesk.services.win_offers import place_words
from netdesk.services.workspaces import Workspace
from netdesk.ui.money import money


@dataclass(frozen=True, slots=True)
class Answer:
    """``told`` are the totals of what is shown where something narrows it, else of the last 12 months.

    ``has_any``: there are wins at all, beside those in the bin.
    """

    query: WinQuery
    ids: array[int]
    told: WinTotals
    unsaid: int
    binned: int
    has_any: bool
    about: str = ""
    """Whose or what wins are shown, in words, where the question is about somebody or something."""

    @property
    def is_filtered(self) -> bool:
        """Whether something narrows the table."""
        return self.query != WinQuery()

    @property
    def apart(self) -> bool:
        """Whether the head names amounts for which there is no rate."""
        return bool(self.told.total.apart)

    @property
    def head(self) -> str:
        """What the head says: "24 in the last 12 months · £43,800", or of what is shown "3 wins · £900"."""
        told = self.told
        if not (self.has_any or self.is_filtered):
            return ""
        wins = "1 win" if told.count == 1 else f"{told.count:,} wins"
        words = f"{wins} shown" if self.is_filtered else f"{told.count:,} in the last 12 months"
        words = f"{wins} in the bin" if self.query.binned else words
        return " · ".join(filter(None, (words, total_words(told.total, money))))


def read(ws: Workspace, query: WinQuery, today: date, own: str) -> Answer:
    """Ask for the wins of ``query`` and the sums, in the own currency."""
    ids, is_filtered = win_ids(ws, query), query != WinQuery()
    return Answer(
        query,
        ids,
        # Without a filter the head tells of the year, not of all there ever were.
        win_totals(ws, query if is_filtered else WinQuery(last_12_months(today)), own),
        len(win_ids(ws, WinQuery(unsaid=True))),
        len(win_ids(ws, WinQuery(binned=True))),
        bool(ids) or (is_filtered and bool(win_ids(ws, WinQuery()))),
        _about(ws, query),
    )


def _about(ws: Workspace, query: WinQuery) -> str:
    for words, person in (("Thanks to", query.person_id), ("For", query.client_id)):
        if person is not None:
            return f"{words} {person_name(ws, person).name}"
    place = place_words(ws, query.event_id, query.group_id)
    return f"Through {place}" if place else ""
