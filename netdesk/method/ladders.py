"""Ladders of five levels one can begin with: NetDesk's own, in plain words, and by what one is to the other (§1).

A ladder sets all a level has: name, meaning, rhythm, capacity, the line at its foot and the evidence. Whatever is set
otherwise is a ladder of one's own. Being seen, being believed and doing business is an old saying among people who
network, about how relationships grow; it is spread here over five steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netdesk.method.levels import DEFAULT_LEVELS, EvidenceKind, Level


@dataclass(frozen=True, slots=True)
class Ladder:
    """Five levels under a name; ``key`` is what a command calls it."""

    key: str
    name: str
    meaning: str
    levels: tuple[Level, ...]


_BY_TRUST = (
    Level(
        1,
        "Just met",
        "You have heard each other's name",
        84,
        None,
        "See each other again",
        (EvidenceKind.MET_TWICE, EvidenceKind.FOLLOW_UP),
        evidence_any=True,
    ),
    Level(
        2,
        "Visible",
        "Each knows who the other is and what they do",
        56,
        None,
        "Talk, and do what you said",
        (EvidenceKind.FOLLOW_UP, EvidenceKind.ONE_TO_ONE_HELD),
    ),
    Level(
        3,
        "Gaining credit",
        "You do what you say; they have begun to count on it",
        42,
        50,
        "Help each other",
        (EvidenceKind.GIVE, EvidenceKind.RECEIVE),
    ),
    Level(
        4,
        "Credible",
        "Each would put in a good word for the other",
        21,
        15,
        "Send each other business",
        (EvidenceKind.REFERRAL_GIVEN, EvidenceKind.REFERRAL_RECEIVED),
    ),
    Level(5, "Profitable", "Business goes both ways, and goes on", 14, 5, "Keep it fair and lively"),
)
_IN_PLAIN_WORDS = (
    Level(
        1,
        "Acquaintance",
        "You would nod to each other in the street",
        84,
        None,
        "Meet again, or follow up",
        (EvidenceKind.MET_TWICE, EvidenceKind.FOLLOW_UP),
        evidence_any=True,
    ),
    Level(
        2,
        "Good contact",
        "You have talked, and would pick up the phone",
        56,
        None,
        "Sit down together once",
        (EvidenceKind.ONE_TO_ONE_HELD,),
    ),
    Level(
        3,
        "Friend in business",
        "You have helped one another",
        42,
        50,
        "Give something and get something",
        (EvidenceKind.GIVE, EvidenceKind.RECEIVE),
    ),
    Level(
        4,
        "Ally",
        "You make things together",
        21,
        15,
        "Make something, and refer somebody",
        (EvidenceKind.MADE_TOGETHER, EvidenceKind.REFERRAL_GIVEN),
    ),
    Level(5, "Partner", "You count on each other", 14, 5, "Stay close"),
)
LADDERS: tuple[Ladder, ...] = (
    Ladder("netdesk", "NetDesk's own", "From a table shared to a proven partner", DEFAULT_LEVELS),
    Ladder(
        "trust",
        "Visibility, credibility, profitability",
        "Seen first, then believed, then in business",
        _BY_TRUST,
    ),
    Ladder("plain", "In plain words", "From an acquaintance to a partner", _IN_PLAIN_WORDS),
)
OWN = "A ladder of your own"
"""What one's levels are called when they are none of these."""


def ladder(key: str) -> Ladder:
    """Return the ladder called ``key``; raises KeyError when there is none."""
    for one in LADDERS:
        if one.key == key:
            return one
    raise KeyError(key)


def ladder_of(levels: Sequence[Level]) -> Ladder | None:
    """Return the ladder these levels are, None when one's own hand is in them."""
    return next((one for one in LADDERS if one.levels == tuple(levels)), None)
