"""Help first: what was given, received, promised and asked, and the balance of it (method §4)."""

from __future__ import annotations

from enum import StrEnum


class LedgerKind(StrEnum):
    """What an entry of the ledger is."""

    GIVE = "give"
    RECEIVE = "receive"
    PROMISE = "promise"
    ASK = "ask"

    @property
    def label(self) -> str:
        """The kind as a choice: "Give"."""
        return self.value.capitalize()

    @property
    def past(self) -> str:
        """The word before what it was, in a timeline: "Gave", "Got", "Promised", "Asked"."""
        return {"give": "Gave", "receive": "Got", "promise": "Promised", "ask": "Asked"}[self.value]


class HelpWay(StrEnum):
    """In which way somebody was helped."""

    INTRODUCTION = "introduction"
    REFERRAL = "referral"
    BOUGHT = "bought"
    TESTIMONIAL = "testimonial"
    ADVICE = "advice"
    PROMOTED = "promoted"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The way as a choice, whoever helped: "Bought their service" is said of both."""
        return _WAYS[self]


_WAYS = {
    HelpWay.INTRODUCTION: "Introduction",
    HelpWay.REFERRAL: "Referral",
    HelpWay.BOUGHT: "Bought their service",
    HelpWay.TESTIMONIAL: "Testimonial",
    HelpWay.ADVICE: "Advice",
    HelpWay.PROMOTED: "Promoted them",
    HelpWay.OTHER: "Other",
}


class EntryState(StrEnum):
    """Where an entry stands: promises and asks are open until kept, answered or dropped; the rest is done."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


GIVEN = (LedgerKind.GIVE, LedgerKind.PROMISE)
"""Done entries of these kinds count as help I gave: a promise that was kept is a give."""
RECEIVED = (LedgerKind.RECEIVE, LedgerKind.ASK)
"""Done entries of these kinds count as help I got: an ask that was answered is a receive."""
