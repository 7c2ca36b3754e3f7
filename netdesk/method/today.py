"""What needs me now, in words: the numbers, chips and sentences of Today, and one good deed (method §1-§4)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from netdesk.method.attention import Tone
from netdesk.method.calendar_words import MONTHS, WEEKDAYS, short_day
from netdesk.method.dates import due_words
from netdesk.method.goals import Goal
from netdesk.method.names import fold
from netdesk.method.preparation import Part, PitchChoice, gaps_until_prepared
from netdesk.method.rhythm import rhythm_words
from netdesk.method.typed_dates import next_weekday

_NUMBERS = (
    "Nothing", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
)  # fmt: skip
_DAYS_A_WEEK = 7
_MONDAY = 0
_DAYS_BEFORE_A_PACE = 5
"""A month younger than this says nothing about its end."""
_CLOSE_LEVEL = 4
OLD_DEBRIEF_DAYS = 30
"""A debrief left open for longer is summed up with others in one line."""


class Way(StrEnum):
    """How to get in touch with somebody."""

    CALL = "call"
    WRITE = "write"
    LOG = "log"


class DeedKind(StrEnum):
    """A good deed for a day on which nothing is due."""

    CALL = "call"
    INTRODUCE = "introduce"
    THANK = "thank"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Deed:
    """One good deed: what to do in words, why, whom it is for; ``action`` is the follow-up it becomes."""

    kind: DeedKind
    words: str
    why: str
    person_id: int
    action: str
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the preparation: whether it is there, and what it says."""

    done: bool
    words: str


def number_words(count: int) -> str:
    """Say a number at the head of a sentence: "One" to "Twelve", above in figures; "Nothing" for none."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def day_title(day: date) -> str:
    """Return the title of the day: "Sunday, 22 November"."""
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]}"


def needs_sentence(count: int) -> str:
    """Say how much needs me, and the order of things: "Five things need you. Help first, then ask."."""
    if count <= 0:
        return "Nothing needs you today. A good day to help somebody."
    return (
        f"{number_words(count)} {'thing needs' if count == 1 else 'things need'} you. Help first, then ask."
    )


def notice_words(
    cards: int, follow_ups: int, debriefs: int, promises: int = 0, one_to_ones: int = 0
) -> tuple[str, str]:
    """Return title and body of the notification at the start; both empty when nothing needs me."""
    count = cards + follow_ups + debriefs + promises + one_to_ones
    if not count:
        return "", ""
    parts = [
        _counted(cards, "card with no plan", "cards with no plan"),
        _counted(follow_ups, "follow-up", "follow-ups"),
        _counted(promises, "promise", "promises"),
        _counted(one_to_ones, "one-to-one", "one-to-ones"),
        _counted(debriefs, "debrief left open", "debriefs left open"),
    ]
    title = "1 thing needs you" if count == 1 else f"{count:,} things need you"
    return title, ", ".join(part for part in parts if part)


def follow_ups_sentence(overdue: int, today: int) -> str:
    """Say how many follow-ups wait: "2 overdue, 3 today", "3 today"; "all done" for none."""
    parts = [f"{number:,} {word}" for number, word in ((overdue, "overdue"), (today, "today")) if number]
    return ", ".join(parts) or "all done"


def days_ago(days: int) -> str:
    """Say in whole words how long ago: "today", "yesterday", "4 days ago"."""
    if days <= 0:
        return "today"
    return "yesterday" if days == 1 else f"{days:,} days ago"


def cards_sentence(events: Sequence[str], oldest_days: int) -> str:
    """Say where the cards shown are from: "from Breakfast Club, 4 days ago", "the oldest 12 days ago".

    ``events`` are the titles of the cards shown, "" for one without an event.
    """
    if not events:
        return ""
    if len(set(events)) == 1 and events[0]:
        return f"from {events[0]}, {days_ago(oldest_days)}"
    return f"the oldest {days_ago(oldest_days)}" if len(events) > 1 else days_ago(oldest_days)


def follow_up_chip(due: date, at: time | None, now: datetime) -> tuple[str, Tone]:
    """Return the chip of an open follow-up: "6 d late", "10:00", "today"; a time that has passed is late."""
    today = now.date()
    if due != today or at is None:
        return due_words(due, today), Tone.BAD if due < today else Tone.WARN
    return f"{at:%H:%M}", Tone.BAD if at < now.time() else Tone.WARN


def moving_days(today: date) -> tuple[tuple[str, date], ...]:
    """Return the days offered for putting something off: tomorrow, the Monday after it, in two weeks."""
    tomorrow = today + timedelta(days=1)
    return (
        ("Tomorrow", tomorrow),
        ("Next week", next_weekday(_MONDAY, tomorrow)),
        ("In two weeks", today + timedelta(days=2 * _DAYS_A_WEEK)),
    )


def names_person(action: str, name: str, given: str) -> bool:
    """Whether an action says by itself whom it is for, as "Call Aoife about the handbook" does."""
    said = f" {' '.join(''.join(char if char.isalnum() else ' ' for char in fold(action)).split())} "
    return any(one and f" {one} " in said for one in (fold(name), fold(given)))


def event_heading(starts: datetime, now: datetime) -> str:
    """Return the small line over the next event: "NEXT EVENT · IN 2 DAYS", "… · TODAY", "UNDER WAY"."""
    if starts <= now:
        return "UNDER WAY"
    days = (starts.date() - now.astimezone(starts.tzinfo).date()).days
    when = {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
    return f"NEXT EVENT · {when.upper()}"


def event_when(starts: datetime, now: datetime, place: str) -> str:
    """Say when and where: "Tue 17:30 · Town Hall", further off "8 Dec 18:30 · Town Hall"."""
    days = (starts.date() - now.date()).days
    day = WEEKDAYS[starts.weekday()][:3] if days < _DAYS_A_WEEK else short_day(starts.date(), now.date())
    return " · ".join(part for part in (f"{day} {starts:%H:%M}", place.strip()) if part)


def preparation_lines(
    goals: Sequence[Goal], to_meet: int, choice: PitchChoice, pitch: str
) -> tuple[Line, ...]:
    """Return the lines of the next event: what is prepared ("3 goals set") and what it still needs.

    ``pitch`` is what is said of a chosen one: "One minute chosen, 54 s".
    """
    lacking = {gap.part: gap.words for gap in gaps_until_prepared(goals, choice, to_meet)}
    there = {
        Part.GOALS: f"{len(goals)} {'goal' if len(goals) == 1 else 'goals'} set",
        Part.PEOPLE: f"{to_meet} {'person' if to_meet == 1 else 'people'} to meet",
        Part.PITCH: pitch if choice is PitchChoice.CHOSEN else "No pitch needed",
    }
    return tuple(Line(part not in lacking, lacking.get(part, words)) for part, words in there.items())


def cold_sentence(rhythm_days: int, since_days: int, *, spoke: bool, short: bool = False) -> str:
    """Say how somebody goes cold: "every 3 weeks · last spoke 33 days ago"; ``short`` leaves "last spoke" out."""
    word = "" if short else "last spoke " if spoke else "not spoken yet, met "
    return f"{rhythm_words(rhythm_days)} · {word}{days_ago(since_days)}"


def way_to(level: int, phone: str, email: str) -> Way:
    """Choose how to get in touch: close people (level 4 and up) are called, others written to, as far as known."""
    if phone and (level >= _CLOSE_LEVEL or not email):
        return Way.CALL
    return Way.WRITE if email else Way.LOG


def pace(done: int, day: date) -> int | None:
    """Return how many there will be at the end of ``day``'s month if it goes on so, rounded to the nearest.

    None while fewer than five days of the month have passed. Never below ``done``; on the last day it is ``done``.
    """
    if day.day < _DAYS_BEFORE_A_PACE:
        return None
    days = monthrange(day.year, day.month)[1]
    return (2 * done * days + day.day) // (2 * day.day)


def pace_sentence(solid: int, day: date) -> str:
    """Say the pace of solid contacts: "At this pace: 9 solid contacts by the end of the month."."""
    expected = pace(solid, day)
    if expected is None:
        return ""
    if not solid:
        return "The first solid contact of the month is still to come."
    return f"At this pace: {expected:,} solid {'contact' if expected == 1 else 'contacts'} by the end of the month."


def call_deed(person_id: int, name: str, since_days: int, way: Way) -> Deed:
    """Propose to get in touch with somebody close who is going cold, the way there is."""
    doing = {Way.CALL: "Call", Way.WRITE: "Write to", Way.LOG: "Meet"}[way]
    why = f"You last spoke {days_ago(since_days)}."
    return Deed(
        DeedKind.CALL, f"{doing} {name}, just to hear how it goes.", why, person_id, f"{doing} {name}", way
    )


def introduce_deed(person_id: int, one: str, other: str, shared: str) -> Deed:
    """Propose to introduce two people who share a tag or a target market."""
    words = f"Introduce {one} to {other}."
    return Deed(
        DeedKind.INTRODUCE, words, f"Both belong to “{shared}”.", person_id, f"Introduce {one} to {other}"
    )


def help_back_deed(person_id: int, name: str, other: str, fit: str) -> Deed:
    """Propose to introduce somebody who gave often to whom they look for; ``fit`` says in words why they fit."""
    action = f"Introduce {name} to {other}"
    why = f"{name} helped you and looks for it: {fit}."
    return Deed(DeedKind.INTRODUCE, f"{action}.", why, person_id, action)


def thank_deed(person_id: int, name: str, since_days: int) -> Deed:
    """Propose to thank whoever was met last."""
    why = f"You met {days_ago(since_days)}."
    return Deed(DeedKind.THANK, f"Thank {name} for the talk.", why, person_id, f"Thank {name} for the talk")


def ask_deed(person_id: int, name: str) -> Deed:
    """Propose to find out whom somebody would like to meet, so that I can help before I am asked."""
    words = f"Ask {name} who would be a good client."
    return Deed(
        DeedKind.ASK, words, "You do not know it yet; whoever knows it can help.", person_id, words[:-1]
    )


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}" if number else ""
