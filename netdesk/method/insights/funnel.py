"""From events to clients: events, people met, solid contacts, one-to-ones, clients, with the rates (method §9).

Rates stand between neighbours, and between solid contacts and clients; there is none where there is nothing to divide
by. A win counts as a client however it came, so that there may be more clients than solid contacts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from netdesk.method.insights import readings
from netdesk.method.insights.comparing import Compared
from netdesk.method.insights.what_if import MONTHS_A_YEAR, MOST, WhatIf
from netdesk.method.periods import Period, PeriodKind

_DAYS_A_YEAR = 365


class Step(StrEnum):
    """A step on the way from an event to a client, in order."""

    EVENTS = "events"
    MET = "met"
    SOLID = "solid"
    ONE_TO_ONES = "one_to_ones"
    CLIENTS = "clients"

    @property
    def label(self) -> str:
        """What its column is called."""
        return _LABELS[self]


_LABELS = {
    Step.EVENTS: "Events",
    Step.MET: "Met and learned",
    Step.SOLID: "Solid contacts",
    Step.ONE_TO_ONES: "One-to-ones",
    Step.CLIENTS: "Clients",
}
_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.YEAR: 12, PeriodKind.LAST_12_MONTHS: 12}


@dataclass(frozen=True, slots=True)
class FunnelCounts:
    """What was counted in some days."""

    events: int = 0
    met: int = 0
    solid: int = 0
    one_to_ones: int = 0
    clients: int = 0

    def of(self, step: Step) -> int:
        """The count of a step."""
        return {
            Step.EVENTS: self.events,
            Step.MET: self.met,
            Step.SOLID: self.solid,
            Step.ONE_TO_ONES: self.one_to_ones,
            Step.CLIENTS: self.clients,
        }[step]

    def rate(self, step: Step) -> Fraction | None:
        """How many of a step there are for one of the step before; None for the first and where there is none."""
        place = list(Step).index(step)
        return readings.share(self.of(step), self.of(list(Step)[place - 1])) if place else None

    @property
    def share_closed(self) -> Fraction | None:
        """How many clients there are for one solid contact."""
        return readings.share(self.clients, self.solid)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was counted."""
        return not any(self.of(step) for step in Step)


@dataclass(frozen=True, slots=True)
class FunnelFigures:
    """The counts of a period and of the one before; ``wished`` is the "if" a person chose, None: as it was."""

    compared: Compared
    now: FunnelCounts
    before: FunnelCounts
    wished: WhatIf | None = None

    @property
    def events_a_month(self) -> Fraction:
        """How many events there were a month."""
        return self.now.events / months_in(self.compared.now)

    @property
    def as_it_was(self) -> WhatIf | None:
        """The "if" of my own figures; None where there is too little to say, or more clients than solid contacts."""
        each, closed = readings.share(self.now.solid, self.now.events), self.now.share_closed
        if readings.is_too_few(self.now.events) or readings.is_too_few(self.now.solid):
            return None
        if each is None or closed is None or closed > 1 or max(each, self.events_a_month) > MOST:
            return None
        return WhatIf(self.events_a_month, each, closed)


def months_in(period: Period) -> Fraction:
    """Return how many months a period has: whole ones of the calendar, else its days by those of a year's twelfth."""
    whole = _MONTHS.get(period.kind)
    return Fraction(whole) if whole is not None else Fraction(period.days * MONTHS_A_YEAR, _DAYS_A_YEAR)
