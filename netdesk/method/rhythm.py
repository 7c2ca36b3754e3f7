"""Going cold: days since the last real contact against a rhythm (method §1)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from netdesk.method.levels import Level

DAYS_A_WEEK = 7
LONGEST_SNOOZE_DAYS = 731
_MONTHS = 12


class InteractionKind(StrEnum):
    """What happened between me and a person."""

    MET = "met"
    CALL = "call"
    ONE_TO_ONE = "one_to_one"
    MESSAGE = "message"
    EMAIL = "email"
    EVENT = "event"
    NOTE = "note"

    @property
    def label(self) -> str:
        """The kind as a choice in a form."""
        return _LABELS[self]

    @property
    def past(self) -> str:
        """The word before "3 d ago" on a card."""
        return _PAST[self]

    @property
    def is_real_contact(self) -> bool:
        """Whether this restarts the rhythm; a note about somebody does not."""
        return self is not InteractionKind.NOTE


_LABELS = {
    InteractionKind.MET: "Met",
    InteractionKind.CALL: "Call",
    InteractionKind.ONE_TO_ONE: "One-to-one",
    InteractionKind.MESSAGE: "Message",
    InteractionKind.EMAIL: "E-mail",
    InteractionKind.EVENT: "At an event",
    InteractionKind.NOTE: "Note",
}
_PAST = {
    InteractionKind.MET: "met",
    InteractionKind.CALL: "called",
    InteractionKind.ONE_TO_ONE: "one-to-one",
    InteractionKind.MESSAGE: "wrote",
    InteractionKind.EMAIL: "e-mailed",
    InteractionKind.EVENT: "seen",
    InteractionKind.NOTE: "noted",
}
REAL_CONTACT = frozenset(kind for kind in InteractionKind if kind.is_real_contact)


@dataclass(frozen=True, slots=True)
class Contacted:
    """A day on which something happened with a person, and what."""

    on: date
    kind: InteractionKind


def last_real_contact(happened: Iterable[Contacted]) -> Contacted | None:
    """Return the latest real contact among these, or None when there was none."""
    return max((one for one in happened if one.kind in REAL_CONTACT), key=lambda one: one.on, default=None)


def effective_rhythm(own_rhythm_days: int | None, level: Level | None) -> int | None:
    """Return the rhythm in days that holds for a person: their own, else their level's.

    None for somebody with neither, who is not on the board and cannot go cold.
    """
    if own_rhythm_days is not None:
        return own_rhythm_days
    return level.rhythm_days if level is not None else None


def counted_from(last_contact: date | None, met_on: date | None, added_on: date) -> date:
    """Return the day from which a rhythm counts: the last real contact, else the day met or added, if later.

    Somebody met years ago and brought in today is not going cold today: nothing is known of the years between.
    """
    return last_contact or max(met_on or added_on, added_on)


def days_to_cold(since: date, rhythm_days: int | None, today: date) -> int | None:
    """Return the days left until this contact is going cold; negative once past, None without a rhythm.

    On the rhythm's last day (0 left) a person is not cold yet: days must *exceed* the rhythm. A contact
    dated after today counts as today.
    """
    if rhythm_days is None:
        return None
    return rhythm_days - max(0, (today - since).days)


def cold_days(since: date, rhythm_days: int | None, today: date) -> int:
    """Return by how many days the rhythm is exceeded; 0 for somebody who is not going cold."""
    left = days_to_cold(since, rhythm_days, today)
    return 0 if left is None else max(0, -left)


def is_going_cold(since: date, rhythm_days: int | None, today: date) -> bool:
    """Whether more days than the rhythm have passed since the last real contact."""
    return cold_days(since, rhythm_days, today) > 0


def is_snoozed(until: date | None, today: date) -> bool:
    """Whether nobody is told that somebody is going cold: up to the day itself, on which they are told again."""
    return until is not None and today < until


def snooze_choices(today: date) -> tuple[tuple[str, date], ...]:
    """Return the days offered for "not now": in a week, in two weeks, in a month (its last day if it is shorter)."""
    year, month = (today.year + 1, 1) if today.month == _MONTHS else (today.year, today.month + 1)
    in_a_month = date(year, month, min(today.day, monthrange(year, month)[1]))
    return (
        ("A week", today + timedelta(days=DAYS_A_WEEK)),
        ("Two weeks", today + timedelta(days=2 * DAYS_A_WEEK)),
        ("A month", in_a_month),
    )


def snooze_problem(until: date, today: date) -> str:
    """Say what is wrong with leaving somebody in peace until a day; empty for one to come within two years."""
    if until <= today:
        return "Choose a day to come; from then on you are told again."
    if (until - today).days > LONGEST_SNOOZE_DAYS:
        return "Choose a day within two years; whom you do not want to meet again can be archived."
    return ""


def rhythm_words(rhythm_days: int) -> str:
    """Say a rhythm: "every 6 weeks", "every week", "every 10 days", "every day"."""
    if rhythm_days % DAYS_A_WEEK == 0:
        number, unit = rhythm_days // DAYS_A_WEEK, "week"
    else:
        number, unit = rhythm_days, "day"
    return f"every {unit}" if number == 1 else f"every {number} {unit}s"
