"""What Today says of help: who gave often and got nothing back, how many people fit, and one-to-ones to come."""

from __future__ import annotations

from datetime import date, datetime

from netdesk.method.calendar_words import WEEKDAYS, short_day
from netdesk.method.today import names_person, number_words

GAVE_OFTEN = 2
"""From so many times on, help that was never returned is worth a thought on Today."""
_DAYS_A_WEEK = 7


def times_words(count: int) -> str:
    """Say how often, in a sentence: "once", "twice", "four times", "17 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{number_words(count).lower()} times")


def giver_title(name: str, gave: int) -> str:
    """Return the heading about somebody who helped: "Luis Ortega gave four times"."""
    return f"{name} gave {times_words(gave)}"


def giver_chip(gave: int, got: int) -> str:
    """Return both sides in few words, from where they stand: "gave 4 · got 0"."""
    return f"gave {gave:,} · got {got:,}"


def giver_words(given: str, ideal_client: str, introduction: str) -> str:
    """Say by what they could be helped: "How could you help Luis? Ideal client: shop owners."."""
    question = f"How could you help {given}?"
    for label, wish in (("Ideal client", ideal_client), ("A good introduction", introduction)):
        if wish:
            return f"{question} {label}: {wish.rstrip('.')}."
    return f"You do not know yet whom {given} would like to meet. Asking is a start."


def match_words(count: int, *, is_all: bool = True) -> str:
    """Say how many people have what somebody looks for: "Three people you know match."; "" for none."""
    if count <= 0:
        return ""
    if count == 1:
        return "One person you know matches."
    return f"{'' if is_all else 'More than '}{number_words(count) if is_all else f'{count:,}'} people you know match."


def promise_words(words: str, name: str, given: str, promised: date, today: date) -> str:
    """Return the line under a promise: "promised 12 Nov", with the name where the words do not say it."""
    said = f"promised {short_day(promised, today)}"
    return said if names_person(words, name, given) else f"{name} · {said}"


def one_to_one_when(starts: datetime, now: datetime, *, is_over: bool) -> str:
    """Say when a one-to-one is: "Today 10:00", "Tue 10:00", "4 Dec 08:45"; "how was it?" when it is over."""
    if is_over:
        return f"{short_day(starts.date(), now.date())} · how was it?"
    days = (starts.date() - now.astimezone(starts.tzinfo).date()).days
    if days in (0, 1):
        day = ("Today", "Tomorrow")[days]
    else:
        day = (
            WEEKDAYS[starts.weekday()][:3]
            if 0 < days < _DAYS_A_WEEK
            else short_day(starts.date(), now.date())
        )
    return f"{day} {starts:%H:%M}"
