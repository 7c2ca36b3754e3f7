"""What the prep sheet carries from last time: the result with this host, and how versions were taken (§2, §7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netdesk.method.calendar_words import long_day
from netdesk.method.event_results import no_plan_words, solid_words
from netdesk.method.event_worth import verdict_words
from netdesk.method.pitches import Reactions
from netdesk.method.sheet_text import clean_text, shortened

_LAST_TIME_LETTERS = 130
_ROWS = 3
"""Asked more, polite, blank."""


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence that starts in bold."""

    bold: str
    text: str


@dataclass(frozen=True, slots=True)
class LastTime:
    """What came of the last event with the same host: goals reached of those set, solid contacts, stars, words.

    ``wins`` is the business that came from it since; ``open_cards`` are cards of earlier times with this host that
    still have no plan.
    """

    day: date
    goals: int = 0
    reached: int = 0
    solid: int = 0
    stars: float | None = None
    learned: str = ""
    change_next: str = ""
    open_cards: int = 0
    wins: int = 0


@dataclass(frozen=True, slots=True)
class TriedVersion:
    """A version of the pitch by its number, and how people took it until now."""

    number: int
    reactions: Reactions


def tally_counts(tried: Sequence[TriedVersion]) -> tuple[tuple[str, ...], ...]:
    """Give for each row what was counted for each version."""
    counts = [(each.reactions.asked_more, each.reactions.polite, each.reactions.blank) for each in tried]
    return tuple(tuple(f"{one[row]:,}" for one in counts) for row in range(_ROWS))


def last_time_notes(last: LastTime | None) -> tuple[Note, ...]:
    """Say what came of last time, what was learned and what to change, shortened; empty without a last time."""
    if last is None:
        return ()
    facts = (
        [f"{last.reached} of {last.goals} {'goal' if last.goals == 1 else 'goals'} reached"]
        if last.goals
        else []
    )
    facts.append(solid_words(last.solid).removesuffix(" yet"))
    if last.wins:
        facts.append("1 win" if last.wins == 1 else f"{last.wins:,} wins")
    if last.stars is not None:
        verdict, stars = verdict_words(last.stars).lower().split(" · ")
        facts.append(f"{verdict} ({stars} {'star' if stars == '1' else 'stars'})")
    waiting = no_plan_words(last.open_cards)
    words = ", ".join(facts) + (f"; {waiting} yet" if waiting else "") + "."
    notes = [Note(f"Last time with this host, {long_day(last.day)}:", words)]
    for bold, text in (("Learned:", last.learned), ("Change this time:", last.change_next)):
        if clean_text(text):
            notes.append(Note(bold, shortened(clean_text(text), _LAST_TIME_LETTERS)))
    return tuple(notes)
