"""What groups and events gave for the money and hours that went into them, in a period (method §2, §6, §9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from netdesk.method.money import Total
from netdesk.method.periods import Period

_DAYS_A_YEAR = 365.25
FEWEST_TIMES = 2
"""How often one must have been to events of a host before something is said of them."""


@dataclass(frozen=True, slots=True)
class Given:
    """What came of something and what went into it.

    ``wins`` count once each; ``won`` is their value and ``cost`` the money spent, where they are known. ``solid`` are
    solid contacts that were not let go, ``times`` how often I was there, ``hours`` how long in all.
    """

    wins: int
    won: Total
    cost: Total
    hours: float
    solid: int
    times: int

    @property
    def won_an_hour(self) -> float | None:
        """The value won for each hour, in the own currency; None where nothing of value or no hour is known."""
        return self.won.value / self.hours if self.hours > 0 and self.won.value > 0 else None

    @property
    def hours_a_solid(self) -> float | None:
        """The hours each solid contact took; None without one."""
        return self.hours / self.solid if self.solid and self.hours > 0 else None


@dataclass(frozen=True, slots=True)
class GroupReturn:
    """A group of mine. ``estimated``: the hours follow from how often it meets, as few meetings are recorded.

    ``left`` says that I am not a member any more.
    """

    id: int
    name: str
    given: Given
    estimated: bool = False
    left: bool = False


@dataclass(frozen=True, slots=True)
class EventReturn:
    """The events of one host, or else of one group; ``key`` is the folded name, "" for those without a host.

    ``stars`` is the mean of those judged, None for none. ``of_group``: all of them are meetings of a group of mine,
    which is judged by what it brings.
    """

    key: str
    host: str
    given: Given
    stars: float | None = None
    of_group: bool = False

    @property
    def name(self) -> str:
        """What they are called: the host, or "No host named"."""
        return self.host or "No host named"


@dataclass(frozen=True, slots=True)
class GroupReturns:
    """The groups, the one that brought most business first; the same totals of the period before.

    ``wins`` and ``wins_before`` are the wins that came through any group, each counted once.
    """

    period: Period
    groups: tuple[GroupReturn, ...]
    wins: int
    won: Total
    wins_before: int
    words_before: str
    before: Period | None = None

    @property
    def best(self) -> GroupReturn | None:
        """The group that brought the most for an hour; None where none brought anything of known value."""
        rich = [one for one in self.groups if one.given.won_an_hour is not None]
        return max(
            rich, key=lambda one: (one.given.won_an_hour or 0.0, one.given.wins, -one.id), default=None
        )

    @property
    def idle(self) -> tuple[GroupReturn, ...]:
        """The groups I am in that took time or money and brought no win, the dearest in hours first."""
        found = (
            one
            for one in self.groups
            if not one.left and not one.given.wins and (one.given.hours > 0 or one.given.cost.is_known)
        )
        return tuple(sorted(found, key=lambda one: (-one.given.hours, one.name)))


@dataclass(frozen=True, slots=True)
class EventReturns:
    """The events by host, the ones that gave most solid contacts first; the same totals of the period before."""

    period: Period
    hosts: tuple[EventReturn, ...]
    events: int
    solid: int
    solid_before: int
    words_before: str
    before: Period | None = None

    @property
    def best(self) -> EventReturn | None:
        """The host whose solid contacts took the fewest hours, of those I went to twice or more."""
        told = [
            one
            for one in self.hosts
            if one.key and one.given.times >= FEWEST_TIMES and one.given.hours_a_solid is not None
        ]
        return min(told, key=lambda one: (one.given.hours_a_solid or 0.0, -one.given.solid), default=None)

    @property
    def idle(self) -> tuple[EventReturn, ...]:
        """The hosts I went to twice or more without a solid contact or a win, those with most hours first."""
        found = (
            one
            for one in self.hosts
            if one.key
            and not one.of_group
            and one.given.times >= FEWEST_TIMES
            and not one.given.solid
            and not one.given.wins
        )
        return tuple(sorted(found, key=lambda one: (-one.given.hours, one.name)))


def groups_in_order(groups: Iterable[GroupReturn]) -> tuple[GroupReturn, ...]:
    """Put the groups that brought most value first, then most wins, then those that took least time."""
    return tuple(
        sorted(
            groups,
            key=lambda one: (
                -one.given.won.value,
                -one.given.wins,
                one.left,
                one.given.hours,
                one.name,
                one.id,
            ),
        )
    )


def hosts_in_order(hosts: Iterable[EventReturn]) -> tuple[EventReturn, ...]:
    """Put the hosts whose events gave most solid contacts first, then most wins and value; no host comes last."""
    return tuple(
        sorted(
            hosts,
            key=lambda one: (
                not one.key,
                -one.given.solid,
                -one.given.wins,
                -one.given.won.value,
                one.given.hours,
                one.name,
            ),
        )
    )


def years(days: int) -> float:
    """Return how many years so many days are; whole years are whole, whether or not one of them is a leap year."""
    exact = days / _DAYS_A_YEAR
    whole = round(exact)
    return float(whole) if whole and abs(days - whole * _DAYS_A_YEAR) <= 1 else exact
