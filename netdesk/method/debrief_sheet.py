"""What stands on the printed debrief of an event: what came of it, and lines to write on for what is open (§2).

Printed before the event it is a form to fill in with a pen; drawing follows these values blindly.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from netdesk.method.calendar_words import weekday_and_day
from netdesk.method.contact_kinds import PersonKind
from netdesk.method.debrief import PeopleMet
from netdesk.method.event_worth import hours_text, verdict_of
from netdesk.method.follow_ups import CardState
from netdesk.method.goals import Goal, goal_sentence, is_reached, tick_boxes
from netdesk.method.money import plain_money
from netdesk.method.pitches import Reactions
from netdesk.method.settings import DEFAULT_SETTINGS, MethodSettings
from netdesk.method.sheet_event import SheetEvent, purpose_line
from netdesk.method.sheet_text import clean_text, event_line, printed_line, then_line

MOST_STARS = 5
_LINES_TO_WRITE = 4
_SPARE_CARD_ROWS = 2
_NO_REACTIONS = Reactions()
_NOBODY = PeopleMet(0, 0)
Money = Callable[[float, str], str]


@dataclass(frozen=True, slots=True)
class DebriefPlan:
    """What I will do for a card: the action, its day and time, whether it is done."""

    action: str
    due: date
    at: time | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class DebriefCard:
    """A card of the event; ``plans`` without those that were dropped."""

    name: str
    organisation: str = ""
    kind: PersonKind | None = None
    state: CardState = CardState.NO_PLAN
    plans: tuple[DebriefPlan, ...] = ()
    solid: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DebriefGoal:
    """A goal and how many were reached."""

    goal: Goal
    reached: int = 0


@dataclass(frozen=True, slots=True)
class DebriefSheetInput(SheetEvent):
    """An event and what was entered about it until the day its sheet is printed.

    ``pitch`` is the name of the version said there ("" for none); None stands for what nobody wrote down.
    """

    goals: tuple[DebriefGoal, ...] = ()
    pitch: str = ""
    reactions: Reactions = _NO_REACTIONS
    cards: tuple[DebriefCard, ...] = ()
    people: PeopleMet = _NOBODY
    learned: str = ""
    change_next: str = ""
    stars: float | None = None
    cost: float | None = None
    currency: str = ""
    hours: float | None = None
    finished: bool = False


@dataclass(frozen=True, slots=True)
class GoalResult:
    """A goal: its sentence, so many boxes of which some are filled, or a line to tally on; "5 / 5" beside it."""

    sentence: str
    boxes: int
    filled: int
    tally: bool
    count: str
    then: str


@dataclass(frozen=True, slots=True)
class CountRow:
    """A count beside its words; ``number`` is "" where a line is left to write on."""

    words: str
    number: str


@dataclass(frozen=True, slots=True)
class CardRow:
    """A row of the table of cards; ``plans`` are action and day, none where one is still to be written."""

    name: str
    beneath: str
    kind: str
    plans: tuple[tuple[str, str], ...]
    solid: bool


@dataclass(frozen=True, slots=True)
class Writing:
    """A heading with what was written, or so many empty lines to write on."""

    heading: str
    text: str
    lines: int


@dataclass(frozen=True, slots=True)
class DebriefSheet:
    """The whole sheet in order; an empty text or tuple means that this part is left out.

    ``stars`` is None where they are to be marked with a pen.
    """

    title: str
    meta: str
    purpose: str
    purpose_sentence: str
    goals_heading: str
    goals_beside: str
    goals: tuple[GoalResult, ...]
    reactions_heading: str
    reactions_beside: str
    reactions: tuple[CountRow, ...]
    met_heading: str
    met: tuple[CountRow, ...]
    cards_heading: str
    cards_beside: str
    card_columns: tuple[str, ...]
    cards: tuple[CardRow, ...]
    card_rows: int
    writing: tuple[Writing, ...]
    worth_heading: str
    worth_beside: str
    stars: float | None
    spent: tuple[CountRow, ...]
    footer: str


def compose_debrief_sheet(
    event: DebriefSheetInput, settings: MethodSettings = DEFAULT_SETTINGS, money: Money = plain_money
) -> DebriefSheet:
    """Return the content of the sheet. Long fields are cut at 2,000 characters, control letters go."""
    entered = _is_entered(event)
    reached = sum(is_reached(line.goal, line.reached) for line in event.goals)
    solid = sum(card.solid for card in event.cards)
    return DebriefSheet(
        title=clean_text(event.title) or "Event without a name",
        meta=event_line(event.start, event.end, event.place, event.host),
        purpose="" if event.purpose is None else event.purpose.label.upper(),
        purpose_sentence=purpose_line(event),
        goals_heading="How did the goals go?" if event.goals else "",
        goals_beside=f"{reached} of {len(event.goals)} reached" if event.goals and entered else "",
        goals=tuple(_goal(line, settings) for line in event.goals),
        reactions_heading="How did the line land?",
        reactions_beside=clean_text(event.pitch),
        reactions=_reactions(event.reactions),
        met_heading="Met and learned",
        met=_met(event, solid, entered),
        cards_heading="Cards – each with a plan",
        cards_beside=_waiting(event),
        card_columns=("Name", "Kind", "What I will do", "When", "Solid"),
        cards=tuple(_card(card) for card in event.cards),
        card_rows=_card_rows(event, settings),
        writing=(
            _writing("What I learned", event.learned),
            _writing("What I change next", event.change_next),
        ),
        worth_heading="Was it worth it?",
        worth_beside=_verdict(event.stars),
        stars=event.stars,
        spent=(
            CountRow("Money", "" if event.cost is None else money(event.cost, event.currency)),
            CountRow("Time", "" if event.hours is None else hours_text(event.hours)),
        ),
        footer=printed_line(event.printed_on),
    )


def _is_entered(event: DebriefSheetInput) -> bool:
    """Whether anything was counted or entered yet: until then every number is left to the pen."""
    return bool(
        event.finished
        or event.cards
        or event.people.met
        or event.reactions.total
        or event.stars is not None
        or any(line.reached for line in event.goals)
    )


def _goal(line: DebriefGoal, settings: MethodSettings) -> GoalResult:
    boxes = tick_boxes(line.goal.count, settings)
    count = ""
    if line.goal.count is not None:
        count = f"{line.reached:,} / {line.goal.count:,}" if line.reached else f"of {line.goal.count:,}"
    return GoalResult(
        sentence=clean_text(goal_sentence(line.goal)),
        boxes=boxes.boxes,
        filled=min(line.reached, boxes.boxes),
        tally=boxes.tally,
        count=count,
        then=then_line(line.goal.follow_up),
    )


def _reactions(reactions: Reactions) -> tuple[CountRow, ...]:
    counts = (("Asked more", reactions.asked_more), ("Polite", reactions.polite), ("Blank", reactions.blank))
    return tuple(CountRow(words, f"{count:,}" if reactions.total else "") for words, count in counts)


def _met(event: DebriefSheetInput, solid: int, entered: bool) -> tuple[CountRow, ...]:
    people = event.people
    rows = (("People met", people.met), ("of them new", people.new), ("Solid contacts", solid))
    return tuple(CountRow(words, f"{count:,}" if entered and people.met else "") for words, count in rows)


def _waiting(event: DebriefSheetInput) -> str:
    waiting = sum(card.state is CardState.NO_PLAN for card in event.cards)
    return f"{waiting:,} with no plan" if waiting else ""


def _card(card: DebriefCard) -> CardRow:
    if card.state is CardState.LET_GO:
        reason = clean_text(card.reason)
        plans: tuple[tuple[str, str], ...] = ((f"Let go: {reason}" if reason else "Let go", ""),)
    else:
        plans = tuple((clean_text(plan.action), _when(plan)) for plan in card.plans)
    return CardRow(
        name=clean_text(card.name) or "Somebody",
        beneath=clean_text(card.organisation),
        kind="" if card.kind is None else card.kind.label,
        plans=plans,
        solid=card.solid,
    )


def _when(plan: DebriefPlan) -> str:
    day = weekday_and_day(plan.due) + ("" if plan.at is None else f" {plan.at:%H:%M}")
    return f"{day}, done" if plan.done else day


def _card_rows(event: DebriefSheetInput, settings: MethodSettings) -> int:
    """Give the empty rows: all of a form before, two more while the debrief is open, none once it is finished."""
    if event.finished:
        return 0
    return _SPARE_CARD_ROWS if event.cards else settings.card_rows


def _writing(heading: str, text: str) -> Writing:
    words = clean_text(text)
    return Writing(heading, words, 0 if words else _LINES_TO_WRITE)


def _verdict(stars: float | None) -> str:
    verdict = verdict_of(stars)
    return "" if verdict is None else verdict.label
