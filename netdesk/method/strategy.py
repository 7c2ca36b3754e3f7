"""The strategy mix: over which of five activities the hours of networking go, planned and real (method §9)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction


class Activity(StrEnum):
    """What networking time is spent on, in the order of the chart."""

    EVENTS = "events"
    ONE_TO_ONES = "one_to_ones"
    FOLLOW_UP = "follow_up"
    CONTACT_MANAGEMENT = "contact_management"
    COMMUNITY = "community"

    @property
    def label(self) -> str:
        """The name on the screen: "Meet-and-greet events"."""
        return _LABELS[self]

    @property
    def in_sentence(self) -> str:
        """The name within a sentence: "meet-and-greet events"."""
        return self.label[0].lower() + self.label[1:]

    @property
    def short(self) -> str:
        """The name where five stand side by side: "Events", "One-to-ones"."""
        return "Events" if self is Activity.EVENTS else self.label


Plan = Mapping[Activity, int]
"""The share of each activity in whole percent."""

_LABELS = {
    Activity.EVENTS: "Meet-and-greet events",
    Activity.ONE_TO_ONES: "One-to-ones",
    Activity.FOLLOW_UP: "Follow-up",
    Activity.CONTACT_MANAGEMENT: "Contact management",
    Activity.COMMUNITY: "Community",
}
WHOLE = 100
"""A plan's shares, in whole percent, sum to this."""
DEFAULT_PLAN: Plan = {
    Activity.EVENTS: 30,
    Activity.ONE_TO_ONES: 25,
    Activity.FOLLOW_UP: 20,
    Activity.CONTACT_MANAGEMENT: 10,
    Activity.COMMUNITY: 15,
}


def plan_problem(plan: Plan) -> str:
    """Say what is missing until a plan sums to 100, "" when it does: "The shares make 95; 5 are still to be given."."""
    wrong = next((share for share in plan.values() if not 0 <= share <= WHOLE), None)
    if wrong is not None:
        return f"A share is between 0 and {WHOLE}, not {wrong:,}."
    total = sum(plan.get(activity, 0) for activity in Activity)
    if total == WHOLE:
        return ""
    if total > WHOLE:
        return f"The shares make {total}: {total - WHOLE} too many."
    left = WHOLE - total
    return f"The shares make {total}; {left} {'is' if left == 1 else 'are'} still to be given."


def shared_out(
    plan: Plan, changed: Activity, share: int, kept: Collection[Activity] = ()
) -> dict[Activity, int]:
    """Return a plan in which one share was set, the others keeping their proportions to one another.

    Those ``kept`` stay as they are; where they leave no room, or nobody is left to take the rest, the plan does not
    sum to 100, and :func:`plan_problem` says so. Where all others were nought they share the rest evenly.
    """
    share = min(WHOLE, max(0, share))
    others = [activity for activity in Activity if activity is not changed and activity not in kept]
    taken = share + sum(plan[activity] for activity in kept if activity is not changed)
    weights = [plan[activity] for activity in others]
    if not any(weights):
        weights = [1] * len(others)
    given = whole_shares(weights, max(0, WHOLE - taken))
    return {**plan, changed: share, **dict(zip(others, given, strict=True))}


def evened(plan: Plan) -> dict[Activity, int]:
    """Return a plan that sums to 100, in the proportions of one that does not; the method's where all is nought."""
    if not any(plan.values()):
        return dict(DEFAULT_PLAN)
    return dict(zip(Activity, whole_shares([max(0, plan[one]) for one in Activity]), strict=True))


def whole_shares(amounts: Sequence[float], whole: int = WHOLE) -> tuple[int, ...]:
    """Return whole numbers in proportion to amounts that sum to ``whole`` exactly; all nought where nothing is.

    What is lost by rounding down goes to the largest remainders, the first of equals.
    """
    total = sum(map(Fraction, amounts))
    if not total:
        return (0,) * len(amounts)
    exact = [Fraction(amount) * whole / total for amount in amounts]
    shares = [int(part) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda place: shares[place] - exact[place])
    for place in by_remainder[: whole - sum(shares)]:
        shares[place] += 1
    return tuple(shares)
