"""When an event is prepared, and what is missing until it is (method §2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from netdesk.method.goals import Goal, goal_gaps, goal_title, is_counted


class PitchChoice(StrEnum):
    """What was decided about a pitch for the room."""

    OPEN = "open"
    CHOSEN = "chosen"
    NONE_NEEDED = "none_needed"


def pitch_choice(version: int | None, needed: int) -> PitchChoice:
    """Return what was decided from what is kept: a version's id or none, and whether a pitch is needed."""
    if not needed:
        return PitchChoice.NONE_NEEDED
    return PitchChoice.OPEN if version is None else PitchChoice.CHOSEN


class Part(StrEnum):
    """The parts of a preparation in which something can be missing."""

    GOALS = "goals"
    PITCH = "pitch"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something an event still needs: where, and the kind sentence about it."""

    part: Part
    words: str


def gaps_until_prepared(goals: Sequence[Goal], pitch: PitchChoice, people_to_meet: int) -> tuple[Gap, ...]:
    """Say part by part what an event still needs; empty when it is prepared.

    One goal with a count and a follow-up sentence is enough; others that are unfinished are not held against it.
    """
    gaps = []
    if not goals:
        gaps.append(Gap(Part.GOALS, "Set a goal you can count, such as 5 cards from potential clients."))
    elif not any(is_counted(goal) for goal in goals):
        gaps.append(Gap(Part.GOALS, f"{goal_title(goals[0])}: {_joined(goal_gaps(goals[0]))}"))
    if pitch is PitchChoice.OPEN:
        gaps.append(Gap(Part.PITCH, "Choose a pitch for this room, or say that none is needed."))
    if people_to_meet < 1:
        gaps.append(Gap(Part.PEOPLE, "Add somebody you want to meet; a name or a trade is enough."))
    return tuple(gaps)


def missing_until_prepared(goals: Sequence[Goal], pitch: PitchChoice, people_to_meet: int) -> tuple[str, ...]:
    """Say kindly what an event still needs, as sentences; empty when it is prepared."""
    return tuple(gap.words for gap in gaps_until_prepared(goals, pitch, people_to_meet))


def is_prepared(goals: Sequence[Goal], pitch: PitchChoice, people_to_meet: int) -> bool:
    """Whether nothing is missing."""
    return not missing_until_prepared(goals, pitch, people_to_meet)


def preparation_chip(goals: Sequence[Goal], pitch: PitchChoice, people_to_meet: int) -> str:
    """Say the chip in the list of events: "Prepared", "No goal yet", "No pitch yet", …"""
    if is_prepared(goals, pitch, people_to_meet):
        return "Prepared"
    if not goals:
        return "No goal yet"
    if not any(is_counted(goal) for goal in goals):
        return "Goal not counted"
    return "No pitch yet" if pitch is PitchChoice.OPEN else "Nobody to meet yet"


def _joined(sentences: Sequence[str]) -> str:
    text = " ".join(sentences)
    return text[:1].lower() + text[1:]
