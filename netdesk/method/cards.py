"""Cards: when one was received, who is meant by it, and what to offer as its plan (method §3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from netdesk.method.contact_kinds import PersonKind
from netdesk.method.follow_ups import CardState
from netdesk.method.names import fold
from netdesk.method.plan_templates import worded
from netdesk.method.room import DEFAULT_MINUTES

_ACTIONS = {
    PersonKind.POTENTIAL_CLIENT: "Send {name} something useful",
    PersonKind.STRATEGIC_PARTNER: "Book a one-to-one with {name}",
    PersonKind.CONNECTOR: "Introduce {name} to somebody",
    PersonKind.SUPPLIER: "Ask {name} what they offer",
    PersonKind.SAME_TRADE: "Have a coffee with {name}",
    PersonKind.COMPETITOR: "Look at what {name} does differently",
    PersonKind.CLIENT: "Ask {name} how it is going",
}
_NEW_ACTION = "Write to {name}: good to meet you"


def received_at(starts: datetime, ends: datetime | None, now: datetime) -> datetime:
    """Return when the cards of an event count as received: at its end, but never later than now.

    An event without an end lasts two hours. All moments carry an offset.
    """
    end = ends if ends is not None else starts + timedelta(minutes=DEFAULT_MINUTES)
    return min(end, now)


def default_due(today: date) -> date:
    """Return the day offered for a card's plan: tomorrow."""
    return today + timedelta(days=1)


def proposed_action(kind: PersonKind | None, given: str) -> str:
    """Return the words offered for a card's plan, from what the person is to me."""
    return worded(_NEW_ACTION if kind is None else _ACTIONS[kind], given)


def firms_agree(one: str, other: str) -> bool:
    """Whether two firms' names do not contradict each other: one is not known, or they are the same but for case."""
    first, second = fold(one), fold(other)
    return not first or not second or first == second


def names_meet(one: str, other: str) -> bool:
    """Whether two names share a word, or one of them is not known."""
    first, second = set(fold(one).split()), set(fold(other).split())
    return not first or not second or bool(first & second)


def no_plan_words(states: Iterable[CardState]) -> str:
    """Say how many cards have no plan: "2 with no plan"; empty when each has one."""
    count = sum(state is CardState.NO_PLAN for state in states)
    return f"{count:,} with no plan" if count else ""
