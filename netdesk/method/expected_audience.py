"""What the people expected at an event say of who will be there: their standing gives the shares (method §2, §10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from netdesk.method.contact_kinds import MarketStanding, PersonKind
from netdesk.method.triage import WHOLE, Audience, Shares

FEWEST_EXPECTED = 3
"""So many contacts must be expected before they say anything of the room."""

_TARGET_KINDS = frozenset({PersonKind.POTENTIAL_CLIENT, PersonKind.CLIENT})
_CLOSE_KINDS = frozenset({PersonKind.CONNECTOR, PersonKind.STRATEGIC_PARTNER})


def audience_of(
    standings: Collection[MarketStanding], kinds: Collection[PersonKind], *, same_trade: bool = False
) -> Audience:
    """Return which share somebody belongs to.

    Who is in a target market counts as that, even if they know others in it as well; a standing to a market says more
    than a kind. Who competes or names my trade is of the same trade unless a market says otherwise.
    """
    if MarketStanding.IN in standings:
        return Audience.TARGET_MARKET
    if MarketStanding.CLOSE in standings:
        return Audience.CLOSE
    if same_trade or any(kind.competes for kind in kinds):
        return Audience.SAME_TRADE
    if _TARGET_KINDS.intersection(kinds):
        return Audience.TARGET_MARKET
    return Audience.CLOSE if _CLOSE_KINDS.intersection(kinds) else Audience.OTHER


def proposed_shares(people: Iterable[Audience]) -> Shares | None:
    """Return the shares of these people in whole percents that sum to 100; None for fewer than three people.

    The percents lost by rounding go to the largest remainders, of equals to the audience named first.
    """
    counts = Counter(people)
    total = counts.total()
    if total < FEWEST_EXPECTED:
        return None
    order = list(Audience)
    whole = {audience: WHOLE * counts[audience] // total for audience in order}
    by_remainder = sorted(order, key=lambda audience: -(WHOLE * counts[audience] % total))
    for audience in by_remainder[: WHOLE - sum(whole.values())]:
        whole[audience] += 1
    return Shares(*(whole[audience] for audience in order))
