"""Follow-ups and cards: their states, the choices offered, and what may be done with them (method §3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from netdesk.method.rhythm import InteractionKind
from netdesk.method.settings import DEFAULT_SETTINGS, MethodSettings


class FollowUpState(StrEnum):
    """Where a follow-up stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class CardState(StrEnum):
    """Where a card stands: each one gets a plan, or is let go on purpose."""

    NO_PLAN = "no_plan"
    PLANNED = "planned"
    DONE = "done"
    LET_GO = "let_go"

    @property
    def label(self) -> str:
        """The words on a chip: "no plan"."""
        return self.value.replace("_", " ")


ACTION_CHOICES = (
    "Call",
    "Send an e-mail",
    "Send a message",
    "Book a one-to-one",
    "Introduce to somebody",
    "Send what I promised",
    "Connect on LinkedIn",
    "Say thank you",
)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One thing to do for a person: the action in words, its day, its state, how often it was moved, why dropped."""

    action: str
    due: date
    state: FollowUpState = FollowUpState.OPEN
    moved: int = 0
    reason: str = ""


def default_action(given: str, last: InteractionKind | None = None) -> str:
    """Return the action offered for a new follow-up with a person of this given name ("" when unknown)."""
    name = given.strip() or "them"
    if last is InteractionKind.ONE_TO_ONE:
        return f"Send {name} what I promised"
    if last in {InteractionKind.MET, InteractionKind.EVENT}:
        return f"Write to {name}: good to meet you"
    return f"Call {name}"


def problems(action: str, due: date | None) -> tuple[str, ...]:
    """Say kindly what a follow-up still needs: an action and a day."""
    needed = (
        (not action.strip(), "Say what you will do."),
        (due is None, "Choose a day; tomorrow is a good one."),
    )
    return tuple(sentence for lacking, sentence in needed if lacking)


def move(follow_up: FollowUp, to: date, today: date) -> FollowUp:
    """Return an open follow-up moved to another day; raises ValueError for a closed one or a day already past."""
    _must_be_open(follow_up)
    if to < today:
        raise ValueError("Choose today or a later day.")
    if to == follow_up.due:
        return follow_up
    return replace(follow_up, due=to, moved=follow_up.moved + 1)


def drop(follow_up: FollowUp, reason: str = "") -> FollowUp:
    """Return an open follow-up dropped on purpose, with an optional reason; raises ValueError for a closed one."""
    _must_be_open(follow_up)
    return replace(follow_up, state=FollowUpState.DROPPED, reason=reason.strip())


def finish(follow_up: FollowUp) -> FollowUp:
    """Return an open follow-up done; raises ValueError for a closed one."""
    _must_be_open(follow_up)
    return replace(follow_up, state=FollowUpState.DONE)


def reopen(follow_up: FollowUp) -> FollowUp:
    """Return a done or dropped follow-up as something to do again, on its old day and without the reason."""
    return replace(follow_up, state=FollowUpState.OPEN, reason="")


def often_moved_sentence(follow_up: FollowUp, often: int = 3) -> str:
    """Ask kindly about an open follow-up moved so often; empty for others."""
    if follow_up.state is not FollowUpState.OPEN or follow_up.moved < often:
        return ""
    return f"Moved {follow_up.moved} times. Make it smaller, or let it go."


def card_state(follow_ups: tuple[FollowUp, ...], let_go: bool) -> CardState:
    """Return a card's state from the follow-ups it led to; an open one counts before a letting go."""
    states = {follow_up.state for follow_up in follow_ups}
    if FollowUpState.OPEN in states:
        return CardState.PLANNED
    if let_go:
        return CardState.LET_GO
    return CardState.DONE if FollowUpState.DONE in states else CardState.NO_PLAN


def is_prompt(met_at: datetime, done_at: datetime, settings: MethodSettings = DEFAULT_SETTINGS) -> bool:
    """Whether a follow-up was done within the settings' hours (48) of meeting; both moments carry an offset."""
    return done_at - met_at <= timedelta(hours=settings.follow_up_hours)


def _must_be_open(follow_up: FollowUp) -> None:
    if follow_up.state is not FollowUpState.OPEN:
        raise ValueError("This follow-up is closed already; open it again first.")
