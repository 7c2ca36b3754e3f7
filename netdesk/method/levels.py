"""The five levels of a relationship: what the board's columns are called and what they ask (method §1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

LOWEST = 1
HIGHEST = 5
LONGEST_RHYTHM_DAYS = 3660


class EvidenceKind(StrEnum):
    """What may stand in the record for moving somebody up; which of it a level asks for is a setting."""

    MET_TWICE = "met_twice"
    FOLLOW_UP = "follow_up"
    ONE_TO_ONE_HELD = "one_to_one_held"
    ONE_TO_ONE = "one_to_one"
    GIVE = "give"
    RECEIVE = "receive"
    MADE_TOGETHER = "made_together"
    REFERRAL_GIVEN = "referral_given"
    REFERRAL_RECEIVED = "referral_received"

    @property
    def label(self) -> str:
        """The evidence as a choice in Settings."""
        return _EVIDENCE_LABELS[self]


_EVIDENCE_LABELS = {
    EvidenceKind.MET_TWICE: "Met on two different days",
    EvidenceKind.FOLLOW_UP: "A follow-up done",
    EvidenceKind.ONE_TO_ONE_HELD: "A one-to-one held",
    EvidenceKind.ONE_TO_ONE: "A one-to-one held, its objective achieved",
    EvidenceKind.GIVE: "I helped them",
    EvidenceKind.RECEIVE: "They helped me",
    EvidenceKind.MADE_TOGETHER: "Something made together",
    EvidenceKind.REFERRAL_GIVEN: "A referral or win from me",
    EvidenceKind.REFERRAL_RECEIVED: "A referral or win from them",
}


def rhythm_problem(days: int) -> str:
    """Say what is wrong with a rhythm, a level's or a person's own; empty for one from a day to ten years."""
    if days < 1:
        return "A rhythm is at least one day."
    return "A rhythm is at most ten years." if days > LONGEST_RHYTHM_DAYS else ""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of trust, a column of the board.

    ``rhythm_days`` is how many days may pass between real contacts before somebody at this level is
    going cold; ``capacity`` how many people one can tend there (None: no limit); ``moves_up`` the short
    line at the column's foot; ``evidence`` what must stand in the record for the next level, all of it or, with
    ``evidence_any``, one of it. Raises ValueError for a number outside 1 to 5, a rhythm outside 1 to 3,660 days, a
    capacity below one person or an empty name.
    """

    number: int
    name: str
    meaning: str
    rhythm_days: int
    capacity: int | None
    moves_up: str
    evidence: tuple[EvidenceKind, ...] = ()
    evidence_any: bool = False

    def __post_init__(self) -> None:
        if not LOWEST <= self.number <= HIGHEST:
            raise ValueError(f"A level's number is {LOWEST} to {HIGHEST}, not {self.number}.")
        if not self.name.strip():
            raise ValueError("A level needs a name.")
        if problem := rhythm_problem(self.rhythm_days):
            raise ValueError(problem)
        if self.capacity is not None and self.capacity < 1:
            raise ValueError("A capacity is at least one person; leave it empty for no limit.")

    @property
    def is_top(self) -> bool:
        """Whether nobody moves further up from here."""
        return self.number == HIGHEST


DEFAULT_LEVELS: tuple[Level, ...] = (
    Level(
        1,
        "Sausage sharer",
        "Shared a table; you know a name and a trade",
        84,
        None,
        "Recognise each other again",
        (EvidenceKind.MET_TWICE, EvidenceKind.FOLLOW_UP),
        evidence_any=True,
    ),
    Level(
        2,
        "Familiar face",
        "You remember each other and have really talked",
        56,
        None,
        "Hold a one-to-one with an objective",
        (EvidenceKind.ONE_TO_ONE,),
    ),
    Level(
        3,
        "Equally engaged",
        "Each knows what the other needs; both have helped",
        42,
        50,
        "Make something together",
        (EvidenceKind.GIVE, EvidenceKind.RECEIVE, EvidenceKind.MADE_TOGETHER),
    ),
    Level(
        4,
        "Creative collaborator",
        "You make things happen together",
        21,
        15,
        "Referrals or wins both ways",
        (EvidenceKind.REFERRAL_GIVEN, EvidenceKind.REFERRAL_RECEIVED),
    ),
    Level(5, "Proven partner", "You refer each other without being asked", 14, 5, "Keep it strong"),
)


def level_by_number(number: int, levels: Sequence[Level] = DEFAULT_LEVELS) -> Level:
    """Return the level with this number; raises KeyError when there is none."""
    for level in levels:
        if level.number == number:
            return level
    raise KeyError(number)


def next_level(level: Level, levels: Sequence[Level] = DEFAULT_LEVELS) -> Level | None:
    """Return the level above, or None at the top."""
    return None if level.number >= HIGHEST else level_by_number(level.number + 1, levels)


def previous_level(level: Level, levels: Sequence[Level] = DEFAULT_LEVELS) -> Level | None:
    """Return the level below, or None at the bottom."""
    return None if level.number <= LOWEST else level_by_number(level.number - 1, levels)


def people_over_capacity(level: Level, people: int) -> int:
    """Return how many people stand above the level's capacity (0 when within it or when it has none)."""
    return 0 if level.capacity is None else max(0, people - level.capacity)


def over_capacity_sentence(level: Level, people: int) -> str:
    """Say that a column holds more people than one can tend; empty when it does not. Forbids nothing."""
    over = people_over_capacity(level, people)
    if not over:
        return ""
    return f"{people} people here, {over} more than the {level.capacity} you can tend well."


def check_levels(levels: Sequence[Level]) -> None:
    """Raise ValueError unless these are the five levels, once each and in order."""
    if [level.number for level in levels] != list(range(LOWEST, HIGHEST + 1)):
        raise ValueError("There are five levels, numbered 1 to 5 in order.")
