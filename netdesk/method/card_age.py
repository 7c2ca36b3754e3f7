"""How long a card has been waiting for a plan, and when that becomes too long (method §3)."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from netdesk.method.settings import DEFAULT_SETTINGS, MethodSettings

LONG_WAIT = timedelta(days=7)
"""After a week without a plan hardly anybody remembers the talk."""


class CardAge(StrEnum):
    """How a card's age is to be taken: still warm, past the hours for a prompt follow-up, or past a week."""

    FRESH = "fresh"
    LATE = "late"
    LONG = "long"


def card_age(received: datetime, now: datetime, settings: MethodSettings = DEFAULT_SETTINGS) -> CardAge:
    """Judge the age of a card with no plan; both moments carry an offset."""
    waited = now - received
    if waited > LONG_WAIT:
        return CardAge.LONG
    return CardAge.LATE if waited > timedelta(hours=settings.follow_up_hours) else CardAge.FRESH


def days_old(received: datetime, now: datetime) -> int:
    """Return how many midnights ago a card was received, by the clock ``now`` is read from; never below nought."""
    return max(0, (now.date() - received.astimezone(now.tzinfo).date()).days)


def days_words(days: int) -> str:
    """Say an age in days: "today", "1 day", "12 days"."""
    if days < 1:
        return "today"
    return "1 day" if days == 1 else f"{days:,} days"
