"""Counted goals for an event, each with how I follow up (method §2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from netdesk.method.settings import DEFAULT_SETTINGS, MethodSettings

MOST = 1000
"""The greatest count of a goal."""


class GoalKind(StrEnum):
    """What a goal counts."""

    TRY_MESSAGE = "try_message"
    COLLECT_CARDS = "collect_cards"
    CONNECT_PARTNERS = "connect_partners"
    LEARN = "learn"
    BOOK_ONE_TO_ONES = "book_one_to_ones"
    HELP = "help"
    OWN_WORDS = "own_words"

    @property
    def label(self) -> str:
        """The kind as a choice in a form."""
        return _LABELS[self]

    @property
    def default_count(self) -> int:
        """The count offered for a new goal of this kind."""
        return _COUNTS[self]

    @property
    def follow_up_suggestion(self) -> str:
        """The follow-up sentence offered for this kind; empty for own words."""
        return _FOLLOW_UPS[self]


_LABELS = {
    GoalKind.TRY_MESSAGE: "Try a message on people",
    GoalKind.COLLECT_CARDS: "Collect cards from potential clients",
    GoalKind.CONNECT_PARTNERS: "Connect with strategic partners",
    GoalKind.LEARN: "Learn from people",
    GoalKind.BOOK_ONE_TO_ONES: "Book one-to-ones",
    GoalKind.HELP: "Help people",
    GoalKind.OWN_WORDS: "In my own words",
}
_COUNTS = {
    GoalKind.TRY_MESSAGE: 10,
    GoalKind.COLLECT_CARDS: 5,
    GoalKind.CONNECT_PARTNERS: 1,
    GoalKind.LEARN: 6,
    GoalKind.BOOK_ONE_TO_ONES: 2,
    GoalKind.HELP: 3,
    GoalKind.OWN_WORDS: 1,
}
_FOLLOW_UPS = {
    GoalKind.TRY_MESSAGE: "Tally below, change one line before the next event",
    GoalKind.COLLECT_CARDS: "Email each within 24 h with something useful; call on Friday",
    GoalKind.CONNECT_PARTNERS: "Book a coffee in the next seven days",
    GoalKind.LEARN: "Write down one thing about each the same evening",
    GoalKind.BOOK_ONE_TO_ONES: "Confirm each by message the next morning, with the objective",
    GoalKind.HELP: "Do what I offered within 48 h",
    GoalKind.OWN_WORDS: "",
}
# The verb, and what is counted: one of it and many.
_COUNTED = {
    GoalKind.TRY_MESSAGE: ("Try", "person", "people"),
    GoalKind.COLLECT_CARDS: ("Collect", "card", "cards"),
    GoalKind.CONNECT_PARTNERS: ("Find", "strategic partner", "strategic partners"),
    GoalKind.LEARN: ("Learn from", "person", "people"),
    GoalKind.BOOK_ONE_TO_ONES: ("Book", "one-to-one", "one-to-ones"),
    GoalKind.HELP: ("Help", "person", "people"),
}


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal as planned: its kind, how many, how I follow up, and what it is about.

    ``subject`` is the message tried, whom the cards or people are from, or the own words.
    """

    kind: GoalKind
    count: int | None = None
    follow_up: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class TickBoxes:
    """What to tick with a pen: so many boxes, or a line to tally on when the count is too high for boxes."""

    boxes: int
    tally: bool


def new_goal(kind: GoalKind, subject: str = "") -> Goal:
    """Return a goal of this kind with the count and the follow-up the program offers."""
    return Goal(kind, kind.default_count, kind.follow_up_suggestion, subject)


def goal_sentence(goal: Goal) -> str:
    """Say a goal with its count: "Collect 5 cards from potential clients", "Find one strategic partner"."""
    count, subject = goal.count, goal.subject.strip()
    if count is None or count < 1:
        return goal_title(goal)
    if goal.kind is GoalKind.OWN_WORDS:
        title = goal_title(goal)
        return title if count == 1 or str(count) in title.split() else f"{title} ({count})"
    verb, one, many = _COUNTED[goal.kind]
    number = f"one {one}" if count == 1 else f"{count} {many}"
    if goal.kind is GoalKind.TRY_MESSAGE:
        return f"Try {_message(subject)} on {number}"
    if goal.kind is GoalKind.COLLECT_CARDS:
        return f"Collect {number} from {subject or 'potential clients'}"
    return f"{verb} {number}{_about(subject)}"


def goal_title(goal: Goal) -> str:
    """Say a goal without its count, for a row that shows the boxes beside it."""
    subject = goal.subject.strip()
    match goal.kind:
        case GoalKind.TRY_MESSAGE:
            return f"Try {_message(subject)} on people"
        case GoalKind.COLLECT_CARDS:
            return f"Collect cards from {subject or 'potential clients'}"
        case GoalKind.CONNECT_PARTNERS:
            single = "Find one strategic partner" if goal.count == 1 else "Find strategic partners"
            return f"{single}{_about(subject)}"
        case GoalKind.OWN_WORDS:
            return subject or "Goal without words yet"
        case _:
            return f"{goal.kind.label}{_about(subject)}"


def tick_boxes(count: int | None, settings: MethodSettings = DEFAULT_SETTINGS) -> TickBoxes:
    """Return as many boxes as the count, up to the settings' number (20), above it a tally line."""
    if count is None or count < 1:
        return TickBoxes(0, tally=False)
    return TickBoxes(0, tally=True) if count > settings.tick_boxes else TickBoxes(count, tally=False)


def goal_gaps(goal: Goal) -> tuple[str, ...]:
    """Say kindly what this goal still lacks to be counted and followed up; empty when it is whole."""
    gaps = []
    if goal.kind is GoalKind.OWN_WORDS and not goal.subject.strip():
        gaps.append("Say in your own words what you want to do.")
    if goal.kind is GoalKind.TRY_MESSAGE and not goal.subject.strip():
        gaps.append("Say which message you want to try.")
    if goal.count is None or goal.count < 1:
        gaps.append("Give it a number, so that you know when you are there.")
    elif goal.count > MOST:
        gaps.append(f"Choose a number up to {MOST:,}; a small one you can reach is better.")
    if not goal.follow_up.strip():
        gaps.append("Write how you will follow up.")
    return tuple(gaps)


def is_counted(goal: Goal) -> bool:
    """Whether the goal has a count and a follow-up sentence, as a prepared event needs."""
    return not goal_gaps(goal)


def is_reached(goal: Goal, reached: int) -> bool:
    """Whether the count was reached; a goal without one never is."""
    return goal.count is not None and goal.count >= 1 and reached >= goal.count


def _message(subject: str) -> str:
    return f"“{subject}”" if subject else "a message"


def _about(subject: str) -> str:
    return f": {subject}" if subject else ""
