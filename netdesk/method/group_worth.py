"""Would you stay? What a group took and gave in a year, and one plain sentence on what is missing (method §6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from netdesk.method.groups import FeePer, Mark, MarkShare
from netdesk.method.recurrence import Every

Money = Callable[[float, str], str]
"""Writes an amount in a currency of three letters: "£780"."""

MINUTES_AN_HOUR = 60
_MONTHS_A_YEAR = 12
_NEW_UNTIL_DAYS = 92
_KNOW_FROM = 50
_SAT_DOWN_FROM = 25
_HELPED_FROM = 25
_RECORDED_FROM = 2
"""A year is counted from the record once at least one in so many of its meetings stands there."""


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """A meeting I was at: its hours as written down or as long as it was planned, and what it cost beside the fee."""

    hours: float
    cost: float | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class GroupCosts:
    """What is known of a group's price: the fee, how often it meets, how long, and the meetings of the year."""

    fee: float | None
    fee_per: FeePer
    currency: str
    every: Every | None
    minutes: int
    held: tuple[HeldMeeting, ...] = ()


@dataclass(frozen=True, slots=True)
class Wins:
    """Business that came through the group in the year: how many, and what it was worth in one currency.

    ``apart`` are amounts of currencies without a rate.
    """

    count: int
    value: float | None = None
    currency: str = ""
    apart: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class GroupYear:
    """A year of a group. ``money`` are amounts by currency, the largest first; ``hours`` are None while unknown.

    ``estimated`` says that the hours follow from how often the group meets, as few meetings stand in the record.
    ``gave`` and ``got`` are referrals to and from members; ``wins`` is None where wins are not counted.
    """

    money: tuple[tuple[float, str], ...]
    hours: float | None
    estimated: bool
    gave: int
    got: int
    wins: Wins | None = None


def group_year(
    costs: GroupCosts, gave: int, got: int, wins: Wins | None = None, years: float = 1
) -> GroupYear:
    """Add up a year: the fee and the meetings' costs by currency, hours from the record or from the rhythm.

    ``years`` is how long the meetings in ``costs`` were gathered for, where it is not one year.
    """
    expected = round(costs.every.times_a_year * years) if costs.every is not None else 0
    estimated = expected > 0 and _RECORDED_FROM * len(costs.held) < expected
    times = expected if estimated else len(costs.held)
    hours = expected * costs.minutes / MINUTES_AN_HOUR if estimated else sum(one.hours for one in costs.held)
    sums: dict[str, float] = {}
    if costs.fee is not None:
        sums[costs.currency] = _fee(costs, costs.fee, times, years)
    for one in costs.held:
        # What a meeting costs is its fee where the fee is paid by the meeting.
        if one.cost is not None and costs.fee_per is not FeePer.MEETING:
            sums[one.currency] = sums.get(one.currency, 0.0) + one.cost
    money = sorted(((amount, code) for code, amount in sums.items() if amount > 0), reverse=True)
    return GroupYear(tuple(money), hours or None, estimated, gave, got, wins)


def cost_sentence(year: GroupYear, money: Money) -> str:
    """Say what a year took: "£780 and 96 h a year for 3 wins worth £4,150."; "" when nothing is known."""
    amounts = [money(amount, code) for amount, code in year.money]
    parts = [" + ".join(amounts)] if amounts else []
    if year.hours is not None:
        parts.append(f"{'about ' if year.estimated else ''}{round(year.hours):,} h")
    if not parts:
        return ""
    return f"{' and '.join(parts)} a year{_won(year.wins, money)}."


def referral_sentence(year: GroupYear) -> str:
    """Say what went to and fro: "You gave 6 referrals and received 5."; kindly where there was nothing."""
    if not year.gave and not year.got:
        return "No referrals yet, either way."
    given = "1 referral" if year.gave == 1 else f"{year.gave or 'no'} referrals"
    return f"You gave {given} and received {year.got or 'none'}."


def verdict(members: int, shares: Mapping[Mark, MarkShare], since: date | None, today: date) -> str:
    """Say in one plain sentence what is missing.

    The order is that of the method: know the room, sit down with people, help first, then say what you look for.
    Half of the members known is a known room; a quarter sat down with, and a quarter helped, is a start.
    """
    if members < 1:
        return "Add the members to see whom you know."
    know, sat, used, referred, back = (shares[mark].percent for mark in Mark)
    is_new = since is not None and (today - since).days < _NEW_UNTIL_DAYS
    steps = (
        (
            know < _KNOW_FROM,
            "You are new here: learn what each of them does first."
            if is_new
            else "You do not know the room yet: learn what they do first.",
        ),
        (sat < _SAT_DOWN_FROM, "You know the room; sit down with more of them."),
        # Who buys from members has helped them as well.
        (max(used, referred) < _HELPED_FROM, "You know the room; you have not helped it yet."),
        (back < _HELPED_FROM, "You help the room; now say whom you would like to meet."),
    )
    missing = (sentence for is_missing, sentence in steps if is_missing)
    return next(missing, "You know the room and help each other: it is worth staying.")


def _fee(costs: GroupCosts, fee: float, times: int, years: float) -> float:
    if costs.fee_per is FeePer.MONTH:
        return fee * _MONTHS_A_YEAR * years
    if costs.fee_per is FeePer.YEAR:
        return fee * years
    written = [one.cost for one in costs.held if one.cost is not None and one.currency == costs.currency]
    return sum(written) + fee * max(0, times - len(written))


def _won(wins: Wins | None, money: Money) -> str:
    if wins is None:
        return ""
    if not wins.count:
        return " and no wins yet"
    count = "1 win" if wins.count == 1 else f"{wins.count} wins"
    parts = [] if wins.value is None else [money(wins.value, wins.currency)]
    parts += [money(amount, code) for amount, code in wins.apart]
    worth = f" worth {' + '.join(parts)}" if parts else ""
    return f" for {count}{worth}"
