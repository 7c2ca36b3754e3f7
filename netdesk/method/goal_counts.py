"""How far a goal is: what counts itself from the event's cards, plans and reactions, and what is added by hand (§2)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from netdesk.method.goals import MOST, GoalKind

_ONE_TO_ONE = re.compile(
    r"(?<!\w)(?:one|1)(?: |-|\u2011)?(?:to|2|:|-)(?: |-|\u2011)?(?:one|1)(?!\w)|(?<!\w)(?:121|coffee|lunch)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class EventTally:
    """What an event gave, counted: cards by kind, people learned from, one-to-ones booked, reactions to a message.

    ``booked`` counts each person once, however many plans were made.
    """

    potential_clients: int = 0
    strategic_partners: int = 0
    learned: int = 0
    booked: int = 0
    reactions: int = 0


_SOURCES = {
    GoalKind.COLLECT_CARDS: "from the cards",
    GoalKind.CONNECT_PARTNERS: "from the cards",
    GoalKind.LEARN: "from the cards",
    GoalKind.BOOK_ONE_TO_ONES: "from the plans",
    GoalKind.TRY_MESSAGE: "from the reactions",
}
_FEWER = {
    "from the cards": "Change the card to count fewer.",
    "from the plans": "Change the plan to count fewer.",
    "from the reactions": "Change the reactions to count fewer.",
}


def counts_itself(kind: GoalKind) -> bool:
    """Whether goals of this kind are counted from what is entered about the event."""
    return kind in _SOURCES


def linked_count(kind: GoalKind, tally: EventTally) -> int | None:
    """Return what an event's tally says of a goal of this kind; None for kinds counted by hand alone."""
    return {
        GoalKind.COLLECT_CARDS: tally.potential_clients,
        GoalKind.CONNECT_PARTNERS: tally.strategic_partners,
        GoalKind.LEARN: tally.learned,
        GoalKind.BOOK_ONE_TO_ONES: tally.booked,
        GoalKind.TRY_MESSAGE: tally.reactions,
    }.get(kind)


def count_reached(linked: int | None, by_hand: int) -> int:
    """Return how many were reached: the greater of what counted itself and what was counted by hand."""
    return max(linked or 0, by_hand)


def kept_by_hand(wanted: int, linked: int | None) -> int:
    """Return what is kept by hand when a person wants ``wanted`` in all; nothing while the rest counts itself."""
    return wanted if wanted > (linked or 0) else 0


def linked_words(kind: GoalKind, linked: int | None) -> str:
    """Say where a count comes from: "5 counted from the cards"; empty where nothing counted itself."""
    return f"{linked} counted {_SOURCES[kind]}" if linked and kind in _SOURCES else ""


def cannot_count_fewer(kind: GoalKind, linked: int) -> str:
    """Say why a goal cannot be counted lower than its cards, plans or reactions, and what can be done."""
    return f"{linked_words(kind, linked)}. {_FEWER[_SOURCES[kind]]}"


def count_problem(number: int) -> str:
    """Say kindly why a count cannot be kept; empty for 0 to 1,000."""
    if number < 0:
        return "Nobody can be counted below nought; write 0 or more."
    return f"{number:,} is more than one event holds; write up to {MOST:,}." if number > MOST else ""


def is_one_to_one(action: str) -> bool:
    """Whether a plan in words is to sit down with one person: "One-to-one: …", "Coffee with Ellen", "Lunch …"."""
    return _ONE_TO_ONE.search(action) is not None
