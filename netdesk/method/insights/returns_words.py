"""What groups and events gave and took, in words."""

from __future__ import annotations

from netdesk.method.event_results import solid_words
from netdesk.method.event_worth import hours_text
from netdesk.method.insights.readings import counted, joined
from netdesk.method.insights.returns import Given
from netdesk.method.money import MoneyWords, total_words

_WHOLE_FROM = 10


def hours_in_words(hours: float) -> str:
    """Write hours, whole ones from ten on: "50 min", "3.5 h", "96 h"."""
    return f"{round(hours):,} h" if hours >= _WHOLE_FROM else hours_text(hours)


def took_words(given: Given, money: MoneyWords, *, about: bool = False) -> str:
    """Say what went into something: "£780 and 96 h"; "" where nothing is known."""
    hours = f"{'about ' if about else ''}{hours_in_words(given.hours)}" if given.hours else ""
    return joined((total_words(given.cost, money) if given.cost.value or given.cost.apart else "", hours))


def given_words(given: Given, money: MoneyWords, *, about: bool = False) -> str:
    """Say what something gave and took: "3 wins, £4,150 for £780 and 96 h, 4 solid contacts"."""
    wins = counted(given.wins, "win") if given.wins else "no win yet"
    took = took_words(given, money, about=about)
    gave = ", ".join(part for part in (wins, total_words(given.won, money)) if part)
    solid = solid_words(given.solid) if given.solid else ""
    return ", ".join(part for part in (f"{gave} for {took}" if took else gave, solid) if part)


def won_an_hour_words(given: Given, money: MoneyWords) -> str:
    """Say what an hour brought: "£43 an hour"; "" where no value or no hour is known."""
    value = given.won_an_hour
    if value is None:
        return ""
    # Pence say nothing where it is many pounds.
    shown = float(round(value)) if value >= _WHOLE_FROM else round(value, 2)
    return f"{money(shown, given.won.currency)} an hour"
