"""Help first: what was given, received, promised and asked, and the balance of it (method §4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from netdesk.method.attention import Tone
from netdesk.method.calendar_words import short_day
from netdesk.method.dates import due_words, span_words

_SOON_DAYS = 7
CLOSE_LEVEL = 3
"""From this level on a year without help is worth a thought (method §4)."""


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

    def said_of(self, kind: LedgerKind) -> str:
        """The way as a choice for one kind: who buys, and who is promoted, depends on who helped."""
        return _WAYS[self] if kind in GIVEN else _RECEIVED_WAYS.get(self, _WAYS[self])


_WAYS = {
    HelpWay.INTRODUCTION: "Introduction",
    HelpWay.REFERRAL: "Referral",
    HelpWay.BOUGHT: "Bought their service",
    HelpWay.TESTIMONIAL: "Testimonial",
    HelpWay.ADVICE: "Advice",
    HelpWay.PROMOTED: "Promoted them",
    HelpWay.OTHER: "Other",
}
_RECEIVED_WAYS = {HelpWay.BOUGHT: "Bought my service", HelpWay.PROMOTED: "Promoted me"}


class EntryState(StrEnum):
    """Where an entry stands: promises and asks are open until kept, answered or dropped; the rest is done."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


GIVEN = (LedgerKind.GIVE, LedgerKind.PROMISE)
"""Done entries of these kinds count as help I gave: a promise that was kept is a give."""
RECEIVED = (LedgerKind.RECEIVE, LedgerKind.ASK)
"""Done entries of these kinds count as help I got: an ask that was answered is a receive."""


@dataclass(frozen=True, slots=True)
class Balance:
    """How often I helped somebody, and how often they helped me; never a debt, only whom to think of next."""

    gave: int = 0
    got: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nobody helped anybody yet."""
        return not (self.gave or self.got)

    @property
    def words(self) -> str:
        """Say it in a line: "gave me 4 · I gave 0", "nothing yet"."""
        if self.is_empty:
            return "nothing yet"
        return f"gave me {self.got:,} · I gave {self.gave:,}"

    @property
    def short(self) -> str:
        """Say it in few signs, my side first: "3 : 2"."""
        return f"{self.gave:,} : {self.got:,}"

    def sentence(self, name: str) -> str:
        """Say it in a sentence: "You helped Grace 3 times; Grace helped you twice."."""
        if self.is_empty:
            return f"Nothing given or received between you and {name} yet."
        mine = f"You helped {name} {times(self.gave)}" if self.gave else f"You have not helped {name} yet"
        theirs = f"{name} helped you {times(self.got)}" if self.got else f"{name} has not helped you yet"
        return f"{mine}; {theirs}."


def times(count: int) -> str:
    """Say how often: "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def counted_as(kind: LedgerKind, state: EntryState) -> LedgerKind:
    """Return what an entry counts as: a promise that was kept is a give, an ask that was answered a receive."""
    if state is not EntryState.DONE:
        return kind
    return LedgerKind.GIVE if kind in GIVEN else LedgerKind.RECEIVE


def heading(kind: LedgerKind, way: HelpWay, words: str, state: EntryState = EntryState.DONE) -> str:
    """Return the heading of an entry: "Gave: introduction to Rahman Consulting", "Promised: a review".

    A promise that was kept was given, an ask that was answered was got. Without words the way stands for them.
    """
    shown = counted_as(kind, state)
    said = words or way.said_of(kind)
    if said.casefold().startswith(way.said_of(kind).casefold()):
        said = said[:1].lower() + said[1:]
    return f"{shown.past}: {said}"


def state_words(
    kind: LedgerKind, state: EntryState, on: date, due: date | None, closed: date | None, today: date
) -> str:
    """Say where a promise or an ask stands: "promised 12 Nov", "kept 3 Dec", "asked 2 w ago"; "" for the rest."""
    if kind not in (LedgerKind.PROMISE, LedgerKind.ASK):
        return ""
    if state is EntryState.OPEN:
        return f"{kind.past.lower()} {short_day(on, today)}"
    done = "kept" if kind is LedgerKind.PROMISE else "answered"
    word = done if state is EntryState.DONE else "let go"
    return f"{word} {short_day(closed, today)}" if closed else word


def promise_chip(due: date | None, today: date) -> tuple[str, Tone]:
    """Return the chip of an open promise or ask: "4 d late", "by Wed", "by 4 Dec"; "open" without a day."""
    if due is None:
        return "open", Tone.PLAIN
    days = (due - today).days
    tone = Tone.BAD if days < 0 else Tone.WARN if days < _SOON_DAYS else Tone.PLAIN
    return due_words(due, today), tone


def promises_sentence(count: int, late: int, most_days_late: int) -> str:
    """Say how many promises are open, without the number: "promises open, one 4 days late"."""
    words = "promise open" if count == 1 else "promises open"
    if not late:
        return words
    how = "1 day late" if most_days_late == 1 else f"{most_days_late:,} days late"
    if count == 1:
        return f"{words}, {how}"
    return f"{words}, one {how}" if late == 1 else f"{words}, {late:,} late, up to {most_days_late:,} d"


def year_before(today: date) -> date:
    """Return the first day of the twelve months that end today."""
    try:
        return today.replace(year=today.year - 1) + timedelta(days=1)
    except ValueError:
        return today.replace(year=today.year - 1, day=28) + timedelta(days=1)


def next_to_help(
    balance: Balance, level: int, last_give: date | None, today: date
) -> tuple[float, ...] | None:
    """Return where somebody stands among those to think of next, the lowest first; None for nobody to think of.

    First who gave and got nothing, most gifts first; then who stands on level 3 or higher and got nothing for a year,
    the highest level and longest wait first; then the others who gave, those who got least for it first.
    """
    if balance.got and not balance.gave:
        return (0, -balance.got, -level)
    if level >= CLOSE_LEVEL and (last_give is None or last_give < year_before(today)):
        return (1, -level, last_give.toordinal() if last_give else 0)
    return (2, balance.gave / balance.got, -balance.got) if balance.got else None


def since_help_words(last_give: date | None, today: date) -> str:
    """Say how long ago I helped somebody last: "not helped yet", "helped 14 months ago"."""
    if last_give is None:
        return "not helped yet"
    days = (today - last_give).days
    return "helped today" if days < 1 else f"helped {span_words(days)} ago"
