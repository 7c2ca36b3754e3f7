"""One-to-ones: an objective, a day and a place beforehand; afterwards reached or not, learned, promised (method §5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

DEFAULT_MINUTES = 60
LONGEST_MINUTES = 24 * 60
LONGEST_REMINDER = 14 * 24 * 60
"""Minutes before the start; two weeks."""
MOST_AT_ONCE = 30
"""How many one-to-ones are planned in one go."""
DEFAULT_START = time(10)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Reminder:
    """How long before a one-to-one I am reminded; ``minutes`` None: not at all."""

    minutes: int | None
    label: str


REMINDERS = (
    Reminder(None, "No reminder"),
    Reminder(15, "15 minutes before"),
    Reminder(60, "1 hour before"),
    Reminder(24 * 60, "The day before"),
)
DEFAULT_REMINDER: int | None = 60


def reminder_words(minutes: int | None) -> str:
    """Say a reminder: "1 hour before", "45 minutes before", "2 days before", "no reminder"."""
    if minutes is None:
        return "no reminder"
    if minutes == 0:
        return "when it begins"
    for size, unit in ((24 * 60, "day"), (60, "hour"), (1, "minute")):
        if minutes % size == 0:
            number = minutes // size
            return f"{number} {unit}{'' if number == 1 else 's'} before"
    raise AssertionError("every whole number is so many minutes")


class Outcome(StrEnum):
    """Whether a one-to-one reached its objective."""

    ACHIEVED = "achieved"
    PARTLY = "partly"
    NOT = "not"

    @property
    def label(self) -> str:
        """The word on a button: "Achieved"."""
        return {"achieved": "Achieved", "partly": "Partly", "not": "Not achieved"}[self.value]


class Standing(StrEnum):
    """Where a one-to-one stands: still to come, over and not yet written down, held, or called off."""

    COMING = "coming"
    OVER = "over"
    HELD = "held"
    CALLED_OFF = "called_off"


def standing(
    starts: datetime, minutes: int, now: datetime, *, held: bool = False, called_off: bool = False
) -> Standing:
    """Say where a one-to-one stands at ``now``; it is over once it has lasted its ``minutes``."""
    if held:
        return Standing.HELD
    if called_off:
        return Standing.CALLED_OFF
    return Standing.OVER if starts + timedelta(minutes=minutes) <= now else Standing.COMING


@dataclass(frozen=True, slots=True)
class LearnedField:
    """A field of a person into which something learned can go; ``goals``: what they want to reach."""

    name: str
    label: str


LEARNED_FIELDS = (
    LearnedField("what_they_do", "What they do"),
    LearnedField("ideal_client", "Ideal client"),
    LearnedField("good_introduction", "Good introduction"),
    LearnedField("where_to", "Goals"),
    LearnedField("accomplishments", "Accomplishments"),
    LearnedField("interests", "Interests"),
    LearnedField("networks", "Networks"),
    LearnedField("skills", "Skills"),
    LearnedField("note", "Notes"),
)
"""Where what was learned may go, in the order of the form."""
SIDE_FIELDS = LEARNED_FIELDS[3:8]
"""Goals, accomplishments, interests, networks, skills: what the sheet says of both sides."""
FIELD_LABELS = {field.name: field.label for field in LEARNED_FIELDS}

_OBJECTIVES = (
    ("what_they_do", "Understand what {name} does"),
    ("ideal_client", "Understand {name}’s ideal client"),
    ("good_introduction", "Learn whom {name} would like to meet"),
    ("where_to", "Learn where {name} wants to get to"),
    ("skills", "Find something to make together with {name}"),
)
_QUESTIONS = (
    ("ideal_client", "Who is your best client, and how did you find them?"),
    ("where_to", "Where do you want to be in a year?"),
    ("networks", "In which circles are you at home?"),
    ("accomplishments", "What are you proud of this year?"),
    ("interests", "What do you do when you do not work?"),
)


def proposed_objective(name: str, known: Mapping[str, str]) -> str:
    """Propose an objective from what is not known of somebody yet; ``known`` are their fields by name."""
    for field, words in _OBJECTIVES:
        if not known.get(field, "").strip():
            return words.format(name=name)
    return f"Find one way to help {name} this month"


def proposed_questions(known: Mapping[str, str], first_ask: str) -> tuple[str, str]:
    """Propose two questions: mine, which I ask everybody, and one about what is not known yet."""
    second = next((words for field, words in _QUESTIONS if not known.get(field, "").strip()), "")
    return first_ask, second or "What would help you most this month?"


def first_free_day(today: date) -> date:
    """Return the day proposed for a one-to-one: in a week, on a working day."""
    return next_working_day(today + timedelta(days=6))


def next_working_day(day: date) -> date:
    """Return the next day from Monday to Friday after ``day``."""
    following = day + timedelta(days=1)
    while following.weekday() >= _SATURDAY:
        following += timedelta(days=1)
    return following


def slots(first: datetime, count: int) -> tuple[datetime, ...]:
    """Propose times on the wall for several one-to-ones: the first as given, the rest on the working days after it."""
    found = [first]
    while len(found) < count:
        day = next_working_day(found[-1].date())
        found.append(datetime.combine(day, first.time()))
    return tuple(found[:count])


def added_to_field(before: str, words: str) -> str:
    """Return a field's text with something learned on a line of its own; what stands there already is not doubled."""
    before, words = before.strip(), words.strip()
    if not words or words.casefold() in (line.strip().casefold() for line in before.splitlines()):
        return before
    return f"{before}\n{words}" if before else words
