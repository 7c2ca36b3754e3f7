"""After an event: who was met, what the numbers say kindly, what is still open, and when the event is over (§2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from netdesk.method.pitches import Reactions
from netdesk.method.room import DEFAULT_MINUTES, RoomPlan, duration_words
from netdesk.method.settings import DEFAULT_SETTINGS, MethodSettings

MOST_PEOPLE = 1000
MOST_HOURS = 200.0
MOST_COST = 10_000_000.0
_MINUTES_AN_HOUR = 60
_NAMED = 3


class DebriefPart(StrEnum):
    """The parts of a debrief in which something can be open."""

    GOALS = "goals"
    CARDS = "cards"
    REACTIONS = "reactions"
    WORTH = "worth"


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """What a debrief leaves open: where, and the sentence about it."""

    part: DebriefPart
    words: str


@dataclass(frozen=True, slots=True)
class PeopleMet:
    """How many people were met at an event, and how many of them for the first time."""

    met: int
    new: int

    @property
    def known(self) -> int:
        """How many of them I knew before."""
        return self.met - self.new

    @property
    def new_percent(self) -> int | None:
        """The share of new people in whole percent; None while nobody was met."""
        return round(100 * self.new / self.met) if self.met else None


def ends_at(starts: datetime, ends: datetime | None) -> datetime:
    """Return when an event is over; without an end two hours are assumed."""
    return starts + timedelta(minutes=DEFAULT_MINUTES) if ends is None else ends


def usual_hours(starts: datetime, ends: datetime | None) -> float:
    """Return the hours offered for an event: its length to the quarter of an hour, at most what can be kept."""
    hours = (ends_at(starts, ends) - starts).total_seconds() / 3600
    return min(round(hours * 4) / 4, MOST_HOURS)


def people_met(cards: int, new_cards: int, met: int | None, new: int | None) -> PeopleMet:
    """Return the people met from the cards and from counts by hand (None: as many as there are cards).

    A card is always somebody met, so a count by hand below the cards is raised to them.
    """
    everybody = max(cards, met or 0)
    return PeopleMet(everybody, min(max(new_cards, new or 0), everybody))


def people_hint(met: int, plan: RoomPlan) -> str:
    """Say how the people met compare with the time there was: "inside the 6–8 that leave time to learn"."""
    room = _numbers(plan.learn_low, plan.learn_high)
    verb = "leaves" if plan.learn_high == 1 else "leave"
    if met > plan.learn_high:
        return f"more than the {room} that {verb} time to learn about each"
    if met >= plan.learn_low:
        return f"inside the {room} that {verb} time to learn"
    if not met:
        return f"there was time to learn about {room}"
    return f"there was time for {room}; a few well known are worth more than many"


def people_words(people: PeopleMet, plan: RoomPlan) -> str:
    """Say what the number of people stands for: "people in two hours, 57% of them new"."""
    words = f"{'person' if people.met == 1 else 'people'} in {duration_words(plan.minutes)}"
    if people.new_percent is None:
        return words
    if people.met == 1:
        return f"{words}, {'new to me' if people.new else 'known before'}"
    share = {0: "none", 100: "all"}.get(people.new_percent, f"{people.new_percent}%")
    if people.met != people.new and people.new:
        # Rounding makes neither nobody nor everybody of some.
        share = f"{min(99, max(1, people.new_percent))}%"
    return f"{words}, {share} of them new"


def solid_words(solid: int) -> str:
    """Say what the number of solid contacts stands for: "solid contacts to reconnect with"."""
    return f"solid {'contact' if solid == 1 else 'contacts'} to reconnect with"


def solid_hint(solid: int, plan: RoomPlan) -> str:
    """Say how the solid contacts compare with the plan: "plan was 2–4"."""
    room = _numbers(plan.solid_low, plan.solid_high)
    if solid > plan.solid_high:
        return f"plan was {room}; keep to those you will really see again"
    if solid >= plan.solid_low:
        return f"plan was {room}"
    if not solid:
        return f"plan was {room}; press the star of a card to mark one"
    return f"plan was {room}; one you do see again is worth ten you do not"


def spent_sentence(money: str, hours: str, solid: int) -> str:
    """Say what an event took for its solid contacts: "£84 and 3 h for 2 solid contacts."; empty without either."""
    spent = " and ".join(part for part in (money, hours) if part)
    if not spent:
        return ""
    if not solid:
        return f"{spent} for no solid contact yet."
    return f"{spent} for {solid} solid {'contact' if solid == 1 else 'contacts'}."


def landed_sentence(
    here: Reactions,
    number: int | None = None,
    earlier: Reactions | None = None,
    settings: MethodSettings = DEFAULT_SETTINGS,
) -> str:
    """Say how a line landed and how that compares with version ``number``: "50% asked more, up from 41% (v2)."."""
    percent = here.asked_more_percent
    if percent is None:
        return "Count how people took it, as far as you remember."
    if here.total < settings.few_reactions:
        return f"{here.total} {'person' if here.total == 1 else 'people'}: too few to say."
    before = earlier.asked_more_percent if earlier and earlier.total >= settings.few_reactions else None
    if before is None or number is None:
        return f"{percent}% asked more."
    if percent == before:
        return f"{percent}% asked more, as many as with v{number}."
    return f"{percent}% asked more, {'up' if percent > before else 'down'} from {before}% (v{number})."


def open_points(
    *, no_plan: int, uncounted: Sequence[str], pitch: str, reactions: int, rated: bool
) -> tuple[OpenPoint, ...]:
    """Say what a debrief leaves open; empty when nothing is.

    ``no_plan``: cards without a plan; ``uncounted``: the titles of goals at nought; ``pitch``: the version said
    there ("" for none) with so many ``reactions``; ``rated``: whether stars were given.
    """
    points = []
    if no_plan:
        cards = "1 card" if no_plan == 1 else f"{no_plan} cards"
        points.append(OpenPoint(DebriefPart.CARDS, f"{cards} with no plan"))
    if uncounted:
        points.append(OpenPoint(DebriefPart.GOALS, _uncounted_words(uncounted)))
    if pitch and not reactions:
        points.append(OpenPoint(DebriefPart.REACTIONS, f"Reactions to {pitch} not counted"))
    if not rated:
        points.append(OpenPoint(DebriefPart.WORTH, "No stars yet: was it worth it?"))
    return tuple(points)


def _uncounted_words(titles: Sequence[str]) -> str:
    if len(titles) == 1:
        return f"Goal not counted: {titles[0]}"
    more = "" if len(titles) <= _NAMED else f" and {len(titles) - _NAMED} more"
    return f"{len(titles)} goals not counted: {', '.join(titles[:_NAMED])}{more}"


def _numbers(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"
