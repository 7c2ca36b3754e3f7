"""The strategy mix: over which of five activities the hours of networking go, planned and real (method §9)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


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


_LABELS = {
    Activity.EVENTS: "Meet-and-greet events",
    Activity.ONE_TO_ONES: "One-to-ones",
    Activity.FOLLOW_UP: "Follow-up",
    Activity.CONTACT_MANAGEMENT: "Contact management",
    Activity.COMMUNITY: "Community",
}
WHOLE = 100
"""A plan's shares, in whole percent, sum to this."""
DEFAULT_PLAN: Mapping[Activity, int] = {
    Activity.EVENTS: 30,
    Activity.ONE_TO_ONES: 25,
    Activity.FOLLOW_UP: 20,
    Activity.CONTACT_MANAGEMENT: 10,
    Activity.COMMUNITY: 15,
}
