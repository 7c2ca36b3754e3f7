"""The plan for the room: how many people an event of this length leaves time for (method §2)."""

from __future__ import annotations

from dataclasses import dataclass

from netdesk.method.settings import DEFAULT_SETTINGS, MethodSettings

MINUTES_AN_HOUR = 60
DEFAULT_MINUTES = 120
_HOUR_WORDS = ("one hour", "two hours", "three hours", "four hours", "five hours", "six hours")


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """How many people to meet and learn from, how many solid contacts to leave with, one-to-ones to book."""

    minutes: int
    learn_low: int
    learn_high: int
    solid_low: int
    solid_high: int
    one_to_ones: int
    too_many: int

    @property
    def learn_line(self) -> str:
        """ "Learn from 6–8 people, not 20"; without the warning where the event is long enough for many."""
        people = _range(self.learn_low, self.learn_high, "person", "people")
        many = max(self.too_many + 5, 2 * self.learn_high)
        return (
            f"Learn from {people}, not {many}" if self.learn_high < self.too_many else f"Learn from {people}"
        )

    @property
    def solid_line(self) -> str:
        """ "Leave with 2–4 solid contacts"."""
        return f"Leave with {_range(self.solid_low, self.solid_high, 'solid contact', 'solid contacts')}"

    @property
    def book_line(self) -> str:
        """ "Book 2 one-to-ones on the spot"; empty when none are to be booked."""
        if not self.one_to_ones:
            return ""
        return f"Book {_range(self.one_to_ones, self.one_to_ones, 'one-to-one', 'one-to-ones')} on the spot"

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the plan that have something to say."""
        return tuple(line for line in (self.learn_line, self.solid_line, self.book_line) if line)


def room_plan(minutes: int | None, settings: MethodSettings = DEFAULT_SETTINGS) -> RoomPlan:
    """Return the plan for an event of so many minutes; two hours are assumed while the length is not known.

    People to learn from scale with the length; solid contacts and one-to-ones stay, but never exceed them.
    """
    length = DEFAULT_MINUTES if minutes is None or minutes <= 0 else minutes
    hours = length / MINUTES_AN_HOUR
    low = max(1, round(settings.people_per_hour_low * hours))
    high = max(low, round(settings.people_per_hour_high * hours))
    return RoomPlan(
        minutes=length,
        learn_low=low,
        learn_high=high,
        solid_low=min(settings.solid_low, low),
        solid_high=min(settings.solid_high, high),
        one_to_ones=min(settings.one_to_ones_to_book, high),
        too_many=settings.too_many_cards,
    )


def expected_sentence(expected: int, plan: RoomPlan) -> str:
    """Say how the people to meet compare with the time: "5 of the 6–8 that two hours allow"."""
    people = _numbers(plan.learn_low, plan.learn_high)
    length = duration_words(plan.minutes)
    verb = "allows" if length == "one hour" else "allow"
    if expected > plan.learn_high:
        return f"{expected} people, more than the {people} that {length} {verb}"
    return f"{expected} of the {people} that {length} {verb}"


def too_many_cards_sentence(cards: int, settings: MethodSettings = DEFAULT_SETTINGS) -> str:
    """Warn about a pile of cards from one event; empty below the settings' number (15)."""
    if cards < settings.too_many_cards:
        return ""
    return f"{cards} cards: too many to have learned about. Choose the few you will reconnect with."


def duration_words(minutes: int) -> str:
    """Say a length: "two hours", "90 minutes", "9 hours"."""
    hours, rest = divmod(minutes, MINUTES_AN_HOUR)
    if rest or not hours:
        return f"{minutes} minutes"
    return _HOUR_WORDS[hours - 1] if hours <= len(_HOUR_WORDS) else f"{hours} hours"


def _numbers(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"


def _range(low: int, high: int, one: str, many: str) -> str:
    return f"{_numbers(low, high)} {one if high == 1 else many}"
