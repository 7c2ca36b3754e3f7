"""Who will be in the room, and so why I go: four shares give the purpose of an event (method §2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

WHOLE = 100
_FEW_CLIENTS = 20


class Audience(StrEnum):
    """The four kinds of people an event is made of."""

    TARGET_MARKET = "target_market"
    CLOSE = "close"
    SAME_TRADE = "same_trade"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The words beside the slider."""
        return _AUDIENCE_LABELS[self]


_AUDIENCE_LABELS = {
    Audience.TARGET_MARKET: "Target market",
    Audience.CLOSE: "Close to it",
    Audience.SAME_TRADE: "Same trade",
    Audience.OTHER: "Other",
}


class Purpose(StrEnum):
    """Why one goes to an event."""

    PROSPECTING = "prospecting"
    NETWORKING = "networking"
    SOCIALISING = "socialising"
    UNCLEAR = "unclear"

    @property
    def label(self) -> str:
        """The word on the chip."""
        return "Unclear: find out" if self is Purpose.UNCLEAR else self.value.capitalize()

    @property
    def meaning(self) -> str:
        """What this purpose asks of me, in a sentence or two."""
        return _MEANINGS[self]


_MEANINGS = {
    Purpose.PROSPECTING: "Many of the people here could buy. That is selling: have a stand, or speak.",
    Purpose.NETWORKING: (
        "Most people here know the people you want to reach. "
        "Help first, and learn about a few rather than collect many."
    ),
    Purpose.SOCIALISING: "Mostly people of your own trade. Pleasant and good for learning, but not business.",
    Purpose.UNCLEAR: "It is not clear who will be there. Ask the host or look at the guest list first.",
}
# In the order that decides a tie.
_DECIDING = (
    (Audience.CLOSE, Purpose.NETWORKING),
    (Audience.TARGET_MARKET, Purpose.PROSPECTING),
    (Audience.SAME_TRADE, Purpose.SOCIALISING),
    (Audience.OTHER, Purpose.UNCLEAR),
)


@dataclass(frozen=True, slots=True)
class Shares:
    """Who will be there, in percent. Any numbers can be held; ``share_problems`` says what is wrong."""

    target_market: int | None = None
    close: int | None = None
    same_trade: int | None = None
    other: int | None = None

    def of(self, audience: Audience) -> int | None:
        """Return the share of one kind of people; None while it is not filled in."""
        return (self.target_market, self.close, self.same_trade, self.other)[tuple(Audience).index(audience)]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in yet."""
        return all(self.of(audience) is None for audience in Audience)


def share_problems(shares: Shares) -> tuple[str, ...]:
    """Say kindly what keeps these shares from being a triage; empty when they are good."""
    if shares.is_empty:
        return ("Say roughly who will be there; a guess is fine.",)
    missing = [audience.label.lower() for audience in Audience if shares.of(audience) is None]
    negative = [audience.label.lower() for audience in Audience if (shares.of(audience) or 0) < 0]
    problems = [f"A share cannot be below nought: {', '.join(negative)}."] if negative else []
    if missing:
        problems.append(f"Still to guess: {', '.join(missing)}. Write 0 where there is nobody.")
    elif not negative:
        total = _total(shares)
        if total < WHOLE:
            problems.append(f"The shares come to {total} %; {WHOLE - total} % of the room is still missing.")
        elif total > WHOLE:
            problems.append(f"The shares come to {total} %; take away {total - WHOLE} %.")
    return tuple(problems)


def purpose_of(shares: Shares, overruled: Purpose | None = None) -> Purpose:
    """Return why to go: the overruling choice if there is one, else what the largest share says.

    A tie is decided for Networking, then Prospecting, then Socialising. Faulty shares are Unclear.
    """
    if overruled is not None:
        return overruled
    if share_problems(shares):
        return Purpose.UNCLEAR
    largest = max(shares.of(audience) or 0 for audience in Audience)
    return next(purpose for audience, purpose in _DECIDING if shares.of(audience) == largest)


def known_purpose(shares: Shares, overruled: str | None) -> Purpose | None:
    """Return the purpose, or None while neither shares nor a choice by hand say anything."""
    chosen = None if overruled is None else Purpose(overruled)
    return None if shares.is_empty and chosen is None else purpose_of(shares, chosen)


def purpose_sentence(purpose: Purpose, shares: Shares | None = None) -> str:
    """Say the purpose in a few words beside its chip: "few clients, many connectors"."""
    if purpose is Purpose.PROSPECTING:
        return "many clients: have a stand or speak"
    if purpose is Purpose.SOCIALISING:
        return "your own trade: pleasant, not business"
    if purpose is Purpose.UNCLEAR:
        return "find out who will be there"
    clients = None if shares is None else shares.target_market
    if clients == 0:
        return "no clients, many connectors"
    return (
        "few clients, many connectors"
        if clients is None or clients <= _FEW_CLIENTS
        else "clients and connectors"
    )


def rebalance(shares: Shares, changed: Audience, value: int) -> Shares:
    """Return shares that sum to 100 after one was set, the others keeping their proportions to one another.

    ``value`` is held between 0 and 100. Where the others were all nought they share the rest evenly.
    """
    value = min(WHOLE, max(0, value))
    others = [audience for audience in Audience if audience is not changed]
    weights = [max(0, shares.of(audience) or 0) for audience in others]
    if not any(weights):
        weights = [1] * len(others)
    rest = WHOLE - value
    exact = [Fraction(rest * weight, sum(weights)) for weight in weights]
    rounded = [int(share) for share in exact]
    # The percents lost by rounding down go to the largest remainders, the first of equals.
    by_remainder = sorted(range(len(others)), key=lambda place: rounded[place] - exact[place])
    for place in by_remainder[: rest - sum(rounded)]:
        rounded[place] += 1
    numbers = {changed: value, **dict(zip(others, rounded, strict=True))}
    return Shares(*(numbers[audience] for audience in Audience))


def _total(shares: Shares) -> int:
    return sum(shares.of(audience) or 0 for audience in Audience)
