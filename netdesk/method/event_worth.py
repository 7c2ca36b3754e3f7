"""What an event was worth: the verdict from its stars, and what each solid contact took (method §2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from netdesk.method.money import Total, join
from netdesk.method.triage import Purpose

WORTH_IT_FROM = 3.5
"""Stars from which an event was worth it."""
NOT_WORTH_IT_TO = 2.0
"""Stars up to which it was not."""
FEWEST_OF_A_KIND = 2
"""How often a kind of event must have been judged before it can be called the best."""
FEWEST_TO_COMPARE = 3
"""How many events must have been judged altogether before one kind is called the best."""


class Verdict(StrEnum):
    """What the stars say of an event."""

    WORTH_IT = "worth_it"
    SO_SO = "so_so"
    NOT_WORTH_IT = "not_worth_it"

    @property
    def label(self) -> str:
        """The words on a chip: "Worth it"."""
        return {"worth_it": "Worth it", "so_so": "So-so", "not_worth_it": "Not worth it"}[self.value]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one event; ``cost`` in ``currency``, ``hours`` and ``stars`` are None while not written down.

    ``wins`` is the business that came from it, ``won`` what that is worth (None without a win).
    """

    solid: int = 0
    cards: int = 0
    no_plan: int = 0
    cost: float | None = None
    currency: str = ""
    hours: float | None = None
    stars: float | None = None
    wins: int = 0
    won: Total | None = None


@dataclass(frozen=True, slots=True)
class WorthSum:
    """What several events gave together.

    ``paid`` and ``timed`` are the numbers of events whose money and hours are known.
    ``cost`` is the money written down, None without any or where the currencies differ (``mixed_money``).
    ``cost_per_solid`` and ``hours_per_solid`` divide what is written down by the solid contacts of just those
    events; None when those gave no solid contact. ``stars`` is the mean over the ``judged`` events.
    ``won`` is what the ``wins`` are worth, None without any.
    """

    times: int
    judged: int
    solid: int
    cards: int
    no_plan: int
    cost: float | None
    currency: str
    mixed_money: bool
    paid: int
    hours: float | None
    timed: int
    cost_per_solid: float | None
    hours_per_solid: float | None
    stars: float | None
    wins: int = 0
    won: Total | None = None


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of event, its purpose and its host, with what its events gave."""

    purpose: Purpose | None
    host: str
    worth: WorthSum


def verdict_of(stars: float | None) -> Verdict | None:
    """Return what the stars say: worth it from 3.5, not worth it up to 2, so-so between; None while not judged."""
    if stars is None:
        return None
    if stars >= WORTH_IT_FROM:
        return Verdict.WORTH_IT
    return Verdict.NOT_WORTH_IT if stars <= NOT_WORTH_IT_TO else Verdict.SO_SO


def verdict_words(stars: float | None) -> str:
    """Say the chip: "Worth it · 4.5"; empty while not judged."""
    verdict = verdict_of(stars)
    return "" if verdict is None or stars is None else f"{verdict.label} · {stars_text(stars)}"


def stars_text(stars: float) -> str:
    """Write stars with at most one decimal: "4.5", "3"."""
    return f"{stars:.1f}".removesuffix(".0")


def hours_text(hours: float) -> str:
    """Write hours: "3 h", "1.5 h"; less than one in minutes: "20 min"."""
    minutes = round(hours * 60)
    return f"{minutes} min" if 0 < minutes < 60 else f"{hours:.1f}".removesuffix(".0") + " h"


def per_solid(amount: float | None, solid: int) -> float | None:
    """Return what one solid contact took of an amount; None without the amount or without a solid contact."""
    return None if amount is None or solid < 1 else amount / solid


def add_up(outcomes: Sequence[Outcome]) -> WorthSum:
    """Return what events gave together. Money is only added up in one currency."""
    paid = [(each.cost, each.solid) for each in outcomes if each.cost is not None]
    currencies = {each.currency for each in outcomes if each.cost is not None}
    timed = [(each.hours, each.solid) for each in outcomes if each.hours is not None]
    stars = [each.stars for each in outcomes if each.stars is not None]
    won = [each.won for each in outcomes if each.won is not None]
    cost = sum(amount for amount, _ in paid) if len(currencies) == 1 else None
    hours = sum(amount for amount, _ in timed) if timed else None
    return WorthSum(
        times=len(outcomes),
        judged=len(stars),
        solid=sum(each.solid for each in outcomes),
        cards=sum(each.cards for each in outcomes),
        no_plan=sum(each.no_plan for each in outcomes),
        cost=cost,
        currency=next(iter(currencies)) if len(currencies) == 1 else "",
        mixed_money=len(currencies) > 1,
        paid=len(paid),
        hours=hours,
        timed=len(timed),
        cost_per_solid=per_solid(cost, sum(solid for _, solid in paid)),
        hours_per_solid=per_solid(hours, sum(solid for _, solid in timed)),
        stars=sum(stars) / len(stars) if stars else None,
        wins=sum(each.wins for each in outcomes),
        won=join(won) if won else None,
    )


def best_kind_sentence(kinds: Iterable[EventKind], when: str = "this year") -> str:
    """Say which kind of event did best: "Your best event type this year: Networking, hosted by Chamber."

    A kind must have been judged at least twice, and three events altogether, of two kinds or more; the best has
    the highest mean of stars and must be worth it. Equal stars are decided by solid contacts an event, then by
    the number of events; where two are still equal nothing is said.
    """
    judged = [kind for kind in kinds if kind.worth.judged]
    if len(judged) < 2 or sum(kind.worth.judged for kind in judged) < FEWEST_TO_COMPARE:
        return ""
    enough = sorted(
        (kind for kind in judged if kind.worth.judged >= FEWEST_OF_A_KIND), key=_rank, reverse=True
    )
    if not enough or (len(enough) > 1 and _rank(enough[0]) == _rank(enough[1])):
        return ""
    best = enough[0]
    if verdict_of(best.worth.stars) is not Verdict.WORTH_IT or not (best.purpose or best.host):
        return ""
    words = [best.purpose.label.split(":")[0]] if best.purpose else []
    words += [f"hosted by {best.host}"] if best.host else []
    return f"Your best event type {when}: {', '.join(words)}."


def _rank(kind: EventKind) -> tuple[float, float, int]:
    worth = kind.worth
    return (worth.stars or 0.0, worth.solid / worth.times if worth.times else 0.0, worth.times)
