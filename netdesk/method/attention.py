"""The one chip on a card of the board, and the order "needs attention" (method §1, §3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from netdesk.method.dates import ago, span_words
from netdesk.method.rhythm import InteractionKind, cold_days

_FRESH_DAYS = 7
_MOST_COLD_DAYS = 99
"""Above, months and years say more than a number of days."""


class AttentionKind(IntEnum):
    """What a chip is about, the most pressing first."""

    OVERDUE = 0
    FOLLOW_UP_TODAY = 1
    COLD = 2
    READY = 3
    LAST_CONTACT = 4


class Tone(StrEnum):
    """The role of a chip's colour."""

    BAD = "bad"
    WARN = "warn"
    GOOD = "good"
    ACCENT = "accent"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class AttentionChip:
    """The chip: what it is about, its words, its tone, and how many days weigh within its kind."""

    kind: AttentionKind
    text: str
    tone: Tone
    days: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """What the chip of one person is decided from.

    ``follow_up_due`` is the earliest open follow-up's day, ``since`` the day the rhythm counts from,
    ``last_contact`` the kind of the last real contact (None: there was none, and ``since`` is the later of the
    days met and added), ``met`` whether ``since`` is then a day met, ``ready`` the words of a card that is ready
    to move up ("" when it is not).
    """

    since: date
    follow_up_due: date | None = None
    rhythm_days: int | None = None
    ready: str = ""
    last_contact: InteractionKind | None = None
    met: bool = False


def attention_chip(standing: Standing, today: date) -> AttentionChip:
    """Return the chip that matters most: overdue > today > going cold > ready to move up > last contact."""
    late = None if standing.follow_up_due is None else (today - standing.follow_up_due).days
    if late is not None and late > 0:
        return AttentionChip(AttentionKind.OVERDUE, f"overdue {late} d", Tone.BAD, late)
    if late == 0:
        return AttentionChip(AttentionKind.FOLLOW_UP_TODAY, "follow-up today", Tone.WARN)
    cold = cold_days(standing.since, standing.rhythm_days, today)
    if cold:
        words = f"{cold} d" if cold <= _MOST_COLD_DAYS else span_words(cold)
        return AttentionChip(AttentionKind.COLD, f"cold {words}", Tone.WARN, cold)
    days = max(0, (today - standing.since).days)
    if standing.ready:
        return AttentionChip(AttentionKind.READY, standing.ready, Tone.GOOD, days)
    word = _word(standing)
    fresh = days <= _FRESH_DAYS and word != "added"
    return AttentionChip(
        AttentionKind.LAST_CONTACT, f"{word} {ago(days)}", Tone.ACCENT if fresh else Tone.PLAIN, days
    )


def attention_key(chip: AttentionChip) -> tuple[int, int]:
    """Return the sort key of "needs attention": the most pressing kind, within it the longest waiting first."""
    return (chip.kind, -chip.days)


def _word(standing: Standing) -> str:
    if standing.last_contact is not None:
        return standing.last_contact.past
    return "met" if standing.met else "added"
