"""What makes the settings of a level good, said in words when they are not (method §1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netdesk.method.levels import EvidenceKind, Level
from netdesk.method.names import fold
from netdesk.method.rhythm import DAYS_A_WEEK

UNSORTED = "unsorted"
"""What people are who were never placed; no level may be called so, as a command could not tell them apart."""
LONGEST_RHYTHM_WEEKS = 104
LARGEST_CAPACITY = 100_000
LONGEST_NAME = 40
LONGEST_LINE = 120


@dataclass(frozen=True, slots=True)
class LevelProblem:
    """What is wrong with one field of a level: ``name``, ``meaning``, ``rhythm``, ``capacity`` or ``moves_up``."""

    field: str
    sentence: str


def level_problems(
    number: int,
    name: str,
    meaning: str,
    rhythm_days: int,
    capacity: int | None,
    moves_up: str,
    levels: Sequence[Level],
) -> tuple[LevelProblem, ...]:
    """Say what keeps these from being the settings of level ``number`` beside the others of ``levels``."""
    wrong = [
        _name_problem(number, name.strip(), levels),
        _length_problem("meaning", "The meaning", meaning),
        _rhythm_problem(rhythm_days),
        _capacity_problem(capacity),
        _length_problem("moves_up", "The line", moves_up),
    ]
    return tuple(problem for problem in wrong if problem is not None)


def evidence_words(asked: Sequence[EvidenceKind], *, any_will_do: bool) -> str:
    """Say what a level asks for, as a sentence for its settings."""
    if not asked:
        return "Nothing is asked for: you move people when you feel it is time."
    labels = [
        f"{kind.label[:1].lower()}{kind.label[1:]}" if kind.label[:2] != "I " else kind.label
        for kind in asked
    ]
    if len(labels) == 1:
        return f"Ready to move up with this in the record: {labels[0]}."
    word = "one" if any_will_do else "all"
    return f"Ready to move up with {word} of these in the record: {'; '.join(labels)}."


def _name_problem(number: int, name: str, levels: Sequence[Level]) -> LevelProblem | None:
    if not name:
        return LevelProblem("name", "A level needs a name.")
    if len(name) > LONGEST_NAME:
        return LevelProblem("name", f"A name of up to {LONGEST_NAME} characters fits the column.")
    folded = fold(name)
    if folded == UNSORTED or folded.isdecimal():
        return LevelProblem("name", f"“{name}” would be mistaken for something else; choose another word.")
    # Without an own folded form, as of signs alone, the name itself is compared.
    same = next(
        (one for one in levels if one.number != number and (fold(one.name) or one.name) == (folded or name)),
        None,
    )
    if same is not None:
        return LevelProblem("name", f"Level {same.number} is called {same.name} already.")
    return None


def _length_problem(field: str, what: str, text: str) -> LevelProblem | None:
    if len(text.strip()) > LONGEST_LINE:
        return LevelProblem(field, f"{what} may have up to {LONGEST_LINE} characters.")
    return None


def _rhythm_problem(rhythm_days: int) -> LevelProblem | None:
    if rhythm_days < 1:
        return LevelProblem("rhythm", "A rhythm is at least one week.")
    if rhythm_days > LONGEST_RHYTHM_WEEKS * DAYS_A_WEEK:
        return LevelProblem("rhythm", "Nobody stays warm that long: choose two years (104 weeks) at most.")
    return None


def _capacity_problem(capacity: int | None) -> LevelProblem | None:
    if capacity is not None and capacity < 1:
        return LevelProblem("capacity", "Leave it empty for no limit, or say at least one person.")
    if capacity is not None and capacity > LARGEST_CAPACITY:
        return LevelProblem("capacity", "Leave it empty when you can tend that many.")
    return None
