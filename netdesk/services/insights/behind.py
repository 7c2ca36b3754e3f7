"""The people, events and wins behind a figure, as rows.

Which module answers for which topic stands in ``services/insights/answers.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_ROWS = 2000
"""How many rows are told at most; the count is always exact."""


class Leads(StrEnum):
    """Where a row leads when it is opened."""

    PERSON = "person"
    EVENT = "event"
    WIN = "win"
    GROUP = "group"
    PITCH = "pitch"
    TIME = "time"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class BehindRow:
    """One of what is counted: ``id`` of what it leads to; ``figure`` what it adds, in words ("2 h").

    Where it adds money, that is ``amount`` in ``currency`` ("": the own one), to be written as the window does.
    """

    leads: Leads
    id: int
    title: str
    detail: str = ""
    figure: str = ""
    amount: float | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class BehindRows:
    """All that is counted (``count``), and the first ``MOST_ROWS`` of it, the latest or greatest first."""

    count: int
    rows: tuple[BehindRow, ...]
