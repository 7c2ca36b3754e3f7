"""The people, events and wins behind a figure, asked for when it is clicked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netdesk.method.errors import NotFound
from netdesk.method.insights.behind import Behind
from netdesk.store.workspace import Workspace

MOST_ROWS = 2000
"""How many rows are told at most; the count is always exact."""


class Leads(StrEnum):
    """Where a row leads when it is opened."""

    PERSON = "person"
    EVENT = "event"
    WIN = "win"
    GROUP = "group"
    PITCH = "pitch"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class BehindRow:
    """One of what is counted: ``id`` of what it leads to; ``figure`` what it adds, in words ("£1,200", "2 h")."""

    leads: Leads
    id: int
    title: str
    detail: str = ""
    figure: str = ""


@dataclass(frozen=True, slots=True)
class BehindRows:
    """All that is counted (``count``), and the first ``MOST_ROWS`` of it, the latest or greatest first."""

    count: int
    rows: tuple[BehindRow, ...]


Answer = Callable[[Workspace, Behind, date], BehindRows]
_ANSWERS: dict[str, Answer] = {}


def rows_behind(ws: Workspace, behind: Behind, today: date) -> BehindRows:
    """Return what stands behind a figure. Raises NotFound for a figure this version does not know."""
    answer = _ANSWERS.get(behind.topic)
    if answer is None:
        raise NotFound(f"Nothing is known behind “{behind.title}”.", "Look at the figure again in Insights.")
    return answer(ws, behind, today)
