"""What stands behind a figure: the people, events or wins it counts, to be asked for when it is clicked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from netdesk.method.periods import Period


class BehindKind(StrEnum):
    """What is counted."""

    WINS = "wins"
    PEOPLE = "people"
    EVENTS = "events"
    ONE_TO_ONES = "one_to_ones"
    CARDS = "cards"
    HOURS = "hours"
    MOVES = "moves"
    REACTIONS = "reactions"


@dataclass(frozen=True, slots=True)
class Behind:
    """A question that can be asked later: ``topic`` says which figure, ``key`` which part of it, for a period.

    ``title`` is what the list of them is called: "9 wins by direct or indirect referral".
    """

    kind: BehindKind
    topic: str
    title: str
    period: Period
    key: str = ""
