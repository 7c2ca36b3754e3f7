"""Groups: would you stay? The audit of the members, mark by mark (method §6)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from netdesk.method.attention import Tone
from netdesk.method.calendar_words import MONTHS, WEEKDAYS, short_day
from netdesk.method.names import fold
from netdesk.method.recurrence import Every

NEXT_ONE_TO_ONES = 3
"""So many members are named as the next to sit down with: as many as go into two weeks."""
_KNOWN_WELL = 50
_KNOWN_A_LITTLE = 20
_WEEK = 7
_MONTH_DAYS, _HALF_YEAR_DAYS, _YEAR_DAYS = 31, 183, 366
_BUSINESS = re.compile(r"\b(business|clients?|customers?|leads?|sales?|sell(ing)?|referrals?|money)\b")
_HELPS = re.compile(r"\b(learn|help|giv(e|ing)|support|meet|know|understand|introduce|share|teach)")


class Mark(StrEnum):
    """One question of the audit about a member."""

    KNOW = "know"
    ONE_TO_ONE = "one_to_one"
    USED = "used"
    I_REFERRED = "i_referred"
    THEY_REFERRED = "they_referred"

    @property
    def label(self) -> str:
        """The head of the column."""
        return _LABELS[self]

    @property
    def share_words(self) -> str:
        """What stands under the share of the members it holds for: "had a one-to-one"."""
        return _SHARE_WORDS[self]


_LABELS = {
    Mark.KNOW: "Know what they do",
    Mark.ONE_TO_ONE: "One-to-one",
    Mark.USED: "Used their service",
    Mark.I_REFERRED: "I referred",
    Mark.THEY_REFERRED: "They referred",
}
_SHARE_WORDS = {
    Mark.KNOW: "I know",
    Mark.ONE_TO_ONE: "had a one-to-one",
    Mark.USED: "I have used their services",
    Mark.I_REFERRED: "I have referred to",
    Mark.THEY_REFERRED: "have referred to me",
}


class FeePer(StrEnum):
    """What the fee of a group is paid for."""

    YEAR = "year"
    MONTH = "month"
    MEETING = "meeting"

    @property
    def words(self) -> str:
        """After the money: "a year"."""
        return f"a {self.value}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the record says of one member.

    ``know`` is what they do, in words; ``held`` the day of the last one-to-one, ``planned`` that of one to come (or
    one not told of yet); ``used``, ``i_referred`` and ``they_referred`` count entries of the ledger.
    """

    know: str = ""
    held: date | None = None
    planned: date | None = None
    used: int = 0
    i_referred: int = 0
    they_referred: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one mark: ``by`` is "hand", "record" or "" (nothing says yes); ``why`` a short sentence.

    ``booked`` is the day of a planned one-to-one while there was none, ``recorded`` what the record alone says.
    """

    yes: bool = False
    by: str = ""
    booked: date | None = None
    why: str = ""
    recorded: bool = False


@dataclass(frozen=True, slots=True)
class MarkShare:
    """For how many members a mark holds, and what share of the group that is in whole percent."""

    count: int
    percent: int


def answer(mark: Mark, hand: bool | None, evidence: Evidence, today: date) -> Answer:
    """Return the answer to a mark: what was marked by hand beats what the record says."""
    recorded = _recorded(mark, evidence, today)
    if hand is None:
        return recorded
    said = "Marked by hand." if hand else "Unmarked by hand."
    differs = hand != recorded.yes
    why = f"{said} {recorded.why}" if differs and recorded.why and recorded.yes else said
    return Answer(hand, "hand", None if hand else recorded.booked, why, recorded.yes)


def share(count: int, of: int) -> MarkShare:
    """Return a share in whole percent; of nobody it is nought. All is 100 only when it is all."""
    if of <= 0:
        return MarkShare(0, 0)
    percent = round(100 * count / of)
    if percent == 100 and count < of:
        percent = 99
    if percent == 0 and count > 0:
        percent = 1
    return MarkShare(count, percent)


def share_tone(percent: int) -> Tone:
    """Return the colour of a share: half the group is fine, under a fifth is little."""
    if percent >= _KNOWN_WELL:
        return Tone.ACCENT
    return Tone.WARN if percent >= _KNOWN_A_LITTLE else Tone.BAD


def booked_words(day: date, today: date) -> str:
    """Return the day of a planned one-to-one as a chip: "today", "Tue" within a week, else "14 Dec"."""
    ahead = (day - today).days
    if ahead == 0:
        return "today"
    return WEEKDAYS[day.weekday()][:3] if 0 < ahead < _WEEK else short_day(day, today)


def next_sentence(joined: Sequence[date | None], sat_down: int, booked: int, today: date) -> str:
    """Return what is said after the names of the next one-to-ones; without names, how things stand.

    ``joined`` are the days those named joined, ``sat_down`` and ``booked`` count the other members.
    """
    if not joined:
        if not sat_down and not booked:
            return ""
        return (
            "You have sat down with everybody here."
            if not booked
            else "Everybody you have not sat down with yet is booked."
        )
    shortest = min(((today - day).days if day is not None else 0) for day in joined)
    long = _for_over(shortest)
    who = "a member" if len(joined) == 1 else "members"
    return f"{who}{long} whom you have never sat down with."


def why_hint(why: str) -> str:
    """Return a kind word when the reason to go speaks of business alone: learn and help first (method §6)."""
    words = fold(why)
    if _BUSINESS.search(words) and not _HELPS.search(words):
        return (
            "Learn and help first: business comes from people who know you. What do you want to learn here?"
        )
    return ""


def rhythm_words(every: Every | None, weekday: int | None, at: time | None) -> str:
    """Return how often a group meets: "weekly, Fridays 07:00"; "" when nothing is known."""
    often = {
        None: "",
        Every.WEEK: "weekly",
        Every.TWO_WEEKS: "every two weeks",
        Every.MONTH: "monthly",
        Every.MONTH_WEEKDAY: "monthly",
    }[every]
    day = "" if weekday is None else f"{WEEKDAYS[weekday]}s"
    clock = "" if at is None else f"{at:%H:%M}"
    when = " ".join(part for part in (day, clock) if part)
    return ", ".join(part for part in (often, when) if part)


def since_words(since: date | None) -> str:
    """Return "member since Feb 2024"; "" when it is not known."""
    return "" if since is None else f"member since {MONTHS[since.month - 1][:3]} {since.year}"


def _recorded(mark: Mark, evidence: Evidence, today: date) -> Answer:
    if mark is Mark.KNOW:
        return _yes("What they do stands on their page.") if evidence.know else Answer()
    if mark is Mark.ONE_TO_ONE:
        return _sat_down(evidence, today)
    count, one, many = {
        Mark.USED: (evidence.used, "I bought their service once.", "I bought their service {} times."),
        Mark.I_REFERRED: (evidence.i_referred, "I gave 1 referral.", "I gave {} referrals."),
        Mark.THEY_REFERRED: (evidence.they_referred, "They gave 1 referral.", "They gave {} referrals."),
    }[mark]
    if not count:
        return Answer()
    return _yes(one if count == 1 else many.format(count))


def _yes(why: str) -> Answer:
    return Answer(True, "record", None, why, True)


def _sat_down(evidence: Evidence, today: date) -> Answer:
    if evidence.held is not None:
        return _yes(f"The last one-to-one was on {short_day(evidence.held, today)}.")
    if evidence.planned is None:
        return Answer()
    day = short_day(evidence.planned, today)
    said = f"Planned for {day}." if evidence.planned >= today else f"It was planned for {day}: how was it?"
    return Answer(False, "", evidence.planned, said)


def _for_over(days: int) -> str:
    if days >= 2 * _YEAR_DAYS:
        return f" for over {days // _YEAR_DAYS} years"
    if days >= _YEAR_DAYS:
        return " for over a year"
    if days >= _HALF_YEAR_DAYS:
        return " for over six months"
    return " for over a month" if days > _MONTH_DAYS else ""
