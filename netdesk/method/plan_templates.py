"""Plans for cards: an action, a day and perhaps a time; and templates that make them again and again (method §3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

NAME_MARK = "{name}"
"""Stands in a template's action for the person's given name."""
NOBODY = "them"
LONGEST_DAYS = 366
MOST_TEMPLATES = 20


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """What I will do for a card and by when; ``at`` is a time of day on the wall, if there is one."""

    action: str
    due: date
    at: time | None = None


def worded(action: str, given: str) -> str:
    """Put a given name in place of "{name}"; "them" where the name is not known."""
    return action.replace(NAME_MARK, " ".join(given.split()) or NOBODY)


def applied(action: str, days: int, given: str, today: date) -> PlanDraft:
    """Return the plan that a template of so many days makes today, for a person of this given name."""
    return PlanDraft(worded(action, given), today + timedelta(days=days))


def days_words(days: int) -> str:
    """Say when a template falls due: "the same day", "the next day", "after 7 days"."""
    if days <= 0:
        return "the same day"
    return "the next day" if days == 1 else f"after {days} days"


def template_problems(name: str, action: str, days: int) -> tuple[tuple[str, str], ...]:
    """Say what a template still needs, each with the field it belongs to; empty when it can be kept."""
    needed = (
        (not name.strip(), "name", "Give the template a short name."),
        (not action.strip(), "action", "Say what you will do; {name} becomes the person's name."),
        (not 0 <= days <= LONGEST_DAYS, "days", f"A number of days from 0 to {LONGEST_DAYS}, please."),
    )
    return tuple((field, sentence) for lacking, field, sentence in needed if lacking)
