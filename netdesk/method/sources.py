"""Where business comes from: the five sources of a win (method §8)."""

from __future__ import annotations

from enum import StrEnum


class Source(StrEnum):
    """How a client came to me. The order is that of the keys 1 to 5."""

    REFERRAL = "referral"
    NETWORK_REFERRAL = "network_referral"
    SELF_REFERRAL = "self_referral"
    MARKETING = "marketing"
    REPUTATION = "reputation"

    @property
    def label(self) -> str:
        """The whole name: "Direct or indirect referral"."""
        return _LABELS[self]

    @property
    def short(self) -> str:
        """The name where five stand side by side: "Referral", "Marketing"."""
        return _SHORT[self]

    @property
    def meaning(self) -> str:
        """What it means, after its short name and a colon."""
        return _MEANINGS[self]

    @property
    def key(self) -> str:
        """The digit that chooses it in the quick table."""
        return str(list(Source).index(self) + 1)

    @property
    def through_people(self) -> bool:
        """Whether somebody brought us together, before or after there was a need."""
        return self in (Source.REFERRAL, Source.NETWORK_REFERRAL)


_LABELS = {
    Source.REFERRAL: "Direct or indirect referral",
    Source.NETWORK_REFERRAL: "Network referral",
    Source.SELF_REFERRAL: "Self referral",
    Source.MARKETING: "Marketing response",
    Source.REPUTATION: "Reputation response",
}
_SHORT = {
    Source.REFERRAL: "Referral",
    Source.NETWORK_REFERRAL: "Network referral",
    Source.SELF_REFERRAL: "Self referral",
    Source.MARKETING: "Marketing",
    Source.REPUTATION: "Reputation",
}
_MEANINGS = {
    Source.REFERRAL: "they had a need and somebody sent them",
    Source.NETWORK_REFERRAL: "you were introduced before they had a need",
    Source.SELF_REFERRAL: "you met them yourself",
    Source.MARKETING: "they answered something you put out",
    Source.REPUTATION: "they had heard or read about you",
}
